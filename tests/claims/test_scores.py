"""What is read of the labelled dispatches does not get worse."""

import pytest

from korridor.claims.reading import read_text
from korridor.claims.times import Dispatched
from tests.claims.labelled import Dispatch, dispatches, sentences
from tests.claims.score import Answer, score

F1, STATE, AUTHOR, TRAPPED = 0.95, 0.90, 0.85, 0.02
"""What is asked of dispatches that nothing was tuned on; the floors below climb towards it."""


def read(dispatch: Dispatch) -> list[Answer]:
    sent = Dispatched.read(dispatch.date) if dispatch.date else None
    claims = read_text(dispatch.text, lang=dispatch.language, sent=sent)
    return [claim.model_dump(mode="json") for claim in claims]


@pytest.mark.parametrize(
    ("language", "held_out", "f1", "state", "author", "trapped"),
    [
        ("nb", False, 0.96, 0.86, 0.90, 0.00),
        ("en", False, 0.94, 0.89, 0.95, 0.02),
        ("nb", True, 0.90, 0.80, 0.78, 0.06),
        ("en", True, 0.85, 0.80, 0.82, 0.02),
    ],
)
def test_scores_hold(language, held_out, f1, state, author, trapped):
    """Floors a little under what was reached, each half and language by itself."""
    texts = [t for t in (*dispatches(), *sentences()) if (t.language, t.held_out) == (language, held_out)]
    found = score(texts, read)
    assert found.f1 >= f1
    assert found.state >= state * found.found
    assert found.last >= author * found.found
    assert found.trapped <= trapped * found.traps


@pytest.mark.xfail(
    strict=True,
    reason="measured, held out: F1 0.92 and 0.87, state 0.81 and 0.82, author 0.80 and 0.84, traps 6 and 2 %",
)
@pytest.mark.parametrize("language", ["nb", "en"])
def test_what_is_asked_for_is_not_reached_yet(language):
    """Figures F1 ≥ 0.95, state ≥ 0.90, last author ≥ 0.85, at most 2 % of the traps: where one is missed, it is said."""
    texts = [t for t in (*dispatches(), *sentences()) if t.language == language and t.held_out]
    found = score(texts, read)
    assert found.f1 >= F1
    assert found.state >= STATE * found.found
    assert found.last >= AUTHOR * found.found
    assert found.trapped <= TRAPPED * found.traps
