"""X2: the closed lists. Labels may be translated; no file and no setting can add to them."""

from enum import StrEnum

from korridor.operation.scheme import CLASSES as OPERATION_CLASSES
from korridor.operation.scheme import Scheme as OperationScheme


class Scheme(StrEnum):
    """A3: a named set of exclusive classes in which people are counted."""

    CARE = "care"
    AGE_SEX = "age-sex"
    STATUS = "status"


UNKNOWN = "unknown"
"""The class of whoever was counted without being told apart; every scheme has it."""

CLASSES: dict[Scheme, tuple[str, ...]] = {
    Scheme.CARE: (*OPERATION_CLASSES[OperationScheme.CARE], UNKNOWN),
    Scheme.AGE_SEX: (*OPERATION_CLASSES[OperationScheme.AGE_SEX], UNKNOWN),
    Scheme.STATUS: ("fighters", "civilians", UNKNOWN),
}
"""The classes of each scheme. ``status`` may be used only where an agreement names it."""


class Method(StrEnum):
    """A2: how heads were counted."""

    HEADS = "heads"
    TALLY = "tally"
    LIST = "list"
    SEATS = "seats"
    ESTIMATE = "estimate"
    TOLD = "told"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """Yes, no, or not known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """A5: why an unexplained is closed."""

    MISCOUNTED = "miscounted"
    NOT_ABOARD = "not-aboard"
    LEFT_ON_THE_WAY = "left-on-the-way"
    FOUND_ELSEWHERE = "found-elsewhere"
    DIED = "died"
    REFERRED = "referred"


class Way(StrEnum):
    """A1: how people leave the books by their own feet."""

    STAYED = "stayed"
    ON_THEIR_OWN = "on-their-own"


class Disturbance(StrEnum):
    """A9: what an incident is."""

    BREACH = "breach"
    FIRE = "fire"
    HALT = "halt"
    OBSTRUCTION = "obstruction"


class Promised(StrEnum):
    """A9: what a guarantee covers."""

    SAFE_PASSAGE = "safe-passage"
    CEASEFIRE = "ceasefire"
    NO_SCREENING = "no-screening"
    NO_ARREST = "no-arrest"
    ACCESS = "access"
    RETURN = "return"


class Aid(StrEnum):
    """A9: what comes in."""

    FOOD = "food"
    WATER = "water"
    MEDICINE = "medicine"
    FUEL = "fuel"
    SHELTER = "shelter"
    MIXED = "mixed"
