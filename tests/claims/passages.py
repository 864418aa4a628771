"""Short passages with the states and the authors that a reader should find (``passages/``)."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from korridor.claims.reading import read_text
from korridor.claims.times import Dispatched
from tests.claims.near import same_chain

FOLDER = Path(__file__).with_name("passages")


@dataclass(frozen=True)
class Passage:
    """A text, and what is right of each figure, found by a part of its wording: a state, or a chain of authors."""

    text: str
    right: dict[str, str | list[str]]


def passages(lang: str, what: str) -> list[Passage]:
    """The passages of a language for ``states`` or ``sources``."""
    rows = yaml.safe_load((FOLDER / f"{lang}-{what}.yaml").read_text(encoding="utf-8"))
    return [Passage(text, {str(part): right for part, right in figures.items()}) for text, figures in rows]


def wrong(passage: Passage, lang: str) -> Iterator[str]:
    """What is read otherwise than it should be, one line a figure."""
    claims = read_text(passage.text, lang=lang, sent=Dispatched.read("2016-12-16"))
    for part, right in passage.right.items():
        claim = next((each for each in claims if part in each.quote), None)
        if claim is None:
            yield f"{passage.text!r}: {part} is not read"
        elif isinstance(right, str):
            if claim.state != right:
                yield f"{passage.text!r}: {part} is {right}, not {claim.state}"
        elif not same_chain(tuple(right), claim.sources):
            yield f"{passage.text!r}: {part} is by {right}, not {claim.sources}"
