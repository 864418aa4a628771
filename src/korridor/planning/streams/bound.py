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

FINE = 80_000
"""Columns of trips in a program with slots."""

PARTS = (8, 4, 2, 1)
"""In how many parts the places of a corridor are parted, while there are not too many streams."""
FEW_STREAMS, MANY_STREAMS = 500, 6_000
"""In programs that are solved often, or have slots; and in one that is to prove, with all time in one slot."""
LEAST_SLOT_S, LONGEST_SLOT_S = 60, 600
"""Slots longer than this lose more than they tell: then all time is one."""
ROUNDS = 4
CLOSER_S = 300
"""No nearer to a moment does the coarse search come."""


def most_out_streams(operation: Operation, *, effort: Effort | None = None) -> StreamCertificate:
    """Bound the weight of people that can be out by the horizon (P2)."""
    search = _Search(operation, weighted=True, effort=effort or Effort())
    horizon_s = operation.horizon_s
    assert horizon_s is not None
    return search.best(horizon_s, horizon_s + 1)[1]


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
        if not search.short(last_s):
            while high_s - low_s > max(CLOSER_S, high_s // 100):
                middle_s = (low_s + high_s) // 2
                if search.short(middle_s):
                    low_s = middle_s
                else:
                    high_s = middle_s
        else:
            low_s = high_s = last_s
        step_s = max(CLOSER_S, low_s // 50)
        tried_s, falls_s = low_s, last_s
        for _ in range(ROUNDS):
            proved, certificate = search.best(tried_s, search.people)
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


def _largest(sizes: list[tuple[int, Streams]], most: int) -> Streams:
    """The finest partition with no more streams than this, or the coarsest."""
    return next((streams for _, streams in sizes if len(streams.all) <= 2 * most), sizes[-1][1])


class _Search:
    """Programs of one operation for several moments."""

    def __init__(self, operation: Operation, weighted: bool, effort: Effort) -> None:
        self.operation, self.weighted, self.effort = operation, weighted, effort
        self.people = operation.persons
        members = Members(operation)
        sizes = [(parts, Streams(members, districts_of(members.all, parts))) for parts in PARTS]
        self.few = _largest(sizes, FEW_STREAMS)
        self.many = _largest(sizes, MANY_STREAMS)

    def short(self, moment_s: int) -> bool:
        """Whether it is proved at little cost that not everybody can be out by a moment."""
        return self.proved(self.few, moment_s, moment_s + 1)[0] < self.people

    def best(self, moment_s: int, below: int) -> tuple[int, StreamCertificate]:
        """Return the weight that can be out by a moment at most, and the proof: with all time in one slot, or in many.

        Many are looked at only while what is proved is not below a weight.
        """
        found = self.proved(self.many, moment_s, moment_s + 1)
        slot_s = self._slot_s(moment_s)
        if found[0] >= below and slot_s <= LONGEST_SLOT_S:
            found = min(found, self.proved(self.few, moment_s, slot_s), key=lambda each: each[0])
        return found

    def proved(self, streams: Streams, moment_s: int, slot_s: int) -> tuple[int, StreamCertificate]:
        """Return the weight that can be out by a moment at most, and the proof."""
        program = program_of(streams, moment_s, slot_s, self.weighted)
        if not program.worth.any():  # nobody can be taken anywhere
            proof = prove(program, np.zeros(program.places))
            return proof.bound, self._certificate(streams, program, proof)
        put_in = program.full.copy()
        while True:
            if self.effort.stop.is_set():
                raise StoppedError
            prices, _, _ = Model(program, put_in, [True] * len(program.lines)).optimum(self.effort)
            proof = prove(program, prices)
            gaining = (proof.gains > 0) & ~put_in
            lost = int((proof.gains[gaining] / proof.scale * program.upper[gaining]).sum())
            if lost <= proof.bound // 2000:
                return proof.bound, self._certificate(streams, program, proof)
            put_in = put_in | gaining

    def _slot_s(self, moment_s: int) -> int:
        """As short as the size of the program allows."""
        open_s = sum(
            min(moment_s, w.closes_s) - w.opens_s for w in self.operation.windows if w.opens_s < moment_s
        )
        streams = sum(stream.full for stream in self.few.all)
        return max(LEAST_SLOT_S, streams * (open_s or moment_s) // FINE, moment_s // 50_000)

    def _certificate(self, streams: Streams, program: StreamProgram, proof: Proof) -> StreamCertificate:
        return StreamCertificate(
            horizon_s=program.horizon_s,
            slot_s=program.slot_s,
            scale=proof.scale,
            districts=streams.districts,
            multipliers={
                line.name: tuple(int(y) for y in each)
                for line, each in zip(program.lines, proof.multipliers, strict=True)
                if each.any()
            },
            unweighted=not program.weighted,
            bound_weight=proof.bound,
        )
