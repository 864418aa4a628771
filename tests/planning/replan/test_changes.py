"""P5: what changed between two plans, and the reason for each promise that is not kept."""

import pytest

from korridor.events.movement import Load, Movement, Trip
from korridor.planning.plan import Plan
from korridor.planning.planner import plan
from korridor.planning.replan.broken import Reason
from korridor.planning.replan.changes import Changes, changes_of
from korridor.planning.replan.columns import Fate, columns_of
from korridor.planning.replan.exposed import exposed
from korridor.planning.replan.promises import matched, promises_of
from korridor.planning.replan.state_at import state_at
from tests.planning.replan.small import NOW_S, closing, made, operation, with_buses, with_people


def column(departs_s: int, origin: str = "A", to: str = "R", group: str = "g", rank: int = 0) -> Movement:
    """A loaded column of one vehicle."""
    trip = Trip(
        vehicle_type="bus",
        vehicle=0,
        layout=0,
        comes_from=origin,
        leaves_s=0,
        comes_s=0,
        loads=(Load(group=group, persons=10),),
        released_s=departs_s,
        destination=to,
        arrives_s=departs_s,
        free_s=departs_s,
    )
    return Movement(rank=rank, origin=origin, release=to, ready_s=0, departs_s=departs_s, trips=(trip,))


def test_a_promise_is_kept_within_a_quarter_of_an_hour():
    """P5: fifteen minutes earlier or later keep a promise, a second more does not; another place never does."""
    (promise,) = promises_of([column(5000)])
    for departs_s, to, keeps in (
        (4100, "R", 1),
        (4099, "R", 0),
        (5900, "R", 1),
        (5901, "R", 0),
        (5000, "Q", 0),
    ):
        assert len(matched([promise], promises_of([column(departs_s, to=to)]))) == keeps


def test_one_departure_keeps_one_promise():
    """Two promises of the same are not both kept by one column; two columns keep both, however they are paired."""
    two = promises_of([column(5000), column(5600, rank=1)])
    assert len(matched(two, promises_of([column(5300)]))) == 1
    assert len(matched(two, promises_of([column(4400), column(5900, rank=1)]))) == 2


def test_each_column_has_its_fate():
    """Columns are paired with those that go the same way, nearest in time, and then with those that go elsewhere."""
    then = [column(1000), column(9000, "B", rank=1), column(20_000, "C", rank=2), column(30_000, "D", rank=3)]
    now = [
        column(1200),
        column(5000, "B", rank=1),
        column(20_100, "C", "Q", rank=2),
        column(7000, "E", rank=3),
    ]
    fates = {each.one.origin: each.fate for each in columns_of(then, now)}
    assert fates == {
        "A": Fate.AS_PLANNED,
        "B": Fate.EARLIER,
        "C": Fate.ELSEWHERE,
        "D": Fate.NOT_ANY_MORE,
        "E": Fate.NEW,
    }


def changes(now: object = None, **state_update: object) -> Changes:
    found = state_at(made(), NOW_S).model_copy(update=state_update)
    whole = now or operation()
    new = plan(whole, start=found, earlier=made(), work=800, bounded=False)  # type: ignore[arg-type]
    return changes_of(whole, found, new, made())  # type: ignore[arg-type]


def test_nothing_changed_is_said_to_be_so():
    """With nothing changed no fact has, and nobody is exposed."""
    same = changes()
    assert same.facts == () and same.counted == () and same.exposed == ()


def test_a_truce_cut_short_breaks_what_it_forbids():
    """What the truce forbids is broken for that reason, and the end of the window is the fact that changed."""
    cut = changes(closing(210))
    assert [(fact.path, fact.now) for fact in cut.facts] == [("truce.announced[0].closes", 210 * 60)]
    assert cut.broken and {each.reason for each in cut.broken} <= {Reason.WINDOW, Reason.CHOICE}
    assert any(each.reason is Reason.WINDOW for each in cut.broken)
    assert cut.out[-1].now < cut.out[-1].then


def test_vehicles_that_are_gone_are_the_reason():
    """With buses gone, what cannot go is told to lack them."""
    fewer = changes(with_buses(2))
    assert [(fact.path, fact.then, fact.now) for fact in fewer.facts] == [("fleet.bus.depots.camp", 6, 2)]
    assert Reason.FEWER_VEHICLES in {each.reason for each in fewer.broken}


def test_more_people_are_a_fact_or_a_count():
    """People whom the file counts are a changed fact; people counted on the spot are said apart."""
    assert [fact.path for fact in changes(with_people("south well", 800)).facts] == [
        "people.south well.count"
    ]
    state = state_at(made(), NOW_S)
    people = tuple(
        row.model_copy(update={"persons": row.persons + 40}) if row.group == "south well" else row
        for row in state.people
    )
    counted = changes(people=people).counted
    assert [(each.what, each.now - each.then) for each in counted] == [("south well", 40)]


def test_who_is_on_a_truce_road_when_it_closes_is_exposed():
    """C8: columns on truce roads are exposed from the window's new end until they have left the roads, and no longer."""
    state = state_at(made(), NOW_S)
    assert list(exposed(operation(), state)) == []
    over = list(exposed(closing(NOW_S // 60), state))
    assert over and {each.from_s for each in over} == {NOW_S}
    for each in over:
        assert each.until_s == max(row.tail_out_s for row in each.column.passages)
        assert each.person_min == -(-each.persons * (each.until_s - NOW_S) // 60)


@pytest.mark.parametrize("minutes", [120, 210, 390])
def test_promises_are_kept_or_broken(minutes: int):
    """Every promise is one or the other, and people out over time never fall."""
    found = changes(closing(minutes))
    assert len(found.kept) + len(found.broken) == len(promises_of(_rest(made())))
    for earlier, later in zip(found.out, found.out[1:], strict=False):
        assert earlier.then <= later.then and earlier.now <= later.now


def _rest(of: Plan) -> tuple[Movement, ...]:
    return tuple(each for each in of.movements if each.departs_s >= NOW_S)
