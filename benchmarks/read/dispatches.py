"""How many dispatches a second one core reads, beside what libraries do with the same texts.

The dispatches are made of sentences about a convoy, 250 words each, no two alike. The peers do less: the spaCy pipeline
finds sentences and entities by rules (no trained model can be had without a network), quantulum3 finds quantities,
text2num numbers in words. Processor seconds of one process are measured, in turn, so that a busy machine slows all alike.
"""

from collections.abc import Callable, Iterator
from random import Random
from time import process_time

from benchmarks.registry import Ratio, benchmark

WORDS = 250
DISPATCHES = 120
SLOW = 6
"""Of the slow peers fewer are read."""
AIM = 500
"""Dispatches a second a core."""

EN = (
    "The {who} said on {day} that {n} people, {m} of them {kind}, had left the enclave in {b} buses.",
    "At least {n} {kind} are still waiting for a place, according to {who}.",
    "“We have no bread and no fuel, and nobody tells us when we may go,” a nurse in the old town said by telephone.",
    "The road was closed again before noon, and the drivers slept in their cabs while snow fell on the square.",
    "Under the agreement up to {m} {kind} are to be taken out tomorrow, the {who} told reporters.",
    "It was not clear who had opened fire, or whether the monitors would be let through to the bridge.",
    "Talks went on late into the night in a hotel far from the front, and each side blamed the other.",
)
NB = (
    "{who} opplyser {day} at {n} mennesker, hvorav {m} {kind}, har forlatt enklaven i {b} busser.",
    "Minst {n} {kind} venter fortsatt på plass, ifølge {who}.",
    "– Vi har verken brød eller brensel, og ingen sier når vi får dra, sier en sykepleier i gamlebyen på telefon.",
    "Veien ble stengt igjen før middag, og sjåførene sov i førerhusene mens snøen falt over torget.",
    "Etter avtalen skal inntil {m} {kind} tas ut i morgen, sier {who} til journalister.",
    "Det er uklart hvem som åpnet ild, og om observatørene slipper fram til broen.",
    "Samtalene fortsatte til langt på natt på et hotell langt fra fronten, og partene ga hverandre skylden.",
)
_WHO = {
    "en": ("army", "Red Cross", "ministry", "governor", "council"),
    "nb": ("hæren", "Røde Kors", "departementet", "bystyret", "FN"),
}
_DAY = {"en": ("Monday", "Tuesday", "Friday"), "nb": ("mandag", "tirsdag", "fredag")}
_KIND = {
    "en": ("fighters", "wounded", "children", "civilians"),
    "nb": ("krigere", "sårede", "barn", "sivile"),
}


def dispatches(lang: str, count: int = DISPATCHES, seed: int = 1) -> list[str]:
    """Texts of about 250 words each, from a seed."""
    draw = Random(f"{lang}{seed}")
    sentences = EN if lang == "en" else NB
    made = []
    for _ in range(count):
        text: list[str] = []
        while sum(len(line.split()) for line in text) < WORDS:
            line = draw.choice(sentences).format(
                who=draw.choice(_WHO[lang]),
                day=draw.choice(_DAY[lang]),
                kind=draw.choice(_KIND[lang]),
                n=draw.randrange(30, 9000),
                m=draw.randrange(3, 900),
                b=draw.randrange(2, 60),
            )
            text.append(line)
        made.append(" ".join(text))
    return made


@benchmark(
    "read.dispatches",
    question="How many dispatches of 250 words does one core read a second?",
    compares_with="a blank spaCy pipeline with sentences and rules for entities, quantulum3, text2num",
)
def read_dispatches() -> Iterator[Ratio]:
    """Ours against each peer, both languages, in dispatches per processor second."""
    from korridor.claims.reading import read_text

    for lang in ("en", "nb"):
        texts = dispatches(lang)
        ours = _rate(lambda text, lang=lang: read_text(text, lang=lang), texts)
        for name, reader, few in _peers(lang):
            theirs = _rate(reader, texts[:SLOW] if few else texts)
            yield Ratio(
                f"{lang}, {name}", ours, theirs, "dispatches/s", aim=f"{AIM} a second a core", met=ours >= AIM
            )


def _rate(reader: Callable[[str], object], texts: list[str]) -> float:
    reader(texts[0])
    best = 0.0
    for _ in range(3):
        begin = process_time()
        for text in texts:
            reader(text)
        best = max(best, len(texts) / (process_time() - begin))
    return best


def _peers(lang: str) -> Iterator[tuple[str, Callable[[str], object], bool]]:
    import spacy

    nlp = spacy.blank(lang)
    nlp.add_pipe("sentencizer")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [{"label": "ORG", "pattern": name} for name in _WHO[lang]]
        + [{"label": "CARDINAL", "pattern": [{"IS_DIGIT": True}]}]
    )
    yield "spaCy blank pipeline, sentencizer and entity ruler", nlp, False
    if lang == "en":
        from quantulum3 import parser
        from text_to_num import alpha2digit

        yield "quantulum3", parser.parse, True
        yield "text2num", lambda text: alpha2digit(text, "en"), False
