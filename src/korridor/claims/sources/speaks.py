"""Whether a phrase can be somebody who speaks: a name, a role, a pronoun."""

from korridor.claims.grammar import Grammar
from korridor.claims.sources.speaker import Span, in_capitals
from korridor.claims.words import Words


def begins_speaker(words: Words, grammar: Grammar, i: int) -> bool:
    """Whether a speaker's phrase can begin at a word: a capital, an article, a role, a pronoun."""
    word, form = words.at(i), words.form[i]
    if grammar.before.after(words.low, i) or grammar.collective.after(words.low, i):
        return False
    names = (grammar.words("sources", name) for name in ("determiners", "roles", "pronouns", "titles"))
    if form[0].isupper() or any(word in table for table in names) or word in ("same", "samme"):
        return True
    if (
        words.form[i + 1 : i + 2]
        and words.form[i + 1][0].isupper()
        and word not in grammar.words("sources", "np_stop")
        and word.isalpha()
        and len(word) > 3
    ):
        return True  # operasjonsleder Kari Moe
    endings = grammar.endings("sources", "definite_endings")
    return (bool(endings) and len(word) > 5 and word.endswith(endings)) or (
        len(word) > 5 and word.endswith(grammar.endings("nouns", "persons_suffix"))
    )


def is_speaker(words: Words, grammar: Grammar, span: Span, weak: bool) -> bool:
    """Whether a phrase can be somebody who speaks; after a weak verb it must be a role or a name."""
    begin, end = span
    low = words.low[begin:end]
    if (
        low[0] in grammar.words("sources", "not_speaker")
        and len(low) == 1
        and not in_capitals(words.form[begin])
    ):
        return False
    if len(low) == 1 and (
        low[0] in grammar.words("sources", "pronouns") or low[0] in grammar.words("sources", "titles")
    ):
        return True
    if all(word in grammar.words("sources", "determiners") for word in low):
        return False
    figures = grammar.words("sources", "figure_words")
    if low[0] in figures and not any(form[0].isupper() for form in words.form[begin + 1 : end]):
        return False  # figures presented on Sunday
    if low[-1] in figures and words.low[begin:end] != ["tall"]:
        return False
    counted = low[-1] in grammar.nouns and not (end - begin > 1 and words.form[end - 1][0].isupper())
    if counted and weak and not is_titled(words, grammar, span):
        return False
    if not weak:
        return True
    named = any(
        words.form[k][0].isupper() and (k > begin or words.form[k][:2].isupper() or _named(words, k))
        for k in range(begin, end)
    )
    alone = (
        len(low) == 1
        and words.form[begin][0].isupper()
        and low[0] not in grammar.nouns
        and (
            low[0] not in grammar.words("nouns", "modifiers_stop")
            and low[0] not in grammar.words("sources", "np_stop")
        )
    )
    return named or alone or is_titled(words, grammar, span)


def is_titled(words: Words, grammar: Grammar, span: Span) -> bool:
    """Whether a phrase holds a role, a title or a body: brannsjefen, a police spokeswoman."""
    roles, titles = grammar.words("sources", "roles"), grammar.words("sources", "titles")
    endings = grammar.endings("sources", "role_endings")
    return any(
        word in roles
        or word in titles
        or word.removesuffix("s") in titles
        or (bool(endings) and word.endswith(endings))
        for word in words.low[span[0] : span[1]]
    )


def _named(words: Words, k: int) -> bool:
    """Whether a capital is a name's own: not only the beginning of a sentence."""
    if words.form[k] in words.names or words.at(k + 1) == ",":
        return True
    return k > 0 and words.form[k - 1] not in '.?!”»":–'
