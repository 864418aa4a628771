"""What each key of an operation file means, in one place: for the schema, the workbook and the page of keys."""

from typing import Any, NamedTuple

from pydantic import BaseModel

from korridor.operation.agreement import Gate, Out
from korridor.operation.convoy import ConvoyRule, Halt
from korridor.operation.fault import Where
from korridor.operation.fleet import Layout, VehicleType
from korridor.operation.march_orders import MarchOrders
from korridor.operation.operation import Operation, Via
from korridor.operation.people import Asked, Group
from korridor.operation.place import Lanes, Place
from korridor.operation.quantity import KNOWN, Known, Of, Quantity
from korridor.operation.road import Road
from korridor.operation.sort import Sort, fields_of, kinds_of
from korridor.operation.source import Provenance
from korridor.operation.spelt import spelt
from korridor.operation.truce import Truce, TruceWindow
from korridor.operation.uncertainty import Uncertainty


class Key(NamedTuple):
    """A key of the file, explained.

    Attributes
    ----------
    meaning : str
    example : object
        As a file would hold it.
    otherwise : str
        What holds where the file says nothing; empty where the key is needed, or where it is plain from the model.
    """

    meaning: str
    example: Any
    otherwise: str = ""


_NAMED = {
    Of.ROAD: "Amiriya - Ramouseh",
    Of.CHECKPOINT: "Ramouseh",
    Of.TYPE: "bus",
    Of.GROUP: "Amiriya well",
    Of.WINDOW: "window 1",
    Of.GATE: "Foua and Kefraya, first",
}


def _uncertain(quantity: Quantity, known: Known) -> Key:
    whose = f" One value, or one by {known.of} with default for the others." if known.of in _NAMED else ""
    example: Any = known.taken
    if quantity is Quantity.BREAKDOWN_PER_1000_KM:
        example = 0.5
    elif quantity is Quantity.ROAD_TIME:
        example = {"default": "100 % ± 15 %", _NAMED[known.of]: "100..120..200 %"}
    elif quantity is Quantity.REPAIR:
        example = {"default": "45 min ± 80 %", _NAMED[known.of]: "15..20..90 min"}
    return Key(known.meaning + whose, example, known.taken + (", our assumption" if known.assumed else ""))


_PLACES = ["Rashideen", "Idlib"]
_AS_READ = "2016-12-15T09:00+02:00"

