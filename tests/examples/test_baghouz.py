"""The Baghouz operation of ``examples/``: sourced throughout, and no number of people in it is a cap."""

import importlib.util
import re
import sys
from collections import Counter
from datetime import date
from functools import cache
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

import korridor
from korridor.operation.check import check
from korridor.operation.ways import Ways
from tests.examples import sourced
from tests.examples.sourced import CHECKOUT, Claim

FOLDER = CHECKOUT / "examples" / "baghouz-2019"
FILE = FOLDER / "operation.yaml"
PAGE = (CHECKOUT / "docs" / "baghouz-2019.md").read_text(encoding="utf-8")


@cache
def operation() -> korridor.Operation:
    return korridor.read_operation(FILE)


@cache
def estimates() -> ModuleType:
    spec = importlib.util.spec_from_file_location("baghouz_estimates", FOLDER / "estimates.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_it_reads_and_nothing_in_it_clashes() -> None:
    """The file reads without a fault, and the check finds nothing impossible and nothing to warn of."""
    assert check(operation()) == ()


def test_every_value_says_where_it_is_from() -> None:
    """Each value has a source with its grade, or the word that we chose it and why."""
    assert sourced.silent(FILE) == []
    assert sourced.unexplained(FILE) == []
    assert sourced.misspelt(FILE) == []
    assert sourced.ungraded(operation()) == []


def test_a_sourced_number_is_its_claim(claims: dict[str, Claim]) -> None:
    """A value whose source begins with a claim's number is one end of that claim."""
    found = sourced.cited(operation(), claims)
    assert len(found) >= 3
    for path, figure, claim in found:
        assert figure in (claim["value_low"], claim["value_high"]), (path, figure, claim)
        assert claim["event"] == "baghouz-2019"


def test_a_figure_in_a_note_is_its_claim(claims: dict[str, Claim]) -> None:
    """A number that a note gives with a claim's number is what that claim says."""
    found = sourced.noted(operation(), claims)
    assert len(found) >= 20
    assert [each for each in found if not sourced.says(each[2], each[1])] == []


def test_the_page_cites_claims_as_they_are(claims: dict[str, Claim]) -> None:
    """Whole numbers that the page gives with a claim's number are what that claim says; nobody cites what is not there."""
    found = sourced.figures(PAGE)
    assert len(found) >= 5
    assert [each for each in found if not sourced.says(claims[each[1]], each[0].rstrip(".,"))] == []
    assert sourced.claim_numbers(FILE) | set(re.findall(r"\bC[0-9]{3}\b", PAGE)) <= set(claims)


def test_no_count_is_a_cap() -> None:
    """Each group's count is open above: the file never says that no more may come."""
    for group in operation().people.values():
        count = group.count or group.families
        assert count is not None and count.high is None


def test_nobody_is_sorted_by_anything_but_care() -> None:
    """Classes are those of care; no group, place or vehicle is named after nationality, religion or guilt."""
    assert operation().scheme == "care"
    names = " ".join([*operation().people, *operation().places, *operation().fleet]).lower()
    assert not re.search(r"iraq|syrian|foreign|fighter|militant|suspect|muslim|kurd|arab", names)


def test_three_hundred_km_in_all() -> None:
    """From the hill by the screening to the camp it is the reported 300 km, but for the ground of the post itself."""
    ways = Ways(operation())
    there = ways.route("collection place", "screening post")
    onward = ways.route("screening post", "al-Hol")
    assert there is not None and onward is not None
    lengths = [operation().roads[road].length_m or 0 for road, _ in (*there, *onward)]
    assert sum(lengths) - 200 == 300_000
    assert ways.travel_s(onward) == 6 * 3600


def test_families_have_the_reported_mean() -> None:
    """Families of three and of four together have 3.47 members each: 73,043 people in 21,039 households."""
    groups = [group for group in operation().people.values() if group.families is not None]
    families = sum(group.families.central for group in groups if group.families)
    assert sum(group.persons for group in groups) / families == pytest.approx(73_043 / 21_039, abs=0.005)


def test_planning_counts_what_came_out() -> None:
    """The file's people are at least the 30,000 by which the camp grew, and more than the last estimate by far."""
    assert operation().persons == 30_000


def test_one_way_a_day_and_no_more() -> None:
    """Cargo trucks' hours hold one way of six hours and not two, so that a round takes two days, as was reported."""
    duty = operation().fleet["cargo truck"].duty
    assert duty is not None
    assert 6 * 3600 < duty.closes_clock_s - duty.opens_clock_s < 12 * 3600


def test_the_page_says_what_the_file_says() -> None:
    """Figures of the page are those of the file: trucks, lines, seconds, room, days."""
    lines, screened = operation().places["screening lines"], operation().places["screening lines"].screening_s
    families = operation().people["families of three"].families
    assert lines.lanes is not None and families is not None
    said = (
        f"{lines.lanes.outward} lines",
        f"{screened('well')} s a person",
        f"at least {operation().fleet['double-trailer truck'].number} (C075)",
        f"room for {operation().places['Suar'].capacity_persons} people",
        f"at least {families.central}` families",
    )
    assert [words for words in said if words not in PAGE] == []
    windows = operation().windows
    days = [day.date() for w in windows if (day := operation().instant(w.opens_s)) is not None]
    assert [(day.month, day.day) for day in days] == [
        *((2, 20), (2, 22), (2, 25), (2, 26), (3, 4), (3, 5), (3, 6), (3, 7), (3, 13), (3, 21)),
    ]
    hand = 8 * 10 * 3600 * 8 // screened("well")
    assert f"= {hand:,}" in PAGE


@given(persons=st.integers(min_value=30, max_value=200_000))
def test_estimates_share_out_everybody(persons: int) -> None:
    """Whatever number is given, the three groups made of it add up to it, in whole families and patients with theirs."""
    given_number = estimates().Given("somebody", persons, "2019-02-20")
    people = estimates().with_inside(operation(), given_number).people.values()
    assert sum(group.persons for group in people) == persons
    assert all(group.persons % group.party_persons == 0 for group in people)


def test_an_estimate_is_planned_on_the_days_after_it() -> None:
    """Who speaks on 25 February knows nothing of the days before: they are no part of that plan."""
    said = next(each for each in estimates().GIVEN if each.day == "2019-02-25")
    inside = estimates().with_inside(operation(), said)
    first = inside.instant(inside.windows[0].opens_s)
    assert first is not None and first.date() == date(2019, 2, 25)


def test_the_first_estimate_is_over_on_the_first_day() -> None:
    """With 200 families everybody is out on 20 February, verified, and no sooner than the bound."""
    first = estimates().GIVEN[0]
    made = estimates().planned(estimates().with_inside(operation(), first), work=2400)
    level = next(each for each in made.levels if each.name == "clearance")
    assert estimates().left(made) == 0
    assert level.value is not None and level.bound is not None and level.bound <= level.value
    assert re.search(r"families +0 +20 Feb .* 20 Feb", estimates().line(first, made))


def test_it_plans_within_a_small_budget() -> None:
    """Until 26 February some thousands get out, in a plan that the checker has passed; Suar takes no more than it holds."""
    made = korridor.plan(operation().until(6 * 86_400), work=300, seconds=1e6)
    assert korridor.verify(made) == ()
    ends: Counter[str] = Counter()
    for trip in (trip for movement in made.movements for trip in movement.trips):
        ends[trip.destination] += sum(load.persons for load in trip.loads)
    assert 0 < ends["Suar"] <= (operation().places["Suar"].capacity_persons or 0) < ends["al-Hol"]
    out = next(level for level in made.levels if level.name == "out")
    assert out.value is not None and out.bound is not None and 5_000 < out.value <= out.bound


@pytest.mark.long
def test_the_table_of_estimates_is_what_the_script_prints(capsys: pytest.CaptureFixture[str]) -> None:
    """P4: the page's table is the script's, line by line, on every machine."""
    estimates().main()
    printed = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert "\n".join(printed) in PAGE
