"""How wide a text is drawn, at most, in a face that we do not know."""

from unicodedata import bidirectional, category, east_asian_width

# Widths in parts of the letter's size, on the wide side: sans-serif faces differ by a tenth.
_WIDE, _CAPITAL, _LETTER, _NARROW = 1.1, 0.78, 0.64, 0.4
_BROAD_LETTERS = frozenset("mwMW%@—…ЖМФШЩЫЮжмфшщыюŒœÆæ")
_MOST_LETTERS = 120
_NARROW_LETTERS = frozenset("iljtfI.,:;'|!()[] -")


def text_px(text: str, size_px: float) -> float:
    """Return how wide a text is at most, in any common sans-serif face."""
    return size_px * sum(map(_letter, text))


def _letter(letter: str) -> float:
    if east_asian_width(letter) in "WF" or ord(letter) > 0xFFFF:
        return _WIDE
    if category(letter) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _BROAD_LETTERS:
        return _WIDE
    return _CAPITAL if letter.isupper() else _LETTER


def shortened(text: str, most_px: float, size_px: float) -> str:
    """Return a text, cut with an ellipsis where it is wider than ``most_px`` or endless."""
    if len(text) <= _MOST_LETTERS and text_px(text, size_px) <= most_px:
        return text
    text = text[:_MOST_LETTERS]
    while text and text_px(text + "…", size_px) > most_px:
        text = text[:-1]
    # A text from right to left has its end, and so the ellipsis, on the left: the mark after it says so.
    return text.rstrip() + ("…\u200f" if bidirectional(text.strip()[-1:] or " ") in ("R", "AL") else "…")


def in_two_lines(text: str, most_px: float, size_px: float) -> tuple[str, ...]:
    """Return a text in one line or two, parted at a space where it can be; the second is cut where that is not enough."""
    if text_px(text, size_px) <= most_px:
        return (text,)
    words = text[:_MOST_LETTERS].split(" ")
    parted = (" ".join(words[:number]) for number in range(len(words) - 1, 0, -1))
    first = next((line for line in parted if line.strip() and text_px(line, size_px) <= most_px), None)
    if first is None:
        return (shortened(text, most_px, size_px),)
    return (first, shortened(text[len(first) + 1 :], most_px, size_px))
