"""Write a Bus Evacuation Problem instance as an operation file that can be extended.

    .venv/bin/python examples/valparaiso-2014/as_operation.py BEP-5-52-12-50.txt > build/valparaiso.yaml

The instance has places, distances, people and buses. What it lacks and a real day has is added with a value that
says where it is from: when it begins, how fast buses drive, how long people take to get on and off. Change them in
the file, give shelters their names, hours and bays, and plan it: docs/valparaiso-2014.md.
"""

import argparse
import sys
from collections.abc import Iterator

import korridor
from korridor.operation.bep import BUS

HEAD = """\
# Made from {file} by examples/valparaiso-2014/as_operation.py. The instance is public: repository jjloyola/bep-grasp.
# Distances are read as metres: docs/valparaiso-2014.md says why. Every value that the instance has not says so.
korridor: 1
name: {name}
start:
  value: "{start}"
  assumed: true
  note: About when the first streets were ordered to leave. Write the hour at which your buses can set out.
routes: direct  # each way is the one road of the instance; take this out to let buses go through other places
"""

FLEET = """
fleet:
  {bus}:
    depots: {depots}
    layouts:
      - seats: {seats}
    boarding:
      seat:
        value: 15 s
        source: "Kostyniuk and D'Souza, PMC7985969, grade A, https://pmc.ncbi.nlm.nih.gov/articles/PMC7985969"
        note: City buses, passengers without a mobility aid; who has one takes 28 to 137 s.
        assumed: true
    alighting:
      seat: {{value: 5 s, assumed: true, note: "Pupils leave a school bus in 2 s each (Abulhassan 2016, grade A)."}}
    turn_round: {{value: 3 min, assumed: true, note: To stop and turn on a steep street. Try it once and write it here.}}

time_aboard: {{value: 2 h, assumed: true, note: Nobody should sit in smoke for longer.}}
"""


def document(operation: korridor.Operation, file: str, start: str, speed: str) -> Iterator[str]:
    """Yield the lines of the operation file."""
    yield HEAD.format(file=file, name=operation.name, start=start)
    yield "places:"
    for name, place in operation.places.items():
        room = "" if place.capacity_persons is None else f", capacity: {place.capacity_persons}"
        yield f"  {name}: {{kind: {place.kind}{room}}}"
    yield "\nroads:"
    for number, road in enumerate(operation.roads):
        pace = f"{{value: {speed}, assumed: true, note: One speed for every street; change it where you know better.}}"
        ways = f"between: [{', '.join(road.between)}], length: {road.time_s} m, speed: {pace if not number else speed}"
        yield f"  - {{{ways}{', one_way: true' if road.one_way else ''}}}"
    yield "\npeople:"
    for name, group in operation.people.items():
        yield f"  people of {name}: {{at: {group.place}, class: {group.person_class}, count: {group.persons}}}"
    bus = operation.fleet[BUS]
    depots = "{" + ", ".join(f"{place}: {number}" for place, number in bus.depots.items()) + "}"
    yield FLEET.format(bus=BUS, depots=depots, seats=bus.layouts[0].seats)


def main() -> None:
    """Read the call, and print the file."""
    call = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    call.add_argument("instance", help="a BEP-….txt file")
    call.add_argument("--start", default="2014-04-12T18:00-03:00", help="when buses can set out")
    call.add_argument(
        "--speed", default="24 km/h", help="of buses in the streets (FM 11-43: 24 in built-up areas)"
    )
    asked = call.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    for line in document(korridor.read_operation(asked.instance), asked.instance, asked.start, asked.speed):
        print(line)


if __name__ == "__main__":
    main()
