"""P3: bounds are no better than what can be proved."""

from typing import Any

import pytest

from korridor.planning.certificate import Certificate, TourCertificate
from korridor.planning.plan import Level, Objective, Plan, Status
from korridor.planning.verify.p3_certificate import p3_bounds_are_proved
from tests.planning.shuttle.test_plain import PLAIN
from tests.planning.verify.corridor import PLAN, known, said

# Until 1200 s only a bus can be through, to the camp, once: x at 600 s, then 200 s of road, at least 12 s of
# screening and 150 s of road leave 138 s before the margin; an ambulance needs 150 s more. A bus has to be at
# the square by 543 s, and none comes back there before 1060 s: in slots of 600 s, what counts is in slot 1.
# Two come from the depot, and a bus is worth the six persons in it: 12.
BY_HAND = Certificate(
    horizon_s=1200,
    slot_s=600,
    scale=1,
    phases={},
    multipliers={
        "stock/bus/depot": (0, 6),
        "stock/bus/square": (0, 6),
        "load/bus/0/square/camp": (1,),
    },
    unweighted=False,
    bound_weight=12,
)
SHORT = PLAN.model_copy(update={"operation": PLAN.operation.until(1200), "certificate": BY_HAND})


def claiming(objective: Objective, plan: Plan = SHORT, **bounds: int | None) -> Plan:
    """Return the plan with these bounds by level."""
    levels = tuple(Level(name=name, value=None, bound=bound, gap=None) for name, bound in bounds.items())
    return plan.model_copy(update={"objective": objective, "levels": levels})


def with_certificate(plan: Plan, **fields: Any) -> Plan:
    """Return the plan with another certificate."""
    assert plan.certificate is not None
    return plan.model_copy(update={"certificate": plan.certificate.model_copy(update=fields)})


OUT = claiming(Objective.MOST_OUT, out=12)


def test_a_certificate_worked_out_by_hand_holds():
    """The multipliers prove 12, no less: one fewer is found, one more is merely weak."""
    assert said(p3_bounds_are_proved(OUT)) == []
    assert said(p3_bounds_are_proved(claiming(Objective.MOST_OUT, out=11))) == [
        "P3: out: bound 11 is better than the 12 that can be proved"
    ]
    assert said(p3_bounds_are_proved(claiming(Objective.MOST_OUT, out=13))) == []
    assert said(p3_bounds_are_proved(with_certificate(OUT, bound_weight=11))) == [
        "P3: certificate: says that at most 11 get out; its multipliers prove 12"
    ]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("stock/bus/depot", (0, 5)),
        ("stock/bus/depot", (6, 0)),
        ("stock/bus/square", (0, 0, 6)),
        ("load/bus/0/square/camp", (0,)),
    ],
)
def test_a_changed_multiplier_is_found(name: str, values: tuple[int, ...]):
    """Where it counts, another multiplier proves less than the certificate says."""
    changed = with_certificate(OUT, multipliers={**BY_HAND.multipliers, name: values})
    assert [each.where for each in p3_bounds_are_proved(changed)] == ["certificate", "out"]


@pytest.mark.parametrize(
    "change",
    [
        {"fleet__bus__depots": {"depot": 3}},
        {"fleet__bus__layouts": [{"seats": 9}]},
        {"truce__announced": [{"opens": 300, "closes": 4000}]},
        {"truce__margin": 0},
        {"until": 1500},
    ],
)
def test_a_certificate_is_for_its_operation(change: dict[str, Any]):
    """With one more bus, larger buses, an earlier opening, no margin or a later end, it proves less."""
    said_of = said(p3_bounds_are_proved(known(OUT, **change)))
    assert said_of and all(each.startswith("P3: ") for each in said_of)


