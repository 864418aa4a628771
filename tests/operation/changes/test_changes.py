"""Changes: each makes what it says, and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from korridor.operation.changes import (
    AnyChange,
    EarlierOpening,
    LargerColumns,
    LaterClosing,
    LaterHorizon,
    LongestAboard,
    MoreBays,
    MoreEscorts,
    MoreLanes,
    MoreVehicles,
    ShorterHeadway,
    ShorterMargin,
    Way,
    changes_for,
)
from korridor.operation.operation import Operation
from korridor.operation.units import MOST
from tests.operation.tiny import TINY, operation
from tests.strategies import operations


def differences(before: object, after: object, where: str = "") -> dict[str, tuple[object, object]]:
    """Every value that differs, by its path."""
    if before == after:
        return {}
    if isinstance(before, dict) and isinstance(after, dict) and before.keys() == after.keys():
        found = [differences(before[key], after[key], f"{where}.{key}") for key in before]
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        found = [
            differences(*pair, f"{where}[{at}]") for at, pair in enumerate(zip(before, after, strict=True))
        ]
    else:
        return {where.removeprefix("."): (before, after)}
    return {path: pair for each in found for path, pair in each.items()}


def changed(change: AnyChange, to: Operation) -> dict[str, tuple[object, object]]:
    return differences(to.model_dump(mode="json"), change.made_in(to).model_dump(mode="json"))


TRUCE = "truce.announced[0]"


@pytest.mark.parametrize(
    ("change", "made", "words"),
    [
        (
            MoreVehicles(vehicle_type="bus", depot="Park"),
            {"fleet.bus.depots.Park": (4, 5)},
            "one more bus at Park (5 instead of 4)",
        ),
        (
            MoreVehicles(vehicle_type="bus", depot="Park", more=3),
            {"fleet.bus.depots.Park": (4, 7)},
            "3 more vehicles of type bus at Park (7 instead of 4)",
        ),
        (
            MoreLanes(checkpoint="Gatehouse", way=Way.OUTWARD),
            {"places.Gatehouse.lanes.outward": (2, 3)},
            "one more lane out at Gatehouse (3 instead of 2)",
        ),
        (
            MoreLanes(checkpoint="Gatehouse", way=Way.INWARD),
            {"places.Gatehouse.lanes.inward": (2, 3)},
            "one more lane in at Gatehouse (3 instead of 2)",
        ),
        (MoreBays(place="Square"), {"places.Square.bays": (2, 3)}, "one more bay at Square (3 instead of 2)"),
        (MoreEscorts(), {"convoy.escorts": (2, 3)}, "one more escort (3 instead of 2)"),
        (LargerColumns(), {"convoy.most": (5, 6)}, "columns of up to 6 vehicles instead of 5"),
        (ShorterHeadway(), {"roads[1].headway_s": (600, 540)}, "columns 9 min apart instead of 10 min"),
        (
            LaterClosing(window=0),
            {f"{TRUCE}.closes_s": (50400, 54000)},
            "the truce closes 1 h later: 21:00 instead of 20:00",
        ),
        (
            EarlierOpening(window=0),
            {f"{TRUCE}.opens_s": (3600, 0)},
            "the truce opens 1 h sooner: 06:00 instead of 07:00",
        ),
        (
            ShorterMargin(),
            {"truce.margin_s": (600, 0)},
            "a margin of 0 s instead of 10 min before the truce closes",
        ),
        (
            LongestAboard(limit_s=7200),
            {"time_aboard_s": ({}, {"default": 7200})},
            "nobody aboard for more than 2 h",
        ),
    ],
)
def test_a_change_changes_what_it_says(change: AnyChange, made: dict[str, object], words: str) -> None:
    """One value, or as many as it names; and its words have the number before and after."""
    assert changed(change, operation()) == made
    assert change.words(operation()) == words


def test_no_limit_is_said_so() -> None:
    """A limit that nothing reaches is none."""
    assert LongestAboard(limit_s=MOST).words(operation()) == "no limit on the time aboard"


def test_a_later_horizon_is_later_by_that() -> None:
    """Where the question sets a horizon, an hour more of it is one."""
    asked = operation().until(7200)
    assert changed(LaterHorizon(), asked) == {"until_s": (7200, 10800)}
    with pytest.raises(ValueError, match="the question sets no horizon"):
        LaterHorizon().made_in(operation())


def test_a_longer_truce_takes_the_horizon_with_it_where_it_would_end_after_it() -> None:
    """Asked until the very end of a window, an hour more of truce is an hour more to be out."""
    asked = operation().until(50400)
    assert changed(LaterClosing(window=0), asked) == {
        f"{TRUCE}.closes_s": (50400, 54000),
        "until_s": (50400, 54000),
    }
    assert LaterClosing(window=0).words(asked).endswith("; the horizon moves with it")
    assert changed(LaterClosing(window=0), operation().until(40000)) == {f"{TRUCE}.closes_s": (50400, 54000)}


DAYS = TINY.replace(
    "announced: [{opens: +1 h, closes: 2016-12-15T20:00+02:00}]",
    "announced: [{opens: +1 h, closes: +3 h}, {opens: +4 h, closes: +6 h}, {opens: +9 h, closes: +10 h}]",
)


def windows(found: Operation) -> list[tuple[int, int]]:
    return [(window.opens_s // 3600, window.closes_s // 3600) for window in found.windows]


def test_windows_that_meet_are_joined() -> None:
    """A window an hour longer that comes to the next one makes one of the two; every window can be longer at once."""
    days = operation(DAYS)
    assert windows(LaterClosing(window=0).made_in(days)) == [(1, 6), (9, 10)]
    assert windows(EarlierOpening(window=1).made_in(days)) == [(1, 6), (9, 10)]
    assert windows(LaterClosing(window=None).made_in(days)) == [(1, 7), (9, 11)]
    assert windows(EarlierOpening(window=None, sooner_s=7200).made_in(days)) == [(0, 6), (7, 10)]


def test_many_windows_are_asked_for_all_at_once() -> None:
    """Daily hours are agreed for every day: three windows give one question each way, not six."""
    asked = [change for change in changes_for(operation(DAYS)) if change.change in ("opens", "closes")]
    assert asked == [LaterClosing(window=None), EarlierOpening(window=None)]
    assert asked[0].words(operation(DAYS)) == "the truce closes 1 h later, every time"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (MoreVehicles(vehicle_type="tram", depot="Park"), "'tram' is not in fleet; one of bus, ambulance"),
        (MoreVehicles(vehicle_type="bus", depot="Camp"), "'Camp' is no depot of bus; one of Park"),
        (
            MoreVehicles(vehicle_type="bus", depot="Park", more=9999),
            "depots.Park: Input should be less than or equal to 10000",
        ),
        (MoreLanes(checkpoint="Camp", way=Way.OUTWARD), "'Camp' is no checkpoint"),
        (MoreBays(place="Camp"), "'Camp' has no number of bays"),
        (LaterClosing(window=1), "there is no window 1; from 0 to 0"),
        (ShorterMargin(less_s=601), "the margin is 10 min"),
    ],
)
def test_what_is_not_there_cannot_be_changed(change: AnyChange, words: str) -> None:
    """A change of a thing that the operation has not says so, and what it has."""
    with pytest.raises(ValueError, match=words):
        change.made_in(operation())


def test_a_plain_town_is_asked_plain_questions() -> None:
    """Without truce, checkpoint, columns, escorts or numbered bays there is only one more vehicle to ask for."""
    town = Operation.model_validate(
        {
            "name": "town",
            "places": {"A": {"kind": "assembly"}, "R": {"kind": "reception"}},
            "roads": [{"between": ["A", "R"], "time": 600}],
            "people": {"all": {"at": "A", "class": "well", "count": 40}},
            "fleet": {"bus": {"depot": "A", "number": 1, "layouts": [{"seats": 20}]}},
        }
    )
    assert changes_for(town) == (MoreVehicles(vehicle_type="bus", depot="A"),)
    with pytest.raises(ValueError, match="columns need no escort here"):
        MoreEscorts().made_in(town)
    with pytest.raises(ValueError, match="no road keeps a headway"):
        ShorterHeadway().made_in(town)
    with pytest.raises(ValueError, match="there is no truce"):
        ShorterMargin().made_in(town)


@given(operation=operations(), data=st.data())
def test_what_is_offered_can_be_made_said_and_written(operation: Operation, data: st.DataObject) -> None:
    """Every change offered makes another, sound operation, has words, and reads again as it was written."""
    offered = changes_for(operation)
    change = data.draw(st.sampled_from(offered))
    made = change.made_in(operation)
    assert Operation.model_validate(made.model_dump()) == made != operation
    assert change.words(operation)
    adapter: TypeAdapter[AnyChange] = TypeAdapter(AnyChange)
    assert adapter.validate_json(adapter.dump_json(change)) == change
    assert all(each.only_adds for each in offered)