KEYS: dict[type[BaseModel], dict[str, Key]] = {
    Operation: {
        "korridor": Key("The version of the file's form.", 1),
        "name": Key("What the operation is called in every paper.", "Eastern Aleppo, December 2016"),
        "summary": Key("A few sentences for the head of the report.", "35,000 people leave by bus.", "none"),
        "start": Key(
            "The instant that everything is counted from, with its offset from UTC. Needed where a moment of the "
            "file is an instant, or where places have hours.",
            "2016-12-15T08:00+02:00",
            "moments are written +6 h, after the start",
        ),
        "scheme": Key(
            "The classes in which people are counted: lying, sitting, well (care), or by age and sex.", "care"
        ),
        "places": Key(
            "Where people are, pass, are looked at, change vehicle and are received; and where vehicles stand. "
            "By name.",
            {"Amiriya": {"kind": "assembly", "bays": 8}},
        ),
        "roads": Key(
            "Each joins two places, both ways. Routes are found on them.",
            [{"between": ["Amiriya", "Ramouseh"], "length": "2.1 km", "speed": "18 km/h"}],
        ),
        "routes": Key(
            "How vehicles find their way: by the quickest roads, or only by the one road that joins two places directly.",
            "quickest",
        ),
        "empty_legs": Key(
            "Where vehicles may be driven empty: anywhere, or only straight, from where one stands to where it loads next.",
            "straight",
            "free",
        ),
        "via": Key(
            "Ways that are fixed where the quickest one is not wanted.",
            [{"through": ["Amiriya", "Ramouseh", "Rashideen"]}],
            "none",
        ),
        "people": Key(
            "Groups of people of one class at one place: counted, never listed. By a name for the group.",
            {"Amiriya well": {"at": "Amiriya", "class": "well", "count": "around 9800"}},
        ),
        "fleet": Key(
            "The vehicles, by type. Vehicles of a type are interchangeable.",
            {"bus": {"depot": "Ramouseh bus park", "number": 60, "layouts": [{"seats": 50}]}},
        ),
        "convoy": Key(
            "How vehicles go together on roads that need a truce, keep a headway or are alternate.",
            {"least": 5, "most": 25, "spacing": "50 m", "escorts": 10, "marshalling": "20 min"},
            "every vehicle goes alone, without an escort",
        ),
        "truce": Key(
            "When truce roads may be used.",
            {"announced": [{"opens": "+0 h", "closes": "+28 h"}], "margin": "30 min"},
            "no truce, and no road may need one",
        ),
        "gates": Key(
            "Agreements of reciprocity: departures here wait for departures elsewhere.",
            [{"name": "first", "out_of": ["Amiriya"], "beyond": 4000, "until": 500, "of_places": ["Foua"]}],
            "none",
        ),
        "apart": Key("Pairs of classes that may not share a vehicle.", [["lying", "well"]], "none"),
        "time_aboard": Key(
            "How long a person may sit in a vehicle, from the beginning of boarding to the last person's alighting: one "
            "limit, or one by class with default for the others.",
            {"default": "6 h", "lying": "3 h"},
            "6 h",
        ),
        "orders": Key(
            "What march orders say that no rule needs.",
            {"radio": "channel 4, call sign Convoy", "counts_to": "post 2, Ramouseh"},
            "lines to fill in by hand",
        ),
        "uncertainty": Key(
            "For rehearsal: what is uncertain, and by how much; planning does not use it.",
            {"road_time": "100 % ± 20 %", "truce_break": {"default": "10 %", "window 2": "40 %"}},
            "each quantity as it stands in the table of uncertain quantities",
        ),
        "until": Key(
            "A horizon: who is out later does not count as out.",
            "+48 h",
            "the end of the last truce window; none without a truce",
        ),
        "sources": Key(
            "Sources of values, listed apart from them; a value's own source stands better beside it: "
            "{value: 21 km, source: …}.",
            [{"path": "roads[0].length", "value": "21 km", "source": "V. Gerasimov, TASS"}],
            "none",
        ),
    },
    Place: {
        "kind": Key(
            "What the place is for. At a checkpoint vehicles are looked at, at a transfer people change vehicle, a "
            "junction is only passed; people are taken to a transfer, transit centre, reception or hospital.",
            "assembly",
        ),
        "side": Key(
            "Where it lies. People are out once they are unloaded on the safe side.",
            "safe",
            "inside for an assembly; corridor for a checkpoint or junction; safe for the rest",
        ),
        "bays": Key("How many vehicles can load or unload there at once.", 8, "no limit"),
        "hours": Key(
            "The part of every day in which vehicles are loaded, unloaded or looked at there; local time at the start's "
            "offset.",
            "06:00-18:00",
            "always",
        ),
        "capacity": Key("Room for people, in persons; only where people are taken to.", 2500, "no limit"),
        "lanes": Key(
            "Checkpoint: how many vehicles are looked at side by side; one number for both ways, or outward for loaded "
            "vehicles and inward for empty ones.",
            4,
            "a checkpoint needs it; no other place has it",
        ),
        "per_vehicle": Key("Checkpoint: what each vehicle takes, empty ones too.", "60 s"),
        "per_person": Key(
            "Checkpoint: what each person aboard takes besides; one value, or one by class with default for the others.",
            {"default": "6 s", "lying": "20 s"},
            "0 s",
        ),
        "release": Key(
            "Checkpoint: whether a column goes on whole, or each vehicle when it is through.", "column"
        ),
        "at": Key(
            "Latitude and longitude in degrees (WGS84), for the map.",
            [36.1599, 37.117],
            "not on the map",
        ),
    },
    Lanes: {
        "outward": Key("Lanes for loaded vehicles.", 4),
        "inward": Key("Lanes for empty vehicles on their way in.", 2),
    },
    Road: {
        "between": Key(
            "The two places that it joins. It is driven both ways unless one_way.", ["Amiriya", "Ramouseh"]
        ),
        "length": Key(
            "Its length. A road has length and speed, or length and time, or a time alone.", "6.8 km", "none"
        ),
        "speed": Key(
            "How fast it can be driven; a vehicle may be slower.", "18 km/h", "none; then it has a time"
        ),
        "time": Key("What it takes to drive, whatever the vehicle.", "20 min", "length and speed tell"),
        "back": Key("The time the other way, where it differs.", "25 min", "as time"),
        "one_way": Key(
            "Whether it is driven only from the first place to the second.", True, "false: both ways"
        ),
        "truce": Key("Whether it may be used only while the truce holds.", True, "false: always"),
        "headway": Key(
            "The least time from the head of one column to the head of the next.", "20 min", "none"
        ),
        "alternate": Key("Whether columns drive it one way at a time.", True, "false: both ways at once"),
        "risk": Key("How much a person's minute on it weighs in time at risk.", 1),
    },
    Via: {
        "through": Key(
            "The places passed, in order, both ends included; a road joins each to the next.",
            ["Amiriya", "Ramouseh", "Rashideen"],
        ),
    },
    Group: {
        "at": Key("The place where they are.", "Amiriya"),
        "class": Key("Their class, of the operation's scheme: lying, sitting or well.", "well"),
        "count": Key(
            "How many persons, companions included: 200, around 200, at least 17, up to 400 or 150..400. Planning uses "
            "the middle, or the stated bound. Never the most who may come.",
            "around 9800",
            "families and household are given",
        ),
        "families": Key(
            "How many families, where families were counted and not persons.", "around 1200", "count is given"
        ),
        "household": Key("Persons in a family.", 6, "count is given"),
        "need": Key(
            "What each person occupies in a vehicle.",
            "wheelchair",
            "a stretcher for lying, a seat for the rest",
        ),
        "party": Key("How many stay together in one vehicle.", 4),
        "companions": Key("How many go with each patient, on seats of the same vehicle.", 1),
        "to": Key("The places where they may be taken.", _PLACES, "wherever people are received"),
        "weight": Key("What one person counts when it is chosen who gets out first.", 3),
        "urgency": Key("Who boards first: lower goes first.", 0, "the order of the scheme, worst first"),
        "asked": Key(
            "How they were asked whether to leave.",
            {"by": "UN staff", "in_private": True, "staying_possible": False},
            "not established",
        ),
    },
    Asked: {
        "by": Key(
            "Who asked: an organisation or a post, never a person's name.", "UN staff", "not established"
        ),
        "in_private": Key("Whether they were asked in private.", True, "not established"),
        "armed_men_present": Key("Whether armed men were present.", False, "not established"),
        "staying_possible": Key("Whether staying was possible.", False, "not established"),
        "prevented_from_leaving": Key(
            "Who was prevented from leaving, in words.", "men of 15 to 60", "not established"
        ),
    },
    VehicleType: {
        "depots": Key(
            "How many stand where at the start, by place.", {"Ramouseh bus park": 60}, "depot and number"
        ),
        "layouts": Key(
            "How a vehicle can be fitted out, one or more ways; each trip takes one of them.",
            [{"stretchers": 4}, {"stretchers": 2, "seats": 4}],
        ),
        "speed": Key("How fast it goes at most.", "40 km/h", "as fast as the road"),
        "boarding": Key(
            "What each person takes to board; one value, or one by need.",
            {"seat": "15 s", "stretcher": "2 min"},
            "0 s",
        ),
        "alighting": Key(
            "What each person takes to get off; one value, or one by need.",
            {"seat": "5 s", "stretcher": "2 min"},
            "0 s",
        ),
        "turn_round": Key("What a vehicle takes in the bay before anybody boards.", "10 min"),
        "available_from": Key("From when it can be used.", _AS_READ, "from the start"),
        "available_until": Key("Until when it can be used.", "+72 h", "to the end"),
        "duty": Key("The part of every day within which its trips lie.", "05:00-21:00", "always"),
        "serves": Key("The places where it may load or unload.", _PLACES, "everywhere"),
        "breakdown_per_1000_km": Key(
            "For rehearsal: how often it breaks down; planning does not use it.", 0.5, "as uncertainty says"
        ),
        "depot": Key(
            "Where all of them stand at the start; with number, short for depots.",
            "Ramouseh bus park",
            "depots",
        ),
        "number": Key("How many there are, with depot.", 60, "depots"),
    },
    Layout: {
        "seats": Key("Places for those who sit.", 50),
        "stretchers": Key("Places for those who lie.", 2),
        "wheelchairs": Key("Places for wheelchairs.", 1),
    },
    ConvoyRule: {
        "least": Key("Vehicles in a loaded column at least.", 5),
        "most": Key("Vehicles in a column at most.", 25),
        "spacing": Key("From one vehicle to the next on the road, the vehicle's own length in it.", "50 m"),
        "escorts": Key("How many escorts there are; each loaded column needs one.", 10, "none is needed"),
        "must_have": Key("Vehicles that every loaded column contains, by type.", {"ambulance": 1}, "none"),
        "marshalling": Key("What it takes to form up a column of two or more.", "20 min"),
        "halts": Key(
            "Where every column stops, and how long.", [{"at": "Ramouseh", "lasts": "15 min"}], "none"
        ),
    },
    Halt: {
        "at": Key("The place.", "Ramouseh"),
        "lasts": Key("How long.", "15 min"),
    },
    Truce: {
        "announced": Key(
            "The windows as they were announced.",
            [{"opens": _AS_READ, "closes": "2016-12-16T12:00+02:00"}],
            "none",
        ),
        "happened": Key(
            "The windows as they came, to look back.",
            [{"opens": _AS_READ, "closes": "2016-12-16T11:00+02:00"}],
            "none",
        ),
        "plan_on": Key("Which of the two a plan is made for.", "announced"),
        "margin": Key("How long before each end of a window truce roads are clear.", "30 min"),
        "when_broken": Key(
            "What columns on a truce road do when the truce breaks: go on, turn back, or take shelter. Planning does not use "
            "it; march orders print it.",
            "on",
            "not established, a line to fill in on every march order",
        ),
    },
    Uncertainty: {str(quantity): _uncertain(quantity, known) for quantity, known in KNOWN.items()},
    MarchOrders: {
        "radio": Key(
            "Channel and call signs; never a person's name.",
            "channel 4, call sign Convoy",
            "a line to fill in",
        ),
        "control_room": Key(
            "How the control room is reached.", "channel 2, day and night", "a line to fill in"
        ),
        "counts_to": Key("To which post the counts are reported.", "post 2, Ramouseh", "a line to fill in"),
    },
    TruceWindow: {
        "opens": Key("When it opens: an instant, or +6 h after the start.", _AS_READ),
        "closes": Key("When it closes.", "2016-12-16T12:00+02:00"),
    },
    Gate: {
        "name": Key("What the gate is called.", "Foua and Kefraya, first"),
        "out_of": Key("Places here whose departures it holds up.", ["Amiriya"]),
        "beyond": Key("How many persons may leave these places before it holds up the rest.", 4000),
        "until": Key("How many persons must be out elsewhere for it to open.", 500),
        "of_places": Key("Elsewhere: places of this file.", ["Foua"], "of_schedule is given"),
        "of_schedule": Key(
            "Elsewhere: how many will be out by when, one after the other.",
            [{"by": "+24 h", "persons": 500}],
            "of_places is given",
        ),
    },
    Out: {
        "by": Key("By when: an instant, or +6 h after the start.", "2016-12-19T12:00+02:00"),
        "persons": Key("How many persons are out by then, all together.", 500),
    },
    Provenance: {
        "path": Key("Which value: the keys that lead to it.", "roads[3].length"),
        "value": Key("The value, as the source has it.", "21 km"),
        "source": Key("Who said it, and where.", "OCHA-10, 23 December 2016", "none"),
        "note": Key(
            "What else there is to say: figures that disagree, how it was reckoned.",
            "6 km, said TASS",
            "none",
        ),
        "assumed": Key("Whether it is a choice of ours and nobody's figure.", True, "false"),
    },
}

SECTIONS: dict[str, str] = {
    key: entry.meaning
    for key, entry in KEYS[Operation].items()
    if kinds_of(Operation)[key].sort in (Sort.TABLE, Sort.BY_NAME, Sort.LIST)
}
"""A comment for each part of a file."""


def key_at(path: Where) -> Key:
    """Return what is said of the key that a path ends in, or of the key that its last table stands behind."""
    model: Any = Operation
    found = Key("", "")
    for step in path:
        if model is not None:
            found = KEYS[model][str(step)]
            what = kinds_of(model)[str(step)]
        else:
            what = what.inner[step if isinstance(step, int) and step < len(what.inner) else 0]
        model = what.model
    return found


def otherwise(model: type[BaseModel], key: str) -> str:
    """What holds where the file leaves a key out; empty where it is needed."""
    field = fields_of(model).get(key)
    if KEYS[model][key].otherwise or field is None or field.is_required():
        return KEYS[model][key].otherwise
    return spelt(field.get_default(call_default_factory=True), kinds_of(model)[key].sort, None).text
