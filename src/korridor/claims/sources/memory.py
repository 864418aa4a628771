"""Whom a pronoun, a title or a surname means: the speakers met so far."""

import re

from korridor.claims.grammar import Grammar
from korridor.claims.sources.attribution import Attribution
from korridor.claims.sources.speaker import Span
from korridor.claims.words import Words

_OPENERS = re.compile(
    r"(?:(?:the|a|its|state|official|news|French|Russian|Syrian|Turkish|British|Norwegian|American|Kurdish) )*(?:news ?agency|agency|newspaper|broadcaster)\s+(?=[A-ZÆØÅ])"
    r"|(?:(?:det|den|statlige|offisielle|russiske|syriske|franske|tyrkiske|norske) )*(?:nyhetsbyrået|byrået|avisen|avisa|kringkasteren)\s+(?=[A-ZÆØÅ])"
)


class Memory:
    """The chains of a text so far, each with the words that describe its speaker."""

    def __init__(self, words: Words, grammar: Grammar, publication: frozenset[str]) -> None:
        self._words, self._grammar, self._publication = words, grammar, publication
        self._known: list[tuple[tuple[str, ...], str]] = []

    def chain(self, attribution: Attribution) -> tuple[str, ...]:
        """The names of an attribution, pronouns and titles replaced by whom they mean; and remember them."""
        first, *passers = attribution.speakers
        meant = self._meant(first)
        names = list(meant) if meant is not None else [self._name(first)]
        for span in passers:
            also = self._meant(span)
            names += [name for name in (also or (self._name(span),)) if name not in names]
        chain = tuple(dict.fromkeys(name for name in names if name))
        begin, end = attribution.described
        end = max(end, attribution.end)
        self._known.append((chain, self._words.said(begin, end).lower()))
        return tuple(name for name in chain if name not in self._publication)

    def _name(self, span: Span) -> str:
        """A speaker as the text writes it; a sentence's own capital is not the name's."""
        words, (begin, end) = self._words, span
        reporters = self._grammar.words("sources", "reporters")
        own = [k for k in range(begin, end) if words.low[k] in reporters or words.form[k] == "'s"]
        agency = [k for k in range(begin, end) if words.form[k].isupper() and len(words.form[k]) > 1]
        names = [k for k in range(begin, end) if words.form[k][0].isupper() and words.low[k] not in ("the", "a", "an", "en", "et")]
        if any(words.low[k] in reporters for k in own) and (agency or names) and (agency or names)[0] < own[-1] and len(names) == 1:
            return words.form[names[0]]
        if own and self._grammar.lang == "nb" and words.low[end - 1] in reporters and words.form[begin].endswith("s") and end - begin == 2:
            return words.form[begin][:-1]
        text = words.said(begin, end)
        text = _OPENERS.sub("", text) or text
        if text.endswith(("'s", "’s")):
            text = text[:-2]
        head, _, rest = text.partition(" ")
        common = head.lower() in self._grammar.words("sources", "determiners") or head.lower() in self._grammar.words("sources", "roles")
        if head.istitle() and common and (begin == 0 or words.form[begin - 1][-1:] in ".?!”»\":–—" or "\n" in words.gap(begin)) :
            proper = head.lower() not in self._grammar.words("sources", "determiners") and rest[:1].isupper()
            text = text if proper and self._grammar.lang == "nb" and head.lower() in ("røde", "hvite") else head.lower() + (" " + rest if rest else "")
        return text

    def _meant(self, span: Span) -> tuple[str, ...] | None:
        """The chain that a pronoun, a title, ``the same source`` or a surname points back to."""
        words, grammar = self._words, self._grammar
        low, forms = words.low[span[0] : span[1]], words.form[span[0] : span[1]]
        if len(low) == 1 and low[0] in grammar.words("sources", "pronouns"):
            return self._pronoun(low[0])
        same = grammar.phrases("sources", "same").after(low, 0)
        titles = grammar.data["sources"]["titles"]
        if same and same[0] < len(low):
            return self._described(_stem(titles, low[-1]))
        definite = (len(low) == 2 and low[0] in ("the", "this", "den", "det", "denne")) or (len(low) == 1 and isinstance(titles, dict))
        if definite and low[-1] in titles:
            return self._described(_stem(titles, low[-1])) or (self._personal() if low[-1] not in _BODIES else None)
        if len(forms) <= 2 and forms[-1][0].isupper() and not (forms[-1].isupper() and len(forms[-1]) > 1):
            for chain, _ in reversed(self._known):
                if chain and chain[0].endswith(" " + forms[-1]) and len(chain[0].split()) > len(forms):
                    return chain[:1]
        return None

    def _pronoun(self, pronoun: str) -> tuple[str, ...] | None:
        if pronoun in self._grammar.words("sources", "personal"):
            return self._personal() or ()
        return self._known[-1][0] if self._known else ()

    def _personal(self) -> tuple[str, ...] | None:
        """The last speaker who is one person, else the last of all."""
        bodies = self._grammar.words("sources", "reporters") | _BODIES
        for chain, said in reversed(self._known):
            if chain and not chain[0].isupper() and not any(body in said.split() for body in bodies):
                return chain
        return self._known[-1][0] if self._known else None

    def _described(self, stem: str) -> tuple[str, ...] | None:
        for chain, said in reversed(self._known):
            if stem in said:
                return chain
        return None


_BODIES = frozenset(("army", "government", "ministry", "agency", "observatory", "committee", "hæren", "regjeringen", "departementet", "organisasjonen", "byrået", "komiteen", "observatoriet",
                     "organisation", "organization", "military", "centre", "center", "group", "militæret", "senteret", "television", "fjernsynet", "fjernsyn"))


def _stem(titles: object, word: str) -> str:
    if isinstance(titles, dict):
        return str(titles.get(word, word))
    return "spokes" if word.startswith("spokes") else word
