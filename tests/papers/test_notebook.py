"""Korridor in a real notebook kernel: progress, an interrupt, what values and faults look like."""

from contextlib import suppress

import pytest

from korridor.papers.notebook import notebook_progress
from tests.cli.process import tiny
from tests.kernel import kernel
from tests.operation.tiny import TINY


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("notebook")
    tiny(made)
    (made / "wrong.yaml").write_text(TINY.replace("21 km", "21"), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def started(folder):
    with kernel(folder) as (manager, client):
        yield manager, client


def run(started, code, interrupt_at=None):
    """What a cell puts out: messages of the kernel, interrupted when one has certain words in it."""
    manager, client = started
    asked = client.execute(code)
    said = []
    while True:
        message = client.get_iopub_msg(timeout=120)
        if message["parent_header"].get("msg_id") != asked:
            continue
        kind, content = message["msg_type"], message["content"]
        if kind == "status" and content["execution_state"] == "idle":
            return said
        said.append((kind, content))
        plain = content.get("data", {}).get("text/plain", "")
        if interrupt_at and interrupt_at in plain:
            interrupt_at = None
            manager.interrupt_kernel()


def texts(said, kind):
    return [content["data"]["text/plain"] for found, content in said if found == kind]


def test_outside_a_notebook_nothing_is_shown(capsys):
    """In a program, or a terminal, planning from Python says nothing by itself."""
    with notebook_progress() as watch:
        assert watch is None
    assert capsys.readouterr() == ("", "")


def test_an_interrupt_gives_the_plan_so_far(started):
    """A line shows how far planning has come; the interrupt ends it, and what was found is the cell's value."""
    code = (
        "import korridor\n"
        "found = korridor.plan(korridor.read_operation('tiny.yaml'), seconds=600)\n"
        "print(found.status, len(found.movements) > 0, korridor.verify(found) == ())"
    )
    said = run(started, code, interrupt_at="search")
    assert not [content for kind, content in said if kind == "error"]
    (first,) = texts(said, "display_data")
    assert first == "planning; interrupt the kernel to keep the best plan so far"
    lines = texts(said, "update_display_data")
    assert any(line.startswith("planning · search · ") for line in lines)
    assert lines[-1].startswith("Planned for ")
    (printed,) = [content["text"] for kind, content in said if kind == "stream"]
    assert printed == "feasible True True\n"


def test_values_are_shown_as_html_and_as_a_line(started):
    """An operation at the end of a cell is shown as HTML, and as one line where there is no HTML."""
    said = run(started, "import korridor\nkorridor.read_operation('tiny.yaml')")
    (result,) = [content["data"] for kind, content in said if kind == "execute_result"]
    assert result["text/html"].startswith('<div class="korridor">')
    assert result["text/plain"].startswith("<Operation 'Tiny': people: 206")
    said = run(started, "korridor.check(korridor.read_operation('tiny.yaml'))")
    (result,) = [content["data"] for kind, content in said if kind == "execute_result"]
    assert "text/html" in result and "\n" not in result["text/plain"]


def test_a_wrong_file_is_lines_and_no_traceback(started):
    """In a notebook, too, a wrong file is told by line, and nothing else."""
    said = run(started, "import korridor\nkorridor.read_operation('wrong.yaml')")
    (error,) = [content for kind, content in said if kind == "error"]
    assert error["traceback"] == [
        "wrong.yaml:16: roads[1].length: 21 has no unit; write for example 21 km or 6800 m (units: m, km)"
    ]


def test_progress_ends_with_an_error_too():
    """Whatever ends planning, leaving the line behind is no fault."""
    with suppress(KeyError), notebook_progress() as watch:
        assert watch is None
        raise KeyError
