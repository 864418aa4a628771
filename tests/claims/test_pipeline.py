"""The components stand in any spaCy pipeline."""

import spacy

from korridor.claims.pipeline import add_components, pipeline_for
from korridor.claims.reading import read_text

TEXT = "At least 4 000 people, 200 of them fighters, left in 5–10 buses, the army told AFP."


def test_components_can_be_added_to_another_pipeline():
    """Behind spaCy's own tokeniser they find what they find behind ours, and show it as spans."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    doc = add_components(nlp)(TEXT)
    assert next(span.text for span in doc.spans["korridor"]) == "At least 4 000 people"
    assert [f.low for f in doc._.korridor.figures] == [c.low for c in read_text(TEXT, lang="en")]


def test_our_tokens_hold_the_text():
    """Our tokeniser loses no character."""
    for text in (TEXT, " a\n\n b  c ", "", "\u202f4\u2009000\n"):
        assert pipeline_for("en").make_doc(text).text == text
