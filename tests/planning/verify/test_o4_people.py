"""O4: whole parties, and nobody who is not there."""

from korridor.events.movement import Load
from korridor.planning.verify.o4_people import o4_nobody_boards_who_is_not_there, o4_parties_stay_together
from tests.planning.verify.corridor import PLAN, change, known, said


def test_parties_stay_together():
    """Four of families of three, a patient without companion, and nobody at all are not whole parties."""
    for persons, group, party in ((4, "families", 3), (1, "wounded", 2), (0, "families", 3)):
        plan = change(PLAN, 1, trip=0, loads=(Load(group=group, persons=persons),))
        assert said(o4_parties_stay_together(plan)) == [
            f"O4: movement 1, bus 0: {persons} persons of {group} are not whole parties of {party}"
        ]
    assert said(o4_parties_stay_together(PLAN)) == []


def test_nobody_boards_who_is_not_there():
    """With twelve in families the last bus takes three who are not at the square."""
    assert said(o4_nobody_boards_who_is_not_there(known(people__families__count=12))) == [
        "O4: movement 3, bus 1: 3 of families board, but 0 are at square"
    ]
    assert said(o4_nobody_boards_who_is_not_there(PLAN)) == []


def test_nobody_is_carried_on_twice():
    """Who was taken on from a transfer is not there any more."""
    again = PLAN.movements[1].model_copy(update={"rank": 2})
    plan = PLAN.model_copy(update={"movements": (*PLAN.movements[:2], again, *PLAN.movements[2:])})
    assert said(o4_nobody_boards_who_is_not_there(plan)) == [
        "O4: movement 2, bus 0: 6 of families board, but 0 are at camp"
    ]


def test_only_lower_ranks_bring_people():
    """Who comes by a movement of higher rank is not present, whatever the clock says."""
    first, second, *others = PLAN.movements
    swapped = (second.model_copy(update={"rank": 0}), first.model_copy(update={"rank": 1}), *others)
    assert said(o4_nobody_boards_who_is_not_there(PLAN.model_copy(update={"movements": swapped}))) == [
        "O4: movement 0, bus 0: 6 of families board, but 0 are at camp"
    ]


def test_people_go_on_from_transfers_only():
    """At a reception people have arrived; nobody boards there who did not stand there."""
    assert said(o4_nobody_boards_who_is_not_there(known(places__camp__kind="reception"))) == [
        "O4: movement 1, bus 0: 6 of families board, but 0 are at camp"
    ]
