"""Texts written to probe the reader, each with what should be found in it (``probes/``)."""

from collections.abc import Iterator
from pathlib import Path

from tests.claims.labelled import Chain, Dispatch, Label, found
from tests.claims.test_figures import bounds_of, quantities_of

FOLDER = Path(__file__).with_name("probes")


def probes(lang: str, round_: str = "*") -> list[Dispatch]:
    """The probes of a language; ``round_`` is the number of one of its files."""
    return [each for path in sorted(FOLDER.glob(f"{lang}-{round_}.txt")) for each in _of(path)]


def _of(path: Path) -> Iterator[Dispatch]:
    blocks = ("\n" + path.read_text(encoding="utf-8")).split("\n@ ")[1:]
    for number, block in enumerate(blocks, start=1):
        title, text, *lines = block.strip().splitlines()
        yield _probe(f"{path.stem}:{number}", path.stem[:2], title.split()[-1], text, lines)


def _probe(name: str, lang: str, date: str, text: str, lines: list[str]) -> Dispatch:
    text = text.replace(" ¶ ", "\n\n")
    labels: list[Label] = []
    traps = []
    at = 0
    for line in filter(None, map(str.strip, lines)):
        kind, rest = line[0], line[1:].strip()
        if kind == "!":
            traps.append(found(text, rest))
        elif kind == "~":
            labels.append(Label(rest, found(text, rest), ("other",), ("",), None, None, (), (), None, True))
        else:
            quote, answer = rest.split(" = ")
            begin = text.index(quote, at)
            at = begin + 1
            labels.append(_label(quote, (begin, begin + len(quote)), answer))
    return Dispatch(name, lang, date, False, text, tuple(labels), tuple(traps))


def _label(quote: str, span: tuple[int, int], answer: str) -> Label:
    counted, states, authors = (part.strip() for part in answer.split(";"))
    quantity, *category, bounds = counted.split(" ")
    low, high = bounds_of(bounds)
    return Label(
        quote,
        span,
        quantities_of(quantity),
        tuple(" ".join(category).split(",")),
        low,
        high,
        tuple(each.strip() for each in states.split(",")),
        tuple(_chain(each) for each in authors.split(" / ")),
        None,
        False,
    )


def _chain(text: str) -> Chain:
    return () if text.strip() == "-" else tuple(name.strip() for name in text.split(", "))
