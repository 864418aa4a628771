"""korridor rehearse --engine ray, as a person starts it."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

import korridor
from korridor.cli.main import app
from korridor.papers.plan_file import plan_json
from tests.cli.process import korridor as run
from tests.pictures.convoys import town


@pytest.fixture(scope="module")
def convoys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The plan.json of a day of convoys under a truce."""
    path = tmp_path_factory.mktemp("ray") / "plan.json"
    path.write_text(plan_json(korridor.plan(town(), work=300, bounded=False)), encoding="utf-8")
    return path


def folders() -> set[Path]:
    """Folders of clusters of our own."""
    return {each for each in Path("/tmp").glob("korridor-*") if each.is_dir()}


def test_a_cluster_of_its_own_is_quiet_and_leaves_nothing(convoys: Path) -> None:
    """It starts a cluster, says what the machine alone says, and nothing else, and leaves no file behind."""
    pytest.importorskip("ray", reason="Ray is an extra: pip install 'korridor[ray]'")
    before = folders()
    asked = ("rehearse", convoys, "--runs", "300", "--seed", "5", "--json")
    there = run(*asked, "--engine", "ray")
    assert there.returncode == 0 and there.stderr == ""
    document, here = json.loads(there.stdout), json.loads(run(*asked).stdout)
    assert document["engine"] == "ray"
    assert document | {"seconds": 0, "engine": "local"} == here | {"seconds": 0}
    assert folders() == before


@pytest.mark.long
def test_ctrl_c_keeps_what_came(convoys: Path) -> None:
    """Ctrl-C at a terminal reaches the whole process group: what came is the answer all the same, and all that is said."""
    pytest.importorskip("ray", reason="Ray is an extra: pip install 'korridor[ray]'")
    before = folders()
    command = [sys.executable, "-m", "korridor", "rehearse", str(convoys), "--runs", str(10**8)]
    process = subprocess.Popen(
        [*command, "--engine", "ray", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with pytest.raises(subprocess.TimeoutExpired):
        process.communicate(timeout=25)
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=60)
    document = json.loads(out)
    assert process.returncode == 0 and err == "" and document["runs"] >= 64
    assert document["precision"]["stopped"] == "interrupted"
    assert folders() == before


def test_without_ray_one_line_says_so(convoys: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Ray is not installed, one line says how to install it, before anything is run."""
    monkeypatch.setitem(sys.modules, "ray", None)
    done = CliRunner().invoke(app, ["rehearse", str(convoys), "--engine", "ray"])
    assert done.exit_code == 2 and done.stdout == ""
    assert (
        done.stderr
        == "--engine: the engine ray needs Ray, which is not installed: pip install 'korridor[ray]'\n"
    )


def test_this_machine_has_no_cluster(convoys: Path) -> None:
    """An address without --engine ray is a mistake, not a wish that is passed over."""
    done = CliRunner().invoke(app, ["rehearse", str(convoys), "--cluster", "10.0.0.1:6379"])
    assert done.exit_code == 2
    assert done.stderr == "--engine: the engine local is this machine, which has no cluster; ray has\n"
