"""A trained entity recogniser names authors and places that have no capital; it overrules nothing that the grammar found."""

import json
from pathlib import Path

import pytest
import spacy

from korridor.claims.grammar import grammar_of
from korridor.claims.named import Name, Sort, names_in
from korridor.claims.pipeline import add_components
from korridor.claims.reading import read_text
from korridor.claims.trained import INSTALLED, MOST_CHARACTERS, trained_for
from korridor.claims.words import words_of
from korridor.operation.fault import Faults
from tests.claims.labelled import dispatches
from tests.claims.name_finder import saved_to
from tests.cli.process import korridor


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recogniser trained here, saved to a folder."""
    return saved_to(tmp_path_factory.mktemp("pipeline") / "names")


@pytest.mark.parametrize(
    ("text", "sources", "place"),
    [
        ("unrwa said 300 people had left douma on friday.", ("unrwa",), "douma"),
        ("300 people left for kafr batna, al-jazeera reported.", ("al-jazeera",), "kafr batna"),
        ("40 fighters are still in zamalka, hana sabbagh says.", ("hana sabbagh",), "zamalka"),
        ("The Red Cross said 40 people had left douma; unrwa stayed.", ("the Red Cross",), "douma"),
        ("“300 people left douma,” said Hana Sabbagh.", ("Hana Sabbagh",), "douma"),
    ],
)
def test_names_without_a_capital(pipeline: Path, text: str, sources: tuple[str, ...], place: str) -> None:
    """Of wire copy in small letters the grammar knows neither author nor place, the pipeline does; a capital is the grammar's."""
    (claim,) = read_text(text, lang="en", names=str(pipeline))
    assert (claim.sources, claim.place) == (sources, place)
    (alone,) = read_text(text, lang="en")
    assert alone.place is None
    assert alone.sources == (sources if sources[0] != sources[0].lower() else ())


def test_nothing_that_the_grammar_found_changes(pipeline: Path) -> None:
    """Of all labelled dispatches every figure is the same, and every author and place that the grammar found."""
    for each in dispatches():
        if each.language == "en":
            alone = read_text(each.text, lang="en")
            named = read_text(each.text, lang="en", names=str(pipeline))
            assert len(alone) == len(named)
            for one, other in zip(alone, named, strict=True):
                changes = {"sources": one.sources or other.sources, "place": one.place or other.place}
                assert other == one.model_copy(update=changes)


def test_any_trained_pipeline_gives_its_names(pipeline: Path) -> None:
    """Behind the recogniser of somebody's own pipeline, with spaCy's tokeniser, the components take its names, too."""
    doc = add_components(spacy.load(pipeline))("unrwa said 300 people had left douma on friday.")
    (figure,) = doc._.korridor.figures
    assert (figure.sources, figure.place) == (("unrwa",), "douma")


def test_names_are_words_of_ours() -> None:
    """Labels of both languages' pipelines are told apart; a date, and half a word, are no name."""
    words = words_of("Oslo said 5", grammar_of("en").glued)
    entities = [(0, 4, "GPE_ORG"), (0, 4, "LOC"), (0, 4, "DATE"), (1, 4, "GPE"), (0, 0, "GPE")]
    assert names_in(words, entities) == [Name(0, 1, Sort.SPEAKER), Name(0, 1, Sort.PLACE)]


def test_which_pipeline_is_taken(pipeline: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The best installed one of the text's language; none where none is; a named one for its own language alone."""
    monkeypatch.setattr(
        spacy.util, "get_installed_models", lambda: ["en_core_web_sm", "en_core_web_md", "de_x"]
    )
    assert (trained_for("en", INSTALLED), trained_for("nb", INSTALLED)) == ("en_core_web_md", None)
    assert (trained_for("en", str(pipeline)), trained_for("nb", str(pipeline))) == (str(pipeline), None)
    assert trained_for("en", "off") is None


def test_what_is_no_pipeline_is_told(tmp_path: Path) -> None:
    """A name of nothing, an empty folder and a pipeline without a recogniser are said in one line."""
    spacy.blank("en").to_disk(tmp_path / "blank")
    (tmp_path / "empty").mkdir()
    for name, says in (
        ("en_core_web_xx", "is neither a folder nor an installed package"),
        (str(tmp_path / "empty"), "cannot be loaded"),
        (str(tmp_path / "blank"), "has no entity recogniser"),
    ):
        with pytest.raises(Faults, match=says):
            trained_for("en", name)


def test_a_long_text_is_read_without(pipeline: Path) -> None:
    """A recogniser would take gigabytes for it: past its length the grammar reads alone."""
    text = "unrwa said 300 people had left douma on friday. " + "x " * (MOST_CHARACTERS // 2)
    assert read_text(text, lang="en", names=str(pipeline))[0].sources == ()


def test_the_command_says_who_finds_names(pipeline: Path, tmp_path: Path) -> None:
    """--names is said on standard error, as another machine may read otherwise; what is none ends with 2."""
    (tmp_path / "a.txt").write_text("unrwa said 300 people had left douma on friday.", encoding="utf-8")
    done = korridor("read", tmp_path / "a.txt", "--names", pipeline, "--json")
    assert json.loads(done.stdout)[0]["sources"] == ["unrwa"]
    assert done.stderr.startswith(f"names that the grammar does not find, en: by {pipeline}")
    wrong = korridor("read", tmp_path / "a.txt", "--names", "no_such")
    assert (wrong.returncode, wrong.stdout) == (2, "")
    assert wrong.stderr.startswith("no_such:1: is neither a folder nor an installed package; name")
