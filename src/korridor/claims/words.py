"""A text as words: the same small pieces in every language, with their places in the text.

spaCy's own rules cut ``15-year-old``, ``4 000`` and ``5–10`` otherwise in each language, and take quadratic time for a
long run of brackets. One regular expression cuts here, in linear time; :class:`Words` is what all components work on.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from functools import cached_property

_INVISIBLE = "\u00ad\u200b-\u200f\u2060\ufeff"
_DIRECTED = "\u202a-\u202e\u2066-\u2069"
_MARKS = "'’.,:\u066b\u066c"
_WORD = re.compile(
    rf"""
      (?P<digits>\d+(?:[{_MARKS}{_INVISIBLE}]*\d+)*)(?P<glued>[^\W\d_]+\d*[^\W_]*)?
    | (?:[^\W\d_]\.){{2,}}
    | ['’]s(?![^\W_])
    | [^\W\d_]+(?:['’](?!s(?![^\W_]))[^\W\d_]+)*\d*[^\W_]*
    | [^\s]
    """,
    re.VERBOSE,
)
_UNSEEN = frozenset("\u200e\u200f\u200b\u200c\u200d\u2060\ufeff\u00ad") | frozenset(map(chr, range(32)))
_HIDDEN = re.compile(f"[{_INVISIBLE}]")
_OVERRIDE = re.compile(f"[{_DIRECTED}]")


@dataclass
class Words:
    """Parallel lists, one entry a word: what is written, in small letters, and where.

    Attributes
    ----------
    text : str
        The whole text.
    form, low : list of str
        The word as written, and in lower case.
    start, end : list of int
        Its characters are ``text[start:end]``.
    """

    text: str
    form: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.form)

    def add(self, form: str, start: int, end: int) -> None:
        """Append one word."""
        self.form.append(form)
        low = form.lower()
        self.low.append(low.replace("’", "'") if "’" in low else low)
        self.start.append(start)
        self.end.append(end)

    def gap(self, i: int) -> str:
        """What stands between a word and the one before it."""
        return self.text[self.end[i - 1] if i else 0 : self.start[i]]

    def glued(self, i: int) -> bool:
        """Whether nothing stands between a word and the one before it."""
        return 0 < i < len(self.form) and self.start[i] == self.end[i - 1]

    def said(self, begin: int, end: int) -> str:
        """The text of the words ``begin`` up to ``end``, on one line."""
        return " ".join(self.text[self.start[begin] : self.end[end - 1]].split())

    def at(self, i: int) -> str:
        """A word in small letters; empty outside the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def index_at(self, offset: int) -> int:
        """The first word that begins at a character or after it."""
        return bisect_left(self.start, offset)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands, in small letters."""
        found: dict[str, list[int]] = {}
        for i, word in enumerate(self.low):
            found.setdefault(word, []).append(i)
        return found

    @cached_property
    def names(self) -> frozenset[str]:
        """The words that have a capital inside a sentence, too."""
        forms = self.form
        return frozenset(
            form
            for i, form in enumerate(forms)
            if i and form[0].isupper() and (forms[i - 1][-1].isalnum() or forms[i - 1] == ",")
        )


def words_of(text: str, suffixes: frozenset[str] = frozenset()) -> Words:
    """Cut a text into words.

    Parameters
    ----------
    text : str
        Any text; linear time in its length.
    suffixes : frozenset of str
        What may be glued to a number (``km``, ``th``): it becomes a word of its own. Digits with other letters, such as
        ``4OOO`` with letters for noughts, stay one word and are no number.

    Examples
    --------
    >>> words_of("The UN's 15-year plan: 4,000 out, 6km on", frozenset({"km"})).form
    ['The', 'UN', "'s", '15', '-', 'year', 'plan', ':', '4,000', 'out', ',', '6', 'km', 'on']
    """
    words = Words(text)
    add, forms, lows, starts, ends = words.add, words.form, words.low, words.start, words.end
    overridden = {m.start() for m in _OVERRIDE.finditer(text)}
    for match in _WORD.finditer(text):
        begin, end = match.span()
        digits = match["digits"]
        if digits is None:
            form = match[0]
            if end - begin > 1 or form not in _UNSEEN:
                forms.append(form)
                lows.append(form.lower() if "’" not in form else form.lower().replace("’", "'"))
                starts.append(begin)
                ends.append(end)
            continue
        if overridden and (begin - 1 in overridden or end in overridden):
            add("?" + match[0], begin, end)  # the reader's eye may see the digits in another order
            continue
        glued = match["glued"]
        shown = _HIDDEN.sub("", digits)
        if glued is None:
            add(shown, begin, end)
        elif glued.lower() in suffixes:
            cut = match.start("glued")
            add(shown, begin, cut)
            add(glued, cut, end)
        else:
            add("?" + match[0], begin, end)
    return words
