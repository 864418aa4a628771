"""The floors of the house hold, and the checker that says so can fail."""

from pathlib import Path

import pytest

from tests.floors import House

SOURCE = Path(__file__).parent.parent / "src"

# A small house in which every rule is kept.
SOUND = {
    "__init__.py": "from korridor.planning.search import plan\nfrom korridor.version import __version__\n",
    "__main__.py": "from korridor.cli import main\n",
    "version.py": "__version__ = '1'\n",
    "cli/__init__.py": "import importlib\nimport korridor\nimportlib.import_module('korridor.cli.check')\n",
    "papers/report.py": "from korridor.pictures.graph import draw\nfrom korridor import version\n",
    "pictures/graph.py": "from korridor.planning.plan import Plan\n",
    "planning/__init__.py": "from .search import plan\n",
    "planning/plan.py": "from korridor.operation.model import Operation\n",
    "planning/search.py": "import numpy as np\nfrom korridor.clockwork import loop\nfrom . import plan\n",
    "planning/verify/__init__.py": "from korridor.planning.plan import Plan\nfrom .rules import c6\n",
    "planning/verify/rules.py": "import itertools\nfrom korridor.operation.model import Operation\n",
    "rehearsal/run.py": "from korridor.clockwork.loop import turn\nfrom korridor.chance.draw import draw\n",
    "ledger/store.py": "import korridor.events.schema\n",
    "clockwork/__init__.py": "",
    "clockwork/loop.py": "import numba\nfrom ..operation import model\n",
    "chance/draw.py": "import random\nimport numpy.random\n",
    "events/schema.py": "",
    "operation/model.py": "",
}


def house(folder: Path, **changed: str) -> House:
    """The sound house, with some files' text changed (``room__file`` names ``room/file.py``)."""
    files = SOUND | {name.replace("__", "/", 1) + ".py": text for name, text in changed.items()}
    for name, text in files.items():
        path = folder / "korridor" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return House(folder)


def test_our_own_house_stands():
    """No module of Korridor imports from its own floor, from above, or past the verifier's wall."""
    assert House(SOURCE).broken() == []


def test_a_sound_house_has_no_fault(tmp_path):
    """What the rules allow is not called a fault."""
    assert house(tmp_path).broken() == []


FAULTS = {
    "up a floor": (
        {"events__schema": "\nfrom korridor.clockwork import loop\n"},
        "korridor/events/schema.py:2: events imports clockwork, which stands above it",
    ),
    "up a floor, by a relative import": (
        {"clockwork__loop": "from ..planning.plan import Plan\n"},
        "korridor/clockwork/loop.py:1: clockwork imports planning, which stands above it",
    ),
    "up a floor, inside a function": (
        {"events__schema": "def late():\n    import korridor.papers.report\n"},
        "korridor/events/schema.py:2: events imports papers, which stands above it",
    ),
    "beside: planning and rehearsal": (
        {"planning__search": "from korridor.rehearsal.run import run\n"},
        "korridor/planning/search.py:1: planning imports rehearsal, which stands beside it",
    ),
    "beside: the ledger knows nothing of planning": (
        {"ledger__store": "from korridor.planning.plan import Plan\n"},
        "korridor/ledger/store.py:1: ledger imports planning, which stands beside it",
    ),
    "beside: claims know nothing of planning": (
        {"claims__agree": "from korridor import planning\n"},
        "korridor/claims/agree.py:1: claims imports planning, which stands beside it",
    ),
    "a room leans on the face": (
        {"papers__report": "from korridor import __version__\n"},
        "korridor/papers/report.py:1: papers imports the public face, which stands above it",
    ),
    "not a room": (
        {"utils__helpers": ""},
        "korridor/utils/helpers.py:1: utils is not a room of the house",
    ),
    "arrays at a door": (
        {"papers__report": "import numpy as np\n"},
        "korridor/papers/report.py:1: papers uses numpy; "
        "arrays live in chance, clockwork, compiled, planning, rehearsal, roads",
    ),
    "another door for randomness": (
        {"rehearsal__run": "import random\n"},
        "korridor/rehearsal/run.py:1: rehearsal uses random; randomness comes from chance alone",
    ),
    "numpy's randomness by attribute": (
        {"planning__search": "import numpy as np\nrng = np.random.default_rng()\n"},
        "korridor/planning/search.py:2: planning uses numpy.random; randomness comes from chance alone",
    ),
    "numpy's randomness by name": (
        {"planning__search": "from numpy.random import Philox\n"},
        "korridor/planning/search.py:1: planning uses numpy.random; randomness comes from chance alone",
    ),
    "an extra in another room": (
        {"planning__search": "import scipy.sparse\n"},
        "korridor/planning/search.py:1: planning uses scipy; only roads may, and who has it is asked first",
    ),
    "an import by name": (
        {"planning__search": "import importlib\nimportlib.import_module('korridor.' + 'rehearsal')\n"},
        "korridor/planning/search.py:2: planning imports by name; only cli and the public face may",
    ),
    "the verifier asks the clockwork": (
        {"planning__verify/rules": "from korridor.clockwork.loop import turn\n"},
        "korridor/planning/verify/rules.py:1: the verifier leans on korridor.clockwork.loop; "
        "it shares no code with what it checks",
    ),
    "the verifier asks the search": (
        {"planning__verify/rules": "from korridor.planning import search\n"},
        "korridor/planning/verify/rules.py:1: the verifier leans on korridor.planning.search; "
        "it shares no code with what it checks",
    ),
    "the verifier counts with arrays": (
        {"planning__verify/rules": "import numpy as np\n"},
        "korridor/planning/verify/rules.py:1: the verifier leans on numpy; "
        "it shares no code with what it checks",
    ),
    "the verifier leans on the clockwork by way of the plan": (
        {"planning__plan": "from korridor.clockwork.loop import turn\n"},
        "korridor/planning/plan.py:1: the verifier leans on korridor.clockwork.loop; "
        "it shares no code with what it checks",
    ),
}


@pytest.mark.parametrize(("changed", "fault"), FAULTS.values(), ids=FAULTS.keys())
def test_a_broken_house_is_found(tmp_path, changed, fault):
    """Each rule, broken once in an otherwise sound house, is named with its place, and nothing else is."""
    assert house(tmp_path, **changed).broken() == [fault]


def test_a_verifier_in_one_file_is_held_too(tmp_path):
    """The wall stands around ``planning/verify.py`` as it does around a folder of that name."""
    built = house(tmp_path)
    folder = tmp_path / "korridor" / "planning" / "verify"
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    folder.with_suffix(".py").write_text("import numba\n", encoding="utf-8")
    assert built.broken() == [
        "korridor/planning/verify.py:1: the verifier leans on numba; it shares no code with what it checks"
    ]
