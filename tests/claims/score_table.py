"""The table of a score: by language and half, what is right, and each kind of error.

``python -m tests.claims.score_table --errors nb`` also lists what was missed, false or wrong in Bokmål.
"""

import argparse
from collections.abc import Sequence

from tests.claims.by_command import read
from tests.claims.labelled import Dispatch, dispatches, sentences
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
    scores = {
        f"{language}, {'held out' if held_out else 'tuned on'}": score(
            (each for each in texts if each.language == language and each.held_out == held_out), reader
        )
        for language in ("nb", "en")
        for held_out in (False, True)
    }
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


def main() -> None:
    """Print the table of the reader at hand, and its errors when asked."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", choices=("nb", "en"), help="list what was wrong in this language")
    options.add_argument("--half", choices=("tuned", "held-out"), help="look at one half alone")
    asked = options.parse_args()
    texts = [
        each
        for each in [*dispatches(), *sentences()]
        if asked.half is None or each.held_out == (asked.half == "held-out")
    ]
    print(table(texts, read))
    if asked.errors:
        print(*score((each for each in texts if each.language == asked.errors), read).told, sep="\n")


if __name__ == "__main__":
    main()
