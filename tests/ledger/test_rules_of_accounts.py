"""A1 to A9, X1, X4: each rule on the smallest day that shows it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.events.event_lines import read_lines
from korridor.events.written_event import event_bytes, read_event
from korridor.ledger.account import NOT_THE_SAME_PEOPLE, Account
from korridor.ledger.books import Books
from korridor.ledger.task import Open
from korridor.papers.account_page import account_lines

SET = "with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00\n"
LEFT = "09:00 departed on=M1/B1 at=TOWN count=48 due=11:00\n"
CAME = "11:00 arrived on=M1/B1 at=reception:CAMP count=44 post=R3\n"


def books(lines: str, as_of: str = "2016-12-15T23:00+02:00") -> Account:
    return Books(read_lines(SET + lines, "lines")).account(as_of, "2016-12-31T23:00+02:00")


def open_things(account: Account) -> set[Open]:
    return {task.what for task in account.worklist}


def span(found) -> tuple[int | None, int | None]:
    return found.low, found.high


def test_a1_a_return_is_an_arrival_inside():
    """A1: who comes back is at the place again, and nobody is unexplained."""
    account = books(LEFT + "10:30 returned of=M1/B1 to=TOWN count=48")
    assert account.counts_agree
    assert span(account.row("place:TOWN")) == (0, 0)


def test_a2_unknown_is_a_count():
    """A2: a departure that nobody counted has room for any number who arrive."""
    account = books(
        "09:00 departed on=M1 at=TOWN count=unknown due=11:00\n11:00 arrived on=M1 at=CAMP count=50"
    )
    assert span(account.legs[0].unexplained) == (0, None)
    assert not account.counts_agree


def test_a3_across_schemes_only_bounds_hold():
    """A3: of 951 with 900 wounded and 200 fighters, at least 149 are both, and at most 200."""
    account = books(
        """09:00 departed on=M1 at=TOWN count=951 status=fighters:200,civilians:751 agreement=AG
        09:00 departed on=M1 at=TOWN count=951 care=sitting:900,well:51""",
        as_of="2016-12-15T10:00+02:00",
    )
    assert span(account.both("aboard:M1", ("care", "sitting"), ("status", "fighters"))) == (149, 200)
    with pytest.raises(ValueError, match="aboard:M1 was not counted by care and age-sex"):
        account.both("aboard:M1", ("care", "sitting"), ("age-sex", "women"))


def test_a3_within_a_scheme_classes_balance():
    """A3: heads agree, but a class does not, until somebody says that two turned out to be of another one."""
    lines = (
        "09:00 departed on=M1/B1 at=TOWN count=48 care=lying:4,well:44\n"
        "11:00 arrived on=M1/B1 at=CAMP count=48 care=lying:2,sitting:2,well:44\n"
    )
    account = books(lines)
    assert account.legs[0].counts_agree and not account.counts_agree
    [task] = [task for task in account.worklist if task.what is Open.CLASSES]
    assert task.says == ("lying missing: 2", "sitting too many: 2")
    assert books(lines + "10:00 reclassified of=M1/B1 scheme=care was=lying now=sitting heads=2").counts_agree


def test_a3_too_many_heads_are_no_difference_of_classes():
    """A3: where two too many arrive, no class is said to lack anybody beside."""
    lines = (
        "09:00 departed on=M1/B1 at=TOWN count=48 care=well:48\n"
        "11:00 arrived on=M1/B1 at=CAMP count=50 care=well:50\n"
    )
    assert open_things(books(lines)) == {Open.SURPLUS}


def test_a4_a_column_that_goes_to_two_places_is_over_when_it_has_come_to_both():
    """A4: of a column some come to the camp; the others, who go elsewhere and are not due, are not unexplained yet."""
    lines = (
        "09:00 departed on=M1 at=TOWN count=100 to=CAMP due=13:00\n"
        "09:30 diverted on=M1 to=OTHER due=13:00\n"
        "11:00 arrived on=M1 at=reception:CAMP count=60\n"
    )
    [leg] = books(lines, as_of="2016-12-15T12:00+02:00").legs
    assert (span(leg.unexplained), span(leg.aboard)) == ((0, 0), (40, 40))
    [leg] = books(
        lines + "12:30 arrived on=M1 at=reception:OTHER count=39", as_of="2016-12-15T12:45+02:00"
    ).legs
    assert (span(leg.unexplained), leg.since.hour) == ((1, 1), 12)


def test_a4_before_the_due_hour_nobody_is_unexplained():
    """A4: who is on the way is aboard; from the hour at which they were due, unexplained, with whose task it is."""
    [early] = books(LEFT, as_of="2016-12-15T10:59+02:00").legs
    assert (span(early.aboard), span(early.unexplained), early.since) == ((48, 48), (0, 0), None)
    [late] = books(LEFT + "09:40 passed on=M1/B1 at=BRIDGE", as_of="2016-12-15T11:00+02:00").legs
    assert (span(late.aboard), span(late.unexplained), late.last_seen, late.post) == (
        (0, 0),
        (48, 48),
        "BRIDGE",
        "GATE",
    )
    assert late.since.hour == 11


def test_a4_a_diversion_sets_another_hour():
    """A4: a bus that was sent elsewhere is due there later; nobody is unexplained before."""
    lines = LEFT + "10:00 diverted on=M1/B1 to=OTHER due=14:00"
    assert books(lines, as_of="2016-12-15T13:00+02:00").legs[0].unexplained.nobody
    assert span(books(lines, as_of="2016-12-15T14:00+02:00").legs[0].unexplained) == (48, 48)


def test_a4_without_an_hour_six_are_taken():
    """A4, O5: of a bus that nobody expects at an hour, people are unexplained after six."""
    lines = "09:00 departed on=M1/B1 at=TOWN count=48\n"
    assert books(lines, as_of="2016-12-15T14:59+02:00").legs[0].unexplained.nobody
    assert span(books(lines, as_of="2016-12-15T15:00+02:00").legs[0].unexplained) == (48, 48)


def test_a4_what_is_known_of_the_whole_movement_is_spread_over_its_buses():
    """A4: buses counted one by one as they left, and the column as a whole where it arrived, are one leg."""
    lines = LEFT + "09:00 departed on=M1/B2 at=TOWN count=50 due=11:00\n11:00 arrived on=M1 at=CAMP count=95"
    [leg] = books(lines).legs
    assert (span(leg.departed), span(leg.arrived), span(leg.unexplained)) == ((98, 98), (95, 95), (3, 3))


def test_a5_parts_add_up_and_totals_are_compared():
    """A5: two clerks at two doors add up; a count at departure is held against their sum."""
    doors = "08:30 boarded on=M1/B1 at=TOWN count=20\n08:30 boarded on=M1/B1 at=TOWN count=28\n"
    assert span(books(doors + LEFT).legs[0].departed) == (48, 48)
    short = books(doors + LEFT.replace("48", "47"))
    assert span(short.legs[0].departed) == (47, 48)
    assert Open.SECOND_COUNT in open_things(short)


def test_a5_the_post_whose_task_it_is_counts():
    """A5: of two posts the one whose task it is posts, whoever came first; the other count decides nothing."""
    lines = LEFT + "09:01 departed on=M1/B1 at=TOWN count=52 due=11:00 post=BRIDGE\n" + CAME
    assert span(books(lines).legs[0].unexplained) == (4, 8)
    account = books(lines + "08:00 assigned to=BRIDGE counts=departed at=TOWN")
    assert span(account.legs[0].departed) == (52, 52)
    assert Open.SECOND_COUNT not in open_things(account)


def test_a5_closing_takes_a_reason_and_a_second_organisation():
    """A5: an unexplained is closed by a post, for a reason, with another organisation's assent, and stands under that reason."""
    account = books(LEFT + CAME + "15:00 closed of=M1/B1 count=4 reason=miscounted assent=ICRC")
    assert account.legs[0].unexplained.nobody
    assert span(account.row("closed:miscounted")) == (4, 4)


