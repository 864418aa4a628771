"""The rows of a movement graph."""

from hypothesis import given

from korridor.events.order import Order, TripOrder
from korridor.pictures.graph_rows import EMPTY, LOADED, graph_rows
from korridor.pictures.number import number
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, round_robin, town
from tests.plain.clockwork import run


def of(rows, line):
    return [(point.moment_s, point.far) for point in rows.points if point.line == line]


def test_a_column_out_climbs_stands_at_the_checkpoint_and_climbs_on():
    """Waiting at the checkpoint is a level stretch, from the head's arrival to its going on."""
    movement = next(movement for movement in days(1) if movement.loaded)
    rows = graph_rows(town(), days(1))
    first, second, third = movement.passages
    assert of(rows, f"{number(movement)}.0") == [
        (first.head_in_s, 0),
        (first.head_out_s, 3000),
        (second.head_in_s, 3000),
        (second.head_out_s, 9800),
        (third.head_in_s, 9800),
        (third.head_out_s, 24000),
        (third.head_out_s, 24000),
    ]
    assert second.head_in_s - first.head_out_s > 600


def test_a_column_back_falls_and_is_empty():
    """An empty column is told apart by its kind, not only by its direction."""
    rows = graph_rows(town(), days(1))
    back, out = rows.lines
    assert (back.aboard, back.persons, out.aboard, out.persons) == (EMPTY, 0, LOADED, 512)
    fars = [far for _, far in of(rows, back.line)]
    assert fars == sorted(fars, reverse=True)


def test_each_line_says_when_in_the_operation_s_own_time():
    """What a line says of its movement is in the operation's local time."""
    back, out = graph_rows(town(), days(1)).lines
    assert back.departs == "Thu 15 Dec 14:00"
    assert (out.origin, out.release) == ("Amiriya", "Rashideen")


def test_movements_off_the_corridor_are_named():
    """A journey on from the transfer lies on no line of the graph, and the graph says so."""
    onward = TripOrder(vehicle_type="bus", comes_from="Rashideen", destination="Idlib")
    movements = run(town(), (*round_robin(1), Order(origin="Rashideen", loaded=True, trips=(onward,))))
    assert graph_rows(town(), movements).undrawn == ("M003",)


def test_where_nobody_drives_in_column_each_vehicle_has_a_line():
    """Single vehicles go straight from where they load to where they unload, each with its own people."""
    onward = TripOrder(vehicle_type="bus", comes_from="Rashideen", destination="Idlib")
    movements = run(town(), (*round_robin(1), Order(origin="Rashideen", loaded=True, trips=(onward,) * 2)))
    rows = graph_rows(town(), movements[-1:])
    first, second = movements[-1].trips
    assert [(line.line, line.persons) for line in rows.lines] == [("M003.0", 50), ("M003.1", 50)]
    assert of(rows, "M003.1") == [(movements[-1].departs_s, 0), (second.arrives_s, 1)]
    assert first.arrives_s == second.arrives_s


def test_sheets_hold_every_panel_once():
    """Sheets for paper share out the panels and keep all lines' weights."""
    rows = graph_rows(town(), days())
    first, second = rows.sheets(1)
    assert first.panels + second.panels == rows.panels
    assert first.lines == second.lines == rows.lines
    assert len(first.points) + len(second.points) == len(rows.points)
    assert {point.panel for point in second.points} == {0}


def test_lines_go_by_what_happened_as_well():
    """The graph takes movements and asks for no plan, so late ones are drawn as late as they are."""
    (movement,) = [movement for movement in days(1) if movement.loaded]
    later = [
        passage.model_copy(update={"head_out_s": passage.head_out_s + 900}) for passage in movement.passages
    ]
    drawn = graph_rows(town(), [movement.model_copy(update={"passages": tuple(later)})])
    assert of(drawn, f"{number(movement)}.0")[-1] == (later[-1].head_out_s, 24000)


@given(runs())
def test_every_movement_is_drawn_or_named(drawn):
    """On any operation each movement has a line, or stands in the list of those that have none."""
    operation, movements = drawn
    rows = graph_rows(operation, movements)
    assert {line.movement for line in rows.lines} | set(rows.undrawn) == {number(m) for m in movements}
    assert {point.line for point in rows.points} == {line.line for line in rows.lines}
    for line in rows.lines:
        moments = [moment_s for moment_s, _ in of(rows, line.line)]
        assert len(rows.panels) > 1 or moments == sorted(moments)
