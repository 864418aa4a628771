"""The table of a score: by language and part, what is right, and each kind of error.

``python -m tests.claims.score_table --errors nb`` also lists what was missed, false or wrong in Bokmål.
``--part unseen`` scores the part that is for scoring only: it is read when asked for, and its errors are not listed.
"""

import argparse
from collections.abc import Sequence

from tests.claims.by_command import read
from tests.claims.labelled import PARTS, Dispatch, Part, dispatches, sentences, unseen
from tests.claims.score import ERRORS, Reader, Score, score

_COLUMNS = ("figures", "precision", "recall", "F1", "state", "last author", "chain", "on traps")


def row(result: Score) -> tuple[str, ...]:
    """What one line of the table says."""
    shares = [
        result.precision,
        result.recall,
        result.f1,
        *(part / max(1, result.found) for part in (result.state, result.last, result.chain)),
        result.trapped / max(1, result.traps),
    ]
    return (str(result.labels), *(f"{share:.3f}" for share in shares))


def table(texts: Sequence[Dispatch], reader: Reader) -> str:
    """The whole table as text."""
    groups = {
        f"{language}, {part.replace('_', ' ')}": [
            each for each in texts if (each.language, each.part) == (language, part)
        ]
        for language in ("nb", "en")
        for part in PARTS
    }
    scores = {name: score(group, reader) for name, group in groups.items() if group}
    scores["all"] = score(texts, reader)
    lines = [("", *_COLUMNS), *((name, *row(each)) for name, each in scores.items())]
    kinds = [
        ("", *ERRORS),
        *((name, *(str(each.errors[kind]) for kind in ERRORS)) for name, each in scores.items()),
    ]
    return "\n\n".join(_aligned(part) for part in (lines, kinds))


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in lines
    )


def texts_of(part: Part | None) -> list[Dispatch]:
    """The texts of one part; without one, all that may be looked at."""
    if part == "unseen":
        return unseen()
    return [each for each in [*dispatches(), *sentences()] if part in (None, each.part)]


def main() -> None:
    """Print the table of the reader at hand, and its errors when asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", choices=("nb", "en"), help="list what was wrong in this language")
    options.add_argument("--part", choices=PARTS, help="look at one part alone")
    asked = options.parse_args()
    if asked.errors and asked.part == "unseen":
        options.error("--errors: the errors of the unseen part are not listed; what was looked at is seen")
    texts = texts_of(asked.part)
    print(table(texts, read))
    if asked.errors:
        print(*score((each for each in texts if each.language == asked.errors), read).told, sep="\n")


if __name__ == "__main__":
    main()