def test_a5_who_is_found_after_closing_is_too_many():
    """A5: if the four turn up after all, the books say that there are four too many; a closing hides nothing."""
    found = "16:00 alighted on=M1/B1 at=CAMP count=4"
    account = books(LEFT + CAME + "15:00 closed of=M1/B1 count=4 reason=miscounted assent=ICRC\n" + found)
    assert span(account.legs[0].surplus) == (4, 4)


def test_a5_two_reports_of_one_thing_are_one():
    """A5: a bus reported under two numbers is one bus once somebody says so, and counts twice until then."""
    lines = "09:00 departed on=M1/B1 at=TOWN count=48\n09:00 departed on=M1/X9 at=TOWN count=48 device=D2 post=BRIDGE\n"
    assert span(books(lines).legs[0].departed) == (96, 96)
    joined = lines + "10:00 same_as one=D1:1 other=D2:1\n"
    assert span(books(joined).legs[0].departed) == (48, 48)
    arrived = "11:00 arrived on=M1/X9 at=CAMP count=48"
    assert books(joined + arrived).legs[0].counts_agree
    assert books(joined + "10:05 chosen event=D2:1\n" + arrived).counts_agree


def test_a6_more_may_leave_than_were_there():
    """A6: an estimate of 40 is no cap: 48 leave, the place goes below zero and says so, and counts agree all the same."""
    account = books("08:00 estimated at=TOWN count=40\n" + LEFT + CAME.replace("44", "48"))
    assert span(account.row("place:TOWN")) == (-8, -8)
    assert account.counts_agree
    assert any("more left than is known to have been there" in line for line in account_lines(account))


