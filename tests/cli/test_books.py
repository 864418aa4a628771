"""korridor record, account and erase."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from korridor.cli.main import app
from korridor.cli.reader import PurposeName
from korridor.ledger.account import NOT_THE_SAME_PEOPLE
from korridor.ledger.reader import Purpose, Reader
from korridor.ledger.sensitive_read import Part, SensitiveRead
from korridor.papers.books.read_lines import read_lines
from tests.ledger.typed.today import LINES, TIDES


def run(*arguments: object, text: str | None = None):
    return CliRunner().invoke(app, list(map(str, arguments)), input=text)


@pytest.fixture
def books(tmp_path: Path) -> Path:
    return tmp_path / "books.db"


def test_what_was_recorded_is_said_with_its_id(books: Path, tmp_path: Path):
    """Each event is echoed with its id; the same file again is said to be there already."""
    today = tmp_path / "today.txt"
    today.write_text(LINES)
    done = run("record", books, today)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == (
        "D1:1  2016-12-15T14:20+02:00  departed  recorded\n"
        "D1:2  2016-12-15T16:35+02:00  arrived  recorded\n"
        f"2 recorded in {books}, 0 there already.\n"
    )
    assert run("record", books, today).stdout.endswith(f"0 recorded in {books}, 2 there already.\n")


def test_standard_input_and_json(books: Path):
    """Without a file events come from standard input; --json is one document with a row an event."""
    done = run("record", books, "--json", text=LINES)
    said = json.loads(done.stdout)
    assert (done.exit_code, said["recorded"], [row["id"] for row in said["events"]]) == (
        0,
        2,
        ["D1:1", "D1:2"],
    )
    assert [row["line"] for row in said["events"]] == [2, 4]


def test_a_wrong_line_and_nothing_is_recorded(books: Path):
    """A wrong line is said by file and line with status 2; with --json in a document too; no store is made for it."""
    wrong = LINES.replace("arrived", "arived")
    done = run("record", books, text=wrong)
    assert done.exit_code == 2 and done.stdout == ""
    assert done.stderr.startswith(
        "standard input:4: 'arived' is not a kind of event; did you mean 'arrived'? "
    )
    assert json.loads(run("record", books, "--json", text=wrong).stdout)["faults"][0]["line"] == 4
    assert not books.exists()


WRONG = """with device=D7 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
14:20 departed on=M1/B7 at=AMIRIYA count=48
14:30 depated on=M1/B8 at=AMIRIYA count=48
14:40 departed on=M1/B9 at=AMIRIYA count=48 note="a" note="b"
14:50 departed on=M1/B10 at=AMIRIYA count=forty
15:00 departed on=M1/B11 at=AMIRIYA count=48
with day=2016-12-16 colour=red
15:00 departed on=M2/B11 at=AMIRIYA count=48
"""
MENDED = (("depated", "departed"), (' note="b"', ""), ("forty", "40"), (" colour=red", ""))


def test_good_lines_may_be_recorded_without_the_wrong_ones(books: Path):
    """With --keep-good right lines are recorded and wrong ones said, with status 1; mended, each has the number of its place."""
    assert run("record", books, text=WRONG).exit_code == 2 and not books.exists()
    done = run("record", books, "--keep-good", text=WRONG)
    assert done.exit_code == 1 and [line.split(":")[1] for line in done.stderr.splitlines()] == list("34578")
    assert done.stdout.splitlines()[-1] == (
        f"2 recorded in {books}, 0 there already. 5 lines refused: mend them and record the file again."
    )
    text = WRONG
    for wrong, right in MENDED:
        text = text.replace(wrong, right)
    said = json.loads(run("record", books, "--json", text=text).stdout)
    assert [(row["id"], row["outcome"]) for row in said["events"]] == [
        ("D7:1", "was there already"),
        ("D7:2", "recorded"),
        ("D7:3", "recorded"),
        ("D7:4", "recorded"),
        ("D7:5", "was there already"),
        ("D7:6", "recorded"),
    ]


def test_good_rows_may_be_recorded_without_the_wrong_ones(books: Path, tmp_path: Path):
    """Of a table and of JSON, too; a row that says otherwise than what is recorded is refused, the others are recorded."""
    head = "time,kind,day,offset,device,post,organisation,on,at,count\n"
    row = "14:{n}0,departed,2016-12-15,+02:00,D8,GATE,SARC,M1/B{n},{at},{count}\n"
    rows = [row.format(n=n, at="the gate" if n == 2 else "AMIRIYA", count=48) for n in (1, 2, 3)]
    done = run("record", books, "--keep-good", "--json", text=head + "".join(rows))
    said = json.loads(done.stdout)
    assert done.exit_code == 1 and [each["id"] for each in said["events"]] == ["D8:1", "D8:3"]
    assert [fault["line"] for fault in said["refused"]] == [3]
    changed = head + "".join(rows).replace("the gate", "AMIRIYA").replace("B3,AMIRIYA,48", "B3,AMIRIYA,47")
    done = run("record", books, "--keep-good", text=changed)
    assert done.exit_code == 1 and "D8:3 is recorded already and says otherwise" in done.stderr
    assert "1 recorded" in done.stdout and "1 there already" in done.stdout
    done = run("record", books, "--keep-good", "--form", "json", text='{"version": 1}\n')
    assert done.exit_code == 1 and "0 recorded" in done.stdout
    assert (
        run("record", books, "--keep-good", "--post", "BUS", "--organisation", "CITY", text=TIDES).exit_code
        == 2
    )


def test_a_changed_line_may_be_kept_beside(books: Path):
    """A recorded line that says otherwise is refused; with --keep-both both are kept, and that is said."""
    run("record", books, text=LINES)
    changed = LINES.replace("count=46", "count=47")
    assert run("record", books, text=changed).exit_code == 2
    done = run("record", books, "--keep-both", text=changed)
    assert done.exit_code == 0
    assert done.stderr == "standard input:4: D1:2 is the number of another event, too; both are kept\n"


def test_tides_needs_to_know_whose_counts_they_are(books: Path):
    """TIDES names neither post nor organisation: without them the call is wrong, with them its counts are recorded."""
    done = run("record", books, text=TIDES)
    assert done.exit_code == 2 and "give --post and --organisation" in done.stderr
    done = run("record", books, "--post", "BUS", "--organisation", "CITY", text=TIDES)
    assert done.exit_code == 0 and "4 recorded" in done.stdout
    assert done.stderr == "standard input: 1 × 'Door closed' left out; it says nothing of people\n"
    assert run("record", books, "--post", "the gate", text=TIDES).exit_code == 2


def test_the_books_say_no_while_somebody_is_missing(books: Path):
    """Who is unexplained is shown with since when, where last seen and whose task; status 1; A8 with it."""
    run("record", books, text=LINES)
    done = run("account", books)
    assert done.exit_code == 1
    assert "Counts do not agree." in done.stdout
    assert NOT_THE_SAME_PEOPLE in done.stdout
    assert (
        "Leg M1: departed 48, arrived 46, unexplained 2 since 16:35, last seen at AMIRIYA, GATE is asking."
        in done.stdout
    )
    work = run("account", books, "--worklist")
    assert work.exit_code == 1 and "RED" in work.stdout and NOT_THE_SAME_PEOPLE in work.stdout
    assert run("account", books, "--as-of", "2016-12-15T15:00+02:00").exit_code == 0


def test_account_json_has_what_is_promised(books: Path):
    """The document's keys are those that the commands promise."""
    run("record", books, text=LINES)
    said = json.loads(run("account", books, "--json").stdout)
    assert {"as_of", "known_at", "counts_agree", "accounts", "legs"} <= said.keys()
    assert set(said["accounts"][0]) == {"account", "scheme", "class", "low", "high"}
    leg = said["legs"][0]
    assert {
        "leg",
        "departed",
        "arrived",
        "held",
        "unexplained",
        "surplus",
        "since",
        "last_seen",
        "post",
    } <= leg.keys()
    assert (leg["departed"], leg["arrived"], leg["unexplained"]) == (48, 46, {"low": 2, "high": 2})
    assert said["counts_agree"] is False


