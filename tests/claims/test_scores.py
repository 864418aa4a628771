"""What is read of the labelled dispatches does not get worse."""

import pytest

from korridor.claims.reading import read_text
from korridor.claims.times import Dispatched
from tests.claims.labelled import Dispatch, dispatches, sentences, unseen
from tests.claims.probes import probes
from tests.claims.score import Answer, score


def read(dispatch: Dispatch) -> list[Answer]:
    sent = Dispatched.read(dispatch.date) if dispatch.date else None
    claims = read_text(dispatch.text, lang=dispatch.language, sent=sent)
    return [claim.model_dump(mode="json") for claim in claims]


@pytest.mark.parametrize(
    ("language", "f1", "state", "author", "trapped"),
    [("nb", 0.965, 0.93, 0.93, 0.00), ("en", 0.95, 0.895, 0.955, 0.01)],
)
def test_scores_hold(language, f1, state, author, trapped):
    """Floors a little under what was reached, each language by itself."""
    texts = [each for each in (*dispatches(), *sentences()) if each.language == language]
    found = score(texts, read)
    assert found.f1 >= f1
    assert found.state >= state * found.found
    assert found.last >= author * found.found
    assert found.trapped <= trapped * found.traps


@pytest.mark.parametrize(
    ("language", "f1", "state", "author"), [("nb", 0.975, 0.94, 0.96), ("en", 0.955, 0.925, 0.965)]
)
def test_probes_hold(language, f1, state, author):
    """Of the probes, which were written before the reader saw them and then tuned on, no more go wrong than now."""
    found = score(probes(language), read)
    assert found.labels > 240
    assert found.f1 >= f1
    assert found.state >= state * found.found
    assert found.last >= author * found.found


@pytest.mark.parametrize(
    ("language", "f1", "state", "author", "trapped"),
    [("nb", 0.86, 0.82, 0.885, 0.04), ("en", 0.865, 0.79, 0.90, 0.065)],
)
def test_what_nobody_tuned_on_is_read_no_worse(language, f1, state, author, trapped):
    """Of the unseen part, too, no more goes wrong than now; where it fails it says how much, and not what."""
    found = score((each for each in unseen() if each.language == language), read)
    reached = (found.f1, found.state / found.found, found.last / found.found)
    on_traps = found.trapped / found.traps
    del found  # a failing assertion would print its errors
    assert all(one >= floor for one, floor in zip(reached, (f1, state, author), strict=True)), reached
    assert on_traps <= trapped