def test_a6_nobody_can_leave_custody_who_did_not_enter():
    """A6: where people begin with nobody, going below zero is a difference, and stands on the worklist."""
    account = books("09:00 released of=custody:GATE to=CAMP count=2")
    assert not account.counts_agree
    assert open_things(account) == {Open.BELOW_ZERO}


def test_a7_recounts_fall_due_the_day_after_and_a_week_after():
    """A7: a day after people came a recount is due, after it the next one a week after they came, then none."""
    lines = LEFT + CAME.replace("44", "48")
    day, week, later = (f"2016-12-{n}T12:00+02:00" for n in (16, 22, 25))
    assert Open.RECOUNT_DUE in open_things(books(lines, as_of=day))
    recounted = f"{lines}with day=2016-12-16\n10:00 counted of=reception:CAMP count=48\n"
    assert Open.RECOUNT_DUE not in open_things(books(recounted, as_of=day))
    assert Open.RECOUNT_DUE in open_things(books(recounted, as_of=week))
    again = f"{recounted}with day=2016-12-22\n10:00 counted of=reception:CAMP count=48\n"
    assert Open.RECOUNT_DUE not in open_things(books(again, as_of=later))


def test_a7_a_recount_takes_up_what_is_reported_late():
    """A7: thirty short at the recount; a transfer that is reported afterwards, and was before it, explains them."""
    lines = LEFT + CAME.replace("44", "48") + "18:00 counted of=reception:CAMP count=18\n"
    assert span(books(lines).row("unexplained:reception:CAMP")) == (30, 30)
    late = books(lines + "17:00 transferred of=reception:CAMP to=hospital:H count=30 recorded=20:00")
    assert late.row("unexplained:reception:CAMP") is None and late.counts_agree


def test_a7_custody_says_by_whom_where_and_since_when():
    """A7: who is held stands with the authority, whether anybody may see them, and totals by nationality, no more."""
    account = books(
        LEFT
        + "10:00 taken_into_custody of=M1/B1 into=GATE authority=GOV count=9 nationalities=SYR:8,XXX:1\n"
        + "12:00 holding of=custody:GATE holders=GOV,RCS access=no next_enquiry=18:00"
    )
    [held] = account.held
    assert (held.holders, held.access.value, held.nationalities) == (
        ("GOV", "RCS"),
        "no",
        {"SYR": 8, "XXX": 1},
    )
    assert held.next_enquiry.hour == 18 and span(held.heads) == (9, 9)


def test_a8_every_page_says_what_equal_counts_do_not_show():
    """A8: also where counts agree the page says that the same people need not have arrived, and never calls them complete."""
    page = "\n".join(account_lines(books(LEFT + CAME.replace("44", "48"))))
    assert "Counts agree" in page and NOT_THE_SAME_PEOPLE in page
    assert "complete" not in page and "balanced" not in page


def test_a9_a_correction_of_what_is_not_here_waits():
    """A9: a correction may come before what it corrects: it stands, and the worklist says what is missing until it comes."""
    events = read_lines(
        SET + LEFT + "09:00 corrected replaces=D1:1 instead=departed on=M1/B1 at=TOWN count=50\n", "x"
    )
    [alone] = Books(events[1:]).account().legs
    assert span(alone.departed) == (50, 50)
    assert Open.WAITING in open_things(Books(events[1:]).account())
    account = Books(events).account()
    assert span(account.legs[0].departed) == (50, 50) and Open.WAITING not in open_things(account)


