"""The phrase that names a speaker: ``a Syrian military source``, ``talsmann Jens Laerke i OCHA``."""

from korridor.claims.grammar import Grammar
from korridor.claims.words import Words

_FAR = 14
_INSIDE = frozenset(("-", "‑", ".", "'s", "&", "/", "’s", "'"))
Span = tuple[int, int]


def speaker_from(words: Words, grammar: Grammar, i: int, end: int) -> Span | None:
    """The speaker whose phrase begins at word ``i``; None if none does."""
    stops, inner = grammar.words("sources", "np_stop"), grammar.words("sources", "np_inner")
    roles, determiners = grammar.words("sources", "roles"), grammar.words("sources", "determiners")
    if words.at(i) in grammar.words("sources", "alone") and i < end:
        return (i, i + 1)  # it cannot, he then
    j = i
    limit = min(end, i + _FAR)
    while j < limit:
        word, form = words.low[j], words.form[j]
        if j > i and "\n\n" in words.gap(j):
            break
        if (
            j > i + 1
            and form[0].islower()
            and word not in roles
            and word not in inner
            and all(f[:1].isupper() and not f.isupper() for f in words.form[j - 2 : j])
        ):
            break  # a full name is over: Kari Moe står
        if word in inner and j > i and _goes_on(words, grammar, j, limit, roles, determiners):
            j += 1
            continue
        if (
            (word in stops and not in_capitals(form) and not (j > i and _inside_name(words, j)))
            or (word in inner and word not in ("and", "og"))
            or form[0].isdecimal()
            or form[0] == "?"
        ):
            break
        if not form[0].isalpha():
            tied = (
                form in _INSIDE
                and words.glued(j)
                and (form == "'s" or words.glued(j + 1) or _abbreviated(words, grammar, j))
            )
            if not tied:
                break
        if word in ("and", "og"):
            if not _goes_on(words, grammar, j, limit, roles, determiners):
                break
        elif j > i and word in determiners and _begins_anew(words, j, inner, determiners):
            break
        j += 1
    span = _trimmed(words, grammar, i, j)
    if (
        span is not None
        and words.at(span[1]) == "("
        and words.at(span[1] + 2) == ")"
        and in_capitals(words.form[span[1] + 1])
    ):
        return span[0], span[1] + 3  # Røde Kors-komiteen (ICRC)
    return span


def _begins_anew(words: Words, j: int, inner: frozenset[str], determiners: frozenset[str]) -> bool:
    """Whether an article begins another phrase: not behind another one, nor in a name."""
    before = words.low[j - 1]
    return before not in inner and before not in determiners and not _inside_name(words, j)


def _inside_name(words: Words, j: int) -> bool:
    """Whether a small word stands between the capitals of one name: Save the Children, Doctors Without Borders."""
    if not 0 < j < len(words) - 1:
        return False
    before, after = words.form[j - 1], words.form[j + 1]
    joined = words.form[j].istitle() or words.low[j] in ("the", "without", "uten")
    return joined and before.istitle() and after.istitle() and before.isalpha() and len(before) > 3


def in_capitals(form: str) -> bool:
    """Whether a word is an abbreviation in capitals, as WHO is."""
    return len(form) > 1 and form.isupper()


def _abbreviated(words: Words, grammar: Grammar, dot: int) -> bool:
    return words.form[dot] == "." and words.at(dot - 1) in grammar.words("sources", "abbreviations")


def _goes_on(
    words: Words, grammar: Grammar, j: int, limit: int, roles: frozenset[str], determiners: frozenset[str]
) -> bool:
    """Whether ``of``, ``in``, ``and`` carry the phrase on: a spokesman for the army, talsmann Laerke i OCHA."""
    if j + 1 >= limit:
        return False
    word, form, low = words.low[j], words.form[j + 1], words.low[j + 1]
    days = low in grammar.words("sources", "weekdays") or low in grammar.data["traps"]["months"]
    if days or low in grammar.words("sources", "np_stop"):
        return False
    if word in ("and", "og"):
        k = j + 2 if low in determiners else j + 1
        return (
            k < limit
            and (words.low[k] in roles or words.form[k][:2].isupper())
            and words.low[j - 1] not in grammar.words("sources", "say")
        )
    if words.low[j - 1] in grammar.words("sources", "documents"):
        return True
    if word in ("of", "for", "av") or words.low[j - 1] in roles:
        return (
            form[0].isupper()
            or low in determiners
            or low in roles
            or word in ("of", "for")
            or (j + 2 < limit and words.low[j + 2] in roles)
        )
    named = words.form[j - 1][:1].isupper() and word in ("i", "fra", "for", "of", "from", "ved")
    return named and form[0].isupper()


def speaker_before(words: Words, grammar: Grammar, end: int, begin: int) -> Span | None:
    """The speaker whose phrase ends just before word ``end``, not before word ``begin``."""
    stops, inner = grammar.words("sources", "np_stop"), grammar.words("sources", "np_inner")
    roles, determiners = grammar.words("sources", "roles"), grammar.words("sources", "determiners")
    j = end
    limit = max(begin, end - _FAR)
    while j > limit:
        word, form = words.low[j - 1], words.form[j - 1]
        if form[0].isdecimal() or form[0] == "?":
            break
        if not form[0].isalpha():
            tied = (
                form in _INSIDE
                and words.glued(j - 1)
                and (form == "'s" or words.glued(j) or _abbreviated(words, grammar, j - 1))
            )
            if not tied:
                break
        elif word in inner and j < end:
            before = words.at(j - 2)
            carried = (
                (word == "to" and before == "close")
                or word in ("of", "for", "and", "og", "av")
                or before in roles
                or (words.form[j - 2][:1].isupper() and j - 1 > limit and word in ("i", "fra", "from", "ved"))
            )
            if not carried or j - 1 <= limit or not before[:1].isalpha():
                break
        elif (word in stops and not in_capitals(form) and not _inside_name(words, j - 1)) or (
            word in grammar.words("sources", "say") and form[0].islower()
        ):
            break
        elif word in determiners and not (j - 2 >= limit and words.low[j - 2] in inner):
            if (
                j - 3 >= limit
                and words.low[j - 2].endswith("ing")
                and words.low[j - 3] in roles
                and grammar.lang == "en"
            ):
                j -= 2  # insurgents manning the checkpoint say
                continue
            j -= 1
            if _inside_name(words, j) and form.islower():
                continue  # Save the Children
            break
        j -= 1
    while j < end and (words.low[j] in inner or not words.form[j][0].isalpha()):
        j += 1
    return _trimmed(words, grammar, j, end)


def _trimmed(words: Words, grammar: Grammar, begin: int, end: int) -> Span | None:
    inner = grammar.words("sources", "np_inner")
    while end > begin and (
        words.low[end - 1] in inner or (not words.form[end - 1][-1].isalnum() and words.form[end - 1] != "'s")
    ):
        if words.form[end - 1] == "." and _abbreviated(words, grammar, end - 1):
            break
        end -= 1
    return (begin, end) if end > begin else None
