"""Which resource binds when: waits cut into hours and added up."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.papers.binding import Hour, hour_s, hours, person_seconds, runs, waiting_rows
from korridor.papers.binding_words import binding_words, run_words
from korridor.papers.wait import Resource, Wait
from korridor.papers.waits import waits
from tests.pictures.convoys import HOUR, days, free_town, town

WAITS = st.lists(
    st.builds(
        lambda resource, begins_s, lasts_s, persons: Wait(
            "M001", resource, begins_s, begins_s + lasts_s, persons
        ),
        st.sampled_from(Resource),
        st.integers(0, 10**6),
        st.integers(1, 10**5),
        st.integers(1, 1000),
    ),
    max_size=20,
)


def test_an_hour_is_an_hour_of_the_clock():
    """Hours begin where the operation's clock shows a whole one, not where the operation begins."""
    wait = Wait("M001", Resource.BAYS, 0, HOUR, 60)
    half_past_s = 8 * HOUR + 1800
    assert hours([wait], HOUR, half_past_s) == (
        Hour(-1800, 1800, {Resource.BAYS: 30.0}),
        Hour(1800, 5400, {Resource.BAYS: 30.0}),
    )


def test_what_held_most_people_is_binding():
    """In an hour in which people wait for two things, the one that holds more of them is named."""
    (hour,) = hours(
        [Wait("M001", Resource.BAYS, 0, 60, 10), Wait("M002", Resource.ESCORT, 0, 50, 20)], HOUR, 0
    )
    assert hour.binding is Resource.ESCORT


@given(WAITS, st.sampled_from([60, 600, 3600, 86400]), st.integers(0, 86400))
def test_no_waiting_is_lost_or_doubled(found, length_s, face_s):
    """Cut into hours of any length on any clock, persons × seconds add up to what they were."""
    cut = hours(found, length_s, face_s)
    total = sum(persons * length_s for hour in cut for persons in hour.persons.values())
    assert total == pytest.approx(sum(wait.person_s for wait in found))
    assert sum(person_seconds(found).values()) == sum(wait.person_s for wait in found)


@given(WAITS.filter(bool))
def test_runs_join_hours_and_lose_none(found):
    """Hours on end with one binding resource become one run, and no hour is left out."""
    cut = hours(found, hour_s(found), 0)
    joined = runs(cut)
    assert sum(run.ends_s - run.begins_s for run in joined) == sum(h.ends_s - h.begins_s for h in cut)
    for here, after in pairwise(joined):
        assert here.ends_s < after.begins_s or here.binding is not after.binding


@given(WAITS.filter(bool))
def test_the_chart_has_few_enough_cells(found):
    """However long or short the operation, the chart's hours can be told apart on a page."""
    rows = waiting_rows(town(), found)
    cells = {(held.begins_s, held.ends_s) for held in rows.held}
    assert len(cells) <= 302
    assert set(rows.things) == {wait.resource for wait in found}


def test_words_leave_closed_hours_aside():
    """Sixty closed hours do not hide what holds people while the truce is open."""
    first, second = binding_words(town(), waits(town(), days()))
    assert first.startswith("People aboard, or next to board, wait for ")
    assert "hours of closed truce left aside: for vehicles " in first
    assert second.startswith("For the truce to open they wait for ")


def test_words_without_a_truce_do_not_speak_of_one():
    """Where there is no truce, none is mentioned."""
    words = binding_words(
        free_town(), [Wait("M001", Resource.BAYS, 0, 1800, 1), Wait("M001", Resource.TURN, 0, 18, 1)]
    )
    assert words == (
        "People aboard, or next to board, wait for 31 person-minutes in all: for loading bays 99 %, "
        "its turn in the "
        "order of departure under 1 %.",
    )


def test_runs_are_told_by_the_clock():
    """Each run says from when to when, what, and how many people on average."""
    found = [
        Wait("M001", Resource.BAYS, 8 * HOUR, 10 * HOUR, 60),
        Wait("M001", Resource.TURN, 20 * HOUR, 21 * HOUR, 1),
    ]
    assert [(run.when, run.binding, run.persons) for run in run_words(town(), found)] == [
        ("Thu 15 Dec 14:00 – 16:00", "loading bays", "60 people"),
        ("Fri 16 Dec 02:00 – 03:00", "its turn in the order of departure", "1 person"),
    ]
