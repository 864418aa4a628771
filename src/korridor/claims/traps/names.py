"""Numbers that are names: resolutions, roads, models, streets, places on a page, telephones."""

from korridor.claims.grammar import Grammar
from korridor.claims.numeral import Numeral
from korridor.claims.words import Words


def is_label(words: Words, grammar: Grammar, numeral: Numeral, bare: bool) -> bool:
    """Resolution 2328, Road 5, bus 12: the number is a name. Where a noun follows, only what is never counted."""
    if numeral.unit_at is not None:
        return False
    before = _first_of_list(words, numeral.begin) if bare else numeral.begin
    word = words.at(before - 1)
    small = numeral.exact is not None and numeral.exact < 100 and not numeral.in_words
    if bare and small and numeral.begin > 1 and words.form[numeral.begin - 1][0].isupper() and word.isalpha():
        named = words.at(numeral.begin - 2)[:1].isalpha() and word not in grammar.words("sources", "weekdays")
        if named:
            return True  # Benedict 16
    if word == "." and words.glued(before - 1):
        word = words.at(before - 2)
        if word not in grammar.words("traps", "label_abbreviations"):
            return False
    code = words.form[before - 1] if before > 0 else ""
    if bare and len(code) == 2 and code.isupper() and code.isalpha() and not numeral.in_words:
        return word not in grammar.words("traps", "bodies_of_two")  # SK 4167
    if numeral.in_words and (not bare or numeral.collective):
        return False
    if word not in grammar.words("traps", "labels"):
        return False
    return bare or word not in grammar.words("traps", "label_exceptions")


def _first_of_list(words: Words, begin: int) -> int:
    """Articles 49, 50 and 51: the list of numbers has one label, before its first."""
    joins = (",", "and", "og", "or", "eller", "to", "til", "-", "–")
    while words.at(begin - 1) in joins and words.at(begin - 2)[:1].isdecimal():
        begin -= 2
    return begin


def glued_to_letters(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """F-16, al-Rashidin-4, COVID-19."""
    i = n.begin
    return (
        words.at(i - 1) in ("-", "‑", "/", "_", "@", "#")
        and words.glued(i)
        and words.glued(i - 1)
        and words.at(i - 2)[-1:].isalnum()
    )


def telephone(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """+47 22 33 44 55."""
    if grammar.phrases("traps", "phone_before").before(words.low, n.begin):
        return True
    if words.at(n.begin - 1) == "+" and words.glued(n.begin):
        return True
    if not (words.at(n.begin - 1)[:1].isdecimal() or words.at(n.end)[:1].isdecimal()):
        return False
    near = 0
    for j in (n.begin - 2, n.begin - 1, n.end, n.end + 1):
        near += words.at(j)[:1].isdecimal() and j >= 0
    together = words.at(n.begin - 1)[:1].isdecimal() or words.at(n.end)[:1].isdecimal()
    plus = "+" in (words.at(n.begin - 2), words.at(n.begin - 3), words.at(n.begin - 4))
    return together and (near >= 2 or plus)


def street(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """12 Baker Street, Storgata 14."""
    if n.in_words:
        return False
    for j in range(n.end, min(n.end + 4, len(words))):
        if not words.form[j][0].isupper():
            break
        if words.low[j] in grammar.words("traps", "street_after") and j > n.end:
            return words.low[j - 1] != "red"  # 26 Red Crescent workers
    before = words.at(n.begin - 1)
    return (
        before.isalpha()
        and words.form[n.begin - 1][0].isupper()
        and before.endswith(grammar.endings("traps", "street_before"))
    )


def position(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """36.2° N, #5, a list's own number, (3)."""
    before, after = words.at(n.begin - 1), words.at(n.end)
    if after in ("°", "º", ")") and before in ("(", "", "\n"):
        return True
    first = n.begin == 0 or "\n" in words.gap(n.begin)
    return first and not n.in_words and after in (".", ")") and words.glued(n.end) and (n.high or 999) < 100