def test_one_leg_one_balance(books: Path):
    """A leg by itself, an account by itself; a name that is none is said with status 2."""
    run("record", books, text=LINES)
    assert run("account", books, "--leg", "M1").exit_code == 1
    assert run("account", books, "--place", "ATAREB").exit_code == 0
    done = run("account", books, "--leg", "M9")
    assert done.exit_code == 2 and done.stderr.startswith(f"{books}: there is no leg 'M9'")
    done = run("account", books, "--balance", "reception:ATAREB", "--json")
    assert json.loads(done.stdout)["accounts"][0]["low"] == 46
    assert run("account", books, "--balance", "reception:X").exit_code == 2
    before = ("--as-of", "2016-12-15T16:00+02:00")
    assert run("account", books, "--balance", "reception:ATAREB", *before).exit_code == 2
    done = run("account", books, "--balance", "aboard:M1/B7/1", "--json", *before)
    assert json.loads(done.stdout)["accounts"][0]["low"] == 48
    assert run("account", books, "--as-of", "noon").exit_code == 2


def test_no_store_is_one_line(books: Path):
    """Asking of a store that is not there, or has nothing in it, is one line and status 2; nothing is made."""
    done = run("account", books)
    assert (done.exit_code, done.stderr) == (
        2,
        f"{books}:1: there is no store here; korridor record makes one\n",
    )
    assert run("erase", books, "D1:1").exit_code == 2 and not books.exists()
    done = run("record", books, text="")
    assert done.exit_code == 0 and done.stderr == "standard input: no event in it, so nothing was recorded\n"
    done = run("account", books)
    assert done.exit_code == 2 and "nothing is recorded yet" in done.stderr


