"""A small rehearsal of the town, for the papers."""

from functools import cache

import korridor
from korridor.operation.operation import Operation
from korridor.operation.uncertainty import Uncertainty
from korridor.papers.plan_mark import plan_mark
from korridor.papers.rehearsal.rehearsal_file import Rehearsal
from korridor.planning.plan import Plan
from tests.pictures.convoys import TOWN, plan

RUNS = 96


def roomy() -> Operation:
    """The town, with room for few at its transfer, and some who leave in private vehicles."""
    places = {name: dict(place) for name, place in TOWN["places"].items()}
    places["Rashideen"]["capacity"] = 700
    uncertain = {"on_their_own": {"Sukkari": "10..30 %"}, "truce_break": "40 %"}
    sources = [
        *TOWN["sources"],
        {
            "path": "uncertainty.truce_break",
            "value": "40 %",
            "source": "the liaison officer",
            "note": "a guess",
        },
    ]
    town = Operation.model_validate(TOWN | {"places": places, "sources": sources})
    return town.model_copy(update={"uncertainty": Uncertainty.model_validate(uncertain)})


@cache
def made() -> Plan:
    """The plan of six laps."""
    return plan(6).model_copy(update={"operation": roomy()})


@cache
def rehearsal() -> Rehearsal:
    """Its rehearsal, with what costs most."""
    found = korridor.rehearse(made(), runs=RUNS, seed=3)
    return Rehearsal(plan=plan_mark(made()), found=found, costs=korridor.costs(made(), runs=RUNS, seed=3))