def test_a9_corrections_in_a_ring_hide_nobody():
    """A9: two corrections that name each other leave what either says standing, as a range; nobody vanishes."""
    ring = (
        "09:00 corrected replaces=D1:2 instead=departed on=M1/B1 at=TOWN count=40\n"
        "09:00 corrected replaces=D1:1 instead=departed on=M1/B1 at=TOWN count=50\n"
    )
    account = books(ring)
    assert span(account.legs[0].departed) == (40, 50)
    assert Open.AT_ODDS in open_things(account)


def test_a9_what_did_not_happen_is_taken_back():
    """A9: a correction without a fact takes a report back: the bus never left."""
    assert books(LEFT + "09:00 corrected replaces=D1:1").legs == ()


def test_a11_two_events_with_one_number_are_both_kept():
    """A11: where a device gave one number twice, both stand as a range, and it is said."""
    one, other = (read_lines(SET + LEFT.replace("48", n), "x")[0] for n in ("48", "50"))
    account = Books([one, other]).account()
    assert span(account.legs[0].departed) == (48, 50)
    assert Open.NUMBER_TWICE in open_things(account)


def test_what_is_not_understood_changes_no_account():
    """A9: an event of a newer version is kept with the others, and no account rests on it."""
    newer = read_event(event_bytes(read_lines(SET + CAME, "x")[0]).replace(b'"version":1', b'"version":7'))
    ledger = Books([*read_lines(SET + LEFT, "x"), newer])
    assert len(ledger) == 2 and len(ledger.not_understood) == 1
    assert ledger.account() == Books(read_lines(SET + LEFT, "x")).account()


def test_x4_nobody_is_said_to_go_of_their_own_will():
    """X4: how people were asked stands there; what is not known is not established, and the word is never printed."""
    page = "\n".join(account_lines(books("08:00 asked of=TOWN by=ICRC in_private=no staying_possible=no")))
    assert (
        "place:TOWN asked by ICRC: in private no, armed men present not established, staying possible no, "
        "prevented from leaving not established" in page
    )
    assert "voluntar" not in page.lower()


def test_the_worklist_begins_with_the_oldest_and_largest():
    """The oldest thing stands first, of one hour the one about the most people."""
    lines = (
        "09:00 departed on=M1/B1 at=TOWN count=5 due=11:00\n"
        "09:00 departed on=M2/B1 at=TOWN count=50 due=11:00\n"
        "08:00 departed on=M3/B1 at=TOWN count=1 due=10:00\n"
    )
    assert [task.about for task in books(lines).worklist] == ["aboard:M3", "aboard:M2", "aboard:M1"]


def test_json_is_what_was_promised():
    """The fields of ``account --json`` are those that other programs were promised."""
    tree = books(LEFT + CAME).as_json()
    assert {"as_of", "known_at", "counts_agree", "accounts", "legs"} <= set(tree)
    assert set(tree["accounts"][0]) == {"account", "scheme", "class", "low", "high"}
    [leg] = tree["legs"]
    assert {
        "leg",
        "departed",
        "arrived",
        "held",
        "unexplained",
        "surplus",
        "since",
        "last_seen",
        "post",
    } <= set(leg)
    assert (leg["leg"], leg["departed"], leg["arrived"], leg["held"]) == ("M1", 48, 44, 0)
    assert leg["unexplained"] == {"low": 4, "high": 4} and leg["surplus"] == {"low": 0, "high": 0}


@st.composite
def corrections(draw: st.DrawFn) -> str:
    """A count, and corrections of anything that came before, or comes after."""
    lines = [LEFT.strip()]
    for n in range(draw(st.integers(0, 6))):
        names = draw(
            st.lists(st.integers(1, 8).filter(lambda m, own=n + 2: m != own), min_size=1, max_size=3)
        )
        replaces = ",".join(f"D1:{m}" for m in dict.fromkeys(names))
        count = draw(st.integers(30, 60))
        instead = f" instead=departed on=M1/B1 at=TOWN count={count}" if draw(st.booleans()) else ""
        lines.append(f"09:00 corrected replaces={replaces}{instead}")
    return "\n".join(lines)


@given(lines=corrections(), data=st.data())
def test_any_corrections_in_any_order_give_one_answer(lines, data):
    """However corrections name each other, and in whatever order they come, the books are the same, and heads conserved."""
    events = read_lines(SET + lines, "x")
    account = Books(events).account()
    assert Books(data.draw(st.permutations(events))).account() == account
    rows = {row.account: row for row in account.accounts}
    if rows:
        town, aboard = rows["place:TOWN"], rows["aboard:M1/B1/1"]
        assert (town.low, town.high) == (-aboard.high, -aboard.low)
