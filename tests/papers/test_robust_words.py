"""What a robust plan gains, and its price, in words."""

import pytest

from korridor.papers.limits import limit_words
from korridor.papers.report import report_html
from korridor.papers.robust_words import robust_lines, robust_words
from korridor.papers.summary import summary_document, summary_lines
from korridor.planning.plan import Difference, InFutures, Plan, Robust
from tests.papers.small_plan import CLEARANCE, WAITING, made
from tests.pictures.convoys import plan

PLAIN = InFutures(
    planned_out_persons=700,
    planned_last_out_s=5400,
    mean_out_persons=612.5,
    worst_left_persons=1104.2,
    worst_exposure_person_min=600,
    worst_last_out_s=7210.4,
)
BETTER = PLAIN.model_copy(
    update={
        "planned_out_persons": 600,
        "mean_out_persons": 600.0,
        "worst_left_persons": 1000.0,
        "worst_last_out_s": 6000.0,
    }
)
FOUND = Robust(
    runs=4000,
    tried=9,
    made="with columns of 8 vehicles at most",
    plain=PLAIN,
    robust=BETTER,
    gain=Difference(value=104.2, ci95=(92.4, 116.6)),
    price=Difference(value=12.5, ci95=(-1.2, 26.0)),
)


def with_horizon(**changes: object) -> Plan:
    return plan(1).model_copy(update={"robust": FOUND.model_copy(update=changes)})


def test_gain_and_price_are_said_with_their_intervals():
    """Under a horizon they are people: left and exposed in the worst tenth, planned and on average out."""
    how, gain, price, measured = robust_words(with_horizon())
    assert (
        how
        == "Robust: made with columns of 8 vehicles at most, the best of 9 plans tried beside the plain one."
    )
    assert "1,000 people are left and 10 person-hours exposed, on average, against 1,104 and 10" in gain
    assert "104 fewer (92 to 117)" in gain
    assert price == (
        "Price: 600 people planned out, not 700; on average over all futures 600, not 612: 12 fewer (−1 to 26 fewer)."
    )
    assert measured == "Measured on 4,000 futures that the search has not seen, with 95 % intervals."


def test_without_a_horizon_they_are_times():
    """Where everybody is to be out in the end, what is gained and paid is time."""
    clearance = made(CLEARANCE, WAITING).model_copy(update={"robust": FOUND})
    _, gain, price, _ = robust_words(clearance)
    assert gain.endswith("the last person is out 1 min 44 s sooner (1 min 32 s to 1 min 57 s), on average.")
    assert price == "Price: on average the last person is out 12 s later (−1 s to 26 s)."


@pytest.mark.parametrize(
    ("tried", "words"),
    [
        (9, "of 9 other plans none is better in the worst tenth of futures beyond noise"),
        (0, "nothing to hold up"),
    ],
)
def test_where_none_is_better_that_is_said(tried, words):
    """The plain plan stands, and nothing is claimed for it."""
    (line,) = robust_words(with_horizon(made=None, tried=tried))
    assert words in line and robust_lines(with_horizon(made=None, tried=tried)) == ()


def test_it_is_in_the_report_and_in_every_answer():
    """Report, printed answer and JSON document have it; those of a plan that was not asked to be robust have not."""
    robust, plain = with_horizon(), plan(1)
    page = report_html(robust)
    assert (
        'id="robust"' in page
        and "with columns of 8 vehicles at most" in page
        and "worst tenth: left behind" in page
    )
    assert any(line.startswith("Gain: ") for line in summary_lines(robust, 1.0))
    assert summary_document(robust, 1.0)["robust"]["gain"] == {"value": 104.2, "ci95": [92.4, 116.6]}
    assert 'id="robust"' not in report_html(plain) and "robust" not in summary_document(plain, 1.0)


def test_what_it_gives_up_can_be_had():
    """Of the gap to the bound it is not said that nobody knows whether any of it can be gained: the plain plan has it."""
    robust = made(CLEARANCE, WAITING).model_copy(update={"robust": FOUND})
    plain = made(CLEARANCE, WAITING)
    assert "The plain plan has some of that" in " ".join(limit_words(robust))
    assert "Whether any of that can be gained is not known." in " ".join(limit_words(plain))
