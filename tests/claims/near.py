"""What counts as the same word in a label and in an answer: categories and authors."""

import re

from tests.claims.labelled import Chain

_GROUPS = (
    "people persons individuals residents inhabitants islanders villagers evacuees passengers",
    "wounded injured",
    "dead deaths killed lives bodies",
    "rebels insurgents opposition_fighters",
    "cars private_cars",
    "vehicles private_vehicles",
    "trucks lorries",
    "displaced_people displaced idps",
    "is_members members militants",
    "staff employees",
    "ferries boats",
    "pupils students schoolchildren",
    "observers monitors",
    "troops soldiers",
)
_ARTICLES = "the a an of for s en et ei den det de i på av til fra this"
_TITLES = (
    "mr mrs ms dr professor general captain colonel spokesman spokeswoman spokesperson president minister prime foreign deputy"
    " leader chief head mayor commander doctor talsmann talskvinne talsperson leder sjef ordfører kommandant lege legen"
    " utenriksminister forsvarsminister statsminister visestatsminister"
)
_LEFT_OUT = frozenset(f"{_ARTICLES} {_TITLES}".split())


def same_category(label: str, answer: str) -> bool:
    """Whether two nouns stand for the same people or vehicles: alike, near, or one with an adjective more."""
    ours, theirs = label.lower(), answer.lower()
    if ours == theirs or set(ours.split()) < set(theirs.split()) or set(theirs.split()) < set(ours.split()):
        return True
    pair = {ours.replace(" ", "_"), theirs.replace(" ", "_")}
    return any(pair <= set(group.split()) for group in _GROUPS)


def words(author: str) -> frozenset[str]:
    """The words of an author that tell: no article, no title, no genitive, unless there is nothing else."""
    every = re.findall(r"\w+", author.lower().replace("'s ", " ").replace("’s ", " "))
    told = frozenset(every) - _LEFT_OUT
    return told or frozenset(every)


def same_author(label: str, answer: str) -> bool:
    """Whether two names are of one author: the telling words of one are among those of the other."""
    ours, theirs = words(label), words(answer)
    return bool(ours and theirs) and (ours <= theirs or theirs <= ours)


def same_last(label: Chain, answer: Chain) -> bool:
    """Whether two chains end with the same author, or are both the publication's own."""
    if not label or not answer:
        return not label and not answer
    return same_author(label[-1], answer[-1])


def same_chain(label: Chain, answer: Chain) -> bool:
    """Whether two chains agree from the first speaker to the last."""
    return len(label) == len(answer) and all(same_author(*pair) for pair in zip(label, answer, strict=True))
