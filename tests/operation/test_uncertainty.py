"""What a file says of uncertain quantities, what is taken where it says nothing, and where each comes from."""

import doctest
import re

import pytest

from korridor.operation import uncertainty
from korridor.operation.basis import bases
from korridor.operation.belonging import names_of
from korridor.operation.distribution import Distribution, Fixed, Lognormal, Uniform
from korridor.operation.explained import KEYS
from korridor.operation.fault import Faults
from korridor.operation.operation import Operation
from korridor.operation.quantity import KNOWN, Of, Quantity
from korridor.operation.read import read_workbook
from korridor.operation.sort import fields_of
from korridor.operation.uncertainty import Uncertainty, taken
from korridor.operation.workbook.write import operation_workbook
from tests.operation.tiny import TINY, faults, operation
from tests.operation.workbook.made import changed


def said(text: str) -> Operation:
    return operation(f"{TINY}uncertainty: {text}\n")


def told(text: str) -> list[str]:
    return [line.removeprefix("tiny.yaml:31: ") for line in faults(f"{TINY}uncertainty: {text}\n")]


def test_the_examples_hold():
    """What the page of the class shows comes out."""
    assert doctest.testmod(uncertainty).failed == 0


def test_every_quantity_is_a_key_that_is_explained_and_taken_for_something():
    """The table of quantities, the keys of a file and what is said of them are the same, in one order."""
    assert list(Quantity) == list(KNOWN) == list(fields_of(Uncertainty)) == list(KEYS[Uncertainty])
    for quantity in Quantity:
        assert isinstance(taken(quantity), (Distribution, int, float))


def test_what_is_taken_reads_as_a_file_would_have_it():
    """What stands in the table may be written into a file as it stands there, and changes nothing."""
    lines = [f"  {quantity}: {known.taken}" for quantity, known in KNOWN.items()]
    written = operation(f"{TINY}uncertainty:\n" + "\n".join(lines) + "\n").uncertainty
    for quantity in Quantity:
        assert written.said(quantity) == {"default": taken(quantity)}


def test_what_is_taken_is_sourced_or_called_ours():
    """No value of ours stands without a source or a note on why; grades and names of sources are in it."""
    for known in KNOWN.values():
        assert known.source or known.note
        assert known.assumed == (not known.source)


def test_a_file_overrides_for_all_and_for_one():
    """A thing's own value counts before the file's default, and that before what is taken anyway."""
    found = said("{repair: {default: 1 h, bus: 15..45 min}, truce_break: {window 1: 60 %}}").uncertainty
    assert found.spread(Quantity.REPAIR, "bus") == Uniform(900, 2700)
    assert found.spread(Quantity.REPAIR, "ambulance") == found.spread(Quantity.REPAIR) == Fixed(3600)
    assert found.chance_ppm(Quantity.TRUCE_BREAK, "window 1") == 600_000
    assert found.chance_ppm(Quantity.TRUCE_BREAK) == 200_000
    assert found.spread(Quantity.ROAD_TIME, "Camp - Park") == Lognormal(1_000_000, 150_000)
    with pytest.raises(TypeError, match=r"^truce_break is no spread$"):
        found.spread(Quantity.TRUCE_BREAK)
    with pytest.raises(TypeError, match=r"^repair is no chance$"):
        found.chance_ppm(Quantity.REPAIR)


def test_a_type_may_say_itself_how_often_it_breaks_down():
    """The type's own figure counts; none at all is the operation's, and nought is never."""
    assert operation().breakdowns_per_1000_km("bus") == 0.2
    assert said("{breakdown_per_1000_km: 0.5}").breakdowns_per_1000_km("bus") == 0.5
    own = TINY.replace("turn_round: 5 min", "turn_round: 5 min, breakdown_per_1000_km: 0")
    assert operation(own).breakdowns_per_1000_km("ambulance") == 0