def test_a_note_is_erased(books: Path):
    """Erasing says how many notes went, and with status 1 that there was none."""
    run("record", books, text=LINES)
    assert run("erase", books, "D1:1").stdout == "1 note erased; the events stay.\n"
    done = run("erase", books, "D1:1", "--json")
    assert (done.exit_code, json.loads(done.stdout)) == (1, {"erased": 0})
    assert run("erase", books, "D1").exit_code == 2


def test_who_read_is_told(books: Path, monkeypatch: pytest.MonkeyPatch):
    """Each look at the books is told by --reads with post, purpose and part, who may be said once for all; --reads is not."""
    run("record", books, text=LINES)
    assert run("account", books, "--reads").stdout == "Nobody has read it yet.\n"
    run("account", books)
    monkeypatch.setenv("KORRIDOR_POST", "ROOM")
    monkeypatch.setenv("KORRIDOR_ORGANISATION", "SARC")
    run("account", books, "--leg", "M1", "--for", "duty")
    lines = run("account", books, "--reads").stdout.splitlines()
    assert [line.partition("  ")[2] for line in lines] == [
        "not said who, what for not said: the books, up to receipt 2",
        "ROOM of SARC, on duty: leg M1, up to receipt 2",
    ]
    said = json.loads(run("account", books, "--reads", "--json").stdout)["reads"]
    assert [(row["post"], row["purpose"], row["part"], row["of"]) for row in said] == [
        (None, None, "books", None),
        ("ROOM", "duty", "leg", "M1"),
    ]
    assert run("account", books, "--for", "gossip").exit_code == 2


def test_a_note_is_shown_to_who_says_who(books: Path):
    """A note is shown to a post for a purpose; without them the call is wrong; of an event without one, status 1."""
    run("record", books, text=LINES)
    done = run("account", books, "--note", "D1:1")
    assert done.exit_code == 2 and done.stdout == "" and "--organisation" in done.stderr
    who = ("--post", "ROOM", "--organisation", "SARC", "--for", "tracing")
    done = run("account", books, "--note", "D1:1", *who)
    assert (done.exit_code, done.stdout) == (0, "D1:1  two sat on the floor # the driver says\n")
    done = run("account", books, "--note", "D1:2", "--json", *who)
    assert (done.exit_code, json.loads(done.stdout)) == (1, {"notes": {}})
    assert (
        run("account", books, "--reads").stdout.count("ROOM of SARC, for family tracing: note of D1:1") == 1
    )


