"""Which figure is part of which: only where the text says so (``of them``, ``hvorav``)."""

from korridor.claims.claim import Quantity
from korridor.claims.figure import Figure
from korridor.claims.grammar import Grammar, Noun
from korridor.claims.sentences import Layout
from korridor.claims.words import Words

_COUNTED = (Quantity.PERSONS, Quantity.FAMILIES, Quantity.VEHICLES, Quantity.PERCENT)


_ALONG = frozenset(
    (
        "by",
        "in",
        "on",
        "aboard",
        "i",
        "på",
        "with",
        "carrying",
        "carried",
        "took",
        "brought",
        "med",
        "fraktet",
        "tok",
        "hadde",
        "brakte",
    )
)


def assign_antecedents(words: Words, grammar: Grammar, layout: Layout, figures: list[Figure]) -> None:
    """Give a number without a noun what the figures before it count: 25 more followed; at least five were burned."""
    people = grammar.words("nouns", "people_verbs") | grammar.words("nouns", "persons_only")
    for at, figure in enumerate(figures):
        if not figure.bare or figure.quantity is not Quantity.PERSONS:
            continue
        if figure.numeral.collective and not figure.them:
            continue
        number = layout.sentence_of(figure.numeral.begin)
        opened = layout.sentences[number].begin
        following = words.low[figure.end : figure.end + 5]
        near = following[: following.index(".") if "." in following else None]
        near += words.low[max(opened, figure.begin - 2) : figure.begin]
        if not people.isdisjoint(near) and not figure.them:
            continue
        named = _named_just_before(words, grammar, figure, layout.sentences[number].begin)
        if named is not None:
            figure.quantity, figure.category = Quantity(named[0]), named[1]
            continue
        further = _is_further(words, grammar, figure)
        for earlier in reversed(figures[max(0, at - 8) : at]):
            if number - layout.sentence_of(earlier.numeral.begin) > 2:
                break
            counted = earlier.quantity in _COUNTED[:3] or (
                earlier.quantity is Quantity.OTHER
                and not earlier.notes
                and number == layout.sentence_of(earlier.numeral.begin)
            )
            if (further or earlier.quantity is Quantity.VEHICLES) and _goes_along(words, earlier):
                continue
            if counted and not further and _is_part(words, grammar, layout, earlier):
                continue
            if counted and not earlier.them and not _outgrows(figure, earlier, further):
                figure.quantity, figure.category = earlier.quantity, earlier.category
                break


def _is_further(words: Words, grammar: Grammar, figure: Figure) -> bool:
    """25 others, 40 more; but more than 1,000 is no further thousand."""
    table = grammar.words("nouns", "further")
    return any(
        words.low[k] in table and words.at(k + 1) not in ("than", "enn")
        for k in range(figure.begin, figure.end + 1)
        if k < len(words)
    )


def _is_part(words: Words, grammar: Grammar, layout: Layout, figure: Figure) -> bool:
    """Among them 300 members: what is spoken of afterwards is the whole."""
    begin = layout.sentences[layout.sentence_of(figure.numeral.begin)].begin
    return (
        not figure.bare
        and _says_part(words, grammar.phrases("times", "subset_words"), figure, begin) is not None
    )


def _goes_along(words: Words, figure: Figure) -> bool:
    """26 buses left with several hundred people aboard; another 24 are buses."""
    before = figure.begin - 1 - (words.at(figure.begin - 1) in ("the", "de", "those"))
    return words.at(before) in _ALONG


def _named_just_before(words: Words, grammar: Grammar, figure: Figure, begin: int) -> Noun | None:
    """Private cars now: 120 or so: what is counted stands just before a colon or comma."""
    mark = words.at(figure.begin - 1)
    if mark != ":" and not (mark == "," and figure.begin - begin <= 4):
        return None
    for k in range(figure.begin - 2, max(begin - 1, figure.begin - 5), -1):
        hit = grammar.nouns.before(words.low, k + 1)
        if (
            hit
            and hit[1][0] in ("persons", "families", "vehicles")
            and not words.at(hit[0] - 1)[:1].isdecimal()
        ):
            return hit[1]
    return None


