"""The bounds of a large operation, with their certificates (docs/bounds-streams.md)."""

import numpy as np

from korridor.operation.operation import Operation
from korridor.operation.units import MOST
from korridor.planning.bound.certify import Proof, prove
from korridor.planning.bound.model import Effort, Model, StoppedError
from korridor.planning.certificate import StreamCertificate
from korridor.planning.streams.districts import districts_of
from korridor.planning.streams.member import Members
from korridor.planning.streams.program import StreamProgram, program_of
from korridor.planning.streams.stream import Streams

FINE, COARSE = 80_000, 10_000
"""Columns of trips in a program that is to prove, and in one that shows where to look."""

PARTS = (4, 3, 2, 1)
"""In how many parts the places of a corridor are parted, while there are not too many streams."""
MOST_STREAMS = 250
LEAST_SLOT_S, MOST_SLOT_S = 60, 3600
ROUNDS = 3
CLOSER_S = 300
"""No nearer to a moment does the coarse search come."""


def most_out_streams(operation: Operation, *, effort: Effort | None = None) -> StreamCertificate:
    """Bound the weight of people that can be out by the horizon (P2)."""
    search = _Search(operation, weighted=True, effort=effort or Effort())
    horizon_s = operation.horizon_s
    assert horizon_s is not None
    return search.proved(horizon_s, FINE)[1]


def clearance_streams(
    operation: Operation, *, known_s: int | None, effort: Effort | None = None
) -> tuple[int, StreamCertificate | None]:
    """Prove a moment before which not everybody can be out; 0 and nothing where none is found.

    Parameters
    ----------
    operation : Operation
    known_s : int or None
        When the last person is out in a known plan.
    effort : Effort, optional
    """
    search = _Search(operation, weighted=False, effort=effort or Effort())
    best: tuple[int, StreamCertificate | None] = 0, None
    try:
        last_s = _last_s(operation, known_s)
        low_s, high_s = 0, last_s
        if not search.short(last_s, COARSE):
            while high_s - low_s > max(CLOSER_S, high_s // 100):
                middle_s = (low_s + high_s) // 2
                if search.short(middle_s, COARSE):
                    low_s = middle_s
                else:
                    high_s = middle_s
        else:
            low_s = high_s = last_s
        step_s = max(CLOSER_S, low_s // 50)
        tried_s, falls_s = low_s, last_s
        for _ in range(ROUNDS):
            proved, certificate = search.proved(tried_s, FINE)
            if proved < search.people:
                if tried_s + 1 > best[0]:
                    best = tried_s + 1, certificate
                if tried_s >= last_s:
                    break
                following_s = min(last_s, tried_s + step_s)
                tried_s = following_s if following_s < falls_s else (tried_s + falls_s) // 2
            else:
                falls_s = tried_s
                tried_s = (max(best[0] - 1, 0) + falls_s) // 2 if best[0] else tried_s - step_s
            if tried_s <= 0:
                break
    except StoppedError:
        if best[1] is None:
            raise
    return best


def _last_s(operation: Operation, known_s: int | None) -> int:
    """The last moment that is of interest."""
    horizon_s = operation.horizon_s
    if known_s is not None:
        return known_s - 1
    return min(MOST, 100 * 24 * 3600) if horizon_s is None else horizon_s


class _Search:
    """Programs of one operation for several moments."""

    def __init__(self, operation: Operation, weighted: bool, effort: Effort) -> None:
        self.operation, self.weighted, self.effort = operation, weighted, effort
        self.people = operation.persons
        members = Members(operation)
        for parts in PARTS:
            self.districts = districts_of(members.all, parts)
            self.streams = Streams(members, self.districts)
            if len(self.streams.all) <= 2 * MOST_STREAMS:
                break

    def short(self, moment_s: int, columns: int) -> bool:
        """Whether it is proved that not everybody can be out by a moment."""
        return self.proved(moment_s, columns)[0] < self.people

    def proved(self, moment_s: int, columns: int) -> tuple[int, StreamCertificate]:
        """Return the weight that can be out by a moment at most, and the proof."""
        program = program_of(self.streams, moment_s, self._slot_s(moment_s, columns), self.weighted)
        if not program.worth.any():  # nobody can be taken anywhere
            proof = prove(program, np.zeros(program.places))
            return proof.bound, self._certificate(program, proof)
        put_in = program.full.copy()
        while True:
            if self.effort.stop.is_set():
                raise StoppedError
            prices, _, _ = Model(program, put_in, [True] * len(program.lines)).optimum(self.effort)
            proof = prove(program, prices)
            gaining = (proof.gains > 0) & ~put_in
            lost = int((proof.gains[gaining] / proof.scale * program.upper[gaining]).sum())
            if lost <= proof.bound // 2000:
                return proof.bound, self._certificate(program, proof)
            put_in = put_in | gaining

    def _slot_s(self, moment_s: int, columns: int) -> int:
        """As short as the size of the program allows."""
        open_s = sum(
            min(moment_s, w.closes_s) - w.opens_s for w in self.operation.windows if w.opens_s < moment_s
        )
        streams = sum(stream.full for stream in self.streams.all)
        slot_s = streams * (open_s or moment_s) // columns
        return max(LEAST_SLOT_S, min(MOST_SLOT_S, slot_s), moment_s // 50_000)

    def _certificate(self, program: StreamProgram, proof: Proof) -> StreamCertificate:
        return StreamCertificate(
            horizon_s=program.horizon_s,
            slot_s=program.slot_s,
            scale=proof.scale,
            districts=self.districts,
            multipliers={
                line.name: tuple(int(y) for y in each)
                for line, each in zip(program.lines, proof.multipliers, strict=True)
                if each.any()
            },
            unweighted=not program.weighted,
            bound_weight=proof.bound,
        )
