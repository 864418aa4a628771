"""Make the tables of ``docs/reading.md``: ``python docs/reading_page.py``.

The hedges are those that the program reads by; a test holds the page to them.
"""

from collections.abc import Iterator
from pathlib import Path

from korridor.claims.grammar import LANGUAGES, grammar_of

PAGE = Path(__file__).with_name("reading.md")
BEGIN, END = "<!-- hedges: made by reading_page.py -->", "<!-- end of hedges -->"
_TITLES = {"en": "English", "nb": "Bokmål"}


def hedge_tables() -> str:
    """The hedges of all languages, row by row beside each other."""
    titles = [_TITLES[lang] for lang in LANGUAGES]
    lines = [f"| low..high | {' | '.join(titles)} |", "|---" * (len(titles) + 1) + "|"]
    rows: dict[str, dict[str, list[str]]] = {}
    for lang in LANGUAGES:
        for bounds, words in _rows(lang):
            rows.setdefault(bounds, {}).setdefault(lang, []).extend(words)
    for bounds, by_lang in rows.items():
        cells = [", ".join(by_lang.get(lang, ["–"])) for lang in LANGUAGES]
        lines.append(f"| {bounds if bounds != '..' else 'unknown'} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _rows(lang: str) -> Iterator[tuple[str, list[str]]]:
    hedges = grammar_of(lang).data["hedges"]
    for row in hedges["around"]:
        yield (
            row["bounds"],
            [f"{word} N" for word in row["before"]] + [f"N {word}" for word in row.get("after", ())],
        )
    for row in hedges["collective"]:
        yield row["bounds"], [f"{word} …" if row.get("noun") else word for word in row["words"]]
    between = [f"{begin} N {end} M" for begin, end in hedges["range"]["between"]]
    yield "N..M", between + [f"N {join} M" for join in hedges["range"]["joins"]]


def page(text: str) -> str:
    """The page with its tables as the program has them now."""
    head, _, rest = text.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{BEGIN}\n{hedge_tables()}\n{END}{tail}"


if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
