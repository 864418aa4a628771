"""Sentences, paragraphs and quoted speech: where one thing said ends and the next begins."""

from bisect import bisect_right
from dataclasses import dataclass, field

from korridor.claims.grammar import Grammar
from korridor.claims.words import Words

OPENING, CLOSING = frozenset("“«„‹‟"), frozenset("”»›")
BOTH = frozenset('"')
DASHES = frozenset("–—-")
_ENDS = frozenset(".?!…")
_LONGEST = 250
"""No sentence has more words."""
_HEADLINE = 90
"""A line shorter than this, with no full stop and a capital after it, is a headline or a line of a list."""


@dataclass
class Sentence:
    """Words ``begin`` up to ``end``; its paragraph, and whether the paragraph is a line of speech after a dash."""

    begin: int
    end: int
    paragraph: int
    dashed: bool = False


@dataclass
class Quote:
    """Quoted words ``begin`` up to ``end``, marks included; ``open_ended`` where no mark closes it."""

    begin: int
    end: int
    open_ended: bool = False


@dataclass
class Layout:
    """The sentences and the quotes of a text."""

    sentences: list[Sentence] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that a word stands in."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.sentences[middle].begin <= word:
                low = middle
            else:
                high = middle - 1
        return low

    def quote_of(self, word: int) -> Quote | None:
        """The quote that a word stands in."""
        at = bisect_right(self.quotes, word, key=lambda quote: quote.begin) - 1
        return self.quotes[at] if at >= 0 and word < self.quotes[at].end else None


def layout_of(words: Words, grammar: Grammar) -> Layout:
    """Cut a text into sentences and find its quoted speech; one pass, whatever the marks."""
    layout = Layout()
    abbreviations = grammar.words("sources", "abbreviations")
    begin, paragraph, dashed = 0, 0, False
    n = len(words)
    opened: int | None = None
    for i in range(n):
        gap = words.gap(i)
        if "\n" in gap and i > 0 and _new_paragraph(words, i, gap):
            if i > begin:
                layout.sentences.append(Sentence(begin, i, paragraph, dashed))
                begin = i
            paragraph += 1
            dashed = False
            if opened is not None:  # what a paragraph opens and does not close
                layout.quotes.append(Quote(opened, i, open_ended=True))
                opened = None
        form = words.form[i]
        if (
            i == begin
            and form in DASHES
            and "\n" in (gap or "\n")
            and (i == 0 or "\n" in gap)
            and not words.glued(i + 1)
        ) or (i == begin and form in ("–", "—") and (i == 0 or "\n" in gap)):
            dashed = True
        if form in OPENING or (form in BOTH and opened is None):
            opened = i if opened is None else opened
        elif form in CLOSING or form in BOTH:
            if opened is not None:
                layout.quotes.append(Quote(opened, i + 1))
            opened = None
        if i - begin >= _LONGEST:  # whatever this is, it is no sentence; what reads it stays linear
            layout.sentences.append(Sentence(begin, i, paragraph, dashed))
            begin = i
        if i >= begin and form in _ENDS and _ends(words, i, abbreviations):
            end = i + 1
            while end < n and words.glued(end) and words.form[end] in "”»\"')’]…?!.":
                end += 1
            nxt = words.form[end] if end < n else ""
            closes = any(words.form[k] in '”»"' for k in range(i + 1, end))
            if end >= n or (_starts(nxt) and not (closes and nxt[0].islower())):
                layout.sentences.append(Sentence(begin, end, paragraph, dashed))
                begin = end
    if begin < n:
        layout.sentences.append(Sentence(begin, n, paragraph, dashed))
    if opened is not None:
        layout.quotes.append(Quote(opened, n, open_ended=True))
    layout.sentences = [s for s in layout.sentences if s.end > s.begin] or [Sentence(0, n, 0)]
    return layout


def _new_paragraph(words: Words, i: int, gap: str) -> bool:
    if gap.count("\n") > 1:
        return True
    before = words.form[i - 1]
    if before in '"”».?!:…' or words.form[i] in "–—-•*":
        return True
    line = words.start[i - 1] - words.text.rfind(
        "\n", max(0, words.start[i - 1] - _HEADLINE - 1), words.start[i - 1]
    )
    return line < _HEADLINE * 0.6 and words.form[i][0].isupper()


def _ends(words: Words, i: int, abbreviations: frozenset[str]) -> bool:
    if words.form[i] != ".":
        return True
    before = words.at(i - 1)
    nxt = words.form[i + 1] if i + 1 < len(words) else ""
    if words.glued(i + 1) and nxt[:1].isalnum():
        return False
    if words.glued(i) and (
        before in abbreviations or (len(before) == 1 and before.isalpha() and before not in "aåi")
    ):
        return False
    return not (before.isdecimal() and len(before) <= 2 and nxt[:1].islower())


def _starts(form: str) -> bool:
    return form[:1].isupper() or form[:1].isdecimal() or not form[:1].isalpha()
