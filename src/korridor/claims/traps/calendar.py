"""Numbers that say when: dates, years, clock times, ages."""

from korridor.claims.grammar import Grammar
from korridor.claims.numeral import Numeral
from korridor.claims.words import Words


def slashed(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """15/12, 24/7, 2016-12-15."""
    j = n.end
    if (
        words.at(j) in ("/", ":", "_")
        and words.glued(j)
        and words.glued(j + 1)
        and words.at(j + 1)[:1].isalnum()
    ):
        return True
    if n.fraction and words.at(n.begin - 1) in ("a", "en", "et") and words.at(n.begin - 2) in ("and", "og"):
        return True  # a mile and a half: not half of anything
    return n.range_ and words.at(j) in ("-", "–", "/") and words.glued(j) and words.at(j + 1)[:1].isdigit()


def every(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """Every 20 minutes: how often."""
    unit = grammar.nouns.after(words.low, n.end)
    often = words.at(n.begin - 1) in grammar.words("traps", "every")
    return often and unit is not None and unit[1][0] == "duration_s"


def ago(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """30 years ago, two hours later, ten minutes past eight: when, and not how long."""
    unit = grammar.nouns.after(words.low, n.end)
    if unit is None or unit[1][0] != "duration_s":
        return False
    following = words.at(unit[0])
    if following in grammar.words("traps", "ago"):
        return True
    hour = words.at(unit[0] + 1)
    return (
        unit[1][2] == 60
        and following in grammar.words("traps", "minutes_to")
        and (hour in grammar.data["numbers"]["small"] or hour.isdecimal())
    )


def date(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """15 December, December 15, 15. desember, the 15th."""
    months = grammar.data["traps"]["months"]
    j = n.end
    if words.at(j) in grammar.words("traps", "ordinal_after") and words.glued(j):
        return True
    dot = words.at(j) == "." and words.glued(j)
    if dot and grammar.data["traps"]["date_dot"]:
        j += 1
        after = words.form[j][0] if j < len(words) else ""
        if n.low is not None and n.low <= 31 and after.islower():
            return words.at(j) in months or not n.in_words
    elif words.at(j) == "of":
        j += 1
    small = (n.exact is not None and n.exact <= 31) or n.range_
    if (
        small
        and words.at(j) in months
        and (words.at(j) not in ("may", "mar", "mars") or words.form[j][0].isupper() or dot)
    ):
        return True
    k = n.begin - 1
    return (
        words.at(k) in months and words.form[k][0].isupper() and (words.at(k) != "may" or not n.in_words)
    ) or (words.at(k) in months and grammar.data["traps"]["date_dot"])


def year(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """In 2016, the 2016 deal, 2012–2016."""
    if (
        not n.bare_year
        or n.low is None
        or n.high is None
        or not (1800 <= n.low < 2100 and 1800 <= n.high < 2100)
    ):
        return False
    if words.at(n.begin - 1) in grammar.words("traps", "year_before"):
        return True
    hedged = grammar.before.before(words.low, n.begin)
    one_sided = hedged is not None and (hedged[1].low is None or hedged[1].high is None)
    if words.at(n.end) in grammar.words("states", "finite") or grammar.after.after(words.low, n.end):
        return False  # 2000 har dratt
    if one_sided or grammar.phrases("nouns", "bare_after").after(words.low, n.end):
        return False  # over 2000 er fordrevet
    return not _counts(words, grammar, n.end) or words.at(n.end) in grammar.words("traps", "year_after")


def _counts(words: Words, grammar: Grammar, end: int) -> bool:
    """Whether a noun of the table follows, with two adjectives before it at most: 2000 nye telt."""
    stops = grammar.words("nouns", "modifiers_stop")
    for j in range(end, min(end + 3, len(words))):
        if grammar.nouns.after(words.low, j):
            return True
        if words.low[j] in stops or not words.low[j].isalpha():
            return False
    return False


def clock(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """14:30, kl. 14, 5 pm, 0600 hours, six o'clock."""
    if grammar.phrases("traps", "clock_after").after(words.low, n.end):
        return True
    small = n.exact is not None and n.exact <= 12
    if small and grammar.phrases("traps", "clock_small_after").after(words.low, n.end):
        return True
    if n.bare_year and words.form[n.begin][0] == "0":
        return True
    k = n.begin
    while k > 0 and (hedge := grammar.before.before(words.low, k)):
        k = hedge[0]
    if words.at(k - 1) in ("mellom", "fra", "between", "from") and n.range_:
        k -= 1
        if (
            words.low[k] in ("fra", "from")
            and (n.high or 99) <= 24
            and not _is_counting(words, grammar, n.end)
        ):
            return True  # from eight to ten nothing moved
    if grammar.lang == "nb" and grammar.phrases("traps", "clock_before").before(words.low, k):
        return True
    form = words.form[n.begin]
    exact = n.exact
    if exact is not None and exact.denominator > 1 and "." in form and len(form.split(".")[1]) == 2:
        hour, minute = form.split(".")[:2]
        noon = int(hour) < 24 and int(minute) < 60
        return noon and grammar.phrases("traps", "clock_before").before(words.low, n.begin) is not None
    return False


def _is_counting(words: Words, grammar: Grammar, end: int) -> bool:
    """Whether a noun or unit follows."""
    word = words.at(end)
    return word[:1].isalpha() and (
        word in grammar.nouns or word not in grammar.words("nouns", "modifiers_stop")
    )


def age(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """A 15-year-old, aged 45, children under five, Sedky, 34, said."""
    low = words.low
    if grammar.phrases("traps", "age_after").after(low, n.end):
        return True
    begin = n.begin
    while hedged := grammar.before.before(low, begin):
        begin = hedged[0]
    if grammar.phrases("traps", "age_before").before(low, begin):
        return True
    if grammar.phrases("traps", "age_of").before(low, begin) and words.at(n.end) not in grammar.nouns:
        return True
    apart = words.at(n.begin - 1) in ("(", ",") and words.at(n.end) in (")", ",")
    named = n.begin > 1 and words.form[n.begin - 2][0].isupper() and not n.in_words
    if apart and named and n.exact is not None and 1 <= n.exact <= 120:
        return True
    compared = words.at(n.begin - 1) in grammar.words("traps", "age_noun_before") and (n.high or 999) <= 99
    if (
        compared
        and words.at(n.begin - 2) in grammar.words("states", "be")
        and words.at(n.end + (words.at(n.end) in (grammar.data["traps"].get("age_unit"), "years")))
        in ("", ".", ",", ";")
    ):
        return True  # a third of them are under 12
    unit = grammar.data["traps"].get("age_unit")
    under = words.at(n.begin - 1) in grammar.words("traps", "age_noun_before") and (n.high or 999) <= 99
    if under and n.begin > 1:
        hit = grammar.nouns.before(low, n.begin - 1)
        person = hit is not None and hit[1][0] == "persons"
        following = words.at(n.end + (1 if words.at(n.end) in (unit, "years") else 0))
        return person and (not following[:1].isalpha() or following not in grammar.nouns)
    return False
