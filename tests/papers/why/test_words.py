"""What the paper says of a change, a frontier, and today."""

import pytest

from korridor.operation.changes import LaterClosing, MoreVehicles
from korridor.papers.why.amount import Amounts
from korridor.papers.why.frontier_words import frontier_words, point_lines
from korridor.papers.why.lines import news_line, why_lines
from korridor.papers.why.outcome_words import outcome_lines
from korridor.papers.why.section import found_words, noise_words, today_words
from korridor.planning.why.measure import Measure
from korridor.planning.why.news import News
from tests.operation.tiny import operation as tiny
from tests.papers.why.found import example, outcome, planned, why_of

BUS = MoreVehicles(vehicle_type="bus", depot="R")


def test_what_brings_most_comes_first_and_noise_is_called_noise():
    """A gain beyond the search's own comes first; then what moves the limit; then nothing."""
    lines = outcome_lines(example())
    assert [line.change for line in lines] == [
        "one more bus at R (2 instead of 1)",
        "the truce closes 1 h later",
        "a margin of 0 s instead of 10 min before the truce closes",
    ]
    assert [line.gain for line in lines] == [
        "100 people more",
        "4 people more (within the search's own noise)",
        "nothing",
    ]
    assert [line.moved for line in lines] == ["250 people more", "50 people more", "not at all"]
    assert [line.price for line in lines] == ["250 people more", "", ""]


@pytest.mark.parametrize(
    ("gain", "moved", "reading"),
    [
        (100, 250, "Both move: a better plan was found, and the limit allows still more."),
        (
            100,
            0,
            "A better plan was found, though the limit stays: it is nearer to what the limit allowed already. It may be that "
            "such a plan exists today.",
        ),
        (
            0,
            250,
            "The limit gives way, but the same search found no plan that uses it. A longer search might; that is not known.",
        ),
        (
            4,
            0,
            "The limit stays where it is: with this, too, no plan can beat it; and no better plan was found.",
        ),
        (
            100,
            None,
            "A better plan was found; how far the limit gives way has not been worked out.",
        ),
        (0, None, "No better plan was found; how far the limit gives way has not been worked out."),
        (None, 250, "No plan was found, so there is nothing to compare."),
        (
            -3,
            250,
            "Today's plan does not keep the rules with this change, and a plan as good was not found in this search.",
        ),
    ],
)
def test_value_and_limit_are_read_together(gain, moved, reading):
    """A limit that moves while the plan does not, or the reverse, is explained; what is not known is said not to be."""
    made = planned()
    (line,) = outcome_lines(why_of(made, outcome(BUS, gain, moved, made)))
    assert line.reading == reading


def test_noise_is_explained():
    """How much the search gains by itself stands there, and what follows."""
    assert noise_words(example()) == (
        "Each change was searched for with the same work, 2,400 steps, starting from today's plan. The same search with "
        "nothing changed, 3 times with other draws, gained: nothing, 2 people more, 4 people more. So a gain of 4 people more "
        "or less is called noise.",
    )
    assert noise_words(example(unchanged=(0, 0)))[0].endswith(
        "gained nothing: so what is gained below is the change's."
    )
    assert noise_words(example(unchanged=())) == (
        "How much the search gains by itself was not measured: no gain here can be told from it.",
    )


def test_today_says_whose_bound_and_whose_plan():
    """A better plan than the one asked about, and a limit that a change made tighter, are both said."""
    found = example(given=150, bound=199)
    words = " ".join(today_words(found))
    assert "The plan that was asked about comes to 150 people out." in words
    assert "with more of something the limit came out tighter still" in words.lower()


def test_where_everybody_is_out_more_brings_nobody():
    """Four buses, and all are out by the horizon: no change is called for, and the page says which question to ask instead."""
    made = planned("most-out", 4)
    words = today_words(why_of(made))
    assert words[0] == "Today: 400 people out. No plan can beat that."
    assert "plan with --objective clearance" in words[1]
    assert today_words(why_of(planned()))[0].endswith(
        "No plan can beat that, as things are: only a change can."
    )


def test_nothing_that_was_found_is_said_to_be_nothing():
    """Where no change beats noise, that is the answer."""
    made = planned()
    assert found_words(why_of(made, outcome(BUS, 4, 0, made)))[0] == (
        "None of the changes tried brought more than the search gains by itself."
    )
    assert found_words(why_of(made)) == ("No change was tried to the end.",)


def test_the_frontier_says_from_when_on_nothing_more_comes():
    """Where longer brings nothing more, what the next tighter limit costs, and where nobody can go."""
    assert frontier_words(example()) == (
        "From 6 h on, allowing people to sit aboard longer brought no better plan: 200 people out.",
        "At 2 h it is 150 people out; allowing 6 h brings 50 people more.",
        "At 20 min no plan was found, and none can be: nobody can be taken anywhere so soon.",
    )
    assert [(line.limit, line.value, line.is_file) for line in point_lines(example())] == [
        ("20 min", "nobody out", False),
        ("2 h", "150 people out", False),
        ("6 h", "200 people out", True),
        ("none", "200 people out", False),
    ]


@pytest.mark.parametrize(
    ("measure", "gain", "words"),
    [
        (Measure.OUT, 1, "1 person more"),
        (Measure.OUT, -2, "2 people fewer"),
        (Measure.LEFT, 30, "30 people fewer left behind"),
        (Measure.CLEARANCE, 7800, "2 h 10 min sooner"),
        (Measure.CLEARANCE, -60, "1 min later"),
        (Measure.WAITING, 36000, "10 person-hours less"),
        (Measure.OUT, 0, "nothing"),
        (Measure.OUT, None, "not known"),
    ],
)
def test_gains_are_said_in_plain_words(measure, gain, words):
    """Better is more out, fewer left, sooner, less waiting; each in its own unit."""
    assert Amounts(tiny(), measure).gain(gain) == words


def test_values_are_rounded_against_the_plan_and_bounds_for_it():
    """The last person is out by the minute after, and can be no sooner than the minute before; equal ones read alike."""
    amounts = Amounts(tiny(), Measure.CLEARANCE)
    assert amounts.value(3630) == "last person out Thu 15 Dec 07:01"
    assert amounts.bound(3630) == "last person out Thu 15 Dec 07:00"
    assert amounts.bound(3630, 3630) == "last person out Thu 15 Dec 07:01"
    assert amounts.bound(None) == "not worked out"
    assert amounts.value(None) == "no plan found"


def test_clearance_is_counted_in_time():
    """For the last person out, gains are hours and minutes."""
    made = planned("clearance", 3)
    (line,) = outcome_lines(why_of(made, outcome(LaterClosing(window=0), 600, 1200, made), unchanged=(0,)))
    assert (line.gain, line.moved) == ("10 min sooner", "20 min sooner")


def test_the_terminal_gets_the_same_lines():
    """Each change with its plan and its limit, on one line; and each as it comes."""
    lines = list(why_lines(example(), 12.0))
    assert (
        "  the truce closes 1 h later: plan 204 people out (4 people more (within the search's own noise)); "
        in (next(line for line in lines if "closes" in line))
    )
    assert lines[-1] == "Worked out in 12.0 s, from today's plan on."
    found = example()
    assert news_line(found.plan, News(1, 4, "", found.frontier[1])) == (
        "1 of 4: nobody aboard for more than 2 h: plan 150 people out; limit 200 people out"
    )
    assert news_line(found.plan, News(0, 4, "today's plan")) == "0 of 4: today's plan …"
    assert "Stopped before the end: what is missing was not tried." in why_lines(example(stopped=True))
