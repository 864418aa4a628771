"""What no plan can beat, in words."""

from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.papers.limits import _ARGUMENTS, gap_words, level_lines, limit_point, limit_words
from korridor.planning.certificate import AnyCertificate, Certificate, TourCertificate
from korridor.planning.plan import Level, Objective, Status
from tests.pictures.convoys import HOUR, TOWN, free_town, plan, town

UNKNOWN = (
    "What no plan can beat has not been worked out here; how much better another plan could be is not known."
)


def level(name, value, bound, gap=None):
    return Level(name=name, value=value, bound=bound, gap=gap)


def said(*levels, **changed):
    return limit_words(plan(1, levels=levels, **changed))


def test_a_gap_is_what_could_still_be_gained():
    """An open level says what no plan can beat, what this one does, and that the rest is not known."""
    assert said(level("out", 15506, 16206, 0.04514))[0] == (
        "No plan can get more than 16,206 people out by Thu 22 Dec 2016, 22:00. This plan gets 15,506 out: "
        "another one could get at most 700 more (4.6 %). Whether any of that can be gained is not known."
    )


def test_a_later_limit_is_one_of_those_who_reach_the_first():
    """Where value and bound are equal the next level is told, and that it holds for such plans alone (P3)."""
    first, second, third, *_ = said(
        level("out", 500, 500, 0.0),
        level("risk", 6000, 6000, 0.0),
        level("clearance", 9 * HOUR, 8 * HOUR, 1.0),
    )
    assert (
        first == "No plan can get more than 500 people out by Thu 22 Dec 2016, 22:00. This plan reaches that."
    )
    assert second == (
        "Of plans that reach the limits before, none can have less time at risk (person-minutes) than 100. This "
        "plan reaches that."
    )
    assert third.startswith(
        "Of plans that reach the limits before, none can have the last person out before Thu 15 Dec 2016, 14:00."
    )


def test_time_at_risk_is_told_in_person_minutes():
    """A level that is neither people nor a moment says how much of it could be saved."""
    assert said(level("out", 5, 5, 0.0), level("risk", 6000, 3000, 0.5))[1] == (
        "Of plans that reach the limits before, none can have less time at risk (person-minutes) than 50. This "
        "plan has 100: another one could save at most 50 (50.0 %). Whether any of that can be gained is not known."
    )


def test_clearance_is_told_as_moments_and_open_truce_time():
    """Sixty closed hours between value and bound are not counted as a gain."""
    words = said(level("clearance", 92 * HOUR + 30, 28 * HOUR, 0.1667), objective=Objective.CLEARANCE)
    assert words[0] == (
        "No plan can have the last person out before Fri 16 Dec 2016, 10:00. This plan does it by "
        "Mon 19 Dec 2016, 02:01: another one could be at most 4 h 1 min of open truce time sooner (16.7 %). "
        "Whether any of that can be gained is not known."
    )


def test_without_a_truce_every_hour_counts():
    """Where there is no truce, the time that could be gained is all time."""
    words = said(level("clearance", 9 * HOUR, 8 * HOUR, 1 / 9), operation=free_town())
    assert "at most 1 h sooner (11.2 %)" in words[0]


def test_the_soonest_clearance_is_said_as_such():
    """A closed clearance is one moment, not two that rounding pulls apart."""
    assert said(level("clearance", 9 * HOUR + 5, 9 * HOUR + 5, 0.0))[0] == (
        "No plan can have the last person out before Thu 15 Dec 2016, 15:01. This plan reaches that."
    )


@pytest.mark.parametrize(
    ("value", "bound", "words"),
    [
        (40, 40, "No plan can leave fewer than 40 people behind. This plan reaches that."),
        (40, 30, "No plan can leave fewer than 30 people behind. This plan leaves 40: another one could leave "
                 "at most 10 fewer. Whether any of that can be gained is not known."),
        (None, 30, "No plan can leave fewer than 30 people behind."),
    ],
)  # fmt: skip
def test_people_left_behind_are_told(value, bound, words):
    """When a clearance plan leaves people, their number is the first thing that is bounded."""
    assert said(level("left", value, bound))[0] == words


def test_without_a_bound_nothing_is_claimed():
    """A plan whose bound was not worked out says so, and no sentence compares it with anything."""
    assert said() == (UNKNOWN,)
    assert said(level("out", 500, None)) == (UNKNOWN,)


