"""Which language a text is in: by the small words that only one of them has."""

from functools import lru_cache

from korridor.claims.grammar import grammar_of
from korridor.claims.words import words_of

_EN = (
    """the of and to was were that with from is are said had have been by on as it his their this which not"""
)
_NB = """og ble er som av på til det ikke med har sier fra å være blitt skal ifølge om den etter også mens hadde et at får mot en
ved så kan men nå sa ut hvor eller mange var"""
_WORDS = {"en": frozenset(_EN.split()), "nb": frozenset(_NB.split())}
_BEYOND_LATIN = "\u0250"
"""The first letter behind the Latin ones of European languages."""
_ENOUGH = 20_000
"""So many characters tell."""


_LATIN_LETTERS = 12
"""Of fewer letters nobody can tell the script of a text."""
_WORDS_THAT_TELL = 20
_BEGINNING = 2_000
_KNOWN_WORDS = 0.25
"""Of a text in one of our languages so many words are known at least: small words, nouns that are counted, verbs of saying. In
the labelled dispatches it is nearly half of them and more, in French, Spanish, Swedish or Dutch under a quarter."""


def is_readable(text: str) -> bool:
    """Whether a text may be in one of the languages; a short one always may, if it is in Latin letters.

    Examples
    --------
    >>> is_readable("At least 17 trucks left Baghouz"), is_readable("غادر 951 شخصا شرق حلب يوم الخميس")
    (True, False)
    """
    begin = text[:_BEGINNING]
    letters = [letter for letter in begin if letter.isalpha()]
    latin = sum(letter < _BEYOND_LATIN for letter in letters)
    if len(letters) >= _LATIN_LETTERS and 2 * latin < len(letters):
        return False
    words = [word for word in words_of(begin).low if word[0].isalpha()]
    if len(words) < _WORDS_THAT_TELL:
        return True
    return any(sum(word in _known(lang) for word in words) >= _KNOWN_WORDS * len(words) for lang in _WORDS)


@lru_cache(maxsize=4)
def _known(lang: str) -> frozenset[str]:
    grammar = grammar_of(lang)
    counted, say = frozenset(grammar.nouns.first), grammar.words("sources", "say")
    return _WORDS[lang] | counted | say | grammar.words("nouns", "modifiers_stop")


def language_of(text: str) -> str:
    """Tell English (``en``) from Bokmål (``nb``); English where nothing tells.

    Examples
    --------
    >>> language_of("Minst 17 lastebiler har forlatt Baghouz"), language_of("At least 17 trucks have left Baghouz")
    ('nb', 'en')
    """
    low = words_of(text[:_ENOUGH]).low
    count = {lang: sum(word in own for word in low) for lang, own in _WORDS.items()}
    if min(count.values()) == max(count.values()):  # a short line: whose nouns and verbs of saying?
        for lang in count:
            count[lang] += sum(word in _known(lang) for word in low)
    letters = sum(text.count(letter, 0, _ENOUGH) for letter in "æøåÆØÅ")
    return "nb" if count["nb"] + min(letters, 10) > count["en"] else "en"
