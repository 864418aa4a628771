"""Which sheets a workbook has, which columns they have, and which value of the operation each cell is.

A sheet's ``entry`` is the path of what a row stands for. In it ``*`` is a name, which stands in the row's key
columns, and ``#`` the next place in a list. A column's ``path`` goes on from there.
"""

from functools import cache
from typing import NamedTuple

from korridor.operation.explained import key_at
from korridor.operation.fault import Where
from korridor.operation.operation import Operation
from korridor.operation.quantity import Quantity
from korridor.operation.scheme import NEEDS, Need
from korridor.operation.sort import UNITS, Belongs, Sort, belongs_at, fields_of

NAME, NEXT = "*", "#"

_UNIT_AT_HAND = {"length": "km", "spacing": "m", "speed": "km/h", "per_vehicle": "s", "per_person": "s"}
_UNIT_AT_HAND |= {"boarding": "s", "alighting": "s", "time_aboard": "h"}


class Column(NamedTuple):
    """A column of a sheet, or a row of a sheet of settings.

    Attributes
    ----------
    heading : str
        Without its unit.
    path : tuple
        From the row's entry on; for a setting, from the operation on.
    unit : str
        Of numbers without one.
    names : str
        The sheet whose names may stand here: places, fleet, gates.
    meaning : str
        What it is, where that is not said of the key at its path.
    """

    heading: str
    path: Where
    unit: str = ""
    names: str = ""
    meaning: str = ""

    @property
    def title(self) -> str:
        """The heading with its unit."""
        return f"{self.heading} ({self.unit})" if self.unit else self.heading


class Sheet(NamedTuple):
    """A sheet with one row for each entry."""

    name: str
    entry: Where
    keys: tuple[Column, ...]
    columns: tuple[Column, ...]
    meaning: str

    @property
    def all_columns(self) -> tuple[Column, ...]:
        """Key columns first."""
        return (*self.keys, *self.columns)

    def where(self, column: Column) -> Where:
        """The path of a column's values, with the signs for names and places in it."""
        return (*self.entry, *column.path)

    def belongs(self, column: Column) -> Belongs:
        """What belongs in a column's cells."""
        return belongs_at(Operation, sample(self.where(column))) if column not in self.keys else _NAME

    def needed(self, column: Column) -> bool:
        """Whether every row needs a value there."""
        steps = column.path[:-1] if self.paired(column) else column.path
        return not steps or (len(steps) == 1 and _required(sample((*self.entry, *steps))))

    def paired(self, column: Column) -> bool:
        """Whether a column is one of two that are one value together, such as latitude and longitude."""
        return column.path != () and isinstance(column.path[-1], int)

    def explained(self, column: Column) -> str:
        """What a column means."""
        return column.meaning or key_at(sample(self.where(column))).meaning


class Settings(NamedTuple):
    """A sheet with one row for each setting."""

    name: str
    rows: tuple[Column, ...]
    meaning: str

    def belongs(self, row: Column) -> Belongs:
        """What belongs behind a setting."""
        return belongs_at(Operation, row.path) if row.path else _NAME

    def needed(self, row: Column) -> bool:
        """Whether there must be a value."""
        return bool(row.path) and _required(row.path)

    def explained(self, row: Column) -> str:
        """What a setting means."""
        return row.meaning or key_at(row.path).meaning


_NAME = Belongs(Sort.TEXT)


_FIRST: dict[Where, str] = {("truce",): "announced", ("uncertainty",): str(Quantity.ROAD_TIME)}
"""Of parts of a file whose names are keys of a model: one of them, in the place of any."""


def sample(path: Where) -> Where:
    """A path of the kind that the models know, for one with signs in it."""
    first = _FIRST.get(path[:1], NAME)
    return tuple(0 if step == NEXT else first if step == NAME else step for step in path)


@cache
def _required(path: Where) -> bool:
    above = belongs_at(Operation, path[:-1]).model
    return above is None or fields_of(above)[str(path[-1])].is_required()


def _with_unit(column: Column, entry: Where) -> Column:
    """A column of quantities with the unit that people use for them."""
    path = sample((*entry, *column.path))
    if belongs_at(Operation, path).sort not in UNITS:
        return column
    known = (_UNIT_AT_HAND[step] for step in reversed(path) if step in _UNIT_AT_HAND)
    return column._replace(unit=next(known, "min"))


def _made(column: Column | str, entry: Where) -> Column:
    """A column whose key is its heading, where only that is given."""
    if isinstance(column, str):
        column = Column(column, (column.replace(" ", "_"),))
    return _with_unit(column, entry)