@pytest.mark.parametrize(
    ("fields", "what"),
    [
        ({"multipliers": {"stock/bus/moon": (1,)}}, "the program has no row stock/bus/moon"),
        ({"multipliers": {"load/bus/0/square/town": (1,)}}, "the program has no row load/bus/0/square/town"),
        ({"multipliers": {"people/families": (1, -1)}}, "people/families has a negative multiplier, -1"),
        ({"multipliers": {"people/families": (1, 1)}}, "people/families is one row; it has 2 multipliers"),
        ({"scale": 0}, "scale is 0; at least 1"),
        ({"slot_s": 0}, "slot_s is 0; at least 1"),
        (
            {"slot_s": 1, "horizon_s": 10**9},
            "1000000000 s in slots of 1 s are more than 100000; that cannot be checked in time",
        ),
        ({"horizon_s": -1}, "horizon_s is -1; at least 0"),
        ({"phases": {"road/2/f": 600}}, "the phase of road/2/f is 600; from 0 to 599"),
        ({"phases": {"road/2/f": 700}, "lap_s": 700}, "the phase of road/2/f is 700; from 0 to 699"),
        ({"lap_s": 599}, "lap_s is 599; at least slot_s, 600"),
    ],
)
def test_an_unfounded_certificate_is_refused(fields: dict[str, Any], what: str):
    """Rows that the program has not, and numbers out of range, are named."""
    assert said(p3_bounds_are_proved(with_certificate(OUT, **fields))) == [f"P3: certificate: {what}"]


def test_what_nobody_doubts_needs_no_certificate():
    """Everybody is the most that can get out; without a certificate that is all that stands."""
    bare = OUT.model_copy(update={"certificate": None})
    assert said(p3_bounds_are_proved(claiming(Objective.MOST_OUT, bare, out=23))) == []
    assert said(p3_bounds_are_proved(claiming(Objective.MOST_OUT, bare, out=None))) == []
    assert said(p3_bounds_are_proved(claiming(Objective.MOST_OUT, bare, out=22))) == [
        "P3: out: bound 22 is better than the 23 that can be proved"
    ]
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, bare, clearance=0))) == []
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, bare, left=0, clearance=1))) == [
        "P3: clearance: bound 1 is better than the 0 that can be proved"
    ]


def test_another_horizon_or_other_weights_prove_nothing():
    """How many get out is proved for the plan's own horizon, and for weights if weights are counted."""
    for fields in ({"horizon_s": 1199}, {"unweighted": True}):
        assert said(p3_bounds_are_proved(with_certificate(OUT, **fields))) == [
            "P3: out: bound 12 is better than the 23 that can be proved"
        ]


def test_clearance_follows_from_who_is_left():
    """Not all 19 are out by 1200 s, so clearance is 1201 s or later, and 7 are left."""
    plan = with_certificate(SHORT, unweighted=True)
    for bounds in ({"left": 7, "clearance": 1201}, {"left": 6, "clearance": 1200}):
        assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, plan, **bounds))) == []
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, plan, left=8, clearance=1202))) == [
        "P3: left: bound 8 is better than the 7 that can be proved",
        "P3: clearance: bound 1202 is better than the 1201 that can be proved",
    ]
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, SHORT, clearance=1))) == [
        "P3: clearance: bound 1 is better than the 0 that can be proved"
    ]


def test_who_is_left_at_another_moment_is_not_known():
    """A certificate for a moment before the horizon proves a clearance, but nobody left at the horizon."""
    plan = with_certificate(PLAN.model_copy(update={"certificate": BY_HAND}), unweighted=True, horizon_s=1100)
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, plan, left=1, clearance=1101))) == [
        "P3: left: bound 1 is better than the 0 that can be proved"
    ]


def test_later_levels_of_most_out():
    """For 23 the risk is 15 × 750 + 4 × 900, and one bus ends a second lap at 964 + 1019 s."""
    assert (
        said(p3_bounds_are_proved(claiming(Objective.MOST_OUT, PLAN, out=23, risk=14_850, clearance=1983)))
        == []
    )
    assert said(
        p3_bounds_are_proved(claiming(Objective.MOST_OUT, PLAN, out=23, risk=14_851, clearance=1984))
    ) == [
        "P3: risk: bound 14851 is better than the 14850 that can be proved",
        "P3: clearance: bound 1984 is better than the 1983 that can be proved",
    ]
    assert said(p3_bounds_are_proved(claiming(Objective.MOST_OUT, PLAN, risk=1, clearance=0))) == [
        "P3: risk: bound 1 is better than the 0 that can be proved"
    ]


