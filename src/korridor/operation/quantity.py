"""R2: the quantities that nobody knows beforehand; for each what is taken where a file says nothing, and from whom.

One table, as data: the file's reader, its schema, the workbook, the pages and the rehearsal all go by it.
"""

from enum import StrEnum
from typing import NamedTuple


class Quantity(StrEnum):
    """An uncertain quantity, by its key in a file."""

    ROAD_TIME = "road_time"
    CLOSURE_PER_DAY = "closure_per_day"
    CLOSED_FOR = "closed_for"
    MOBILISATION = "mobilisation"
    LATE_DEPARTURE = "late_departure"
    BOARDING = "boarding"
    ALIGHTING = "alighting"
    DRIVING = "driving"
    SCREENING_PERSON = "screening_person"
    SCREENING_VEHICLE = "screening_vehicle"
    BREAKDOWN_PER_1000_KM = "breakdown_per_1000_km"
    BREAKDOWN_PER_LEG = "breakdown_per_leg"
    REPAIR = "repair"
    BEYOND_REPAIR = "beyond_repair"
    TAKEN_OVER = "taken_over"
    COUNT_EXACT = "count_exact"
    COUNT_AROUND = "count_around"
    COUNT_BETWEEN = "count_between"
    COUNT_AT_LEAST = "count_at_least"
    COUNT_UP_TO = "count_up_to"
    NO_SHOWS = "no_shows"
    UNEXPECTED = "unexpected"
    ON_THEIR_OWN = "on_their_own"
    OWN_WAY_AFTER = "own_way_after"
    TRUCE_BREAK = "truce_break"
    TRUCE_BREAK_AT = "truce_break_at"
    TRUCE_MENDED = "truce_mended"
    GATE_LATE = "gate_late"
    GATE_BREAK = "gate_break"
    GATE_MENDED = "gate_mended"


class Of(StrEnum):
    """What a quantity belongs to, and what its own values are named after."""

    ROAD = "road"
    CHECKPOINT = "checkpoint"
    TYPE = "vehicle type"
    GROUP = "group"
    WINDOW = "truce window"
    GATE = "gate"
    ALL = "whole operation"


class Known(NamedTuple):
    """What is known of a quantity.

    Attributes
    ----------
    meaning : str
    of : Of
        What it belongs to.
    each : str
        What a draw is made for: the same in every plan, fleet and engine (R1).
    taken : str
        What is taken where the file says nothing, as a file would write it.
    source : str
        Who says so; empty where it is an assumption of ours.
    note : str
        What else there is to say.
    """

    meaning: str
    of: Of
    each: str
    taken: str
    source: str = ""
    note: str = ""

    @property
    def assumed(self) -> bool:
        """Whether it is a choice of ours and nobody's figure."""
        return not self.source


_OUR_CHOICE = "No figure was found."

_RULE_S2 = "the table of hedges, rule S2: around N is 0.8 N to 1.2 N"

