"""What is read of the labelled dispatches does not get worse."""

import pytest

from korridor.claims.reading import read_text
from korridor.claims.times import Dispatched
from tests.claims.labelled import Dispatch, dispatches, sentences
from tests.claims.score import Answer, score


def read(dispatch: Dispatch) -> list[Answer]:
    sent = Dispatched.read(dispatch.date) if dispatch.date else None
    claims = read_text(dispatch.text, lang=dispatch.language, sent=sent)
    return [claim.model_dump(mode="json") for claim in claims]


@pytest.mark.parametrize(
    ("language", "held_out", "f1", "state", "author", "trapped"),
    [
        ("nb", False, 0.94, 0.82, 0.91, 0.02),
        ("en", False, 0.86, 0.85, 0.95, 0.03),
        ("nb", True, 0.75, 0.67, 0.76, 0.09),
        ("en", True, 0.74, 0.70, 0.80, 0.07),
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
