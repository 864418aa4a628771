"""Hold a reader against the labelled dispatches: how often figure, state and author are right, and what goes wrong."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.claims.labelled import Dispatch, Label, Span
from tests.claims.near import same_category, same_chain, same_last

Answer = Mapping[str, Any]
"""One claim as ``korridor read --json`` has it."""

Reader = Callable[[Dispatch], Sequence[Answer]]

# Of these the category must be right, too, for a figure to be right.
_KINDS = ("persons", "vehicles")
ERRORS = ("missed", "false", "on a trap", "quantity", "category", "bounds", "state", "author", "subset")


@dataclass
class Score:
    """Counts over any number of dispatches, and each error with where it stands."""

    labels: int = 0
    answers: int = 0
    right: int = 0
    found: int = 0
    state: int = 0
    last: int = 0
    chain: int = 0
    traps: int = 0
    trapped: int = 0
    errors: Counter[str] = field(default_factory=Counter)
    told: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Of the figures answered, how many are right."""
        return self.right / max(1, self.answers)

    @property
    def recall(self) -> float:
        """Of the figures labelled, how many are right."""
        return self.right / max(1, self.labels)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall of whole figures."""
        return 2 * self.right / max(1, self.answers + self.labels)

    def wrong(self, kind: str, dispatch: Dispatch, what: object) -> None:
        """Note one error."""
        self.errors[kind] += 1
        self.told.append(f"{dispatch.name}: {kind}: {what}")

    def __add__(self, other: "Score") -> "Score":
        numbers = {
            name: getattr(self, name) + getattr(other, name)
            for name in self.__dataclass_fields__
        }  # fmt: skip
        return Score(**numbers)


def score(dispatches: Iterable[Dispatch], reader: Reader) -> Score:
    """Read each dispatch and add up what is right and what is not."""
    total = Score()
    for dispatch in dispatches:
        total = total + _one(dispatch, reader(dispatch))
    return total


def _one(dispatch: Dispatch, answers: Sequence[Answer]) -> Score:
    score = Score(traps=len(dispatch.traps))
    pairs = _paired(dispatch.labels, answers)
    needed = {number for number, label in enumerate(dispatch.labels) if not label.optional}
    score.labels = len(needed)
    for number in needed - set(pairs):
        score.wrong("missed", dispatch, dispatch.labels[number].quote)
    for number in sorted(needed & set(pairs)):
        score.found += 1
        score.answers += 1
        _compare(score, dispatch, number, answers, pairs)
    for answer in _unpaired(dispatch, answers, pairs):
        score.answers += 1
        score.wrong("false", dispatch, answer["quote"])
    for trap in dispatch.traps:
        touching = [each["quote"] for each in answers if _shared(trap, each["span"])]
        if touching:
            score.trapped += 1
            score.wrong("on a trap", dispatch, touching[0])
    return score


def _compare(
    score: Score, dispatch: Dispatch, number: int, answers: Sequence[Answer], pairs: Mapping[int, int]
) -> None:
    label, answer = dispatch.labels[number], answers[pairs[number]]
    wrong = list(_figure_errors(label, answer))
    for kind, says in wrong:
        score.wrong(kind, dispatch, f"{label.quote!r} {says}")
    score.right += not wrong
    score.state += answer["state"] in label.states
    if answer["state"] not in label.states:
        score.wrong(
            "state", dispatch, f"{label.quote!r} is {' or '.join(label.states)}, not {answer['state']}"
        )
    said = tuple(answer["sources"])
    score.last += any(same_last(chain, said) for chain in label.chains)
    score.chain += any(same_chain(chain, said) for chain in label.chains)
    if not any(same_last(chain, said) for chain in label.chains):
        score.wrong("author", dispatch, f"{label.quote!r} is by {label.chains[0]}, not {said}")
    # What form ``subset_of`` has is the reader's affair; whether there is one is compared.
    if (label.subset_of is None) != (answer["subset_of"] is None):
        score.wrong("subset", dispatch, f"{label.quote!r}: {label.subset_of}, not {answer['subset_of']}")


def _figure_errors(label: Label, answer: Answer) -> Iterator[tuple[str, str]]:
    if answer["quantity"] not in label.quantities:
        yield "quantity", f"is {' or '.join(label.quantities)}, not {answer['quantity']}"
    elif answer["quantity"] in _KINDS and not any(
        same_category(category, answer["category"]) for category in label.categories
    ):
        yield "category", f"is {' or '.join(label.categories)}, not {answer['category']}"
    if (answer["low"], answer["high"]) != (label.low, label.high):
        yield "bounds", f"is {label.low}..{label.high}, not {answer['low']}..{answer['high']}"


def _paired(labels: Sequence[Label], answers: Sequence[Answer]) -> dict[int, int]:
    """Which answer stands for which label: spans overlap, right figures first, then the longest overlap."""
    possible = sorted(
        (
            (bool(list(_figure_errors(label, answer))), -_shared(label.span, answer["span"]), number, place)
            for number, label in enumerate(labels)
            for place, answer in enumerate(answers)
            if _shared(label.span, answer["span"])
        ),
    )
    pairs: dict[int, int] = {}
    for _, _, number, place in possible:
        if number not in pairs and place not in pairs.values():
            pairs[number] = place
    return pairs


def _unpaired(dispatch: Dispatch, answers: Sequence[Answer], pairs: Mapping[int, int]) -> Iterator[Answer]:
    may_be = [label.span for label in dispatch.labels if label.optional]
    for place, answer in enumerate(answers):
        if place not in pairs.values() and not any(_shared(span, answer["span"]) for span in may_be):
            yield answer


def _shared(one: Span, other: Sequence[int]) -> int:
    """How many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
