"""What others say, in papers: reviewed figures beside our own, conflicting ones together, and nothing acted on."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

from korridor.claims.agreement.books import Booked
from korridor.claims.agreement.thing import Thing
from korridor.claims.kept.kept import Kept, Verdict
from korridor.papers.books.written import write_account
from korridor.papers.report import report_html, write_report
from korridor.papers.reported.own_figures import own_figures
from korridor.papers.reported.section import reported_section
from korridor.pictures.people_out import out_by_group
from tests.claims.agreement.claims import claim
from tests.ledger.story import STORIES, read_story
from tests.papers.small_plan import made

UNTIL = {"basis": "until"}
RUSSIA = claim(9500, None, "Russia", "RIA", quote="over 9,500", **UNTIL)
TURKEY = claim(7500, 7500, "Turkey", "AP", **UNTIL)
LATER = claim(8000, None, "SANA", **UNTIL | {"date": "2016-12-18"})
KEPT = (
    Kept(
        claim=RUSSIA,
        verdict=Verdict.ACCEPTED,
        working=True,
        reason="they counted <buses>",
        decided_at="2016-12-17T08:00",
    ),
    Kept(claim=TURKEY.model_copy(update={"low": 75, "high": 75}), mended=TURKEY, verdict=Verdict.ACCEPTED),
    Kept(claim=LATER, verdict=Verdict.ACCEPTED),
    Kept(claim=claim(1, 1, "nobody asked"), verdict=Verdict.OPEN),
    Kept(claim=claim(2, 2, "a rumour"), verdict=Verdict.REJECTED),
)


class Books:
    def holds(self, thing: Thing) -> Booked | None:
        friday = thing.dates == ("2016-12-16",)
        return Booked(low=2000, high=6000, account="out of place:A", as_of="2016-12-16") if friday else None


def own(day: date) -> Iterator[str]:
    yield f"this plan: 5,000 by {day}"


def test_conflicting_figures_stand_side_by_side() -> None:
    """Friday's two authors and the books are in one part, each with what cannot be true beside it; Sunday's stands after."""
    friday, sunday = reported_section(KEPT, Books(), own)["days"]
    assert (friday["own"], sunday["when"]) == (["this plan: 5,000 by 2016-12-16"], "2016-12-18")
    (thing,) = friday["things"]
    assert [row["who"] for row in thing["rows"]] == [
        "Russia, quoted by RIA",
        "Turkey, quoted by AP",
        "the books (out of place:A, 2016-12-16)",
    ]
    russia, turkey, books = thing["rows"]
    assert russia["clashes"] == ["Turkey, quoted by AP: 7,500", "the books: 2,000 to 6,000"]
    assert (turkey["says"], turkey["may_be"]) == ("7,500", "7,450 to 7,550")
    assert books["books"] and not russia["books"]


def test_only_reviewed_figures_are_shown() -> None:
    """What nobody reviewed and what was rejected is counted and left out; reason and mending are said."""
    section = reported_section(KEPT)
    rows = [row for day in section["days"] for thing in day["things"] for row in thing["rows"]]
    assert [row["who"] for row in rows] == ["Russia, quoted by RIA", "Turkey, quoted by AP", "SANA"]
    assert (section["shown"], section["open"], section["rejected"]) == (3, 1, 1)
    assert rows[0]["working"] == "they counted <buses>"
    assert (rows[0]["review"], rows[1]["review"]) == ("accepted 2016-12-17", "mended, read as 75 people")
    assert rows[0]["stands"] == "dispatch.txt, characters 0 to 1"


def test_a_report_shows_them_and_nothing_else_changes(tmp_path: Path) -> None:
    """With claims the report has one part more, its plan is the same to the byte, and what a claim says is escaped."""
    plan = made()
    write_report(plan, tmp_path / "without")
    write_report(plan, tmp_path / "with", claims=KEPT, books=Books())
    names = {path.name for path in (tmp_path / "without").iterdir()}
    for name in names - {"report.html"}:
        assert (tmp_path / "with" / name).read_bytes() == (tmp_path / "without" / name).read_bytes()
    page = (tmp_path / "with" / "report.html").read_text(encoding="utf-8")
    assert "they counted &lt;buses&gt;" in page and "<buses>" not in page
    cut = page[: page.index('<section id="reported">')] + page[page.index('<section id="movements"') :]
    assert _still_less(cut) == _still_less((tmp_path / "without" / "report.html").read_text(encoding="utf-8"))
    assert "No figure has been reviewed and accepted yet" in report_html(plan, claims=())


def _still_less(page: str) -> str:
    """Without the pictures' data, in which the library numbers its parts on and on."""
    return re.sub(r'src="data:[^"]*"', "", page)


def test_the_books_show_them_and_no_account_changes(tmp_path: Path) -> None:
    """The page of the books has them beside what was counted; account.json and the worklist are the same to the byte."""
    from korridor.ledger.books import Books as InMemory

    account = InMemory(read_story(STORIES / "20-east-aleppo.txt").events).account()
    write_account(account, tmp_path / "without")
    write_account(account, tmp_path / "with", KEPT, Books())
    for name in ("account.json", "worklist.html", "legs.html", "flow.svg"):
        assert (tmp_path / "with" / name).read_bytes() == (tmp_path / "without" / name).read_bytes()
    page = (tmp_path / "with" / "account.html").read_text(encoding="utf-8")
    assert "over 9,500" in page and "≠ " in page
    assert "What others say" not in (tmp_path / "without" / "account.html").read_text(encoding="utf-8")


def test_what_a_plan_says_of_a_day() -> None:
    """By the end of its day all whom the plan carries are out; of the day before, and without a start, it says nothing."""
    plan = made()
    assert list(own_figures(plan)(date(2016, 12, 16))) == []
    start = datetime.fromisoformat("2016-12-16T09:00+02:00")
    dated = plan.model_copy(update={"operation": plan.operation.model_copy(update={"start": start})})
    out = sum(out_by_group(plan.operation, plan.movements).values())
    assert list(own_figures(dated)(date(2016, 12, 15))) == []
    for day in (16, 20):
        (said,) = own_figures(dated)(date(2016, 12, day))
        assert said.startswith(
            f"this plan: {out} of the whole operation's {plan.operation.persons} people out"
        )
