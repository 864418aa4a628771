"""Which language a text is in: by the small words that only one of them has."""

from korridor.claims.grammar import grammar_of
from korridor.claims.words import words_of

_EN = (
    """the of and to was were that with from is are said had have been by on as it his their this which not"""
)
_NB = """og ble er som av på til det ikke med har sier fra å være blitt skal ifølge om den etter også mens hadde et at får mot en
ved så kan men nå sa ut hvor eller mange var"""
_WORDS = {"en": frozenset(_EN.split()), "nb": frozenset(_NB.split())}
_ENOUGH = 20_000
"""So many characters tell."""


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
            grammar = grammar_of(lang)
            known = (
                grammar.nouns.first.keys()
                | grammar.words("sources", "say")
                | grammar.words("nouns", "modifiers_stop")
            )
            count[lang] += sum(word in known for word in low)
    letters = sum(text.count(letter, 0, _ENOUGH) for letter in "æøåÆØÅ")
    return "nb" if count["nb"] + min(letters, 10) > count["en"] else "en"
