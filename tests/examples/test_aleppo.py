"""The Aleppo operation of ``examples/``: it reads, and each of its numbers says where it is from."""

from datetime import datetime
from functools import cache

from korridor.operation.operation import Operation
from korridor.operation.read import read_operation
from korridor.operation.ways import Ways
from tests.examples import sourced
from tests.examples.sourced import CHECKOUT, Claim

FILE = CHECKOUT / "examples" / "aleppo-2016" / "operation.yaml"
HAPPENED = FILE.with_name("happened.yaml")
INSIDE = ("Amiriya", "Salah Eddin", "Sukkari square")


@cache
def operation() -> Operation:
    return read_operation(FILE)


def test_it_reads_and_is_of_its_day() -> None:
    """The file reads without a fault and begins on the morning of 15 December 2016."""
    assert operation().start == datetime.fromisoformat("2016-12-15T08:00+02:00")
    assert set(FILE.parent.glob("*.y*ml")) == {FILE, HAPPENED}


def test_every_value_has_a_source_or_is_assumed() -> None:
    """No number stands in the files without a source or the word that we chose it."""
    assert sourced.silent(FILE) == sourced.silent(HAPPENED) == []


def test_every_choice_of_ours_says_why() -> None:
    """What is assumed carries a note with the reason, or a source from which it is reckoned."""
    assert sourced.unexplained(FILE) == []


def test_every_wrapping_follows_its_value() -> None:
    """The operation as read carries as many sources and notes as the file has wrappings."""
    wrapped = [value for _, value in sourced.values(sourced.written(FILE)) if isinstance(value, dict)]
    assert sourced.misspelt(FILE) == []
    assert len(operation().sources) == len(wrapped)


def test_every_source_names_its_grade() -> None:
    """Whoever reads a source sees how well it is placed: A, B, C or D."""
    assert sourced.ungraded(operation()) == []


def test_a_sourced_number_is_its_claim(claims: dict[str, Claim]) -> None:
    """A value whose source begins with a claim's number is one end of that claim."""
    found = sourced.cited(operation(), claims)
    assert len(found) >= 8
    for path, figure, claim in found:
        assert figure in (claim["value_low"], claim["value_high"]), (path, figure, claim)
        assert claim["event"] == "aleppo-2016"


def test_a_figure_in_a_note_is_its_claim(claims: dict[str, Claim]) -> None:
    """A number that a note gives with a claim's number is what that claim says."""
    found = sourced.noted(operation(), claims)
    assert len(found) >= 20
    assert [each for each in found if not sourced.says(each[2], each[1])] == []


def test_nobody_cites_a_claim_that_is_not_there(claims: dict[str, Claim]) -> None:
    """Each claim's number in the file, comments included, is in the list."""
    assert sourced.claim_numbers(FILE) <= set(claims)


def test_people_are_as_many_as_were_reported(claims: dict[str, Claim]) -> None:
    """Planning's total lies between the ICRC's and the WHO's, its patients between the UN's and the WHO's."""
    patients = sum(g.persons for g in operation().people.values() if g.person_class != "well")
    assert int(claims["C042"]["value_low"]) <= operation().persons <= int(claims["C043"]["value_low"])
    assert int(claims["C049"]["value_low"]) <= patients <= int(claims["C055"]["value_high"])


def ends(person_class: str) -> tuple[int, int]:
    """The lowest and highest count of a class; where a count is open above, the one that planning uses."""
    counts = [g.count for g in operation().people.values() if g.person_class == person_class and g.count]
    return sum(c.low or 0 for c in counts), sum(c.high or c.central for c in counts)


def test_the_split_over_places_adds_up() -> None:
    """The groups add up to the reported totals, but for one person: a half was rounded down twice."""
    assert ends("lying") == (2 * 61, 2 * 156)
    assert ends("sitting") == (734 - 2 * 156, 811 - 2 * 61)
    assert ends("well") == (35_000 - 811 - 1, 36_086 - 734)


def test_the_corridor_is_21_km() -> None:
    """From Amiriya to Rashideen the roads add up to the announced 21 km, 6.8 of them under the government."""
    route = Ways(operation()).route("Amiriya", "Rashideen")
    assert route is not None
    assert [operation().roads[road].length_m for road, _ in route] == [2_100, 6_800, 12_100]


def test_only_the_corridor_is_controlled() -> None:
    """Beyond Rashideen, and inside, every vehicle may go singly; between Ramouseh and Rashideen none may."""
    controlled = [road.between for road in operation().roads if road.controlled]
    assert controlled == [
        ("Ramouseh", "western government checkpoint"),
        ("western government checkpoint", "Rashideen"),
    ]


def test_everybody_has_a_way_and_a_place() -> None:
    """Columns from every assembly place reach Rashideen; single vehicles go on to all destinations."""
    ways = Ways(operation())
    for group in operation().people.values():
        column = ways.column(group.place, "Rashideen", loaded=True)
        assert column is not None and (column.origin, column.release) == (group.place, "Rashideen")
        assert group.to is not None and group.to[0] == "Rashideen"
        assert all(ways.alone_s("Rashideen", place, None) for place in group.to[1:])


def test_windows_are_those_that_happened() -> None:
    """Planning uses 21 hours from the afternoon of the 15th and 95 hours from the night of the 18th."""
    windows = [(operation().instant(w.opens_s), w.closes_s - w.opens_s) for w in operation().windows]
    assert windows == [
        (datetime.fromisoformat("2016-12-15T14:00+02:00"), 21 * 3600),
        (datetime.fromisoformat("2016-12-18T23:00+02:00"), 95 * 3600),
    ]


def test_gates_open_before_the_last_window_ends() -> None:
    """The agreement on Foua and Kefraya holds people back, and holds back nobody for good."""
    horizon_s = operation().horizon_s
    for gate in operation().gates:
        assert gate.out_of == INSIDE
        assert gate.beyond_persons < operation().persons
        assert gate.opens_s is not None and horizon_s is not None and gate.opens_s < horizon_s


def test_nobody_is_said_to_have_had_a_choice() -> None:
    """For every group staying was not possible, as the UN's Commission found; the rest is not established."""
    for group in operation().people.values():
        assert group.asked is not None
        assert group.asked.model_dump(exclude_none=True) == {"staying_possible": False}
