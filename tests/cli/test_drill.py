"""korridor drill."""

import json

import pytest
from typer.testing import CliRunner

import korridor
from korridor.cli.main import app
from korridor.papers.plan_file import plan_json
from tests.pictures.convoys import town


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """The plan.json of a day of convoys under a truce."""
    path = tmp_path_factory.mktemp("drill") / "plan.json"
    path.write_text(plan_json(korridor.plan(town(), work=20, bounded=False)), encoding="utf-8")
    return path


def invoke(*arguments):
    return CliRunner().invoke(app, ["drill", *map(str, arguments)])


def test_one_document_with_everything(planned):
    """Standard output is one JSON document: the answer, the trade-off, how clerks erred; the same again for the same seed."""
    asked = (planned, "--runs", "2", "--as-planned", "--seed", "4", "--clerks", "forgets=10%", "--json")
    document = json.loads(invoke(*asked).stdout)
    assert {"kept", "trade_off", "delays_s", "unnoticed", "faults", "runs", "seed"} <= set(document)
    assert document["faults"]["forgets_ppm"] == 100_000
    assert document["kept"]["persons"] == 1 and document["kept"]["age_s"] == 1800
    again = json.loads(invoke(*asked).stdout)
    assert again | {"seconds": 0} == document | {"seconds": 0}


def test_it_is_said_in_words_and_written(planned, tmp_path):
    """Without --json a few lines say it; with -o a page, a picture and the figures are there."""
    done = invoke(
        planned,
        "--runs",
        "3",
        "--as-planned",
        "--faultless",
        "--persons",
        "1",
        "--age",
        "0 min",
        "-o",
        tmp_path,
    )
    assert done.exit_code == 0, done.output
    assert "Acting on an unexplained of 1 person or more, at once:" in done.stdout
    assert "noticed: 100 % (44 % to 100 %) of the vehicles that are lost" in done.stdout
    assert "false alarms a day: 0 (0 to 0)" in done.stdout
    assert {each.name for each in tmp_path.iterdir()} == {
        "drill.html",
        "drill.svg",
        "drill.png",
        "drill.json",
    }
    page = (tmp_path / "drill.html").read_text(encoding="utf-8")
    assert "Internal edition" in page and "does not show that the same people arrived" in page


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--clerks", "forget=5 %"), "'forget=5 %' is no fault of clerks; did you mean 'forgets'? one of"),
        (("--clerks", "forgets"), "'forgets' is no fault of clerks; write for example 'forgets=5 %'"),
        (("--clerks", "forgets=5"), "forgets: '5' is not a chance; write for example 5 %"),
        (("--clerks", "delay=-5 min"), "delay: -5 min is out of range"),
        (("--clerks", "shift=0 min"), "shift: a shift of 0 s is none; from 1 min to 168 h"),
        (("--clerks", "shift=4..8 h"), "shift: '4..8 h' is not a quantity"),
        (("--age", "soon"), "'soon' is not a quantity; write for example 20 min"),
        (("--persons", "0"), "0 is out of range; from 1 to"),
    ],
)
def test_a_wrong_call_is_told_what_is_allowed(planned, arguments, said):
    """A typo in a threshold or a fault is named, with what is allowed, and nothing is run."""
    done = invoke(planned, *arguments)
    assert done.exit_code == 2
    flat = " ".join(done.output.split())
    assert said in flat, flat
