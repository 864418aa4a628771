"""A small operation, and a plan for it with every time worked out by hand; tests change one thing at a time.

Two patients with a companion each and five families of three leave a square. A column goes through a gate,
where it halts, and a checkpoint to a camp; a bus takes six of them on from there, the others go straight on.
"""

from collections.abc import Iterable
from typing import Any

from korridor.events.movement import Load, Movement, Passage, Screening, Trip
from korridor.operation.operation import Operation
from korridor.planning.plan import Level, Objective, Plan, Status
from korridor.planning.verify import Broken

OPERATION: dict[str, Any] = {
    "name": "corridor",
    "start": "2016-12-15T06:00+02:00",
    "places": {
        "depot": {"kind": "depot", "side": "inside"},
        "square": {"kind": "assembly", "bays": 1},
        "gate": {"kind": "junction"},
        "post": {"kind": "checkpoint", "lanes": 1, "per_vehicle": 10, "per_person": 2},
        "camp": {"kind": "transfer", "bays": 1, "capacity": 6},
        "town": {"kind": "reception", "bays": 1},
        "hospital": {"kind": "hospital", "capacity": 4},
    },
    "roads": [
        {"between": ["depot", "square"], "time": 60},
        {"between": ["square", "gate"], "length": 1000, "speed": "36 km/h"},
        {
            "between": ["gate", "post"],
            "length": 2000,
            "speed": "36 km/h",
            "truce": True,
            "headway": 120,
            "risk": 3,
        },
        {
            "between": ["post", "camp"],
            "length": 3000,
            "speed": "72 km/h",
            "truce": True,
            "alternate": True,
            "risk": 1,
        },
        {"between": ["camp", "town"], "time": 500, "risk": 2},
        {"between": ["camp", "hospital"], "time": 400},
    ],
    "people": {
        "families": {"at": "square", "class": "well", "count": 15, "party": 3},
        "wounded": {
            "at": "square",
            "class": "lying",
            "count": 4,
            "companions": 1,
            "to": ["camp", "hospital"],
            "weight": 2,
        },
    },
    "fleet": {
        "bus": {
            "depot": "depot",
            "number": 2,
            "layouts": [{"seats": 6}],
            "boarding": 5,
            "alighting": 2,
            "turn_round": 20,
        },
        "ambulance": {
            "depot": "depot",
            "number": 1,
            "layouts": [{"stretchers": 1, "seats": 1}, {"seats": 3}],
            "speed": "36 km/h",
            "boarding": {"stretcher": 60, "seat": 5},
            "alighting": {"stretcher": 30, "seat": 2},
            "turn_round": 20,
        },
    },
    "convoy": {
        "least": 2,
        "most": 3,
        "spacing": 100,
        "escorts": 1,
        "must_have": {"ambulance": 1},
        "marshalling": 30,
        "halts": [{"at": "gate", "lasts": 40}],
    },
    "truce": {"announced": [{"opens": 600, "closes": 4000}, {"opens": 6000, "closes": 7000}], "margin": 100},
}


def post(arrives_s: int, begins_s: int, ends_s: int) -> tuple[Screening, ...]:
    """Return a vehicle's screenings: the one at the post."""
    return (Screening(checkpoint="post", arrives_s=arrives_s, begins_s=begins_s, ends_s=ends_s, lane=0),)


def road(road: int, forth: bool, head_in_s: int, tail_in_s: int, head_out_s: int, tail_out_s: int) -> Passage:
    """Return a passage, its moments in the order of C5."""
    return Passage(
        road=road,
        forth=forth,
        head_in_s=head_in_s,
        tail_in_s=tail_in_s,
        head_out_s=head_out_s,
        tail_out_s=tail_out_s,
    )


# Out: 2 patients to the hospital, 6 of families to the camp, 6 to the town. The window opens at 600 s: the
# head leaves 100 s of road and 40 s of halt before. Three vehicles are 200 m, at 36 km/h 20 s. The post takes
# 10 s a vehicle and 2 s a person.
OUT = Movement(
    rank=0,
    origin="square",
    release="camp",
    ready_s=275,
    departs_s=460,
    passages=(
        road(1, True, 460, 480, 560, 620),
        road(2, True, 600, 620, 800, 836),
        road(3, True, 858, 878, 1158, 1178),
    ),
    trips=(
        Trip(
            vehicle_type="ambulance",
            vehicle=0,
            layout=0,
            comes_from="depot",
            leaves_s=0,
            comes_s=60,
            loads=(Load(group="wounded", persons=2),),
            bay=0,
            bay_begins_s=245,
            boards_s=265,
            boarded_s=330,
            screenings=post(800, 800, 814),
            released_s=1158,
            destination="hospital",
            arrives_s=1558,
            unloads_s=1558,
            free_s=1590,
        ),
        Trip(
            vehicle_type="bus",
            vehicle=0,
            layout=0,
            comes_from="depot",
            leaves_s=0,
            comes_s=60,
            loads=(Load(group="families", persons=6),),
            bay=0,
            bay_begins_s=330,
            boards_s=350,
            boarded_s=380,
            screenings=post(810, 814, 836),
            released_s=1168,
            destination="camp",
            arrives_s=1168,
            unload_bay=0,
            unloads_s=1168,
            free_s=1180,
        ),
        Trip(
            vehicle_type="bus",
            vehicle=1,
            layout=0,
            comes_from="depot",
            leaves_s=0,
            comes_s=60,
            loads=(Load(group="families", persons=6),),
            bay=0,
            bay_begins_s=380,
            boards_s=400,
            boarded_s=430,
            screenings=post(820, 836, 858),
            released_s=1178,
            destination="town",
            arrives_s=1678,
            unload_bay=0,
            unloads_s=1678,
            free_s=1690,
        ),
    ),
    escort=0,
    escort_free_s=1628,
)