def _settings(name: str, meaning: str, *rows: Column | str, under: Where = ()) -> Settings:
    made = (_made(row, under) if row != UTC_OFFSET else UTC_OFFSET for row in rows)
    return Settings(name, tuple(row._replace(path=(*under, *row.path)) for row in made), meaning)


def _sheet(name: str, entry: Where, meaning: str, keys: tuple[Column, ...], *columns: Column | str) -> Sheet:
    return Sheet(name, entry, keys, tuple(_made(column, entry) for column in columns), meaning)


def _key(heading: str, names: str = "", meaning: str = "") -> Column:
    return Column(heading, (), names=names, meaning=meaning)


def _for_need(key: str, need: Need, doing: str) -> Column:
    """A column of what each person with one need takes."""
    whose = (
        f"What each person on a {need}" if need is not Need.WHEELCHAIR else "What each person in a wheelchair"
    )
    return Column(f"{key} {need}", (key, need.value), meaning=f"{whose} takes to {doing}.")


def _of(names: str, heading: str, key: str = "") -> Column:
    """A column of names that stand on another sheet."""
    return Column(heading, (key or heading.replace(" ", "_"),), names=names)


UTC_OFFSET = Column(
    "UTC offset",
    (),
    meaning="The offset from UTC, such as +02:00, of every date in this workbook that has none of its own.",
)
"""A spreadsheet's date has no offset, and a moment without one is none."""

OPERATION = _settings(
    "operation",
    "What holds for the whole operation.",
    *("korridor", "name", "summary", "start", UTC_OFFSET, "scheme", "routes", "empty_legs", "until"),
    Column("truce margin", ("truce", "margin")),
    Column("truce plan on", ("truce", "plan_on")),
    Column("truce when broken", ("truce", "when_broken")),
)
CONVOY = _settings(
    "convoy",
    "How vehicles go together on roads that need a truce, keep a headway or are alternate.",
    *("least", "most", "spacing", "escorts", "marshalling"),
    under=("convoy",),
)
ORDERS = _settings(
    "march orders",
    "What march orders say that no rule needs; never people's names.",
    *("radio", "control room", "counts to"),
    under=("orders",),
)
SETTINGS = (OPERATION, CONVOY, ORDERS)

PLACES = _sheet(
    "places",
    ("places", NAME),
    "Where people are, pass, are looked at, change vehicle and are received; and where vehicles stand.",
    (_key("name", meaning="The name of the place, as people on the ground say it."),),
    *("kind", "side", "bays", "hours", "capacity"),
    Column("lanes outward", ("lanes", "outward"), meaning="Checkpoint, needed: lanes for loaded vehicles."),
    Column(
        "lanes inward",
        ("lanes", "inward"),
        meaning="Checkpoint, needed: lanes for empty vehicles on their way in.",
    ),
    "per vehicle",
    Column(
        "per person",
        ("per_person", "default"),
        meaning="Checkpoint: what each person aboard takes besides; for single classes see 'screening by class'.",
    ),
    "release",
    Column("latitude", ("at", 0), meaning="Degrees north (WGS84), for the map."),
    Column("longitude", ("at", 1), meaning="Degrees east (WGS84), for the map."),
)
FLEET = _sheet(
    "fleet",
    ("fleet", NAME),
    "The types of vehicle. Where they stand is on the sheet depots, how they are fitted out on layouts.",
    (_key("name", meaning="The type of vehicle."),),
    "speed",
    *(_for_need("boarding", need, "board") for need in NEEDS),
    *(_for_need("alighting", need, "get off") for need in NEEDS),
    *("turn round", "available from", "available until", "duty"),
    _of("places", "serves"),
    "breakdown per 1000 km",
)
GATES = _sheet(
    "gates",
    ("gates", NEXT),
    "Agreements of reciprocity: departures here wait for departures elsewhere, by places of this file or by a schedule.",
    (),
    *("name", _of("places", "out of"), "beyond", "until", _of("places", "of places")),
)

_VEHICLES = _key("vehicle type", names="fleet", meaning="A name of the sheet fleet.")
_CLASS = _key(
    "class", names="classes", meaning="A class of the operation's scheme, such as lying; or default."
)

