"""Two plans or settings under the same draws, and two that have nothing to do with each other."""

import pytest

import korridor
from korridor.rehearsal.statistics.compared_words import compared_words
from korridor.rehearsal.statistics.verdict import Verdict
from tests.operation.tiny import operation as tiny
from tests.pictures.convoys import plan, town

FEW = 128


def test_what_differs_is_said_first():
    """Two plans of one operation differ in the plan alone; under two settings, in how they are carried out."""
    found = korridor.compare(plan(2), plan(3), runs=FEW)
    assert found.differs == ("the plan alone",) and found.runs == FEW
    later = korridor.compare(
        plan(3),
        setting=korridor.Setting(breaks=(korridor.Break.of(9 * 3600, None),)),
        second_setting=korridor.Setting(reorders=True),
        runs=FEW,
    )
    assert later.differs[0].startswith(
        "how it is carried out: columns leave in the plan's order, with 1 break"
    )


def test_settings_of_the_operation_may_differ():
    """Another number of lanes is named, and the two are compared all the same."""
    more = town()
    ramouseh = more.places["Ramouseh"]
    lanes = ramouseh.lanes.model_copy(update={"outward": 9})
    places = {**more.places, "Ramouseh": ramouseh.model_copy(update={"lanes": lanes})}
    other = plan(3).model_copy(update={"operation": more.model_copy(update={"places": places})})
    found = korridor.compare(plan(3), other, runs=FEW, names=("4 lanes", "9 lanes"))
    assert found.differs == ("places.Ramouseh.lanes.outward: 4, 9",)
    assert compared_words(found)[0] == "They differ in places.Ramouseh.lanes.outward: 4, 9."


def test_a_plan_turned_round_is_the_opposite():
    """A against B and B against A say the same with the sign changed."""
    there, back = korridor.compare(plan(2), plan(4), runs=FEW), korridor.compare(plan(4), plan(2), runs=FEW)
    assert there["out"].difference == -back["out"].difference
    if there["out"].verdict is Verdict.BETTER:
        assert back["out"].verdict is Verdict.WORSE


def test_what_cannot_be_compared_is_refused():
    """Other people, other numbers of people, another beginning, nothing that differs, no movements: each is said."""
    with pytest.raises(ValueError, match="have no group of people in common: nothing that happens to one"):
        korridor.compare(plan(2), plan(2).model_copy(update={"operation": tiny()}))
    people = town().people
    fewer = people["Amiriya"].count.model_copy(update={"low": 10, "high": 10, "central": 10})
    changed = {**people, "Amiriya": people["Amiriya"].model_copy(update={"count": fewer})}
    other = plan(2).model_copy(update={"operation": town().model_copy(update={"people": changed})})
    with pytest.raises(
        ValueError, match="about other people: 18,700 and 12,710 in all, 6,000 and 10 in 'Amiriya'"
    ):
        korridor.compare(plan(2), other)
    with pytest.raises(ValueError, match="begin at other moments"):
        rest = korridor.going_on(plan(4), 9 * 3600)
        korridor.compare(plan(4).model_copy(update={"operation": rest.operation}), rest)
    with pytest.raises(ValueError, match="the same plan under the same setting"):
        korridor.compare(plan(2))
    with pytest.raises(ValueError, match="has no movements"):
        korridor.compare(plan(2), plan(2).model_copy(update={"movements": ()}))
