"""The town on the river: what docs/roads-from-openstreetmap.md shows is what comes out."""

from pathlib import Path

from typer.testing import CliRunner

from korridor.cli.main import app
from korridor.operation.check import check
from korridor.operation.read import read_operation

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "examples" / "town-roads"
PAGE = ROOT / "docs" / "roads-from-openstreetmap.md"


def roads(*options):
    return CliRunner().invoke(app, ["roads", str(TOWN / "town.osm"), str(TOWN / "operation.yaml"), *options])


def test_the_page_shows_what_comes_out(tmp_path):
    """The table on the page is the command's, and the operation that it writes is sound and possible."""
    done = roads("--corridor", str(TOWN / "corridor.geojson"), "-o", str(tmp_path))
    assert done.exit_code == 0
    shown = PAGE.read_text(encoding="utf-8").split("```\n")[3]
    assert done.stdout.startswith(shown)
    operation = read_operation(tmp_path / "operation.yaml")
    assert check(operation) == ()
    text = (tmp_path / "operation.yaml").read_text(encoding="utf-8")
    head = (TOWN / "operation.yaml").read_text(encoding="utf-8").split("roads: []")[0].rstrip()
    assert text.startswith(head)


def test_the_broken_bridge_is_as_the_page_says():
    """Nobody gets across, an ambulance would still fit through the other bridge, and the status is 1."""
    done = roads("--closures", str(TOWN / "broken-bridge.geojson"))
    assert done.exit_code == 1
    assert "cut off by the closures ('South Bridge, broken')" in done.stdout
    assert "ambulance alone: School to Clinic" in done.stdout