def test_weighted_people_are_not_called_people():
    """Where groups have weights, the bound counts weights and the words say so."""
    people = {name: dict(group, weight=2) for name, group in TOWN["people"].items()}
    heavy = town(people=people)
    words = said(level("out", 1000, 1200, 0.2), operation=heavy)
    assert "1,200 people, weighted as the file says, out" in words[0]
    assert limit_point(plan(1, operation=heavy, levels=(level("out", 1000, 1200, 0.2),))) is None


def test_proved_is_said_of_proved_plans_only():
    """The word stands where every level is closed, and nowhere else."""
    closed = (level("out", 500, 500, 0.0), level("risk", 0, 0, 0.0), level("clearance", 9000, 9000, 0.0))
    assert "It is proved that no plan can do better" in " ".join(said(*closed, status=Status.PROVED))
    assert "proved" not in " ".join(said(*closed, status=Status.FEASIBLE))


def test_a_bound_is_never_called_an_estimate():
    """What no plan can beat is a limit; it is not guessed, and no guess is called one."""
    for levels in (
        (level("out", 5, 9, 0.8),),
        (level("clearance", 9000, 8000, 0.1),),
        (level("left", 9, 5, 0.4),),
    ):
        words = " ".join(said(*levels)).lower()
        assert "estimate" not in words
        assert "limit and not a forecast" in words


def test_a_certificate_is_named():
    """Who doubts the limit is told where it stands, and where the argument for its kind is."""
    made = Certificate(
        horizon_s=9, slot_s=1, scale=1, phases={}, multipliers={}, unweighted=True, bound_weight=9
    )
    tours = TourCertificate(too_soon_s=1, load_prices=(), room_prices=())
    for certificate, argument in ((made, "docs/bounds.md"), (tours, "docs/bounds-shuttle.md")):
        assert said(level("out", 5, 9, 0.8), certificate=certificate)[-1] == (
            "The limit comes with a certificate in plan.json: whole numbers from which anyone can check it "
            f"without trusting the program that found it ({argument})."
        )


def test_levels_that_are_not_compared_say_so():
    """A plan that leaves people has no clearance to compare (P2)."""
    levels = (level("left", 9, 5, 0.4), level("clearance", None, None))
    first, second = level_lines(plan(1, levels=levels))
    assert (first.name, first.value, first.bound, first.gap) == ("people left behind", "9", "5", "40.0 %")
    assert (second.value, second.bound, second.gap) == ("not compared", "", "")


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_no_rounding_closes_a_gap(value, bound):
    """A plan that does not reach its bound shows a gap above zero, however small."""
    gap = abs(value - bound) / value
    shown = gap_words(level("out", value, bound, gap))
    if value == bound:
        assert shown == "none"
    else:
        assert float(shown.removesuffix(" %")) / 100 >= gap - 1e-9 > 0


@given(st.integers(0, 10**6), st.integers(0, 10**6))
def test_a_table_never_flatters(value, bound):
    """In the table a plan's person-minutes are rounded up, and the bound's down."""
    (line,) = level_lines(plan(1, levels=(level("risk", value, bound),)))
    assert int(line.value.replace(",", "")) * 60 >= value
    assert int(line.bound.replace(",", "")) * 60 <= bound


def test_the_curve_shows_a_bound_on_people_at_the_horizon():
    """A bound on people out is a point at the horizon."""
    point = limit_point(plan(1, levels=(level("out", 15506, 16206),)))
    assert (point.moment_s, point.persons) == (184 * HOUR, 16206)
    assert point.says == "no plan can have more than 16,206 out by Thu 22 Dec 22:00"


def test_the_curve_shows_a_bound_on_time_at_its_moment():
    """A bound on clearance is a point in time, at everybody."""
    point = limit_point(plan(1, levels=(level("clearance", 100 * HOUR, 90 * HOUR),)))
    assert (point.moment_s, point.persons) == (90 * HOUR, 18700)
    assert point.says == "no plan can have the last person out before Mon 19 Dec 00:00"


def test_the_curve_shows_people_left_as_people_out():
    """A bound on those left behind is one on those out, seen from the other side."""
    assert limit_point(plan(1, levels=(level("left", 9000, 8700),))).persons == 10000


def test_every_kind_of_certificate_is_argued_for_on_a_page():
    """A report names the page behind any certificate that there can be, and that page is there."""
    union, _ = get_args(AnyCertificate)
    kinds = {kind.model_fields["kind"].default for kind in get_args(union)}
    assert set(_ARGUMENTS) == kinds
    for page in _ARGUMENTS.values():
        assert (Path(__file__).parents[2] / page).is_file()
