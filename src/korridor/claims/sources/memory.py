"""Whom a pronoun, a title or a surname means: the speakers met so far."""

from korridor.claims.grammar import Grammar
from korridor.claims.sources.attribution import Attribution
from korridor.claims.sources.naming import name_of
from korridor.claims.sources.speaker import Span
from korridor.claims.words import Words


class Memory:
    """The chains of a text so far, each with the words that describe its speaker."""

    def __init__(self, words: Words, grammar: Grammar, publication: frozenset[str]) -> None:
        self._words, self._grammar, self._publication = words, grammar, publication
        self._known: list[tuple[tuple[str, ...], str]] = []
        self._last_at = 0

    def chain(self, attribution: Attribution) -> tuple[str, ...]:
        """The names of an attribution, pronouns and titles replaced by whom they mean; and remember them."""
        first, *passers = attribution.speakers
        meant = self._meant(first)
        names = list(meant) if meant is not None else [name_of(self._words, self._grammar, first)]
        if passers and self._is_document(first):
            names = []  # a statement seen by Reuters
        for span in passers:
            also = self._meant(span)
            names += [
                name for name in (also or (name_of(self._words, self._grammar, span),)) if name not in names
            ]
        chain = tuple(dict.fromkeys(name for name in names if name))
        begin, end = attribution.described
        end = max(end, attribution.end)
        self._known.append((chain, self._words.said(begin, end).lower()))
        self._last_at = end
        return tuple(name for name in chain if name not in self._publication)

    def _is_document(self, span: Span) -> bool:
        """A statement, a draft agreement: no speaker where somebody passes it on."""
        low = self._words.low[span[0] : span[1]]
        named = any(form[0].isupper() for form in self._words.form[span[0] + 1 : span[1]])
        return not named and low[-1] in self._grammar.words("sources", "papers")

    def _meant(self, span: Span) -> tuple[str, ...] | None:
        """The chain that a pronoun, a title, ``the same source`` or a surname points back to."""
        words, grammar = self._words, self._grammar
        low, forms = words.low[span[0] : span[1]], words.form[span[0] : span[1]]
        if len(low) == 1 and low[0] in grammar.words("sources", "pronouns"):
            return self._pronoun(low[0], span)
        same = grammar.phrases("sources", "same").after(low, 0)
        titles = grammar.data["sources"]["titles"]
        if same and same[0] < len(low):
            return self._described(_stem(titles, low[-1])) or (self._known[-1][0] if self._known else None)
        definite = (len(low) == 2 and low[0] in ("the", "this", "den", "det", "denne")) or (
            len(low) == 1 and isinstance(titles, dict)
        )
        if definite and low[-1] in titles:
            return (
                self._described(_stem(titles, low[-1]))
                or self._named_before(span, _stem(titles, low[-1]))
                or (self._personal() if low[-1] not in _BODIES else self._body())
            )
        if definite and low[0].islower() and forms[-1][0].islower():
            found = self._described_definite(low[-1], span)
            if found is not None:
                return found
        if len(forms) <= 2 and forms[-1][0].isupper() and not (forms[-1].isupper() and len(forms[-1]) > 1):
            for chain, _ in reversed(self._known[-_KNOWN:]):
                if chain and chain[0].endswith(" " + forms[-1]) and len(chain[0].split()) > len(forms):
                    return chain[:1]
            for k in range(span[0] - 1, max(1, span[0] - _LOOK_BACK), -1) if len(forms) == 1 else ():
                first = words.form[k - 1]
                if (
                    words.form[k] == forms[0]
                    and first[0].isupper()
                    and first.isalpha()
                    and (first in words.names or (k > 1 and words.form[k - 2][-1:].isalpha()))
                ):
                    return (words.said(k - 1, k + 1),)
        return None

    def _body(self) -> tuple[str, ...] | None:
        """The agency, gruppen: the last speaker in capitals, as agencies are written, else the last that is a body."""
        known = [chain for chain, _ in reversed(self._known[-_KNOWN:]) if chain]
        for chain in known:
            if chain[0].split()[-1].isupper():
                return chain
            acronym = next((w for w in chain[0].split() if w.isupper() and len(w) > 2), None)
            if acronym is not None:
                return (acronym,)  # UNHCR spokesperson Shabia Mantoo … the agency
        return next((chain for chain in known if self._is_body(chain[0])), None)

    def _is_body(self, name: str) -> bool:
        """Whether a name is of a body: its head is one, or it has an article and a capital."""
        words = name.split()
        low = words[-1].lower()
        titled = words[0].lower() in self._grammar.words("sources", "determiners") and words[-1][0].isupper()
        return low in _BODIES or titled

    def _described_definite(self, word: str, span: Span) -> tuple[str, ...] | None:
        """The council, brannsjefen: a definite noun means whom that noun described."""
        stems = [word]
        if self._grammar.lang == "nb":
            stems = [
                word.removesuffix(end)
                for end in ("en", "et", "a", "n")
                if word.endswith(end) and len(word) > 6
            ]
        for stem in stems:
            found = self._described(stem) or self._named_before(span, stem)
            if found is not None:
                return found
        return None

    def _named_before(self, span: Span, stem: str) -> tuple[str, ...] | None:
        """Brannsjef Olav Torp ga ordren … brannsjefen: a name that follows the title, anywhere before."""
        words = self._words
        short = self._grammar.data["sources"]["short_titles"].get(stem, stem)
        for k in range(span[0] - 1, max(-1, span[0] - _LOOK_BACK), -1):
            if words.low[k] in (stem, short) or (
                len(stem) > 5 and words.low[k].endswith(stem) and len(words.low[k]) > len(stem)
            ):
                name = _name_at(words, k + 2 if words.at(k + 1) == "." else k + 1)
                if name is not None:
                    return (words.said(*name),)
                if words.form[k][0].isupper() and words.low[k] != stem:
                    return (words.form[k],)
        return None

    def _last_person(self, before: int, after: int = 0) -> tuple[str, ...] | None:
        """The last name of a person in the text: two capitals, or a title and one."""
        words = self._words
        for k in range(before - 1, max(after - 1, before - _LOOK_BACK), -1):
            role = words.low[k] in self._grammar.words("sources", "roles") or (
                words.form[k] == "," and not after
            )
            name = (
                _name_at(words, k + 1) if role or words.low[k].endswith(("sjef", "leder", "chief")) else None
            )
            if (
                name is None
                and not after
                and (k == 0 or words.form[k - 1] in '.?!”»"' or "\n" in words.gap(k))
            ):
                name = self._introduced(k)
            if name is not None:
                return (words.said(*name),)
        return None

    def _introduced(self, k: int) -> Span | None:
        """Maria Lopez, the mayor, was there; Erik Dahl drove a bus: a name that a sentence begins with."""
        words = self._words
        name = _name_at(words, k)
        if name is None or not all(form.istitle() for form in words.form[name[0] : name[1]]):
            return None
        after = words.at(name[1])
        described = after == "," and not self._grammar.words("sources", "roles").isdisjoint(
            words.low[name[1] + 1 : name[1] + 5]
        )
        return name if described or (after.isalpha() and after not in _JOINS) else None

    def _pronoun(self, pronoun: str, span: Span) -> tuple[str, ...] | None:
        if pronoun in self._grammar.words("sources", "personal"):
            newer = self._last_person(span[0], self._last_at) if self._known else None
            return newer or self._personal(only=True) or self._last_person(span[0]) or self._personal() or ()
        return self._known[-1][0] if self._known else ()

    def _personal(self, only: bool = False) -> tuple[str, ...] | None:
        """The last speaker who is one person, else the last of all."""
        bodies = self._grammar.words("sources", "reporters") | _BODIES
        for chain, said in reversed(self._known[-_KNOWN:]):
            if chain and not chain[0].isupper() and not any(body in said.split() for body in bodies):
                return chain
        return self._known[-1][0] if self._known and not only else None

    def _described(self, stem: str) -> tuple[str, ...] | None:
        for chain, said in reversed(self._known[-_KNOWN:]):
            if stem in said:
                return chain
        return None


_JOINS = frozenset(("and", "og", "of", "i", "in", "for"))
_LOOK_BACK = 400
_KNOWN = 60
"""So many speakers back a title can point."""


def _name_at(words: Words, i: int) -> Span | None:
    """Two to four capitals in a row."""
    j = i
    while j < min(i + 4, len(words)) and words.form[j][0].isupper():
        j += 1
    return (i, j) if j - i >= 2 else None


_BODIES = frozenset(
    (
        "army",
        "government",
        "ministry",
        "agency",
        "observatory",
        "committee",
        "hæren",
        "regjeringen",
        "departementet",
        "organisasjonen",
        "byrået",
        "komiteen",
        "observatoriet",
        "organisation",
        "organization",
        "military",
        "centre",
        "center",
        "group",
        "militæret",
        "senteret",
        "television",
        "fjernsynet",
        "fjernsyn",
    )
)


def _stem(titles: object, word: str) -> str:
    if isinstance(titles, dict):
        return str(titles.get(word, word))
    return "spokes" if word.startswith("spokes") else word
