"""Numbers that count nobody: years, dates, clock times, ages, roads and resolutions, money, scores, idioms."""

from collections.abc import Callable

from korridor.claims.grammar import Grammar
from korridor.claims.numeral import Numeral
from korridor.claims.words import Words

Trap = Callable[[Words, Grammar, Numeral], bool]

_CLAUSE = 12


def is_trap(words: Words, grammar: Grammar, numeral: Numeral) -> bool:
    """Whether a numeral is one of those that count nothing, whatever follows it."""
    return any(trap(words, grammar, numeral) for trap in TRAPS)


def is_label(words: Words, grammar: Grammar, numeral: Numeral, bare: bool) -> bool:
    """Resolution 2328, Road 5, bus 12: the number is a name. Where a noun follows, only what is never counted."""
    word = words.at(numeral.begin - 1)
    small = numeral.exact is not None and numeral.exact < 100 and not numeral.in_words
    if bare and small and numeral.begin > 1 and words.form[numeral.begin - 1][0].isupper() and word.isalpha():
        named = words.at(numeral.begin - 2)[:1].isalpha() and word not in grammar.words("sources", "weekdays")
        if named:
            return True  # Benedict 16
    if word == "." and words.glued(numeral.begin - 1):
        word = words.at(numeral.begin - 2)
        if word not in ("no", "nr", "nos", "rv", "fv"):
            return False
    if numeral.in_words and (not bare or numeral.collective):
        return False
    if word not in grammar.words("traps", "labels"):
        return False
    return bare or word not in grammar.words("traps", "label_exceptions")


