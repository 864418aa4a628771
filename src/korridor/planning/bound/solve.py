"""The slot program solved: what each place on its lines costs, and what that proves.

Nothing that HiGHS returns is trusted: :func:`korridor.planning.bound.certify.prove` makes of any prices a bound that holds.
So some of the program may be left out as long as little is lost by it: lines that seldom bind are put in when what was
found breaks them, partly filled trips when they gain.
"""

from dataclasses import dataclass

import numpy as np

from korridor.planning.bound.certify import Floats, Proof, prove
from korridor.planning.bound.left_out import completed, gains, partly_filled, worth_having
from korridor.planning.bound.lines import Line, Sums
from korridor.planning.bound.model import Effort, Model, StoppedError
from korridor.planning.bound.program import Program

__all__ = ["Effort", "Solved", "solve"]

SELDOM_BIND = ("lanes/", "bays/", "unload/")
"""Lines that are put in only when they are broken."""

ROUNDS = 6
SLACK = 1e-6
NEARLY = 0.01
GAIN = 0.01
"""What gains more than this part of the worthiest column is put in."""
TOLERANCE = 5e-5
"""Of a bound; if more is lost by what was left out, it is put in."""


@dataclass(frozen=True)
class Solved:
    """An optimum in floating point, and what is proved by its prices."""

    optimum: float
    proof: Proof


def solve(
    program: Program, effort: Effort, enough: int | None = None, binding: set[str] | None = None
) -> Solved:
    """Solve a slot program and prove the bound that its duals give.

    Parameters
    ----------
    program : Program
    effort : Effort
    enough : int, optional
        Where it only matters whether the bound is less than this, no more is done than tells.
    binding : set of str, optional
        Names of lines that have been broken in programs like this one; added to.

    Raises
    ------
    StoppedError
        When nobody waits any more, and nothing is proved yet; later, what is proved by then stands.
    """
    if not program.worth.any():
        return Solved(0.0, prove(program, np.zeros(program.places)))
    binding = set() if binding is None else binding
    having = worth_having(program)
    put_in = having & ~partly_filled(program)
    proof: Proof | None = None
    for _ in range(ROUNDS):
        lines = [line.name in binding or not _seldom(line, program.lines) for line in program.lines]
        try:
            prices, levels, optimum = Model(program, put_in, lines).optimum(effort)
        except StoppedError:
            if proof is None:
                raise
            break
        proof = prove(program, completed(program, prices, put_in))
        if enough is not None and proof.bound < enough:
            break
        broken = {
            line.name
            for line, is_in in zip(program.lines, lines, strict=True)
            if not is_in and not _kept(program, line, levels)
        }
        if broken:
            binding |= broken
            continue
        if enough is not None and optimum > enough - NEARLY:
            break
        if proof.bound <= optimum * (1 + TOLERANCE) + SLACK or bool(np.all(put_in | ~having)):
            break
        gaining = having & ~put_in & (gains(program, prices) > GAIN * program.worth.max())
        put_in = put_in | gaining if gaining.any() else having
    assert proof is not None  # there is a round
    return Solved(optimum, proof)


def _seldom(line: Line, lines: tuple[Line, ...]) -> bool:
    return line.name.startswith(SELDOM_BIND) or _implied(line, lines)


def _implied(line: Line, lines: tuple[Line, ...]) -> bool:
    """Whether a headway line follows from shorter ones: two runs side by side are as long and hold as many."""
    if not line.name.startswith("headway/"):
        return False
    road, m = line.name.rsplit("/", 1)
    lengths = {each.name: each.length for each in lines}
    first = lengths.get(f"{road}/1")
    return m != "1" and first is not None and first * int(m) == line.length


def _kept(program: Program, line: Line, levels: Floats) -> bool:
    """Whether a solution keeps a line that was left out of its program."""
    here = (program.place >= line.first) & (program.place < line.first + len(line.most))
    taken = np.bincount(
        program.place[here] - line.first,
        weights=program.amount[here] * levels[program.column[here]],
        minlength=len(line.most),
    )
    total = np.cumsum(taken[::-1])[::-1] if line.sums is Sums.FROM else np.cumsum(taken)
    if line.sums is Sums.RUN:  # a headway line that others imply
        return True
    return bool(np.all(total <= line.most + SLACK * (1 + line.most)))
