"""The pictures of a rehearsal: fan, hours, tornado."""

import re

import pytest

from korridor.pictures import render
from korridor.pictures.clock import Clock
from korridor.pictures.curve_rows import Step
from korridor.pictures.fan import FanRows, Spread, fan
from korridor.pictures.hours_chart import HourOut, HoursRows, hours_chart
from korridor.pictures.tornado import LIMIT, PLANNED, Blade, TornadoRows, tornado
from korridor.pictures.windows import BROKEN, CLOSED, OPEN, Span, with_breaks

CLOCK = Clock(None)


def words(picture: str) -> str:
    """All that is written in a picture."""
    return " ".join(re.findall(r">([^<>]+)<", picture))


def blade(name: str, gain: float, **more: object) -> Blade:
    known = {"low": gain - 1, "high": gain + 1, "noise": False, "planned": None, "limit": None, "says": ""}
    return Blade(change=name, gain=gain, **{**known, **more})  # type: ignore[arg-type]


def test_a_fan_tells_runs_and_plan_apart() -> None:
    """Both bands, the middle run and the plan stand in the legend, and how many people the file counts in the picture."""
    runs = (Spread(0, 0, 0, 0, 0, 0, ""), Spread(3600, 10, 20, 30, 40, 50, ""))
    steps = (Step(0, 0, ""), Step(1800, 60, ""))
    said = words(render.svg(fan(FanRows(CLOCK, 0, 3600, 100, runs, steps, (), ()))))
    for name in ("8 of 10 runs", "half of the runs", "the middle run", "the plan", "100 people counted"):
        assert name in said


def test_hours_have_a_bar_from_nought() -> None:
    """The middle run's bar of an hour begins at nobody, whatever the plan says of that hour."""
    hour = HourOut(0, 3600, 1800, 70, 10, 40, 90, "")
    chart = hours_chart(HoursRows(CLOCK, 0, 3600, (hour,), (), ()))
    assert chart["layer"][0]["encoding"]["y2"] == {"datum": 0}
    assert "the plan" in words(render.svg(chart))


def test_a_tornado_keeps_its_order_and_greys_noise() -> None:
    """Rows stand in the order given; what the runs do not tell from none is marked so."""
    rows = TornadoRows(
        (blade("one more bus", 30.0), blade("one more bay", 2.0, noise=True)), "more people out"
    )
    made = tornado(rows)
    assert [(row["row"], row["change"], row["told"]) for row in made["datasets"]["blades"]] == [
        (0, "one more bus", "told from noise"),
        (1, "one more bay", "not told from noise"),
    ]
    assert made["datasets"]["marks"] == []


def test_plan_and_limit_are_marks_beside_the_bar() -> None:
    """What a change gains by the plan, and by the limit, stands as marks; what is not known has none."""
    made = tornado(
        TornadoRows((blade("a bus", 30.0, planned=40.0, limit=90.0), blade("a bay", -5.0)), "people")
    )
    assert [(mark["what"], mark["gain"]) for mark in made["datasets"]["marks"]] == [
        (PLANNED, 40.0),
        (LIMIT, 90.0),
    ]
    said = words(render.svg(made))
    assert PLANNED in said and LIMIT in said


@pytest.mark.parametrize(
    ("breaks", "states"),
    [
        ((), [(OPEN, 0, 10), (CLOSED, 10, 20)]),
        (((4, 6),), [(OPEN, 0, 4), (BROKEN, 4, 6), (OPEN, 6, 10), (CLOSED, 10, 20)]),
        (((4, None),), [(OPEN, 0, 4), (BROKEN, 4, 10), (CLOSED, 10, 20)]),
        (((0, 2), (8, 15)), [(BROKEN, 0, 2), (OPEN, 2, 8), (BROKEN, 8, 10), (CLOSED, 10, 20)]),
    ],
)
def test_a_broken_truce_is_shown_while_it_would_be_open(
    breaks: tuple[tuple[int, int | None], ...], states: list[tuple[str, int, int]]
) -> None:
    """Spans still fill the time without gap or overlap, and only what was open is broken."""
    found = with_breaks((Span(OPEN, 0, 10), Span(CLOSED, 10, 20)), breaks)
    assert [(span.state, span.begins_s, span.ends_s) for span in found] == states
