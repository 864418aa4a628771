"""What binds, by two witnesses."""

from korridor.papers.wait import Resource, Wait
from korridor.papers.why.both import bindings
from korridor.planning.why.prices import Part, Thing
from tests.operation.tiny import operation


def wait(resource: Resource, persons: int = 100) -> Wait:
    return Wait("M001", resource, 3600, 7200, persons)


def part(thing: Thing, weight: float) -> Part:
    return Part(thing=thing, which="", begins_s=3600, ends_s=7200, weight=weight)


def test_what_both_name_comes_first():
    """Vehicles in both, screening in the plan alone, columns in the limit alone: each is read as what it is."""
    waits = (wait(Resource.VEHICLES, 600), wait(Resource.SCREENING, 300), wait(Resource.WINDOW, 9000))
    parts = (part(Thing.VEHICLES, 80), part(Thing.COLUMNS, 20))
    lines = {line.thing: line for line in bindings(operation(), waits, parts, set())}
    assert next(iter(lines)) == "vehicles"
    assert lines["vehicles"].waits == "67 %, most from Thu 15 Dec 07:00"
    assert lines["vehicles"].hangs.startswith("80 %")
    assert lines["vehicles"].reading == (
        "Both: columns wait for it, and the limit hangs on it. Look here first."
    )
    assert lines["screening"].reading == (
        "Columns wait for it, but the limit does not hang on it: another plan might not have to wait."
    )
    assert lines["the column ahead"].waits == "none"
    assert lines["the column ahead"].reading == (
        "Hardly anybody is seen waiting for it, yet the limit hangs on it: it is in use all the time."
    )
    assert "the truce to open" not in lines


def test_what_acts_through_columns_is_not_called_harmless():
    """Lanes are no part of the limit by themselves; where one more lets it give way, that is said."""
    (line,) = bindings(operation(), (wait(Resource.SCREENING),), (part(Thing.VEHICLES, 1),), {Thing.LANES})[
        1:
    ]
    assert line.thing == "screening" and line.reading.endswith("with one more the limit gives way.")


def test_without_prices_nothing_is_said_of_the_limit():
    """A bound of another kind has no parts: the plan's witness stands alone."""
    (line,) = bindings(operation(), (wait(Resource.BAYS),), (), set())
    assert (line.hangs, line.reading) == ("", "What the limit hangs on is not known here.")
    assert bindings(operation(), (), (), set()) == ()
