"""What is part of what: no part is larger than its whole."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

from korridor.claims.agreement.thing import PEOPLE, Thing
from korridor.claims.claim import Quantity, State
from korridor.operation.frozen import Frozen


class Why(StrEnum):
    """Why one number cannot be above another one."""

    SAID = "the text says that it is part of it"
    KIND = "persons of one kind are among the people"
    LATER = "who is out by then is out later on, too"


class Part(Frozen):
    """``part`` is at most ``whole``, and why."""

    part: Thing
    whole: Thing
    why: Why

    def __str__(self) -> str:
        return f"{self.part} is at most {self.whole}: {self.why}"


def people_of(thing: Thing) -> Thing | None:
    """Return the people that persons of one kind are among: those of the same place, state and time.

    Only where a place or a date ties them together: two groups in one text need not be of one crowd.
    """
    whole = thing.model_copy(update={"category": PEOPLE})
    return whole if thing.quantity is Quantity.PERSONS and thing.is_located and thing != whole else None


def kinds(things: Iterable[Thing]) -> Iterator[Part]:
    """Yield that persons of one kind are among the people."""
    everybody = set(things)
    for thing in sorted(everybody, key=str):
        whole = people_of(thing)
        if whole is not None and whole in everybody:
            yield Part(part=thing, whole=whole, why=Why.KIND)


def later(things: Iterable[Thing]) -> Iterator[Part]:
    """Yield that what is done until a date is at most what is done until a later one."""
    until: dict[Thing, list[Thing]] = {}
    for thing in things:
        if thing.state is State.DONE and thing.basis == "until" and len(thing.dates) == 1 and not thing.apart:
            until.setdefault(thing.model_copy(update={"dates": ()}), []).append(thing)
    for same in until.values():
        for earlier, after in pairwise(sorted(same, key=lambda thing: thing.dates)):
            yield Part(part=earlier, whole=after, why=Why.LATER)