def glued_to_letters(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """F-16, al-Rashidin-4, COVID-19."""
    i = n.begin
    return (
        words.at(i - 1) in ("-", "‑", "/", "_", "@", "#")
        and words.glued(i)
        and words.glued(i - 1)
        and words.at(i - 2)[-1:].isalnum()
    )


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
    after = grammar.nouns.after(words.low, n.end)
    return after is None or words.at(n.end) in grammar.words("traps", "year_after")


def clock(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """14:30, kl. 14, 5 pm, 0600 hours, six o'clock."""
    if grammar.phrases("traps", "clock_after").after(words.low, n.end):
        return True
    if n.bare_year and words.form[n.begin][0] == "0":
        return True
    k = n.begin
    while k > 0 and (hedge := grammar.before.before(words.low, k)):
        k = hedge[0]
    if words.at(k - 1) in ("mellom", "fra", "between", "from") and n.range_:
        k -= 1
    if grammar.lang == "nb" and grammar.phrases("traps", "clock_before").before(words.low, k):
        return True
    form = words.form[n.begin]
    exact = n.exact
    if exact is not None and exact.denominator > 1 and "." in form and len(form.split(".")[1]) == 2:
        hour, minute = form.split(".")[:2]
        noon = int(hour) < 24 and int(minute) < 60
        return noon and grammar.phrases("traps", "clock_before").before(words.low, n.begin) is not None
    return False


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
    apart = words.at(n.begin - 1) in ("(", ",") and words.at(n.end) in (")", ",")
    named = n.begin > 1 and words.form[n.begin - 2][0].isupper() and not n.in_words
    if apart and named and n.exact is not None and 1 <= n.exact <= 120:
        return True
    unit = grammar.data["traps"].get("age_unit")
    under = words.at(n.begin - 1) in grammar.words("traps", "age_noun_before") and (n.high or 999) <= 99
    if under and n.begin > 1:
        hit = grammar.nouns.before(low, n.begin - 1)
        person = hit is not None and hit[1][0] == "persons"
        following = words.at(n.end + (1 if words.at(n.end) in (unit, "years") else 0))
        return person and (not following[:1].isalpha() or following not in grammar.nouns)
    return False


def money(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """$5m, 5 million dollars, 20 kroner."""
    before = words.at(n.begin - 1)
    if before in grammar.words("traps", "money_before") and (not before.isalpha() or before != "us"):
        return True
    j = n.end
    if words.at(j) in ("us", "syrian", "norske", "syriske", "amerikanske", "canadian", "australian"):
        j += 1
    return grammar.phrases("traps", "money_after").after(words.low, j) is not None


def measure(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """Degrees of cold and the calibre of a weapon."""
    low = words.low
    if grammar.phrases("traps", "degrees").after(low, n.end) or grammar.phrases("traps", "calibre").after(
        low, n.end
    ):
        return True
    unit = grammar.nouns.after(low, n.end)
    if unit and unit[1][0] == "distance_km" and grammar.phrases("traps", "height_after").after(low, unit[0]):
        return True
    before = words.at(n.begin - 1)
    if before == "minus":
        return True
    if before in ("-", "−") and words.glued(n.begin) and not words.glued(n.begin - 1) and not n.range_:
        return (n.high or 999) < 60 and grammar.nouns.after(low, n.end) is None
    return False


def telephone(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """+47 22 33 44 55."""
    if grammar.phrases("traps", "phone_before").before(words.low, n.begin):
        return True
    if words.at(n.begin - 1) == "+" and words.glued(n.begin):
        return True
    near = 0
    for j in (n.begin - 2, n.begin - 1, n.end, n.end + 1):
        near += words.at(j)[:1].isdecimal() and j >= 0
    together = words.at(n.begin - 1)[:1].isdecimal() or words.at(n.end)[:1].isdecimal()
    plus = "+" in (words.at(n.begin - 2), words.at(n.begin - 3), words.at(n.begin - 4))
    return together and (near >= 2 or plus)


def score(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """Won 3–0; voted 14 to 1."""
    low = words.low
    a, b = n.begin, n.end
    written = (n.range_ and (n.high or 99) <= 30) or any(
        words.at(j) in ("-", "–", ":") and words.at(k)[:1].isdecimal() and words.glued(j)
        for j, k in ((b, b + 1), (a - 1, a - 2))
    )
    if not written or n.in_words:
        return False
    if grammar.nouns.after(low, b) and not words.at(b).startswith(("votes", "stemmer", "mål", "goals")):
        return False
    return not n.range_ or not grammar.words("traps", "score_words").isdisjoint(
        low[max(0, a - _CLAUSE) : b + 5]
    )


def street(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """12 Baker Street, Storgata 14."""
    if n.in_words:
        return False
    for j in range(n.end, min(n.end + 4, len(words))):
        if not words.form[j][0].isupper():
            break
        if words.low[j] in grammar.words("traps", "street_after") and j > n.end:
            return True
    before = words.at(n.begin - 1)
    return (
        before.isalpha()
        and words.form[n.begin - 1][0].isupper()
        and before.endswith(tuple(grammar.data["traps"]["street_before"]) or ("\0",))
    )


def idiom(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """One of the, on the one hand, 24 hours a day."""
    table = grammar.phrases("traps", "idioms")
    for i in range(max(0, n.begin - 2), n.begin + 1):
        hit = table.after(words.low, i)
        if hit and hit[0] > n.begin:
            return True
    return False


def position(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """36.2° N, #5, a list's own number, (3)."""
    before, after = words.at(n.begin - 1), words.at(n.end)
    if after in ("°", "º", ")") and before in ("(", "", "\n"):
        return True
    first = n.begin == 0 or "\n" in words.gap(n.begin)
    return first and not n.in_words and after in (".", ")") and words.glued(n.end) and (n.high or 999) < 100


def ratio(words: Words, grammar: Grammar, n: Numeral) -> bool:
    """Two in three, seks av ti: a share, and neither number counts anybody."""
    small = grammar.data["numbers"]["small"]
    if not n.in_words or n.exact is None or n.exact > 10:
        return False
    joined = ("in", "of", "av")
    return (words.at(n.end) in joined and words.at(n.end + 1) in small) or (
        words.at(n.begin - 1) in joined and words.at(n.begin - 2) in small
    )


TRAPS: tuple[Trap, ...] = (
    glued_to_letters,
    slashed,
    date,
    year,
    clock,
    age,
    money,
    measure,
    telephone,
    score,
    street,
    idiom,
    ratio,
    position,
)