def test_purposes_of_the_command_are_those_of_the_store():
    """Whatever may be read for can be said on the command line, and in words in the log of reads."""
    assert {each.value for each in PurposeName} == {each.value for each in Purpose} - {Purpose.NOT_SAID}
    reader = Reader(post="ROOM")
    for purpose in Purpose:
        for part in Part:
            some = reader.model_copy(update={"purpose": purpose})
            read = SensitiveRead(at=datetime(2016, 12, 15, tzinfo=UTC), reader=some, part=part, receipt=1)
            assert len(list(read_lines([read]))) == 1


@pytest.mark.parametrize("most_kb", [120, 200])
def test_a_disk_that_takes_no_more(books: Path, most_kb: int):
    """Where the disk takes no more the command ends with status 2 and one line, and what was recorded before is there."""
    run("record", books, text=LINES)
    limit = (
        f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({most_kb * 1024}, {most_kb * 1024}))"
    )
    more = (
        LINES.splitlines()[0]
        + "\n"
        + "".join(f"17:00 passed number={n} on=M1 at=GATE\n" for n in range(3, 4000))
    )
    code = f"{limit}; from korridor.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", code, "record", str(books)],
        input=more,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 2 and done.stdout == ""
    assert len(done.stderr.splitlines()) == 1 and "nothing of this was recorded" in done.stderr
    assert "2 there already" in run("record", books, text=LINES).stdout


def test_nowhere_to_say_it(books: Path):
    """What was recorded stays recorded when the answer cannot be written; that is said with status 2."""
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "korridor", "record", str(books)],
            input=LINES,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert done.returncode == 2 and "No space left on device" in done.stderr
    assert "2 there already" in run("record", books, text=LINES).stdout


def test_a_device_is_no_store(tmp_path: Path):
    """What is no file is refused before it is read: /dev/full would never end."""
    for path in ("/dev/full", tmp_path, os.devnull):
        done = run("account", path)
        assert done.exit_code == 2 and len(done.stderr.splitlines()) == 1, done.stderr


def test_pages_are_written_where_they_are_asked_for(books: Path, tmp_path: Path):
    """With -o the pages and the picture are written, and named; a part of the books has pages too."""
    run("record", books, text=LINES)
    done = run("account", books, "--leg", "M1", "-o", tmp_path / "pages", "--json")
    files = json.loads(done.stdout)["files"]
    assert done.exit_code == 1 and {Path(file).name for file in files} >= {"legs.html", "flow.png"}
    assert all(Path(file).exists() for file in files)


def test_a_release_tells_no_count_under_ten(books: Path, tmp_path: Path):
    """Of two who are unexplained a release says that there are some; the next one is told of it and says no more."""
    run("record", books, text=LINES)
    out = tmp_path / "one"
    done = run("account", books, "--edition", "public", "-o", out)
    assert done.exit_code == 1 and "unexplained some, under 10" in done.stdout
    page = (out / "release.html").read_text(encoding="utf-8")
    assert NOT_THE_SAME_PEOPLE in page and not {"48", "46", "AMIRIYA"} & set(page.replace("<", " ").split())
    again = run("account", books, "--edition", "party", "--since", out / "release.json", "--json")
    said = json.loads(again.stdout)
    assert said["edition"] == "party" and said["before"]["legs"] == said["legs"]


def test_a_release_is_of_the_whole_books(books: Path, tmp_path: Path):
    """A part cannot be given out, a file that is no release is said to be none, and --since belongs to a release."""
    run("record", books, text=LINES)
    wrong = tmp_path / "wrong.json"
    wrong.write_text("{}")
    assert run("account", books, "--edition", "public", "--leg", "M1").exit_code == 2
    assert run("account", books, "--since", wrong).exit_code == 2
    done = run("account", books, "--edition", "public", "--since", wrong)
    assert done.exit_code == 2 and done.stderr.startswith(f"{wrong}:1: ") and "is no release" in done.stderr