def _outgrows(figure: Figure, earlier: Figure, further: bool) -> bool:
    """Whether a number is far larger than what was spoken of: then it is of something else."""
    if further:
        return False
    own, other = figure.low or figure.high, earlier.high or earlier.low
    return own is not None and other is not None and own > 3 * other


def assign_subsets(words: Words, grammar: Grammar, layout: Layout, figures: list[Figure]) -> None:
    """Join each part to its whole; the part has the state and, without one of its own, the author of the whole."""
    table = grammar.phrases("times", "subset_words")
    for at, figure in enumerate(figures):
        if figure.quantity not in _COUNTED:
            continue
        sentence = layout.sentences[layout.sentence_of(figure.numeral.begin)]
        earlier = [f for f in figures[max(0, at - 6) : at] if f.quantity in _COUNTED[:3] and f.parent is None]
        whole = next((f for f in reversed(earlier) if f.numeral.begin >= sentence.begin), None)
        begins = _says_part(words, table, figure, whole.end if whole else sentence.begin)
        if whole is not None and begins is None and figure.bare and _of_whole(words, grammar, whole):
            begins = figure.begin
        if whole is None and begins is not None and begins <= sentence.begin + 2:
            whole = earlier[-1] if earlier and _next_to(layout, earlier[-1], figure) else None
        if whole is None or (begins is None and not figure.them):
            before = figures[at - 1] if at else figure
            after_same = (
                before.parent is not None
                and before.numeral.begin >= sentence.begin
                and (_joined(words, before, figure) or ((before.them or before.bare) and figure.bare))
            )
            if after_same:
                figure.notes["sibling"] = True
            whole = figures[at - 1].parent if after_same else None
        if whole is None or not _fits(whole, figure):
            continue
        figure.parent = whole
        if figure.numeral.collective:
            continue
        if figure.bare and figure.category == "people" and whole.quantity is not Quantity.PERSONS:
            figure.quantity, figure.category = whole.quantity, whole.category
        elif figure.bare and (figure.category == "people" or figure.notes.get("sibling")):
            figure.category = whole.category


def _of_whole(words: Words, grammar: Grammar, whole: Figure) -> bool:
    """Of 45 buses sent, 12 turned back."""
    begin = whole.begin - 1 if words.at(whole.begin - 1) in ("the", "de", "those") else whole.begin
    return words.at(begin - 1) in ("of", "av") and (begin < 2 or not words.form[begin - 2][0].isalpha())


def _says_part(words: Words, table, figure: Figure, after: int) -> int | None:  # type: ignore[no-untyped-def]
    """Where the words stand that make a figure a part; None if there are none."""
    if figure.them:
        return figure.begin
    for k in range(max(after, figure.begin - 5), figure.begin):
        if words.low[k] in table and (hit := table.after(words.low, k)) and hit[0] <= figure.begin + 1:
            return k
    hit = table.after(words.low, figure.end) or table.after(words.low, figure.numeral.end)
    return (
        figure.end
        if hit and words.low[hit[0] - 1] in ("them", "whom", "dem", "these", "those", "disse")
        else None
    )


def _next_to(layout: Layout, earlier: Figure, figure: Figure) -> bool:
    return layout.sentence_of(figure.numeral.begin) - layout.sentence_of(earlier.numeral.begin) <= 1


def _joined(words: Words, before: Figure, figure: Figure) -> bool:
    between = words.low[before.end : figure.begin]
    return len(between) <= 2 and all(word in (",", "and", "og") for word in between)


def _fits(whole: Figure, part: Figure) -> bool:
    """A part of persons is a part of persons; and no part is larger than its whole."""
    if part.quantity is not Quantity.PERCENT and whole.quantity is not part.quantity:
        return part.bare
    return (
        part.low is None or whole.high is None or part.quantity is Quantity.PERCENT or part.low <= whole.high
    )
