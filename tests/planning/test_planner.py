"""The planner as a whole: what it finds, proves and promises."""

import signal
import threading

import pytest
from hypothesis import assume, given, settings

import korridor
from korridor.operation.operation import Operation
from korridor.planning.certificate import TourCertificate, TreeCertificate
from korridor.planning.oracle.search import TooLargeError, best
from korridor.planning.plan import Objective, Plan, Status
from korridor.planning.planner import plan
from korridor.planning.progress import Progress
from tests.planning.oracle.few import few
from tests.planning.shuttle.shuttles import best_clearance_s, shuttles
from tests.planning.shuttle.test_plain import PLAIN
from tests.strategies import operations

WORK = 1


def out_of(made: Plan) -> int:
    """The value of the level *out*."""
    return next(level.value or 0 for level in made.levels if level.name == "out")


@settings(max_examples=6)
@given(operation=operations())
def test_whatever_is_planned_is_verified_and_within_its_bound(operation: Operation) -> None:
    """Every plan for most-out passes the checker, its certificate included, and no plan beats its bound."""
    made = plan(operation, work=WORK)
    assert korridor.verify(made) == ()
    for level in made.levels[:1]:
        assert level.bound is None or level.value is None or level.value <= level.bound


@settings(max_examples=6)
@given(operation=operations())
def test_clearance_is_verified_and_no_sooner_than_its_bound(operation: Operation) -> None:
    """Every plan for clearance passes the checker, and nobody is done sooner than the bound says."""
    made = plan(operation, objective=Objective.CLEARANCE, work=WORK)
    assert korridor.verify(made) == ()
    for level in made.levels:
        if level.name == "clearance" and level.value is not None and level.bound is not None:
            assert level.value >= level.bound


@pytest.mark.parametrize("objective", [Objective.PRIORITY, Objective.EXPOSURE])
@settings(max_examples=6)
@given(operation=operations(horizon=True))
def test_the_other_objectives_are_verified_and_within_their_bounds(
    objective: Objective, operation: Operation
) -> None:
    """Every plan for priority or exposure passes the checker, and nothing in it is better than its bound."""
    made = plan(operation, objective=objective, work=WORK)
    assert korridor.verify(made) == ()
    for level in made.levels[:1]:
        assert level.value is not None
        if level.bound is not None:
            assert level.value <= level.bound if level.name == "out" else level.value >= level.bound


@settings(max_examples=6)
@given(operation=operations(horizon=True))
def test_moving_nobody_is_never_the_answer(operation: Operation) -> None:
    """Where a plan for most-out gets somebody out, so do those for priority and for exposure."""
    assume(out_of(plan(operation, work=WORK, bounded=False)))
    everybody = sum(group.persons * group.weight for group in operation.people.values())
    waits = plan(operation, objective=Objective.PRIORITY, work=WORK, bounded=False).levels[0].value
    assert waits is not None and waits < everybody * (operation.horizon_s or 0)
    assert out_of(plan(operation, objective=Objective.EXPOSURE, work=WORK, bounded=False))


@settings(max_examples=6)
@given(operation=operations())
def test_the_same_work_makes_the_same_plan(operation: Operation) -> None:
    """P4: same input, seed and work give the same plan, to the last time."""
    first, second = (plan(operation, seed=7, work=WORK) for _ in range(2))
    assert first == second


@settings(max_examples=6)
@given(operation=few())
def test_no_plan_beats_the_oracle(operation: Operation) -> None:
    """Of a tiny operation's plans none gets more out than the best of all that can be tried."""
    try:
        oracle = best(operation, Objective.MOST_OUT, 1500)
    except TooLargeError:
        assume(False)
    assert out_of(plan(operation, work=WORK)) <= (oracle.value or 0)


def corridor(buses: int = 3) -> Operation:
    """One assembly, one corridor under truce, one reception."""
    return Operation.model_validate(
        {
            "name": "corridor",
            "places": {"A": {"kind": "assembly"}, "R": {"kind": "reception"}},
            "roads": [
                {
                    "between": ["A", "R"],
                    "length": "20 km",
                    "speed": "40 km/h",
                    "truce": True,
                    "headway": "10 min",
                }
            ],
            "people": {"all": {"at": "A", "class": "well", "count": 400}},
            "fleet": {"bus": {"depot": "R", "number": buses, "layouts": [{"seats": 50}], "boarding": "4 s"}},
            "convoy": {"least": 1, "most": 3},
            "truce": {"announced": [{"opens": "+0 h", "closes": "+5 h"}], "margin": "10 min"},
        }
    )


def test_all_are_brought_out_where_all_can_be() -> None:
    """Three buses, an hour a lap, five hours: 400 people are out, and the first level is proved."""
    made = plan(corridor(), work=200)
    assert made.levels[0].value == made.levels[0].bound == 400


