"""X4: the one word that no paper prints."""

import re
from typing import Any

# From a word's beginning: searched for from every letter, a long image would take minutes.
_WORD = re.compile(r"\b\w*voluntar\w*", re.IGNORECASE)
LEFT_OUT = "[…]"


def without_the_word(text: str) -> str:
    """Return text with every form of the word that X4 forbids left out, wherever a file brought it in.

    An evacuation of the besieged is not called that: the UN found that eastern Aleppo's terms left no option
    to remain (A/HRC/34/64). What is printed instead is who asked, and how.
    """
    return _WORD.sub(LEFT_OUT, text)


def without_the_word_in(document: Any) -> Any:
    """Return a document with the word left out of each text and key in it.

    Written as JSON first, a line break before the word would become a letter of it, and the escape would break.
    """
    if isinstance(document, str):
        return without_the_word(document)
    if isinstance(document, dict):
        return {without_the_word_in(key): without_the_word_in(value) for key, value in document.items()}
    if isinstance(document, (list, tuple)):
        return [without_the_word_in(value) for value in document]
    return document
