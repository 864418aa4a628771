"""R6: a plan and a rehearsal are written as the events of a real day, and the books account for them."""

import re
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import korridor
from korridor.events.codes import CODE_WORDS
from korridor.events.codes_of import codes_of
from korridor.events.movement_events import events_of
from korridor.events.written_event import event_bytes, read_event
from korridor.ledger.books import Books
from korridor.operation.truce import WhenBroken
from korridor.planning.plan import Objective, Plan, Status
from korridor.rehearsal.given import Break
from tests.pictures.convoys import plan as convoys
from tests.plain.clockwork import run
from tests.rehearsal.test_carry_out import under_way
from tests.strategies import operations, orders


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    operation = draw(operations())
    movements = run(operation, draw(orders(operation)))
    return Plan(
        operation=operation, movements=movements, objective=Objective.MOST_OUT, status=Status.FEASIBLE
    )


@given(plan=plans())
def test_the_books_of_a_plan_agree(plan):
    """A plan that is carried out as it stands leaves nobody unexplained, and everybody where it brings them."""
    events = events_of(plan.operation, plan.movements)
    account = Books(events).account()
    assert account.counts_agree, account.worklist
    loaded = [movement for movement in plan.movements if movement.loaded]
    assert [
        (leg.departed.low, leg.arrived.low) for leg in sorted(account.legs, key=lambda leg: int(leg.leg[1:]))
    ] == [(movement.persons, movement.persons) for movement in loaded]


@given(plan=plans())
def test_events_of_a_plan_can_be_written_and_read(plan):
    """The events of a plan keep to the schema: read back from bytes they are the same."""
    for event in events_of(plan.operation, plan.movements):
        assert read_event(event_bytes(event)) == event


@settings(max_examples=10)
@given(plan=plans(), number=st.integers(0, 9))
def test_the_books_of_a_rehearsal_miss_only_the_stranded(plan, number):
    """In the books of one run nobody is unexplained but those who are stranded; who arrived is who was out, or on the way."""
    events = korridor.events_of(plan, run=number, seed=1)
    account = Books(events).account()
    gone = {event.what.on for event in events if event.kind == "departed"}
    heard = {event.what.on for event in events if event.kind == "arrived"}
    heard |= {event.what.of.removeprefix("aboard:") for event in events if event.kind == "returned"}
    for leg in account.legs:
        on_the_way = (leg.unexplained.low or 0) + (leg.aboard.low or 0)
        lost = [e.what.count.low for e in events if e.kind == "departed" and e.what.on in gone - heard]
        trips = [e.what.on for e in events if e.kind == "departed" and e.what.on in gone - heard]
        assert on_the_way == sum(n for n, on in zip(lost, trips, strict=True) if on.startswith(f"{leg.leg}/"))
        assert leg.surplus.nobody


@given(names=st.lists(st.text(min_size=1, max_size=30), unique=True, max_size=30))
def test_every_name_has_a_code_of_its_own(names):
    """Any names get codes that are codes, each its own."""
    codes = codes_of(names)
    assert len(set(codes.values())) == len(names)
    assert all(re.fullmatch(r"[A-Z0-9][A-Z0-9.-]{0,15}", code) for code in codes.values()), CODE_WORDS


def test_events_happen_at_a_time():
    """A plan without a start is refused in words."""
    from tests.papers.small_plan import made

    with pytest.raises(ValueError, match="the operation has no start; give one, events happen at a time"):
        korridor.events_of(made())


def test_of_who_shelters_for_good_nothing_more_is_heard():
    """A column under a truce that is never mended has left, is due at no hour that anybody gave, and arrives nowhere."""
    task, given = under_way(WhenBroken.SHELTER)
    broken = convoys(6).model_copy(update={"operation": task.operation})
    events = korridor.events_of(broken, run=0, breaks=(Break(given.begins_s),))
    gone = {event.what.on: event.what.due for event in events if event.kind == "departed"}
    heard = {event.what.on for event in events if event.kind == "arrived"}
    lost = gone.keys() - heard
    assert lost and {gone[on] for on in lost} == {None}
    legs = Books(events).account(as_of=max(event.occurred_at for event in events) + timedelta(days=1)).legs
    assert sum(leg.unexplained.low or 0 for leg in legs) == sum(
        event.what.count.low for event in events if event.kind == "departed" and event.what.on in lost
    )
