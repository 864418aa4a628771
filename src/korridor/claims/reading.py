"""Read a dispatch: text in, claims out."""

from fractions import Fraction
from math import ceil, floor
from pathlib import Path

from korridor.claims.bounds import Number
from korridor.claims.claim import WHOLE, Claim, Quantity
from korridor.claims.figure import Figure
from korridor.claims.language import language_of
from korridor.claims.length import MOST_CHARACTERS
from korridor.claims.pipeline import Reading, pipeline_for
from korridor.claims.times import Dispatched
from korridor.claims.trained import MOST_CHARACTERS as MOST_NAMED
from korridor.claims.trained import OFF, trained_for
from korridor.claims.words import Words
from korridor.operation.fault import Fault, Faults

_MOST_STRINGS = 500_000
"""spaCy keeps every word that it has met; past so many a new pipeline begins."""
_MOST_STRINGS_TRAINED = 2_000_000
"""A trained one begins with many, and takes seconds to load."""


def read_text(
    text: str,
    *,
    file: str = "-",
    lang: str | None = None,
    sent: Dispatched | None = None,
    grammar: Path | None = None,
    names: str = OFF,
) -> tuple[Claim, ...]:
    """Read the claims of one dispatch, in the text's order.

    Parameters
    ----------
    text : str
        The dispatch, at most :data:`MOST_CHARACTERS` characters; read in linear time.
    file : str
        What it is called in the claims.
    lang : str or None
        ``en`` or ``nb``; told from the text if None.
    sent : Dispatched or None
        Its date, for weekdays; without one they have no dates.
    grammar : Path or None
        A folder with tables of your own.
    names : str
        What finds names that the grammar does not: ``off``, ``installed``, or a trained spaCy pipeline.

    Raises
    ------
    korridor.operation.fault.Faults
        If the text is too long, or the grammar is wrong.

    Examples
    --------
    >>> [one] = read_text("At least 17 trucks left Baghouz, the SDF said.", lang="en")
    >>> one.low, one.high, one.category, one.sources, one.quote
    (17, None, 'trucks', ('the SDF',), 'At least 17 trucks')
    """
    if len(text) > MOST_CHARACTERS:
        raise Faults(
            [Fault(file, 1, "", f"{len(text):,} characters; a dispatch has at most {MOST_CHARACTERS:,}")]
        )
    lang = lang or language_of(text)
    trained = trained_for(lang, names) if len(text) <= MOST_NAMED else None
    nlp = pipeline_for(lang, grammar, trained)
    if len(nlp.vocab.strings) > (_MOST_STRINGS if trained is None else _MOST_STRINGS_TRAINED):
        pipeline_for.cache_clear()
    doc = nlp.make_doc(text)
    doc.user_data["korridor_sent"] = sent
    for _, component in nlp.pipeline:
        doc = component(doc)
    reading: Reading = doc._.korridor
    return tuple(claim_of(reading.words, figure, file, lang) for figure in reading.figures)


def claim_of(words: Words, figure: Figure, file: str, lang: str) -> Claim:
    """A figure as a claim: bounds in the quantity's own unit, rounded as S2 says."""
    start, end = words.start[figure.begin], words.end[figure.end - 1]
    low, high = (
        _rounded(figure, bound, side) for bound, side in ((figure.low, "low"), (figure.high, "high"))
    )
    return Claim(
        file=file,
        quantity=figure.quantity,
        unit=figure.unit,
        category=figure.category,
        low=low,
        high=high,
        state=figure.state,
        subset_of=_quote(words, figure.parent) if figure.parent is not None else None,
        place=figure.place,
        time=figure.time,
        sources=figure.sources,
        quote=words.text[start:end],
        span=(start, end),
        lang=lang,
    )


def _quote(words: Words, figure: Figure) -> str:
    return words.text[words.start[figure.begin] : words.end[figure.end - 1]]


def _rounded(figure: Figure, bound: Number | None, side: str) -> int | float | None:
    if bound is None:
        return None
    value = bound * figure.factor
    if figure.quantity in WHOLE or (figure.quantity is Quantity.OTHER and figure.factor == 1):
        return floor(value) if side == "low" else ceil(value)
    tenth = floor(value * 10 + Fraction(1, 2))
    return tenth // 10 if tenth % 10 == 0 else tenth / 10
