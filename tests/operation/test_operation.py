"""An operation as a value: it survives its own file, and its horizon can be set."""

import doctest
import importlib
import pkgutil

import pytest
from hypothesis import given
from pydantic import ValidationError

import korridor.operation
from korridor.operation.fleet import VehicleType
from korridor.operation.horizon import until
from korridor.operation.operation import TIME_ABOARD_S, Operation
from korridor.operation.people import Group
from korridor.operation.place import Kind, Lanes, Place
from korridor.operation.road import Road
from korridor.operation.scheme import CLASSES, Need, Scheme
from tests.operation.tiny import TINY, operation
from tests.strategies import operations

MODULES = [module.name for module in pkgutil.iter_modules(korridor.operation.__path__)]


@given(operations())
def test_an_operation_survives_its_own_file(drawn):
    """What is written out as JSON is read back as the same operation."""
    assert Operation.model_validate_json(drawn.model_dump_json()) == drawn


def test_a_read_operation_survives_its_own_file():
    """Counts with their wording, sources and instants are read back as they were."""
    text = TINY.replace("count: 200", "count: {value: around 200, source: OCHA}").replace(
        "count: 6", "count: 4..8"
    )
    found = operation(text)
    assert Operation.model_validate_json(found.model_dump_json()) == found
    assert Operation.model_validate(found.model_dump()) == found


def test_defaults():
    """What a file leaves out is this."""
    found = operation(TINY[: TINY.index("convoy:")].replace("    truce: true\n", ""))
    assert found.scheme is Scheme.CARE and found.routes == "quickest" and found.horizon_s is None
    assert found.aboard_limit_s("lying") == TIME_ABOARD_S == 6 * 3600
    rule = found.convoy
    assert (rule.least, rule.most, rule.spacing_m, rule.escorts, rule.marshalling_s) == (1, 1, 0, None, 0)
    assert (
        found.need(found.people["hurt"]) is Need.STRETCHER and found.need(found.people["well"]) is Need.SEAT
    )
    assert found.urgency(found.people["hurt"]) < found.urgency(found.people["well"])
    assert CLASSES == {
        Scheme.CARE: ("lying", "sitting", "well"),
        Scheme.AGE_SEX: ("infants", "children", "older", "women", "men"),
    }


def test_an_operation_cannot_be_built_with_names_that_are_not_there():
    """In Python too, a reference to nothing is refused, with its path."""
    found = operation()
    with pytest.raises(ValidationError, match=r"roads\[0\]\.between\[1\]: 'Nowhere' is not a place"):
        Operation.model_validate(
            {**found.model_dump(), "roads": [{"between": ["Square", "Nowhere"], "time_s": 60}]}
        )


@pytest.mark.parametrize(
    ("build", "words"),
    [
        (lambda: Place(kind=Kind.CHECKPOINT), "a checkpoint needs lanes, for example lanes: 4"),
        (
            lambda: Place(kind=Kind.DEPOT, lanes=Lanes(outward=1, inward=1)),
            "lanes, per_vehicle and per_person are for a checkpoint; the kind here is depot",
        ),
        (
            lambda: Place(kind=Kind.DEPOT, capacity_persons=3),
            "capacity is for transfer, transit centre, reception, hospital; the kind here is depot",
        ),
        (lambda: Road(between=("a", "b"), length_m=5), "a road needs length and speed, or time"),
        (
            lambda: Road(between=("a", "b"), time_s=5, speed_m_per_h=5),
            "a road has a speed or a time, not both",
        ),
        (
            lambda: Road(between=("a", "b"), time_s=5, back_s=5, one_way=True),
            "back goes with time, on a road that is not one_way",
        ),
        (
            lambda: Group.model_validate({"at": "a", "class": "well"}),
            "a group needs count, or families with household; one of the two",
        ),
        (
            lambda: Group.model_validate({"at": "a", "class": "well", "families": 3}),
            "families and household go together",
        ),
        (
            lambda: Group.model_validate({"at": "a", "class": "well", "count": 3, "party": 2}),
            "3 persons are not a whole number of parties of 2",
        ),
        (
            lambda: Group.model_validate(
                {"at": "a", "class": "well", "count": 6, "party": 2, "companions": 1}
            ),
            "a group has party or companions, not both",
        ),
        (
            lambda: Group.model_validate({"at": "a", "class": "well", "families": 10**6, "household": 10**6}),
            "1000000000000 persons are out of range; from 0 to 1000000000",
        ),
        (
            lambda: VehicleType.model_validate(
                {"depots": {"a": 1}, "layouts": [{}], "available_from_s": 60, "available_until_s": 60}
            ),
            "available_from must be before available_until",
        ),
    ],
)
def test_a_wrong_value_cannot_be_built(build, words):
    """Each part of an operation refuses what contradicts itself."""
    with pytest.raises(ValidationError) as error:
        build()
    assert error.value.errors()[0]["msg"] == f"Value error, {words}"


def test_families_count_as_their_people():
    """O4: families times the size of a household."""
    group = Group.model_validate(
        {"at": "a", "class": "well", "families": "100..200", "household": 5, "party": 5}
    )
    assert (group.persons, group.parties, group.party_persons) == (750, 150, 5)


def test_the_horizon_can_be_set_and_cuts_the_windows():
    """O8: --until sets the horizon, as an instant or from the start; no window goes beyond it."""
    for time in ("+2 h", "2016-12-15T08:00+02:00"):
        asked = until(operation(), time)
        assert asked.horizon_s == 7200
        assert [(window.opens_s, window.closes_s) for window in asked.windows] == [(3600, 7200)]
    assert until(operation(), "+30 min").windows == ()


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (
            "2016-12-15T05:59+02:00",
            "2016-12-15T05:59+02:00 is before the operation's start, 2016-12-15T06:00:00+02:00",
        ),
        ("+0 s", "+0 s is the operation's start; the horizon must be after it"),
        (
            "6 h",
            "'6 h' is not an instant; write for example 2016-12-15T09:00+02:00, or +6 h for six hours "
            "after the start",
        ),
        ("+6", "6 has no unit; write for example +6 h (units: s, min, h, d)"),
    ],
)
def test_a_horizon_that_is_none_is_refused(time, words):
    """A time that is no moment after the start is told in words."""
    with pytest.raises(ValueError) as error:
        until(operation(), time)
    assert str(error.value) == words


@pytest.mark.parametrize("name", MODULES)
def test_examples_in_docstrings_hold(name):
    """What a docstring shows is what comes out."""
    assert not doctest.testmod(importlib.import_module(f"korridor.operation.{name}")).failed
