"""What a person may do with a kept claim."""

import pytest

from korridor.claims.kept.kept import Kept, Verdict
from korridor.claims.kept.review import accepted, added, mended, rejected, working
from tests.claims.agreement.claims import claim

NOW = "2016-12-16T18:00:00+02:00"
TWO = added((), [claim(7500, 7500, "Turkey"), claim(9500, None, "Russia", span=(9, 12))])


def test_a_new_claim_is_open() -> None:
    """Nobody has said anything of it, and reading it does not accept it."""
    assert [each.verdict for each in TWO] == [Verdict.OPEN, Verdict.OPEN]


def test_reading_again_changes_nothing() -> None:
    """What was decided stays decided when the same dispatch is read once more; a new one is added."""
    decided = rejected(TWO, 0, NOW, "a slip")
    again = added(decided, [each.claim for each in TWO])
    assert again == decided
    assert len(added(decided, [claim(1, 1, file="other.txt")])) == 3


def test_mending_keeps_what_was_read() -> None:
    """The mended figure stands, what the reader read stays beside it, and mending it back is no mend."""
    one = mended(TWO, 0, NOW, low=7000, high=None)[0]
    assert (one.claim.low, one.stands.low, one.stands.high) == (7500, 7000, None)
    assert one.verdict is Verdict.ACCEPTED
    assert mended((one,), 0, NOW, low=7500, high=7500)[0].mended is None


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"low": 9, "high": 1}, "low 9 is above high 1"),
        ({"state": "gone"}, "state: Input should be 'planned'"),
    ],
)
def test_a_mend_that_cannot_be_is_refused(change: dict[str, object], says: str) -> None:
    """Bounds the wrong way round, or a state that is none, are said and nothing is changed."""
    with pytest.raises(ValueError, match=says):
        mended(TWO, 0, NOW, **change)


def test_a_working_figure_has_a_reason() -> None:
    """Without one it is refused, in the file as at the desk."""
    assert working(TWO, 0, NOW, "the only one who counted")[0].working
    with pytest.raises(ValueError, match="needs a reason"):
        working(TWO, 0, NOW, " ")
    with pytest.raises(ValueError, match="needs a reason"):
        Kept(claim=TWO[0].claim, verdict=Verdict.ACCEPTED, working=True)


def test_a_thing_has_one_working_figure() -> None:
    """The next one for the same people, place and day takes the mark; of another day both stand."""
    first = working(TWO, 0, NOW, "counted")
    second = working(first, 1, NOW, "later")
    assert [each.working for each in second] == [False, True]
    assert second[0].verdict is Verdict.ACCEPTED
    other_day = added(first, [claim(8000, 8000, "SANA", date="2016-12-17", span=(20, 24))])
    assert [each.working for each in working(other_day, 2, NOW, "counted")] == [True, False, True]


def test_rejecting_takes_the_mark_away() -> None:
    """A figure that is rejected is no working figure, and stays in the file."""
    after = rejected(working(TWO, 0, NOW, "counted"), 0, NOW)
    assert (after[0].working, after[0].verdict, len(after)) == (False, Verdict.REJECTED, 2)
    assert accepted(after, 0, NOW)[0].verdict is Verdict.ACCEPTED
