"""The tutorial: every cell of it runs, and what it claims is so."""

from pathlib import Path

import pytest

import korridor
from tests.kernel import kernel

nbformat = pytest.importorskip("nbformat", reason="nbformat reads notebooks")
nbclient = pytest.importorskip("nbclient", reason="nbclient runs notebooks")

TUTORIAL = Path(__file__).parents[1] / "docs" / "tutorial.ipynb"


@pytest.fixture(scope="module")
def stored():
    return nbformat.read(TUTORIAL, as_version=4)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tutorial")


@pytest.fixture(scope="module")
def done(stored, folder):
    """The notebook after all its cells have run, in a folder of its own; an assertion that fails stops it."""
    with kernel(folder):
        pass  # who has no kernel is told so, and skipped
    notebook = nbformat.from_dict(stored)
    nbclient.NotebookClient(
        notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    return notebook


def test_it_is_a_notebook_without_outputs(stored):
    """The file is a valid notebook, and no run of anybody's is stored in it."""
    nbformat.validate(stored)
    code = [cell for cell in stored.cells if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)


def test_it_needs_one_import(stored):
    """A notebook user never needs a second import."""
    lines = [line for cell in stored.cells if cell.cell_type == "code" for line in cell.source.splitlines()]
    assert [line for line in lines if line.startswith(("import ", "from "))] == ["import korridor"]


def test_every_number_it_tells_is_asserted(stored):
    """The figures of its sentences stand in its assertions; those run with the cells."""
    asserted = "\n".join(
        line
        for cell in stored.cells
        if cell.cell_type == "code"
        for line in cell.source.splitlines()
        if "assert" in line
    )
    told = "\n".join(cell.source for cell in stored.cells if cell.cell_type == "markdown")
    for figure in ("300", "346", "350"):
        assert figure in told and figure in asserted


def test_every_cell_runs(done, folder):
    """Run from the first cell to the last, operation, findings and plan show themselves, and the papers are written."""
    html = [
        output["data"]["text/html"]
        for cell in done.cells
        if cell.cell_type == "code"
        for output in cell.outputs
        if "text/html" in output.get("data", {})
    ]
    operation, found, plan = html
    assert "Two quarters of a river town" in operation and "impossible" in found
    assert plan.count("data:image/svg+xml;base64") == 2 and "No plan can get more than 346 people out" in plan
    written = {path.name for path in (folder / "build" / "town").iterdir()}
    assert {
        "report.html",
        "movements.csv",
        "plan.json",
        "march-orders.html",
        "movement-table.html",
    } <= written


def test_its_answer_is_the_same_here(done, folder):
    """The plan that the notebook wrote keeps every rule, by the checker of this program too."""
    plan = korridor.read_plan(folder / "build" / "town" / "plan.json")
    assert korridor.verify(plan) == ()
    assert plan.levels[0].value == 300 and plan.operation.truce.when_broken == "back"