KNOWN: dict[Quantity, Known] = {
    Quantity.ROAD_TIME: Known(
        "What a road takes, as a share of the time that is planned for it.",
        Of.ROAD,
        "each road and hour",
        "100 % ± 15 %",
        note="In snow columns at Aleppo moved slower than expected (ICRC, OCHA); by how much is not said.",
    ),
    Quantity.CLOSURE_PER_DAY: Known(
        "The chance that somebody who is no party to the agreement closes a road on a day.",
        Of.ROAD,
        "each road and day",
        "1 %",
        note=(
            "At Aleppo protesters closed the road once in nine days, by one of three accounts (Reuters, AP, grade"
            " B)."
        ),
    ),
    Quantity.CLOSED_FOR: Known(
        "How long a road stays closed.",
        Of.ROAD,
        "each road and day",
        "exponential 5 h",
        note=(
            "A convoy of 750 people was held for five hours on 16 December 2016 (IDMC, grade B); one case is no "
            "spread."
        ),
    ),
    Quantity.MOBILISATION: Known(
        "How much later than planned a vehicle is ready for the first time.",
        Of.TYPE,
        "each vehicle",
        "0 s",
        note=(
            "Vehicles that stand at their depot with a driver are ready. Where they are still to be called: 90 "
            "min, 110 to 180 min, 10 more in rain and 20 in snow (KLD, evacuation time estimates ML12356A206 and "
            "ML13037A630, grade A)."
        ),
    ),
    Quantity.LATE_DEPARTURE: Known(
        "How much later than it could a loaded column leaves.",
        Of.ALL,
        "each loaded column",
        "exponential 5 min",
        note=_OUR_CHOICE,
    ),
    Quantity.BOARDING: Known(
        "What boarding a vehicle takes, as a share of the time that is planned for those who board.",
        Of.TYPE,
        "each trip",
        "gamma 100 % ± 30 %",
        note=(
            "Means of 28 to 137 s beside 15 s with and without a mobility aid (PMC7985969, grade A) are classes, "
            "not a spread."
        ),
    ),
    Quantity.ALIGHTING: Known(
        "What getting off takes, as a share of the time that is planned for those aboard.",
        Of.TYPE,
        "each trip",
        "gamma 100 % ± 30 %",
        note="As boarding.",
    ),
    Quantity.DRIVING: Known(
        "What driving takes one vehicle, as a share of what the road takes then; a column goes as its slowest does.",
        Of.TYPE,
        "each leg of a trip",
        "100 %",
        note="That all who are on a road in an hour drive alike is our reading; road_time says how.",
    ),
    Quantity.SCREENING_PERSON: Known(
        "What a person takes at a checkpoint, as a share of the planned time; each person by themselves.",
        Of.CHECKPOINT,
        "each vehicle that is looked at, over the persons aboard",
        "exponential 100 %",
        note=(
            "As in most models of a counter. What is done counts for more: registering a family of five takes 3 "
            "min, or 15 one by one, or 25 with fingerprints and iris (UNHCR, Registration Guidance 6.5, grade A):"
            " that belongs in per_person."
        ),
    ),
    Quantity.SCREENING_VEHICLE: Known(
        "What a vehicle takes at a checkpoint beside its persons, as a share of the planned time.",
        Of.CHECKPOINT,
        "each vehicle that is looked at",
        "gamma 100 % ± 50 %",
        note=_OUR_CHOICE,
    ),
    Quantity.BREAKDOWN_PER_1000_KM: Known(
        "How often a vehicle breaks down, where its type does not say it.",
        Of.ALL,
        "each leg of a trip",
        "0.2",
        note=(
            f"{_OUR_CHOICE} Armies keep one recovery tractor to ten lorries (TR1009, grade A), which is no rate."
        ),
    ),
    Quantity.BREAKDOWN_PER_LEG: Known(
        "The chance that a vehicle breaks down on a leg, however short, beside those by distance.",
        Of.TYPE,
        "each leg of a trip",
        "0 %",
        note="For vehicles that may not start. On a trip of several legs a vehicle breaks down once at most.",
    ),
    Quantity.REPAIR: Known(
        "How long a vehicle stands that is repaired on the road.",
        Of.TYPE,
        "each breakdown",
        "45 min ± 80 %",
        note=_OUR_CHOICE,
    ),
    Quantity.BEYOND_REPAIR: Known(
        "The chance that a vehicle that broke down is not repaired: others take its people, and it is gone for good.",
        Of.TYPE,
        "each breakdown",
        "25 %",
        note=_OUR_CHOICE,
    ),
    Quantity.TAKEN_OVER: Known(
        "How long it takes until other vehicles have its people aboard.",
        Of.TYPE,
        "each breakdown",
        "20 min ± 50 %",
        note=_OUR_CHOICE,
    ),
    Quantity.COUNT_EXACT: Known(
        "How many persons a count without a hedge is, as a share of it.",
        Of.GROUP,
        "each group",
        "100 %",
        source="as written, rule S2",
    ),
    Quantity.COUNT_AROUND: Known(
        "How many persons around 200 is, as a share of 200.",
        Of.GROUP,
        "each group",
        "80..100..120 %",
        source=_RULE_S2,
        note="That the middle is likeliest is our reading.",
    ),
    Quantity.COUNT_BETWEEN: Known(
        "How far up between its ends 150..400 is.",
        Of.GROUP,
        "each group",
        "0..100 %",
        source="as written, rule S2",
        note="That each number is as likely is our reading.",
    ),
    Quantity.COUNT_AT_LEAST: Known(
        "How many more than 17 at least 17 is, as a share of 17.",
        Of.GROUP,
        "each group",
        "exponential 20 %",
        note=(
            "Such figures were too low again and again: at Baghouz 5,000 were said to be inside on 25 February "
            "2019 (SDF, AFP, grade B), and over 30,000 came out after it."
        ),
    ),
    Quantity.COUNT_UP_TO: Known(
        "How many persons up to 400 is, as a share of 400.",
        Of.GROUP,
        "each group",
        "50..100..100 %",
        note=_OUR_CHOICE,
    ),
    Quantity.NO_SHOWS: Known(
        "Who of a group does not come to be taken out, as a share of it.",
        Of.GROUP,
        "each group",
        "0..2..10 %",
        note=_OUR_CHOICE,
    ),
    Quantity.UNEXPECTED: Known(
        "Who comes beside those counted, as a share of the group.",
        Of.GROUP,
        "each group",
        "exponential 3 %",
        note=f"{_OUR_CHOICE} No count is a cap on who may come (A6).",
    ),
    Quantity.ON_THEIR_OWN: Known(
        "Who of a group leaves in private vehicles, as a share of it.",
        Of.GROUP,
        "each group",
        "0 %",
        note=(
            "Only where the agreement lets them. At Aleppo 1,231 private vehicles left (OCHA-10, grade A), with 5"
            " people in each as at Mariupol or 11 as on 21 December (7,000 in 620; both grade D): 18 to 39 % of "
            "35,000."
        ),
    ),
    Quantity.OWN_WAY_AFTER: Known(
        "How long after the start those who leave in private vehicles do so; till then they wait with the others.",
        Of.GROUP,
        "each group",
        "0 s",
        note=(
            "Whoever has a vehicle and may use it does not wait. At Aleppo private vehicles were let out on 21 December, "
            "six days after the first convoy (UOSSM, grade B): there, 6 d."
        ),
    ),
    Quantity.TRUCE_BREAK: Known(
        "The chance that a truce window breaks before its end.",
        Of.WINDOW,
        "each window",
        "20 %",
        note=(
            "A choice for the table, no forecast. At Aleppo the attempts of 14 and 16 December failed, that of "
            "the 18th held after a bad day; at Baghouz the corridor was closed for a week."
        ),
    ),
    Quantity.TRUCE_BREAK_AT: Known(
        "When in a window it breaks, as a share of its length.",
        Of.WINDOW,
        "each window",
        "0..100 %",
        note="Any moment is as likely.",
    ),
    Quantity.TRUCE_MENDED: Known(
        "How long until the truce holds again.",
        Of.WINDOW,
        "each window",
        "observed 24 36 60 168 h",
        source=(
            "Aleppo 2016: 14 to 15 December (Storyful, grade B), 16 to 18 December (Guardian, grade B; OCHA-9, "
            "grade A), 20 to 21 December, 24 to 48 h (BBC, CNN, grade B; we take 36); Baghouz 2019: 13 to 19 "
            "February, about a week (AP, grade B)"
        ),
    ),
    Quantity.GATE_LATE: Known(
        "How much later than the schedule says the other side's people are out.",
        Of.GATE,
        "each gate",
        "exponential 6 h",
        note="At Aleppo, over Foua and Kefraya, 24 to 48 h once (BBC, CNN, grade B); one case is no spread.",
    ),
    Quantity.GATE_BREAK: Known(
        "The chance that the other side stops short, so that a gate stays shut until it is mended.",
        Of.GATE,
        "each gate",
        "10 %",
        note=(
            "At Aleppo buses for Foua and Kefraya were burned on 18 December 2016, and on the 20th all stood "
            "still."
        ),
    ),
    Quantity.GATE_MENDED: Known(
        "How long until a gate that broke opens.",
        Of.GATE,
        "each gate",
        "24..48 h",
        source="Aleppo, 20 to 21 December 2016: BBC via newnation, CNN via fox61, both grade B",
    ),
}