def test_those_who_weigh_more_go_first() -> None:
    """Two places, one bus: with priority the bus serves the heavier people first, and the waiting is proved within 2 %."""
    operation = Operation.model_validate(
        {
            "name": "two places",
            "places": {"A": {"kind": "assembly"}, "B": {"kind": "assembly"}, "R": {"kind": "reception"}},
            "roads": [{"between": ["A", "R"], "time": "20 min"}, {"between": ["B", "R"], "time": "30 min"}],
            "people": {
                "near": {"at": "A", "class": "well", "count": 200},
                "heavy": {"at": "B", "class": "well", "count": 100, "weight": 5},
            },
            "fleet": {"bus": {"depot": "R", "number": 1, "layouts": [{"seats": 50}]}},
        }
    )
    made = plan(operation, objective=Objective.PRIORITY, work=3000)
    loaded = [movement.origin for movement in made.movements if movement.loaded]
    assert loaded[:2] == ["B", "B"]
    out_s = (3600, 7200, 9600, 12_000, 14_400, 16_800)  # 50 with each
    assert made.levels[0].value == 5 * 50 * sum(out_s[:2]) + 50 * sum(out_s[2:])
    assert made.levels[0].gap is not None and made.levels[0].gap < 0.02


def test_exposure_takes_the_way_of_less_risk_where_all_get_out() -> None:
    """Everybody can be out by either place: those at risk of less are chosen, and nobody is left for it."""
    operation = Operation.model_validate(
        {
            "name": "two ways",
            "places": {
                "A": {"kind": "assembly"},
                "near": {"kind": "reception"},
                "far": {"kind": "reception"},
            },
            "roads": [
                {"between": ["A", "near"], "time": "20 min", "risk": 3},
                {"between": ["A", "far"], "time": "30 min", "risk": 1},
            ],
            "people": {"all": {"at": "A", "class": "well", "count": 100}},
            "fleet": {"bus": {"depot": "A", "number": 2, "layouts": [{"seats": 50}]}},
            "until": "+6 h",
        }
    )
    made = plan(operation, objective=Objective.EXPOSURE, work=2000)
    assert [(level.name, level.value, level.bound) for level in made.levels] == [
        ("out", 100, 100),
        ("risk", 100 * 1800, 100 * 1800),
    ]
    assert made.status is Status.PROVED


def test_ctrl_c_keeps_the_best_plan_so_far() -> None:
    """An interrupt after the first plan ends the search with that plan, verified, and the solver beside it."""
    seen = threading.Event()

    def interrupt(progress: Progress) -> None:
        if progress.value and not seen.is_set():
            seen.set()
            signal.raise_signal(signal.SIGINT)

    made = plan(corridor(), seconds=60, progress=interrupt)
    assert seen.is_set()
    assert made.movements
    assert not [thread for thread in threading.enumerate() if thread.name == "bound"]
    assert korridor.verify(made) == ()


def test_nothing_to_drive_with_is_none_found() -> None:
    """Where no vehicle can carry anybody the status is none-found, and no movement is invented."""
    stuck = corridor()
    bus = stuck.fleet["bus"].model_copy(update={"serves": ("R",)})
    made = plan(stuck.model_copy(update={"fleet": {"bus": bus}}), work=WORK)
    assert made.status is Status.NONE_FOUND
    assert made.movements == ()


@pytest.mark.parametrize("objective", list(Objective))
def test_a_type_without_vehicles_is_none_found(objective: Objective) -> None:
    """Where no depot has a vehicle the status is none-found too."""
    empty = corridor()
    fleet = {name: kind.model_copy(update={"depots": {"R": 0}}) for name, kind in empty.fleet.items()}
    made = plan(empty.model_copy(update={"fleet": fleet}), objective=objective, work=WORK)
    assert made.status is Status.NONE_FOUND


@settings(max_examples=6)
@given(operation=shuttles())
def test_plain_shuttles_are_bounded_by_their_tours(operation: Operation) -> None:
    """The plan passes the checker with a certificate of tours; the soonest plan of all lies between bound and value."""
    made = plan(operation, objective=Objective.CLEARANCE, work=WORK)
    assert isinstance(made.certificate, TourCertificate | TreeCertificate)
    first = made.levels[0]
    assert first.name == "clearance"
    assert first.value is not None and first.bound is not None
    assert first.bound <= best_clearance_s(operation, straight=False) <= first.value
    assert korridor.verify(made) == ()
    assert plan(operation, objective=Objective.CLEARANCE, work=WORK) == made


def test_a_plain_shuttle_is_done_when_its_clearance_is_the_bound() -> None:
    """Three loads, four vehicles: what is found is proved at once, long before the time is over."""
    made = plan(PLAIN, objective=Objective.CLEARANCE, seconds=600)
    assert made.levels[0].value == made.levels[0].bound


def test_where_trips_take_no_time_the_slot_program_has_its_say() -> None:
    """Prices prove nothing there, so the certificate is of the other kind, or there is none."""
    at_once = PLAIN.model_copy(
        update={
            "roads": tuple(
                each.model_copy(update={"time_s": 0, "length_m": None, "speed_m_per_h": None})
                for each in PLAIN.roads
            )
        }
    )
    made = plan(at_once, objective=Objective.CLEARANCE, work=WORK)
    assert not isinstance(made.certificate, TourCertificate)
    assert korridor.verify(made) == ()


@pytest.mark.long
@given(operation=operations())
def test_more_search_is_never_worse(operation: Operation) -> None:
    """A search that goes on keeps what it had."""
    less, more = (plan(operation, seed=1, work=work) for work in (WORK, 4000))
    assert out_of(more) >= out_of(less)