def test_things_are_named_as_the_file_names_them():
    """Roads by their ends, windows by their number, the rest by their names, in the order of the file."""
    found = operation()
    assert names_of(found, Of.ROAD) == ("Square - Gatehouse", "Gatehouse - Camp", "Camp - Park")
    assert names_of(found, Of.CHECKPOINT) == ("Gatehouse",)
    assert names_of(found, Of.TYPE) == ("bus", "ambulance")
    assert names_of(found, Of.GROUP) == ("well", "hurt")
    assert names_of(found, Of.WINDOW) == ("window 1",)
    assert names_of(found, Of.GATE) == names_of(found, Of.ALL) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "{repair: {buss: 5 min}}",
            "uncertainty.repair.buss: 'buss' is not a vehicle type; did you mean 'bus'? one of default, bus, ambulance",
        ),
        (
            "{road_time: {Camp - Prak: 100 %}}",
            "uncertainty.road_time.Camp - Prak: 'Camp - Prak' is not a road; did you mean 'Camp - Park'? one of default, "
            "Square - Gatehouse, Gatehouse - Camp, Camp - Park",
        ),
        (
            "{gate_break: {first: 5 %}}",
            "uncertainty.gate_break.first: 'first' is not a gate; one of default",
        ),
        (
            "{late_departure: {bus: 5 min}}",
            "uncertainty.late_departure.bus: late_departure is one for all, and 'bus' has none of its own; write default",
        ),
        (
            "{breakdown_per_1000_km: lots}",
            "uncertainty.breakdown_per_1000_km: 'lots' is not a number; write for example 1.5",
        ),
    ],
)
def test_a_slip_is_told_with_what_to_write(text, words):
    """A name that is none, or a value that is none, is one line."""
    assert told(text) == [words]


def test_an_unknown_quantity_is_told_with_all_that_there_are():
    """Who slips in a key sees the one that was meant, and all of them."""
    (line,) = told("{road_tiem: 100 %}")
    assert "has no key 'road_tiem'; did you mean 'road_time'? its keys are road_time, " in line
    assert line.endswith("gate_late, gate_break, gate_mended")


def test_a_bad_value_does_not_hide_a_bad_name():
    """Both are told at once."""
    assert len(told("{repair: soon, taken_over: {buss: 5 min}}")) == 2


def test_each_value_tells_where_it_comes_from():
    """Of every quantity there is a line: the file's with its source, or ours with its own."""
    found = list(
        bases(said("{repair: {bus: {value: 15..45 min, source: the garage, note: n}}, no_shows: 5 %}"))
    )
    assert [each.quantity for each in found if each.of == "default"] == list(Quantity)
    (bus,) = (each for each in found if each.of == "bus")
    assert (bus.value, bus.in_file, bus.source, bus.note) == ("15..45 min", True, "the garage", "n")
    (no_shows,) = (each for each in found if each.quantity is Quantity.NO_SHOWS)
    assert (no_shows.value, no_shows.in_file, no_shows.source) == ("5 %", True, None)
    mended = next(each for each in found if each.quantity is Quantity.TRUCE_MENDED)
    assert not mended.in_file
    assert re.search(r"Aleppo 2016: .*grade A", mended.source)
    assert next(each for each in found if each.quantity is Quantity.REPAIR).assumed


def test_what_is_said_travels_with_a_plan():
    """As JSON, where a plan keeps its operation, an uncertainty is text, and comes back as itself."""
    found = said("{repair: {default: 1 h, bus: 15..45 min}, truce_break: 5 %, breakdown_per_1000_km: 0.5}")
    assert '"uncertainty":{"breakdown_per_1000_km":{"default":0.5},"repair":' in found.model_dump_json()
    assert Operation.model_validate_json(found.model_dump_json()) == found
    assert '"uncertainty":{}' in operation().model_dump_json()


def test_a_workbook_has_a_sheet_for_it():
    """A row is a quantity, what it is of, and its value; a cell shown in per cent is a share, and a slip is told."""

    def rows(book):
        sheet = book["uncertainty"]
        sheet.append(["no_shows", "default", 0.05])
        sheet["C2"].number_format = "0 %"
        sheet.append(["truce_break", "window 1", "40 %"])
        sheet.append(["repair", "bus", "20 min ± 30 %"])

    found = read_workbook(changed(rows), "a.xlsx").uncertainty
    assert found.spread(Quantity.NO_SHOWS) == Fixed(50_000)
    assert found.chance_ppm(Quantity.TRUCE_BREAK, "window 1") == 400_000
    assert found.spread(Quantity.REPAIR, "bus") == Lognormal(1200, 300_000)

    def slip(book):
        book["uncertainty"].append(["repiar", "bus", "20 min"])

    with pytest.raises(
        Faults, match=r"uncertainty!A2: 'repiar' is not an uncertain quantity; did you mean 'repair'\?"
    ):
        read_workbook(changed(slip), "a.xlsx")


def test_a_workbook_that_was_written_holds_it():
    """From YAML to a workbook and back."""
    found = said("{repair: {default: 1 h, bus: {value: 15..45 min, source: garage}}, truce_break: 5 %}")
    assert read_workbook(operation_workbook(found), "a.xlsx") == found
