"""The place of a figure: the name behind ``from``, ``out of``, ``i``, ``ut av``."""

from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar
from korridor.claims.sentences import Layout
from korridor.claims.words import Words

_FAR = 25


def assign_places(words: Words, grammar: Grammar, layout: Layout, figures: list[Figure]) -> None:
    """Give each figure the place that stands nearest in its sentence, rather behind it than before."""
    seen: dict[int, list[tuple[int, str]]] = {}
    for figure in figures:
        number = layout.sentence_of(figure.numeral.begin)
        if number not in seen:
            sentence = layout.sentences[number]
            seen[number] = list(_places(words, grammar, sentence.begin, sentence.end))
        found = [
            (k - figure.end if k >= figure.end else (figure.begin - k) * 2, name) for k, name in seen[number]
        ]
        near = min(found, default=None)
        figure.place = near[1] if near is not None and near[0] <= _FAR else None


def _places(words: Words, grammar: Grammar, begin: int, end: int) -> list[tuple[int, str]]:
    table = grammar.phrases("times", "place_before")
    parts, nouns = grammar.words("times", "place_words"), grammar.words("times", "place_nouns")
    never = grammar.words("times", "place_not") | frozenset(grammar.data["traps"]["months"])
    found: list[tuple[int, str]] = []
    i = begin
    while i < end:
        hit = table.after(words.low, i) if words.low[i] in table.first else None
        if hit is None:
            i += 1
            continue
        j = k = hit[0]
        while k < end and (words.low[k] in parts or words.low[k] in ("the", "al", "el")):
            k += 1
        name = k
        while k < end and words.low[k] not in never:
            proper = words.form[k][0].isupper() or (k > name and words.low[k] in nouns)
            tied = words.form[k] in ("-", "'", "’") and words.glued(k) and words.glued(k + 1)
            if not proper and not tied and not (words.glued(k) and words.form[k - 1] == "-"):
                break
            k += 1
        letters = words.form[name] if k > name else ""
        if k > name and letters[0].isupper() and not (len(letters) > 1 and letters.isupper()):
            start = j + 1 if words.low[j] == "the" else j
            found.append((i, words.said(start, k)))
        i = max(k, i + 1)
    return found
