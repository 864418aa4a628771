"""A small, sound operation file, and how a test changes it."""

from pathlib import Path

from korridor.operation.fault import Faults
from korridor.operation.operation import Operation
from korridor.operation.read import read_yaml

SHARED = Path(__file__).parents[2].parent / "shared"
NO_SHARED = "the published instances (../shared) are not beside this checkout"

TINY = """\
korridor: 1
name: Tiny
start: 2016-12-15T06:00+02:00
places:
  Square: {kind: assembly, bays: 2}
  Gatehouse:
    kind: checkpoint
    lanes: 2
    per_vehicle: 60 s
    per_person: 6 s
  Camp: {kind: reception, capacity: 500}
  Park: {kind: depot}
roads:
  - {between: [Square, Gatehouse], length: 2 km, speed: 20 km/h}
  - between: [Gatehouse, Camp]
    length: 21 km
    speed: 40 km/h
    truce: true
    headway: 10 min
  - {between: [Camp, Park], time: 5 min}
people:
  well: {at: Square, class: well, count: 200}
  hurt: {at: Square, class: lying, count: 6}
fleet:
  bus: {depot: Park, number: 4, layouts: [{seats: 50}], boarding: 4 s, alighting: 2 s}
  ambulance: {depot: Park, number: 2, layouts: [{stretchers: 2, seats: 1}], turn_round: 5 min}
convoy: {least: 1, most: 5, spacing: 50 m, escorts: 2}
truce:
  announced: [{opens: +1 h, closes: 2016-12-15T20:00+02:00}]
  margin: 10 min
"""


def with_line(old: str, new: str) -> str:
    """The small file with one piece of its text replaced; the piece must stand there once."""
    assert TINY.count(old) == 1, old
    return TINY.replace(old, new)


def operation(text: str = TINY) -> Operation:
    return read_yaml(text, "tiny.yaml")


def faults(text: str) -> list[str]:
    """What is wrong with a text, line by line; nothing where it can be read."""
    try:
        operation(text)
    except Faults as found:
        return str(found).split("\n")
    return []
