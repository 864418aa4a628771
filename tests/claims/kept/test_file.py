"""The file of kept claims: what is written is read, what is no such file is said."""

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from korridor.claims.kept.file import read_kept, write_kept
from korridor.claims.kept.kept import Kept
from korridor.claims.kept.review import accepted, added, mended, rejected, working
from korridor.operation.fault import Faults
from tests.claims.agreement.claims import claim

NOW = "2016-12-16T18:00:00+02:00"
TWO = added((), [claim(7500, 7500, "Tyrkias utenriksminister", "AP"), claim(None, None, "Øya", span=(9, 12))])


@pytest.mark.parametrize(
    "kept",
    [
        (),
        TWO,
        mended(TWO, 0, NOW, low=7000.5),
        working(TWO, 1, NOW, "the only one"),
        rejected(accepted(TWO, 0, NOW), 1, NOW, "not ours"),
    ],
)
def test_what_is_written_is_read(kept: tuple[Kept, ...], tmp_path: Path) -> None:
    """Claims, mends, verdicts and reasons come back as they were, and no other file is left behind."""
    path = tmp_path / "claims.jsonl"
    write_kept(path, kept)
    assert read_kept(path) == kept
    assert list(tmp_path.iterdir()) == [path]


def test_no_file_is_no_claims(tmp_path: Path) -> None:
    """Before the first claim there is no file; that is no fault."""
    assert read_kept(tmp_path / "claims.jsonl") == ()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "claims.jsonl:1: is no file of claims"),
        ("[]\n", "claims.jsonl:1: is no file of claims"),
        ('{"form": "korridor-claims", "version": 2}\n', "version: 2 is not known; this korridor knows 1"),
        ('{"form": "korridor-claims", "version": 1}\n{"claim": 3}\n', "claims.jsonl:2: claim: "),
        ('{"form": "korridor-claims", "version": 1}\n{"claim":\n', "claims.jsonl:2: "),
    ],
)
def test_what_is_no_file_of_claims_is_said(text: str, says: str, tmp_path: Path) -> None:
    """An empty file, another one, one of a later version and a broken line are named with their line."""
    path = tmp_path / "claims.jsonl"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Faults, match=says.replace("[", "\\[")):
        read_kept(path)


@given(st.text(max_size=40))
@example("a\u2028b\x85c\x1dd")
def test_any_wording_stays_on_its_line(tmp_path_factory: pytest.TempPathFactory, quote: str) -> None:
    """Whatever letters a wording has, line separators of Unicode among them, it comes back whole."""
    path = tmp_path_factory.mktemp("kept") / "claims.jsonl"
    kept = added((), [claim(1, 1, quote=quote)])
    write_kept(path, kept)
    assert read_kept(path) == kept
