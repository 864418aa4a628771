"""People and bodies that a text names without letting them speak: whom a later title or pronoun may mean."""

from korridor.claims.grammar import Grammar
from korridor.claims.sources.speaker import Span
from korridor.claims.words import Words

_LOOK_BACK = 400
_NEAR = 60
_SHORT = 5
"""A title of so few letters ends too many words."""
_JOINS = frozenset(("and", "og", "of", "i", "in", "for"))
_LEADS = ("sjef", "leder", "chief")


def name_at(words: Words, i: int) -> Span | None:
    """Two to four capitals in a row."""
    j = i
    while j < min(i + 4, len(words)) and words.form[j][0].isupper():
        j += 1
    return (i, j) if j - i >= 2 else None


def named_before(words: Words, grammar: Grammar, before: int, *stems: str) -> tuple[str, ...] | None:
    """Brannsjef Olav Torp ga ordren … brannsjefen: a name that follows the title, anywhere before."""
    shorts = grammar.data["sources"]["short_titles"]
    whole = {*stems, *(shorts[stem] for stem in stems if stem in shorts)}
    ends = tuple(stem for stem in stems if len(stem) > _SHORT) or ("\0",)
    wanted = [word for word in words.places if word.endswith(ends) or word in whole]
    places = sorted(
        (k for word in wanted for k in words.places[word] if before - _LOOK_BACK < k < before), reverse=True
    )
    for k in places:
        name = name_at(words, k + 2 if words.at(k + 1) == "." else k + 1)
        if name is not None:
            return (words.said(*name),)
        if words.form[k][0].isupper() and words.low[k] not in stems:
            return (words.form[k],)
    return None


def whole_name(words: Words, before: int, surname: str) -> tuple[str, ...] | None:
    """A surname's name and surname, as the text has them earlier."""
    for k in reversed(words.places.get(surname.lower(), ())):
        if not max(1, before - _LOOK_BACK) < k < before:
            continue
        first = words.form[k - 1]
        inside = first in words.names or (k > 1 and words.form[k - 2][-1:].isalpha())
        if words.form[k] == surname and first[0].isupper() and first.isalpha() and inside:
            return (words.said(k - 1, k + 1),)
    return None


def last_person(words: Words, grammar: Grammar, before: int, after: int = 0) -> tuple[str, ...] | None:
    """The last name of a person in the text: two capitals, or a title and one."""
    roles = grammar.words("sources", "roles")
    for k in range(before - 1, max(after - 1, before - _LOOK_BACK), -1):
        role = words.low[k] in roles or (words.form[k] == "," and not after)
        name = name_at(words, k + 1) if role or words.low[k].endswith(_LEADS) else None
        opens = not after and (k == 0 or words.form[k - 1] in '.?!”»"' or "\n" in words.gap(k))
        if name is None and opens:
            name = _introduced(words, grammar, k)
        if name is not None:
            return (words.said(*name),)
    return None


def last_role(words: Words, grammar: Grammar, before: int) -> tuple[str, ...] | None:
    """The mayor held up four fingers … he explained: the last person told of by a role alone."""
    persons, determiners = grammar.words("sources", "titles"), grammar.words("sources", "determiners")
    bodies = grammar.words("sources", "bodies")
    for k in range(before - 1, max(0, before - _NEAR), -1):
        if words.low[k] not in persons or words.low[k] in bodies:
            continue
        if words.low[k - 1] in determiners:
            return (words.said(k - 1, k + 1).lower(),)
        if grammar.data["numbers"]["compounds"]:
            return (words.low[k],)  # ordføreren
    return None


def _introduced(words: Words, grammar: Grammar, k: int) -> Span | None:
    """Maria Lopez, the mayor, was there; Erik Dahl drove a bus: a name that a sentence begins with."""
    name = name_at(words, k)
    if name is None or not all(form.istitle() for form in words.form[name[0] : name[1]]):
        return None
    after = words.at(name[1])
    near = words.low[name[1] + 1 : name[1] + 5]
    described = after == "," and not grammar.words("sources", "roles").isdisjoint(near)
    return name if described or (after.isalpha() and after not in _JOINS) else None
