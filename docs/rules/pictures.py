"""Draw some of the rules' examples as movement graphs: ``python docs/rules/pictures.py``.

What is drawn is what the clockwork gives for an example's orders, so a picture cannot say what the example does not.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from korridor.clockwork.run import run  # noqa: E402 - the examples' reader lies beside the package
from korridor.operation.read import read_yaml  # noqa: E402
from korridor.pictures.graph_rows import graph_rows  # noqa: E402
from korridor.pictures.movement_graph import movement_graph  # noqa: E402
from korridor.pictures.render import svg  # noqa: E402
from tests.rule_example import RULES, as_file, read_example  # noqa: E402

DRAWN = (
    "C4/keeps-headway",
    "C4/keeps-no-overtaking",
    "C4/keeps-alternate",
    "C4/keeps-truce-at-origin",
    "C6/keeps-lanes-carry-over",
)


def path_of(example: str) -> Path:
    """Where an example's picture lies."""
    return ROOT / "docs" / "pictures" / f"rule-{example.replace('/', '-')}.svg"


def picture(example: str) -> str:
    """Return an example's movement graph as SVG."""
    read = read_example(RULES / f"{example}.yaml")
    operation = read_yaml(as_file(read.operation), f"{example}.yaml")
    return svg(movement_graph(graph_rows(operation, run(operation, read.orders))))


if __name__ == "__main__":
    for example in DRAWN:
        path_of(example).write_text(picture(example), encoding="utf-8")
