"""``rehearsal.json``."""

import json

import pytest

from korridor.operation.fault import Faults
from korridor.papers.rehearsal.rehearsal_file import (
    NAME,
    Rehearsal,
    read_rehearsal,
    rehearsal_beside,
    rehearsal_json,
)
from tests.papers.rehearsal.rehearsals import made, rehearsal
from tests.pictures.convoys import plan


def written(folder, text=None):
    path = folder / NAME
    path.write_text(rehearsal_json(rehearsal()) if text is None else text, encoding="utf-8")
    return path


def test_it_reads_again_as_it_was(tmp_path):
    """What is written is read again, figure by figure."""
    assert read_rehearsal(written(tmp_path)) == rehearsal()
    assert isinstance(rehearsal(), Rehearsal)


def test_it_is_of_one_plan_only(tmp_path):
    """Beside another plan it is no rehearsal of that plan; where there is none, there is none."""
    assert rehearsal_beside(tmp_path, made()) is None
    written(tmp_path)
    assert rehearsal_beside(tmp_path, made()) == rehearsal()
    assert rehearsal_beside(tmp_path, plan(5)) is None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "None is not a rehearsal's format; only 'korridor-rehearsal' is"),
        ('{"format": "korridor-plan"}', "'korridor-plan' is not a rehearsal's format"),
        ('{"format": "korridor-rehearsal", "version": 9}', "9 is not a rehearsal's version; only 1 is"),
        ('{"format": "korridor-rehearsal", "version": 1}', "found: Field required"),
    ],
)
def test_what_is_none_is_refused(tmp_path, text, words):
    """A file that is no rehearsal is a fault with its place, and no traceback."""
    with pytest.raises(Faults) as caught:
        read_rehearsal(written(tmp_path, text))
    assert words in str(caught.value) and NAME in str(caught.value)


def test_the_document_is_plain_json():
    """Every figure is a number or null: nothing that JSON does not have."""
    document = json.loads(rehearsal_json(rehearsal()), parse_constant=lambda name: pytest.fail(name))
    assert document["found"]["runs"] == rehearsal().found.runs
