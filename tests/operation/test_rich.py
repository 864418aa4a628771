"""What an operation says of itself in one line."""

from hypothesis import given

from korridor.operation.check import check
from korridor.operation.finding import Findings, warning
from tests.operation.tiny import TINY, operation
from tests.strategies import operations


def test_an_operation_is_one_line():
    """Printed, an operation says its name and how large it is."""
    line = "<Operation 'Tiny': people: 206 in groups: 2, vehicles: 6, places: 4, roads: 3, truce windows: 1>"
    assert repr(operation()) == str(operation()) == line


def test_without_a_truce_it_says_so():
    """The line says that there is no truce, where there is none."""
    text = TINY[: TINY.index("truce:\n")].replace("    truce: true\n", "")
    assert repr(operation(text)).endswith("roads: 3, no truce>")


@given(operations())
def test_the_line_fits_on_a_screen(drawn):
    """Whatever the operation, and however long its name, it is one short line."""
    line = repr(drawn.model_copy(update={"name": drawn.name * 500 + "\n"}))
    assert len(line) < 300 and "\n" not in line


def test_findings_are_lines():
    """What a check found is still a tuple, and reads one finding a line; that nothing was found promises no plan."""
    found = Findings([warning("people", "nobody is to be brought out"), warning("convoy", "binds nobody")])
    assert repr(found) == "warning: people: nobody is to be brought out\nwarning: convoy: binds nobody"
    assert found == tuple(found) and isinstance(check(operation()), Findings)
    assert repr(Findings()) == (
        "No findings: nothing is impossible by itself. That does not show that a plan exists."
    )
