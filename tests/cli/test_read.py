"""``korridor read``, as a person starts it."""

import json

from tests.cli.process import korridor

TEXT = "At least 17 trucks left Baghouz on Wednesday, the SDF told AFP.\n"


def test_read_a_folder_as_json(tmp_path):
    """One JSON document, each claim with its file; other files of the folder are left alone."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text("Rundt 200 barn er evakuert, sier FN.\n", encoding="utf-8")
    (tmp_path / "c.bin").write_bytes(b"\xff\xfe")
    done = korridor("read", tmp_path, "--date", "2019-02-22", "--json")
    assert done.returncode == 0, done.stderr
    first, second = json.loads(done.stdout)
    assert (first["low"], first["high"], first["sources"]) == (17, None, ["the SDF", "AFP"])
    assert first["time"]["dates"] == ["2019-02-20"]
    assert (second["lang"], second["low"], second["high"]) == ("nb", 160, 240)


def test_read_in_words(tmp_path):
    """A line a figure: bounds, state, whose, the wording."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = korridor("read", tmp_path / "a.txt")
    assert done.stdout.splitlines()[1] == "  17.. trucks, done, by AFP < the SDF: “At least 17 trucks”"


def test_wrong_files_are_told(tmp_path):
    """No such file, no UTF-8, a folder with nothing in it, a date that is none: status 2 and a line."""
    (tmp_path / "latin.txt").write_bytes("år\n".encode() + "sårede".encode("latin-1"))
    done = korridor("read", tmp_path / "latin.txt")
    assert done.returncode == 2 and "latin.txt:2: byte 0xe5 is not UTF-8" in done.stderr
    (tmp_path / "empty").mkdir()
    assert korridor("read", tmp_path / "empty").returncode == 2
    assert "no such file" in korridor("read", tmp_path / "none.txt").stderr
    assert "is not a date" in korridor("read", tmp_path / "latin.txt", "--date", "friday").stderr


def test_an_empty_text_has_no_figures(tmp_path):
    """Nothing written, nothing claimed."""
    (tmp_path / "a.txt").write_text("", encoding="utf-8")
    assert korridor("read", tmp_path / "a.txt").stdout == "no figures\n"


ARABIC = "غادر 951 شخصا شرق حلب يوم الخميس، من بينهم 200 مقاتل، بحسب مصدر عسكري.\n"
FRENCH = """Près de 300 personnes ont quitté la ville vendredi, selon le Croissant-Rouge, et 40 blessés attendent encore dans les
quartiers est. Les bus ont pris la route du sud et personne ne sait quand le convoi va arriver.\n"""


def test_other_languages_are_told(tmp_path):
    """Of Arabic no figure is better than none, and of French than a wrong one: which languages there are is said, with 2."""
    for text in (ARABIC, FRENCH):
        (tmp_path / "a.txt").write_text(text, encoding="utf-8")
        done = korridor("read", tmp_path / "a.txt")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            f"{tmp_path / 'a.txt'}:1: is in no language that is read here: en (English) or nb (Bokmål); "
            "if it is one of these, say so with --lang\n"
        )
    assert korridor("read", tmp_path / "a.txt", "--lang", "nb").returncode == 0


def test_a_folder_of_tables_that_is_not_there(tmp_path):
    """A misspelt --grammar is not read as none."""
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    done = korridor("read", tmp_path / "a.txt", "--grammar", tmp_path / "tabels")
    assert done.returncode == 2 and "tabels:1: there is no such folder of tables" in done.stderr