SHEETS: tuple[Sheet, ...] = (
    PLACES,
    _sheet(
        "screening by class",
        ("places", NAME, "per_person", NAME),
        "Only where a class takes longer or shorter than 'per person' on the sheet places says.",
        (_key("place", names="places", meaning="A checkpoint of the sheet places."), _CLASS),
        Column("per person", (), meaning="What a person of this class takes at the checkpoint."),
    ),
    _sheet(
        "roads",
        ("roads", NEXT),
        "Each joins two places, both ways: with length and speed, or a time.",
        (),
        Column("from", ("between", 0), names="places", meaning="One of the two places that it joins."),
        Column("to", ("between", 1), names="places", meaning="The other one."),
        *("length", "speed", "time", "back", "one way", "truce", "headway", "alternate", "risk"),
    ),
    _sheet(
        "people",
        ("people", NAME),
        "Groups of people of one class at one place: counted, never listed.",
        (_key("name", meaning="A name for the group; never a person's."),),
        *(_of("places", "at"), "class", "count", "families", "household", "need", "party", "companions"),
        *(_of("places", "to"), "weight", "urgency"),
        Column("asked by", ("asked", "by")),
        Column("asked in private", ("asked", "in_private")),
        Column("armed men present", ("asked", "armed_men_present")),
        Column("staying possible", ("asked", "staying_possible")),
        Column("prevented from leaving", ("asked", "prevented_from_leaving")),
    ),
    FLEET,
    _sheet(
        "depots",
        ("fleet", NAME, "depots", NAME),
        "How many vehicles of a type stand where at the start: one row or more for each type.",
        (_VEHICLES, _key("place", names="places", meaning="Where they stand at the start.")),
        Column("number", (), meaning="How many stand there."),
    ),
    _sheet(
        "layouts",
        ("fleet", NAME, "layouts", NEXT),
        "How a vehicle can be fitted out: one row or more for each type; a trip takes one of them.",
        (_VEHICLES,),
        *("seats", "stretchers", "wheelchairs"),
    ),
    _sheet(
        "must have",
        ("convoy", "must_have", NAME),
        "Vehicles that every loaded column contains.",
        (_VEHICLES,),
        Column("number", (), meaning="How many of them."),
    ),
    _sheet("halts", ("convoy", "halts", NEXT), "Where every column stops.", (), _of("places", "at"), "lasts"),
    _sheet(
        "truce windows",
        ("truce", NAME, NEXT),
        "When truce roads may be used.",
        (_key("which", names="windows", meaning="announced; or happened, to look back."),),
        *("opens", "closes"),
    ),
    GATES,
    _sheet(
        "gate schedules",
        ("gates", NAME, "of_schedule", NEXT),
        "How many will be out elsewhere by when, where a gate waits for a schedule.",
        (_key("gate", names="gates", meaning="A name of the sheet gates."),),
        *("by", "persons"),
    ),
    _sheet("via", ("via", NEXT), "Ways that are fixed, one a row.", (), _of("places", "through")),
    _sheet(
        "apart",
        ("apart", NEXT),
        "Classes that may not share a vehicle.",
        (),
        Column("class", (0,), names="classes", meaning="A class; and"),
        Column(
            "other class", (1,), names="classes", meaning="the class that may not be in a vehicle with it."
        ),
    ),
    _sheet(
        "time aboard",
        ("time_aboard", NAME),
        "How long people may sit in a vehicle; default stands for the classes not named.",
        (_CLASS,),
        Column(
            "limit", (), meaning="How long a person of this class may sit in a vehicle; 6 h if not given."
        ),
    ),
    _sheet(
        "uncertainty",
        ("uncertainty", NAME, NAME),
        "For rehearsal: what is uncertain, and by how much. What is not listed here is taken as docs/uncertainty.md says.",
        (
            _key("quantity", names="quantities", meaning=f"What is uncertain: {', '.join(Quantity)}."),
            _key(
                "of",
                meaning="Of what: default for all; or a road (Amiriya - Ramouseh), a checkpoint, a type of vehicle, a group, "
                "a gate, or window 1, where it has a value of its own.",
            ),
        ),
        Column(
            "value",
            (),
            meaning="20 min; 15..45 min; 15..20..45 min; 20 min ± 30 %; exponential 20 min; observed 12 15 20 min; or in %; "
            "a chance is 5 %.",
        ),
    ),
    _sheet(
        "sources",
        ("sources", NEXT),
        "Where single values come from: one row a value.",
        (),
        Column(
            "path",
            ("path",),
            meaning="Which value: its cell, such as roads!C5, or its path, roads[3].length.",
        ),
        *("value", "source", "note", "assumed"),
    ),
)
README = "read me"
