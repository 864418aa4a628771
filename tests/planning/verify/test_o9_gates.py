"""O9: gates."""

from korridor.planning.verify.o9_gates import o9_gates_hold
from tests.planning.verify.corridor import PLAN, known, said


def gate(**fields: object) -> dict[str, object]:
    return {"name": "first", "out_of": ["square"], "beyond": 14, "until": 5} | fields


def schedule(*steps: tuple[int, int]) -> list[dict[str, object]]:
    return [{"by": f"+{by_s} s", "persons": persons} for by_s, persons in steps]


def test_a_gate_with_a_schedule_holds_who_would_pass_it():
    """14 leave with the first column, 19 with the last at 2990 s: that one waits for the schedule."""
    kept = known(gates=[gate(of_schedule=schedule((1000, 4), (2990, 5)))])
    assert said(o9_gates_hold(kept)) == []
    late = known(gates=[gate(of_schedule=schedule((1000, 4), (2991, 5)))])
    assert said(o9_gates_hold(late)) == [
        "O9: movement 3: departs at 2990 s, 19 out by then; gate first opens at 2991 s"
    ]
    never = known(gates=[gate(of_schedule=schedule((1000, 4)))])
    assert said(o9_gates_hold(never)) == [
        "O9: movement 3: departs at 2990 s, 19 out by then; gate first does not open"
    ]


def test_a_movement_waits_whole():
    """One person over is enough to hold all fourteen."""
    held = known(gates=[gate(beyond=13, of_schedule=schedule((461, 5)))])
    assert said(o9_gates_hold(held)) == [
        "O9: movement 0: departs at 460 s, 14 out by then; gate first opens at 461 s"
    ]
    assert said(o9_gates_hold(known(gates=[gate(beyond=19, of_schedule=schedule((9000, 5)))]))) == []


def test_a_gate_on_places_counts_who_is_out_of_them():
    """Fourteen of the square are out at 1690 s: the last column may leave, not for a fifteenth."""
    assert said(o9_gates_hold(known(gates=[gate(of_places=["square"], until=14)]))) == []
    assert said(o9_gates_hold(known(gates=[gate(of_places=["square"], until=15)]))) == [
        "O9: movement 3: departs at 2990 s, 19 out by then; gate first does not open"
    ]


def test_out_is_at_the_first_safe_place_and_by_the_horizon():
    """Six are out at the camp at 1180 s, or later if it is not safe; who is unloaded too late is not out."""
    onward = gate(out_of=["camp"], beyond=0, of_places=["square"], until=6)
    assert said(o9_gates_hold(known(gates=[onward]))) == []
    assert said(o9_gates_hold(known(gates=[onward], places__camp__side="corridor"))) == [
        "O9: movement 1: departs at 1230 s, 6 out by then; gate first opens at 1690 s"
    ]
    cut = known(gates=[gate(of_places=["square"], until=14)]).operation.until(1689)
    assert said(o9_gates_hold(PLAN.model_copy(update={"operation": cut}))) == [
        "O9: movement 3: departs at 2990 s, 19 out by then; gate first does not open"
    ]


def test_a_gate_holds_departures_out_of_its_places_only():
    """Who leaves the camp is not out of the square."""
    assert said(o9_gates_hold(known(gates=[gate(beyond=19, of_places=["square"], until=19)]))) == []