# On: the bus that unloaded at the camp takes the same six on to the town, alone.
ON = Movement(
    rank=1,
    origin="camp",
    release="camp",
    ready_s=1230,
    departs_s=1230,
    trips=(
        Trip(
            vehicle_type="bus",
            vehicle=0,
            layout=0,
            comes_from="camp",
            leaves_s=1180,
            comes_s=1180,
            loads=(Load(group="families", persons=6),),
            bay=0,
            bay_begins_s=1180,
            boards_s=1200,
            boarded_s=1230,
            released_s=1230,
            destination="town",
            arrives_s=1730,
            unload_bay=0,
            unloads_s=1730,
            free_s=1742,
        ),
    ),
)

# Back: ambulance and bus, empty, meet at the camp and drive in column to the gate; from there alone.
BACK = Movement(
    rank=2,
    origin="camp",
    release="gate",
    ready_s=2220,
    departs_s=2220,
    passages=(road(3, False, 2220, 2230, 2520, 2530), road(2, False, 2540, 2550, 2740, 2750)),
    trips=(
        Trip(
            vehicle_type="ambulance",
            vehicle=0,
            layout=0,
            comes_from="hospital",
            leaves_s=1590,
            comes_s=1990,
            screenings=post(2520, 2520, 2530),
            released_s=2740,
            destination="square",
            arrives_s=2840,
            free_s=2840,
        ),
        Trip(
            vehicle_type="bus",
            vehicle=1,
            layout=0,
            comes_from="town",
            leaves_s=1690,
            comes_s=2190,
            screenings=post(2530, 2530, 2540),
            released_s=2750,
            destination="square",
            arrives_s=2850,
            free_s=2850,
        ),
    ),
)

# Last: the other patient and the last family.
LAST = Movement(
    rank=3,
    origin="square",
    release="camp",
    ready_s=2990,
    departs_s=2990,
    passages=(
        road(1, True, 2990, 3000, 3090, 3140),
        road(2, True, 3130, 3140, 3330, 3344),
        road(3, True, 3360, 3370, 3660, 3670),
    ),
    trips=(
        Trip(
            vehicle_type="ambulance",
            vehicle=0,
            layout=0,
            comes_from="square",
            leaves_s=2840,
            comes_s=2840,
            loads=(Load(group="wounded", persons=2),),
            bay=0,
            bay_begins_s=2840,
            boards_s=2860,
            boarded_s=2925,
            screenings=post(3330, 3330, 3344),
            released_s=3660,
            destination="hospital",
            arrives_s=4060,
            unloads_s=4060,
            free_s=4092,
        ),
        Trip(
            vehicle_type="bus",
            vehicle=1,
            layout=0,
            comes_from="square",
            leaves_s=2850,
            comes_s=2850,
            loads=(Load(group="families", persons=3),),
            bay=0,
            bay_begins_s=2925,
            boards_s=2945,
            boarded_s=2960,
            screenings=post(3340, 3344, 3360),
            released_s=3670,
            destination="town",
            arrives_s=4170,
            unload_bay=0,
            unloads_s=4170,
            free_s=4176,
        ),
    ),
    escort=0,
    escort_free_s=4120,
)

PLAN = Plan(
    operation=Operation.model_validate(OPERATION),
    objective=Objective.MOST_OUT,
    status=Status.FEASIBLE,
    levels=(
        # 4 × 2 + 15 × 1
        Level(name="out", value=23, bound=23, gap=0.0),
        # 14 × (3 × 216 + 300) and 6 × 2 × 500 out, 6 × 2 × 500 on; 5 × (3 × 204 + 300) and 3 × 2 × 500 last
        # nobody can do with less than the head's way to the camp: 15 × (3 × 200 + 150), 4 × (3 × 200 + 300)
        Level(name="risk", value=32_832, bound=14_850, gap=17_982 / 32_832),
        # for 23 one bus has to come twice; of 4176 s 3400 are usable, of 1983 s 1383
        Level(name="clearance", value=4176, bound=1983, gap=2017 / 3400),
    ),
    movements=(OUT, ON, BACK, LAST),
)


def said(broken: Iterable[Broken]) -> list[str]:
    """Return what a rule says."""
    return [str(each) for each in broken]


def change(
    plan: Plan, movement: int, *, trip: int | None = None, road: int | None = None, **fields: object
) -> Plan:
    """Return the plan with fields of a movement changed, or of its ``trip`` (``post`` there) or ``road``."""
    movements = list(plan.movements)
    changed = movements[movement]
    if trip is not None:
        trips = list(changed.trips)
        if "post" in fields:
            screening = trips[trip].screenings[0].model_copy(update=fields.pop("post"))
            fields["screenings"] = (screening,)
        trips[trip] = trips[trip].model_copy(update=fields)
        changed = changed.model_copy(update={"trips": tuple(trips)})
    elif road is not None:
        passages = [p.model_copy(update=fields) if p.road == road else p for p in changed.passages]
        changed = changed.model_copy(update={"passages": tuple(passages)})
    else:
        changed = changed.model_copy(update=fields)
    movements[movement] = changed
    return plan.model_copy(update={"movements": tuple(movements)})


def known(plan: Plan = PLAN, **fields: object) -> Plan:
    """Return the plan under an operation that differs in some fields, named by dotted path with ``__``."""
    data = plan.operation.model_dump(mode="json", by_alias=True)
    for path, value in fields.items():
        *ahead, last = path.split("__")
        part: Any = data
        for step in ahead:
            part = part[int(step)] if isinstance(part, list) else part[step]
        part[last] = value
    return plan.model_copy(update={"operation": Operation.model_validate(data)})
