"""Whom a pronoun, a title or a surname means: the speakers met so far."""

from korridor.claims.grammar import Grammar
from korridor.claims.sources.attributed import Attribution
from korridor.claims.sources.mentions import last_person, last_role, named_before, whole_name
from korridor.claims.sources.naming import name_of
from korridor.claims.sources.speaker import Span
from korridor.claims.words import Words

_KNOWN = 60
"""So many speakers back a title can point."""

Meant = tuple[str, ...] | None


class Memory:
    """The chains of a text so far, each with the words that describe its speaker."""

    def __init__(self, words: Words, grammar: Grammar, publication: frozenset[str]) -> None:
        self._words, self._grammar, self._publication = words, grammar, publication
        self._known: list[tuple[tuple[str, ...], str]] = []
        self._last_at = 0
        self._bodies = grammar.words("sources", "bodies")

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

    def _meant(self, span: Span) -> Meant:
        """The chain that a pronoun, a title, ``the same source`` or a surname points back to."""
        words, grammar = self._words, self._grammar
        low, forms = words.low[span[0] : span[1]], words.form[span[0] : span[1]]
        if len(low) == 1 and low[0] in grammar.words("sources", "pronouns"):
            return self._pronoun(low[0], span)
        same = grammar.phrases("sources", "same").after(low, 0)
        if same and same[0] < len(low):
            return self._described(self._stem(low[-1])) or (self._known[-1][0] if self._known else None)
        titled = low[-1] in grammar.data["sources"]["titles"] or low[-1] in self._bodies
        if forms[-1][0].islower() or (len(low) == 1 and titled and not forms[0].isupper()):
            return self._titled(span, low)
        return self._surname(span, forms)

    def _titled(self, span: Span, low: list[str]) -> Meant:
        """The spokesman, departementet, den London-baserte gruppen: a definite noun means whom it described."""
        titles = self._grammar.data["sources"]["titles"]
        definite = low[0] in ("the", "this", "den", "det", "denne") or (
            isinstance(titles, dict) and (len(low) == 1 or low[-2] == "-")
        )
        word = low[-1]
        if not definite:
            return None
        known = word in titles or word in self._bodies
        tail = word if known else self._tail(word)
        if len(low) > 2:
            based = any(part.endswith(("based", "baserte")) for part in low) or "-" in low
            if based and tail is not None and tail in self._bodies:
                return self._body()
            person = known and word not in self._bodies and not {"of", "for", "i", "fra", "from"} & set(low)
            return self._described(self._stem(word)) or self._personal(only=True) if person else None
        if not known:
            found = self._described_definite(word, span)
            if found is not None or tail is None:
                return found
        stem = self._stem(word)
        return (
            self._described(stem)
            or named_before(self._words, self._grammar, span[0], stem, word)
            or (self._body() if (tail or word) in self._bodies else self._unless_unique(word))
        )

    def _unless_unique(self, word: str) -> Meant:
        """The spokesman is the last who spoke; the mayor, of whom nothing was said yet, is somebody else."""
        return None if word in self._grammar.words("sources", "unique") else self._personal()

    def _tail(self, word: str) -> str | None:
        """The body that a closed compound ends with: legeorganisasjonen."""
        if not self._grammar.data["numbers"]["compounds"]:
            return None
        return next((body for body in self._bodies if len(body) > 5 and word.endswith(body)), None)

    def _surname(self, span: Span, forms: list[str]) -> Meant:
        """A surname alone means the name that it ends."""
        if len(forms) > 2 or (forms[-1].isupper() and len(forms[-1]) > 1):
            return None
        for chain, _ in reversed(self._known[-_KNOWN:]):
            if chain and chain[0].endswith(" " + forms[-1]) and len(chain[0].split()) > len(forms):
                return chain[:1]
        return whole_name(self._words, span[0], forms[0]) if len(forms) == 1 else None

    def _body(self) -> Meant:
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
        titled = words[0].lower() in self._grammar.words("sources", "determiners") and words[-1][0].isupper()
        return words[-1].lower() in self._bodies or titled

    def _described_definite(self, word: str, span: Span) -> Meant:
        """The council, brannsjefen: a definite noun means whom that noun described."""
        stems = [word]
        if self._grammar.lang == "nb":
            stems = [
                word.removesuffix(end)
                for end in ("en", "et", "a", "n")
                if word.endswith(end) and len(word) > 6
            ]
        for stem in stems:
            found = self._described(stem) or named_before(self._words, self._grammar, span[0], stem)
            if found is not None:
                return found
        return None

    def _pronoun(self, pronoun: str, span: Span) -> Meant:
        words, grammar = self._words, self._grammar
        if pronoun in grammar.words("sources", "personal"):
            newer = last_person(words, grammar, span[0], self._last_at) if self._known else None
            return (
                newer
                or self._met_again(span[0])
                or self._personal(only=True)
                or last_person(words, grammar, span[0])
                or self._personal()
                or last_role(words, grammar, span[0])
                or ()
            )
        return self._known[-1][0] if self._known else ()

    def _met_again(self, before: int) -> Meant:
        """Vereshchuk accuses Russia … she says: a speaker whose surname stood after the last one spoke."""
        surnames = {
            chain[0].split()[-1]: chain[:1] for chain, _ in self._known[-_KNOWN:] if chain and " " in chain[0]
        }
        for k in range(before - 1, max(self._last_at - 1, before - _KNOWN), -1):
            opens = k == 0 or self._words.form[k - 1] in '.?!”»"' or "\n" in self._words.gap(k)
            if opens and self._words.form[k] in surnames:
                return surnames[self._words.form[k]]
        return None

    def _personal(self, only: bool = False) -> Meant:
        """The last speaker who is one person, else the last of all."""
        for chain, _ in reversed(self._known[-_KNOWN:]):
            if chain and self._is_person(chain[0]):
                return chain[:1]
        return self._known[-1][0] if self._known and not only else None

    def _is_person(self, name: str) -> bool:
        """Whether a name is one person's: no acronym, and no body unless a full name ends it."""
        words = name.split()
        bodies = self._grammar.words("sources", "reporters") | self._bodies
        full = (
            len(words) > 2 and all(word.istitle() for word in words[-2:]) and not {"for", "of"} & set(words)
        )
        return not name.isupper() and (full or bodies.isdisjoint(name.lower().split()))

    def _described(self, stem: str) -> Meant:
        for chain, said in reversed(self._known[-_KNOWN:]):
            if stem in said:
                return chain
        return None

    def _stem(self, word: str) -> str:
        titles = self._grammar.data["sources"]["titles"]
        if isinstance(titles, dict):
            return str(titles.get(word, word))
        return "spokes" if word.startswith("spokes") else word
