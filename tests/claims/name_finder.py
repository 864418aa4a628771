"""A small entity recogniser, really trained, on names and places of the labelled dispatches and of lower-case wire copy."""

from functools import cache
from pathlib import Path
from random import Random

import spacy
from spacy.training import Example
from spacy.util import fix_random_seed, minibatch

from tests.claims.labelled import dispatches

SPEAKERS = (
    "sarc",
    "unrwa",
    "al-jazeera",
    "reach",
    "abu omar",
    "hana sabbagh",
    "msf",
    "ocha",
    "the cherry orchard",
)
PLACES = ("douma", "kafr batna", "al-waer", "zamalka", "afrin", "harasta", "saraqib", "al-bab")
LINES = (
    "{who} said {n} people had left {where} on friday.",
    "{n} fighters are still in {where}, {who} reported.",
    "{n} wounded were taken from {where}, according to {who}.",
    "buses from {where} carried {n} people; {who} says more are waiting.",
    "nobody knows how many are left in {where}.",
    "the road from {where} to {where2} is closed, {who} said.",
)


def _wire_copy(seed: int, count: int) -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Lines in small letters, with where their names stand."""
    draw = Random(seed)
    made = []
    for _ in range(count):
        slots = {"who": draw.choice(SPEAKERS), "where": draw.choice(PLACES), "where2": draw.choice(PLACES)}
        text, spans = "", []
        for piece in draw.choice(LINES).replace("{n}", str(draw.randrange(20, 900))).split("{"):
            slot, brace, rest = piece.partition("}")
            if brace:
                label = "ORG" if slot == "who" else "GPE"
                spans.append((len(text), len(text) + len(slots[slot]), label))
                text += slots[slot] + rest
            else:
                text += piece
        made.append((text, spans))
    return made


def _labelled() -> list[tuple[str, list[tuple[int, int, str]]]]:
    """Dispatches of ours that are not held out, with the authors that were labelled in them."""
    made = []
    for each in dispatches():
        if each.language == "en" and not each.held_out:
            chains = {name for label in each.labels for chain in label.chains for name in chain}
            for sentence in each.text.replace("\n", " ").split(". "):
                spans: list[tuple[int, int, str]] = []
                for name in sorted((name for name in chains if name[0].isupper()), key=len, reverse=True):
                    begin, end = sentence.find(name), sentence.find(name) + len(name)
                    if begin >= 0 and not any(a < end and begin < b for a, b, _ in spans):
                        spans.append((begin, end, "ORG"))
                if spans:
                    made.append((sentence, spans))
    return made


@cache
def _trained() -> spacy.Language:
    fix_random_seed(1)
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    examples = []
    for text, spans in [*_wire_copy(1, 150), *_labelled()]:
        doc = nlp.make_doc(text)
        whole = [(a, b, label) for a, b, label in spans if doc.char_span(a, b) is not None]
        examples.append(Example.from_dict(doc, {"entities": whole}))
    optimizer = nlp.initialize(lambda: examples)
    draw = Random(1)
    for _ in range(12):
        draw.shuffle(examples)
        for batch in minibatch(examples, 16):
            nlp.update(batch, sgd=optimizer, drop=0.1)
    return nlp


def saved_to(folder: Path) -> Path:
    """Train, save, and return the folder of the pipeline."""
    _trained().to_disk(folder)
    return folder