def test_waiting():
    """12 are out at 964 s with two buses, the 4 of weight 2 first, 3 at 1114 s; the last 4 a bus's lap of 1019 s later."""
    least = 4 * 2 * 964 + 8 * 964 + 3 * 1114 + 4 * (964 + 1019)
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, PLAN, waiting=least))) == []
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, PLAN, waiting=least + 1))) == [
        f"P3: waiting: bound {least + 1} is better than the {least} that can be proved"
    ]


# As BY_HAND, but whoever is out saves the seconds left until 1200 s. A bus is there at 964 s at the soonest, in the tenth
# period of 100 s: its six persons save 300 s each at most, and later ones less. Of weight 4 × 2 + 15, all else waits 1200 s.
SAVED = BY_HAND.model_copy(
    update={
        "period_s": 100,
        "multipliers": {
            "stock/bus/depot": (0, 1800),
            "stock/bus/square": (0, 1800),
            "load/bus/0/square/camp": (0,) * 9 + (300, 200, 100),
        },
        "bound_weight": 3600,
    }
)
WAITING = claiming(Objective.PRIORITY, with_certificate(SHORT, **SAVED.model_dump()), waiting=24_000)


def test_priority_rests_on_seconds_saved():
    """The certificate proves 23 × 1200 − 2 × 6 × 300 person-seconds of waiting, and no more."""
    assert 23 * 1200 - 2 * 6 * 300 == 24_000
    assert said(p3_bounds_are_proved(WAITING)) == []
    assert said(p3_bounds_are_proved(claiming(Objective.PRIORITY, WAITING, waiting=24_001))) == [
        "P3: waiting: bound 24001 is better than the 24000 that can be proved"
    ]
    coarse = with_certificate(WAITING, period_s=0)
    assert said(p3_bounds_are_proved(coarse)) == ["P3: certificate: period_s is 0; at least 1"]


def test_a_certificate_serves_its_own_question():
    """Seconds saved say nothing of how many get out, how many get out nothing of waiting, nor what lies beyond the horizon."""
    for level, objective in (("out", Objective.MOST_OUT), ("left", Objective.CLEARANCE)):
        stated = claiming(objective, WAITING, **{level: 5})
        assert any(level in line for line in said(p3_bounds_are_proved(stated)))
    assert said(p3_bounds_are_proved(claiming(Objective.PRIORITY, SHORT, waiting=1))) == [
        "P3: waiting: bound 1 is better than the 0 that can be proved"
    ]
    sooner = WAITING.model_copy(update={"operation": PLAN.operation.until(1100)})
    assert any("waiting" in line for line in said(p3_bounds_are_proved(sooner)))


# The full load of pupils is worth 1: a bus cannot have it out by 2899 s.
TOURS = Plan(
    operation=PLAIN,
    objective=Objective.CLEARANCE,
    status=Status.FEASIBLE,
    certificate=TourCertificate(too_soon_s=2899, load_prices=(1, 0, 0), room_prices=(0, 0)),
)


def test_a_tour_certificate_proves_the_second_after():
    """A bound on clearance may be weaker than a second after what is too soon, not better."""
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, TOURS, clearance=2900))) == []
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, TOURS, clearance=2899))) == []
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, TOURS, clearance=2901))) == [
        "P3: clearance: bound 2901 is better than the 2900 that can be proved"
    ]


def test_a_tour_certificate_is_checked():
    """One that does not hold is refused, even where no bound is stated."""
    later = with_certificate(TOURS, too_soon_s=2900)
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, later, clearance=None))) == [
        "P3: certificate: 2900 s is not proved too soon: all loads are worth 1, vehicles and room come to 2"
    ]
    elsewhere = SHORT.model_copy(update={"certificate": TOURS.certificate})
    assert said(p3_bounds_are_proved(elsewhere)) == [
        "P3: certificate: it is for plain shuttles; of this operation, it has a truce, a horizon or gates"
    ]


def test_a_tour_certificate_says_nothing_of_people():
    """Of those out, left behind or waiting it proves no more than what stands without it."""
    assert said(p3_bounds_are_proved(claiming(Objective.MOST_OUT, TOURS, out=114))) == [
        "P3: out: bound 114 is better than the 115 that can be proved"
    ]
    assert said(p3_bounds_are_proved(claiming(Objective.CLEARANCE, TOURS, left=1))) == [
        "P3: left: bound 1 is better than the 0 that can be proved"
    ]
