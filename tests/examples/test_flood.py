"""The town flood of ``examples/``: invented, and every rate that somebody measured with its source."""

import re
from functools import cache

import pytest

import korridor
from korridor.operation.check import Severity, check
from korridor.operation.count import Count
from tests.examples import sourced
from tests.examples.sourced import CHECKOUT

FILE = CHECKOUT / "examples" / "town-flood" / "operation.yaml"
PAGE = (CHECKOUT / "docs" / "town-flood.md").read_text(encoding="utf-8")


@cache
def operation() -> korridor.Operation:
    return korridor.read_operation(FILE)


def test_it_reads_and_nothing_in_it_clashes() -> None:
    """The file reads without a fault, and the check finds nothing impossible and nothing to warn of."""
    assert check(operation()) == ()


def test_every_value_says_where_it_is_from() -> None:
    """Each value has a source with its grade, or the word that we chose it and why."""
    assert sourced.silent(FILE) == []
    assert sourced.unexplained(FILE) == []
    assert sourced.misspelt(FILE) == []
    assert sourced.ungraded(operation()) == []


def test_it_has_no_truce_and_no_convoy() -> None:
    """No truce, no convoy rule, no checkpoint, no gate: words of a war that a flood does not need."""
    assert operation().truce is None and operation().gates == ()
    assert "convoy" not in operation().model_fields_set
    assert not any(place.kind == "checkpoint" for place in operation().places.values())
    assert not any(road.controlled for road in operation().roads)


def test_rates_of_boarding_and_driving_are_sourced() -> None:
    """Every speed, and the seconds that a first passenger of each kind takes, names who measured it."""
    sources = {said.path: said.source for said in operation().sources}
    speeds = [path for path in sources if path.endswith("speed")]
    assert len(speeds) == len(operation().roads)
    assert all(sources[path] for path in speeds)
    for rate in ("school bus.boarding.seat", "minibus with lift.boarding.wheelchair"):
        assert any(path.endswith(rate) and source for path, source in sources.items()), rate


def test_who_needs_a_stretcher_depends_on_one_vehicle() -> None:
    """Without the ambulance bus the check says so, in words that name the people and what they lack."""
    fleet = {name: kind for name, kind in operation().fleet.items() if name != "ambulance bus"}
    found = check(operation().model_copy(update={"fleet": fleet}))
    said = [finding.what for finding in found if finding.severity is Severity.IMPOSSIBLE]
    assert said == ["each of 32 people needs a stretcher; no vehicle has one"]
    assert said[0] in PAGE


@pytest.mark.parametrize(
    ("room", "families", "words"),
    [
        (700, 250, "195 cannot be received, so not everybody can be brought out"),
        (900, 500, "745 cannot be received"),
    ],
)
def test_who_finds_no_roof_is_counted(room: int, families: int, words: str) -> None:
    """The page's questions about halls and families: the check says how many have nowhere to go."""
    hall = operation().places["sports hall"].model_copy(update={"capacity_persons": room})
    quay = operation().people["families at Quay Street"]
    quay = quay.model_copy(update={"families": Count.model_validate(f"around {families}")})
    changed = operation().model_copy(
        update={
            "places": {**operation().places, "sports hall": hall},
            "people": {**operation().people, "families at Quay Street": quay},
        }
    )
    (finding,) = (each for each in check(changed) if each.severity is Severity.IMPOSSIBLE)
    assert words in finding.what and words in PAGE


def test_everybody_is_out_before_the_bridge_is_under_water() -> None:
    """A small budget is enough for a verified plan with everybody on the far side, which no plan can beat."""
    made = korridor.plan(operation(), work=8000, seconds=1e6)
    assert korridor.verify(made) == ()
    out = made.levels[0]
    assert (out.name, out.value, out.bound) == ("out", operation().persons, operation().persons)


def test_the_page_says_what_the_file_says() -> None:
    """People, seats, room and hours of the page are those of the file."""
    places, fleet, people = operation().places, operation().fleet, operation().people
    home = sum(group.persons for group in people.values() if group.place == "Riverside home")
    families = [str(g.families.central) for g in people.values() if g.families is not None]
    said = (
        f"{operation().persons:,} people",
        f"{home} people in the **Riverside home**",
        f"room for {places['sports hall'].capacity_persons}",
        f"room for {places['fair hall'].capacity_persons:,}",
        f"with {fleet['school bus'].layouts[0].seats} seats",
        f"with {fleet['city bus'].layouts[0].seats} come",
        f"takes {fleet['ambulance bus'].layouts[0].stretchers} stretchers",
        f"around {families[0]}, {families[1]} and {families[2]} families",
    )
    assert [words for words in said if words not in PAGE] == []
    assert re.search(r"under water by \*\*20:00\*\*", PAGE) and operation().until_s == 6 * 3600
