"""The checker's own opinion of what is a plain shuttle."""

import pytest
from hypothesis import given

from korridor.operation.operation import Operation
from korridor.planning.verify.shuttle_tours.plain import not_plain
from tests.planning.shuttle.shuttles import shuttles
from tests.planning.shuttle.test_plain import NOT_PLAIN, PLAIN
from tests.strategies import operations

SAID = {
    "truce": "it has a truce, a horizon or gates",
    "horizon": "it has a truce, a horizon or gates",
    "gate": "it has a truce, a horizon or gates",
    "bays": "school has bays or hours",
    "bays where people arrive": "ward has bays or hours",
    "hours": "hall has bays or hours",
    "transfer": "ward is a transfer",
    "checkpoint": "yard is a checkpoint",
    "reception inside": "ward receives people and is not on the safe side",
    "truce road": "some roads are controlled",
    "headway": "some roads are controlled",
    "alternate road": "some roads are controlled",
    "party": "people stay together in parties",
    "companions": "people stay together in parties",
    "to one place": "not everybody may be taken everywhere",
    "at a reception": "people stand where people are received",
    "two needs": "people need different kinds of places",
    "apart": "some classes are apart",
    "span": "bus has a span or duty hours",
    "end of span": "bus has a span or duty hours",
    "duty": "coach has a span or duty hours",
    "serves": "coach does not serve every place",
    "sizes": "vehicles take different numbers of people",
    "layouts": "ambulance takes more people in one layout than in another",
    "no seat": "no vehicle takes anybody",
}
SEARCH_ALONE = {"one way", "too long", "long for one class", "no room"}
"""What the search asks besides, and a proof has no use for (docs/bounds-shuttle.md)."""


def test_a_plain_shuttle_is_recognised() -> None:
    """Nothing of the list is found in one."""
    assert list(not_plain(PLAIN)) == []


@pytest.mark.parametrize("name", sorted(NOT_PLAIN))
def test_what_binds_is_found(name: str) -> None:
    """Each thing that can bind is named; what only the search asks for makes a shuttle no less plain."""
    operation, _ = NOT_PLAIN[name]
    assert list(not_plain(operation))[:1] == ([] if name in SEARCH_ALONE else [SAID[name]])


@given(shuttles())
def test_drawn_shuttles_are_plain(operation: Operation) -> None:
    """The operations on which certificates are tried are plain shuttles by the checker too."""
    assert list(not_plain(operation)) == []


@given(operations())
def test_what_has_columns_is_not_plain(operation: Operation) -> None:
    """Of operations of any kind, none with a controlled road, a truce or a checkpoint passes."""
    columns = operation.truce or any(road.controlled for road in operation.roads)
    screened = any(place.kind == "checkpoint" for place in operation.places.values())
    if columns or screened:
        assert list(not_plain(operation)) != []
