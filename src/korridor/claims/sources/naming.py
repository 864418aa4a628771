"""A speaker's name as it stands in a chain: no opener, no genitive, no reporter or paper in front of its owner."""

import re

from korridor.claims.grammar import Grammar
from korridor.claims.sources.speaker import Span
from korridor.claims.words import Words

_KINDS_EN = "the|a|its|state|official|news|French|Russian|Syrian|Turkish|British|Norwegian|American|Kurdish"
_KINDS_NB = "det|den|statlige|offisielle|russiske|syriske|franske|tyrkiske|norske"
_OPENERS = re.compile(
    rf"(?:(?:{_KINDS_EN}) )*(?:news ?agency|agency|newspaper|broadcaster)\s+(?=[A-ZÆØÅ])"
    rf"|(?:(?:{_KINDS_NB}) )*(?:nyhetsbyrået|byrået|avisen|avisa|kringkasteren)\s+(?=[A-ZÆØÅ])",
)


def name_of(words: Words, grammar: Grammar, span: Span) -> str:
    """A speaker as the text writes it; a sentence's own capital is not the name's."""
    begin, end = span
    reporters = grammar.words("sources", "reporters")
    own = [k for k in range(begin, end) if words.low[k] in reporters or words.form[k] == "'s"]
    agency = [k for k in range(begin, end) if words.form[k].isupper() and len(words.form[k]) > 1]
    names = [
        k
        for k in range(begin, end)
        if words.form[k][0].isupper() and words.low[k] not in ("the", "a", "an", "en", "et")
    ]
    if (
        any(words.low[k] in reporters for k in own)
        and (agency or names)
        and (agency or names)[0] < own[-1]
        and len(names) == 1
    ):
        name = words.form[names[0]]
        endings = grammar.data["sources"]["genitive_endings"]
        lone = words.low[names[0] + 1] in reporters and name[:-1].isupper()
        return name[:-1] if lone and name.endswith(tuple(endings) or "\0") else name
    if (
        own
        and grammar.lang == "nb"
        and words.low[end - 1] in reporters
        and words.form[begin].endswith("s")
        and end - begin == 2
    ):
        return words.form[begin][:-1]
    if (
        any(
            words.low[k].rpartition("-")[2] in grammar.words("sources", "documents")
            for k in range(begin, end)
        )
        and end - begin > 1
    ):
        document = next(
            k
            for k in range(begin, end)
            if words.low[k].rpartition("-")[2] in grammar.words("sources", "documents")
        )
        if words.at(document + 1) in ("fra", "from", "by", "of", "av") and document + 2 < end:
            return name_of(words, grammar, (document + 2, end))
        last = document == end - 1 and document > begin
        if last and words.form[document - 1] in ("'s", "’s"):
            return name_of(words, grammar, (begin, document - 1))
        if (
            last
            and words.form[document - 1].islower()
            and words.form[document - 1].endswith(grammar.endings("sources", "genitive_endings"))
        ):
            return words.said(begin, document)[:-1]
        owner = next(
            (k for k in range(begin, end) if words.form[k][:2].isupper() and len(words.form[k]) > 1), None
        )
        if owner is not None:
            return words.form[owner].removesuffix("s") if grammar.lang == "nb" else words.form[owner]
    text = words.said(begin, end)
    ending = _genitive(words, grammar, begin, end)
    text = text[: len(text) - ending]  # FNs tall
    text = _OPENERS.sub("", text) or text
    if text.endswith(("'s", "’s")):
        text = text[:-2]
    head, _, rest = text.partition(" ")
    common = head.lower() in grammar.words("sources", "determiners") or head.lower() in grammar.words(
        "sources", "roles"
    )
    if (
        head.istitle()
        and common
        and (begin == 0 or words.form[begin - 1][-1:] in '.?!”»":–—' or "\n" in words.gap(begin))
    ):
        proper = head.lower() not in grammar.words("sources", "determiners") and rest[:1].isupper()
        text = (
            text
            if proper and grammar.lang == "nb" and head.lower() in ("røde", "hvite")
            else head.lower() + (" " + rest if rest else "")
        )
    return text


def _genitive(words: Words, grammar: Grammar, begin: int, end: int) -> int:
    """How many letters of a name are its genitive: a count of theirs, or their reporter, stands behind."""
    owned = grammar.words("sources", "own_documents") | grammar.words("sources", "reporters")
    if owned.isdisjoint(words.low[end : end + 2]):
        return 0
    endings = (e for e in grammar.data["sources"]["genitive_endings"] if words.low[end - 1].endswith(e))
    return max(map(len, endings), default=0)
