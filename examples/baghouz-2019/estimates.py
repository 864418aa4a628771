"""How many are still inside? The same operation, planned with each number that was given, and with what came out.

    .venv/bin/python examples/baghouz-2019/estimates.py

prints one line a number: who said it, when the plan has the last person out, and the moment before which no plan can.
Each is planned on the days on which people were let out from the day on that it was given. docs/baghouz-2019.md has
the sources, and says what the lines mean.
"""

from dataclasses import dataclass
from pathlib import Path

import korridor
from korridor.operation.count import Count
from korridor.operation.people import Group

FILE = Path(__file__).with_name("operation.yaml")

WORK = 5_000
"""Steps of search a plan: the same lines on every machine, in half a minute each."""

LYING, HOUSEHOLD, FAMILIES_OF_FOUR = 0.015, 3.47, 0.47
"""The shares by which the file makes groups of a number of people."""


@dataclass(frozen=True)
class Given:
    """A number of people inside, and the day from which it was to be planned with."""

    words: str
    persons: int
    day: str


GIVEN = (
    Given("19 Feb, UN: some 200 families", round(200 * HOUSEHOLD), "2019-02-20"),
    Given("22 Feb, SDF: more than 2,000", 2_000, "2019-02-22"),
    Given("25 Feb, SDF: nearly 5,000", 5_000, "2019-02-25"),
    Given("17 Mar, SDF: some 5,000", 5_000, "2019-03-17"),
    Given("came after 24 Feb: some 25,000", 25_000, "2019-02-25"),
    Given("came after 20 Feb: over 30,000", 30_000, "2019-02-20"),
)
"""Four estimates; and, for two of their days, by how much the camp then grew until 22 March."""


def with_inside(operation: korridor.Operation, given: Given) -> korridor.Operation:
    """Return the operation with so many people inside, and only the days from the number's day on."""
    truce = operation.truce
    assert truce is not None and operation.start is not None
    start_day = operation.start.date().isoformat()
    days = [each for each in truce.happened if _day(operation, each.opens_s) >= max(given.day, start_day)]
    return operation.model_copy(
        update={
            "people": _groups(operation.people, given.persons),
            "truce": truce.model_copy(update={"happened": tuple(days)}),
        }
    )


def _day(operation: korridor.Operation, moment_s: int) -> str:
    moment = operation.instant(moment_s)
    assert moment is not None
    return moment.date().isoformat()


def _groups(people: dict[str, Group], persons: int) -> dict[str, Group]:
    """Share people out over the file's three groups: who lies with companions, families of three, of four."""
    lying, three, four = people.items()
    parties = round(persons * LYING)
    left = persons - parties * lying[1].party_persons
    fours = round(left / HOUSEHOLD * FAMILIES_OF_FOUR)
    fours += (left - fours) % 3  # so that the others are whole families of three
    threes = (left - 4 * fours) // 3
    return {
        lying[0]: lying[1].model_copy(update={"count": _at_least(parties * lying[1].party_persons)}),
        three[0]: three[1].model_copy(update={"families": _at_least(threes)}),
        four[0]: four[1].model_copy(update={"families": _at_least(fours)}),
    }


def _at_least(number: int) -> Count:
    return Count.model_validate(f"at least {number}")


def planned(operation: korridor.Operation, work: int) -> korridor.Plan:
    """Ask how soon all can be out; where the days do not suffice for all, how many can be."""
    made = korridor.plan(operation, objective=korridor.Objective.CLEARANCE, seconds=1e6, work=work)
    if left(made):
        made = korridor.plan(operation, objective=korridor.Objective.MOST_OUT, seconds=1e6, work=work)
    return made


def left(plan: korridor.Plan) -> int:
    """Persons whom a plan leaves at the collection place."""
    away = [movement for movement in plan.movements if movement.origin == "collection place"]
    aboard = sum(load.persons for each in away for trip in each.trips for load in trip.loads)
    return plan.operation.persons - aboard


def line(given: Given, plan: korridor.Plan) -> str:
    """One line: who said it, how many are left, when the last of the others is out, and the bound on that."""
    last = next(level for level in plan.levels if level.name == "clearance")
    value, bound = (_moment(plan, moment_s) for moment_s in (last.value, last.bound))
    return f"{given.words:31} {left(plan):6,}  {value:13}  {bound}"


def _moment(plan: korridor.Plan, moment_s: int | None) -> str:
    moment = None if moment_s is None else plan.operation.instant(moment_s)
    return "not known" if moment is None else f"{moment:%d %b %H:%M}"


def main() -> None:
    """Plan with each number, and print its line."""
    operation = korridor.read_operation(FILE)
    print(f"{'how many are inside':31} {'left':>6}  {'last one out':13}  no plan before")
    for given in GIVEN:
        print(line(given, planned(with_inside(operation, given), WORK)), flush=True)


if __name__ == "__main__":
    main()
