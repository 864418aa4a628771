"""The report: one page that needs nothing beside it, says what it may and nothing else."""

import json
import re
from html.parser import HTMLParser

import pytest

from korridor.papers.plan_file import read_plan
from korridor.papers.report import report_html, write_report
from korridor.planning.plan import Level, Objective, Plan, Status, WithoutLimit
from tests.pictures.convoys import TOWN, days, free_town, plan, round_robin, town
from tests.pictures.located import located_town, placed
from tests.plain.clockwork import run

LOADS = {"src", "href", "srcset", "poster", "data", "action", "formaction", "background", "xlink:href"}


class Page(HTMLParser):
    """A page's tags and attributes, and its visible text by section."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.sections, self._open = [], {"": []}, []
        self._section = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag in ("script", "style"):
            self._open.append(tag)
        if tag == "section":
            self._section = dict(attrs)["id"]
            self.sections[self._section] = []

    def handle_endtag(self, tag):
        if self._open and self._open[-1] == tag:
            self._open.pop()

    def handle_data(self, data):
        if not self._open and data.strip():
            self.sections[self._section].append(" ".join(data.split()))

    @property
    def text(self):
        return "\n".join(line for lines in self.sections.values() for line in lines)


@pytest.fixture(scope="module")
def html():
    return report_html(plan())


@pytest.fixture(scope="module")
def page(html):
    return Page(html)


def test_all_files_stand_in_the_folder(tmp_path):
    """Report, table, plan and the map's files are written, and the plan reads again as it was."""
    made = plan(2)
    paths = write_report(made, tmp_path / "out")
    assert [path.name for path in paths] == [
        "report.html", "movements.csv", "plan.json",
        "places.geojson", "movements.geojson", "corridor.gpx", "strip-map.html",
    ]  # fmt: skip
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(path.name for path in paths)
    assert read_plan(paths[2]) == made


def test_the_page_loads_nothing(page, html):
    """No tag and no style of the page asks for anything but what is in it; and the page forbids it to itself."""
    for tag, attrs in page.tags:
        assert tag not in ("link", "iframe", "object", "embed", "base")
        for name in LOADS & set(attrs):
            assert attrs[name].startswith("data:"), f"{tag} {name}={attrs[name][:60]}"
    styles = "".join(re.findall(r"<style>(.*?)</style>", html, re.DOTALL))
    assert "url(" not in styles and "@import" not in styles
    policy = next(
        attrs["content"] for _, attrs in page.tags if attrs.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; img-src data:;")
    assert "http" not in policy


def test_specifications_load_nothing(html):
    """No picture's data lies at an address."""
    for text in re.findall(r'<script type="application/json" id="[^"]+">(.*?)</script>', html, re.DOTALL):
        assert '"url"' not in text
        assert set(json.loads(text)) >= {"datasets", "config"}


def test_the_order_is_the_reader_s(page):
    """The answer comes first, then what no plan can beat, how people were asked, and so on to the method."""
    assert list(page.sections)[1:] == [
        "answer", "limit", "asked", "aboard", "binding", "graph", "map", "curve", "movements", "left", "facts", "method",
    ]  # fmt: skip


@pytest.mark.parametrize("made", [
    plan(4), plan(movements=()), plan(4, status=Status.PROVED), plan(4, objective=Objective.CLEARANCE),
])  # fmt: skip
def test_what_no_paper_says(made):
    """X4, A8: the forbidden word, "complete" and "everyone is safe" stand on no report."""
    text = Page(report_html(made)).text.lower()
    for word in ("voluntar", "complete", "everyone is safe", "everybody is safe", "balanced"):
        assert word not in text


def test_a_file_does_not_bring_the_word_in():
    """X4: where the operation's own names, notes and answers have the word, the report leaves it out and says so."""
    sources = [{"path": "x", "value": "1", "note": "they called it Voluntary; others INVOLUNTARILY moved"}]
    places = {
        name.replace("Idlib", "Voluntary return centre"): place for name, place in TOWN["places"].items()
    }
    roads = [
        road | {"between": tuple(end.replace("Idlib", "Voluntary return centre") for end in road["between"])}
        for road in TOWN["roads"]
    ]
    named = town(sources=sources, places=places, roads=roads, summary="A voluntary return", name="voluntary")
    text = report_html(plan(2, operation=named))
    assert "voluntar" not in text.lower()
    assert "Where […] stands, a word of the file is left out that no paper of Korridor prints." in text
    assert "[…]" not in Page(report_html(plan(2))).text


def test_the_word_does_not_reach_the_files(tmp_path):
    """X4 holds for the movement table's file and the map's files as well."""
    text = json.dumps({name: value for name, value in TOWN.items()})
    renamed = town(**json.loads(text.replace("Rashideen", "Voluntary camp")))
    orders = [
        order.model_validate(json.loads(order.model_dump_json().replace("Rashideen", "Voluntary camp")))
        for order in round_robin(1)
    ]
    write_report(plan(operation=renamed, movements=run(renamed, tuple(orders))), tmp_path)
    for path in tmp_path.iterdir():
        if path.name != "plan.json":  # which must read again as it was
            assert "voluntar" not in path.read_text(encoding="utf-8").lower(), path.name


def test_proved_is_said_of_proved_plans_only():
    """The word stands on the report of a proved plan, and on no other."""
    level = (Level(name="out", value=500, bound=500, gap=0.0),)
    assert "proved" in Page(report_html(plan(1, status=Status.PROVED, levels=level))).text
    for status in (Status.FEASIBLE, Status.NONE_FOUND, Status.INFEASIBLE):
        assert "proved" not in Page(report_html(plan(1, status=status, levels=level))).text


def test_how_each_group_was_asked_is_said_or_not_established(page):
    """X4: what is recorded of a group is printed, and everything else is not established."""
    asked = page.sections["asked"]
    at = asked.index("wounded, Amiriya")
    assert asked[at + 1 : at + 6] == ["Red Crescent", "no", "not established", "no", "not established"]
    at = asked.index("Salah Eddin")
    assert asked[at + 1 : at + 6] == ["not established"] * 5


def test_where_nothing_is_recorded_nothing_is_established():
    """X4: an operation that records nothing of how people were asked says so once, of all its groups."""
    silent = {
        name: {key: v for key, v in group.items() if key != "asked"} for name, group in TOWN["people"].items()
    }
    said = Page(report_html(plan(1, operation=town(people=silent)))).sections["asked"]
    assert said[-1].startswith("Of no group is anything of this recorded")
    assert said[-1].endswith("who was prevented from leaving is not established.")


def test_everything_is_planned_and_internal(page):
    """X3, A8: the page says at its top and at its end whom it is for, and that nothing in it is done."""
    assert "Internal edition" in page.sections[""]
    assert any("nothing in this paper has happened yet" in line for line in page.sections[""])
    assert any("not for the parties and not for the public" in line for line in page.sections["method"])


def test_every_source_and_note_is_there(page):
    """O10: each value's source and note stand as they are, and a choice of ours is called one."""
    facts = page.sections["facts"]
    for source in town().sources:
        assert source.path in facts
        assert source.source is None or source.source in facts
        assert source.note is None or source.note in facts
    at = facts.index("truce.happened[0].opens")
    assert facts[at + 2] == "our assumption"


def test_who_is_left_behind_is_said_by_group(page):
    """The groups that are left behind stand under the answer, each with its number."""
    answer = page.sections["answer"]
    for line in ("220", "wounded, Amiriya"):
        assert line in answer
    assert "sitting, Sukkari" not in answer


def test_every_movement_is_in_the_table(page):
    """No movement is missing from what is pinned on the wall."""
    numbers = [line for line in page.sections["movements"] if re.fullmatch(r"M[0-9]{3}", line)]
    assert numbers == [f"M{movement.rank + 1:03d}" for movement in days()]


def test_names_are_isolated_from_the_words_around_them():
    """A name in Arabic stands in its own direction, wherever it stands, and breaks nothing beside it."""
    text = json.dumps(TOWN).replace("Amiriya", "العامرية")
    arabic = town(**json.loads(text))
    orders = [
        order.model_validate(json.loads(order.model_dump_json().replace("Amiriya", "العامرية")))
        for order in round_robin(1)
    ]
    html = report_html(plan(operation=arabic, movements=run(arabic, tuple(orders))))
    body = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    places = body.count("العامرية")
    assert places > 5
    isolated = sum(span.count("العامرية") for span in re.findall(r'<bdi dir="auto">([^<]*)</bdi>', body))
    assert isolated == places


def test_what_a_file_says_is_text_and_nothing_else():
    """Names, notes and sources cannot bring markup or script into the page, not even through a picture."""
    evil = "</script><img src=http://evil.example/x onerror=alert(1)>"
    sources = [{"path": evil, "value": evil, "source": evil, "note": evil}]
    text = json.dumps(TOWN).replace("Amiriya", evil)
    named = town(**(json.loads(text) | {"name": evil, "summary": evil, "sources": sources}))
    orders = [
        order.model_validate(json.loads(order.model_dump_json().replace("Amiriya", evil)))
        for order in round_robin(1)
    ]
    page = Page(report_html(plan(operation=named, movements=run(named, tuple(orders)))))
    assert not [attrs for tag, attrs in page.tags if "onerror" in attrs]
    assert {attrs["src"][:19] for tag, attrs in page.tags if tag == "img"} == {"data:image/svg+xml;"}


def test_nothing_on_the_page_has_the_name_of_something_else(page):
    """No two elements share an identifier: a picture's data is found, and not a section of the same name."""
    names = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(names) == len(set(names))


def test_pictures_stand_on_the_page_without_a_script(page):
    """Each picture is there as a still image as well, for whoever has no scripts."""
    stills = [attrs["src"] for tag, attrs in page.tags if tag == "img"]
    live = [attrs["data-specification"] for _, attrs in page.tags if "data-specification" in attrs]
    assert len(stills) == len(live) == 3
    assert all(still.startswith("data:image/svg+xml;base64,") for still in stills)


def test_the_map_is_in_the_report():
    """Where places have coordinates, the maps stand on the page, still and live, with their notes under them."""
    text = report_html(plan(2, operation=located_town()))
    page = Page(text)
    stills = [attrs for tag, attrs in page.tags if tag == "img"]
    assert len(stills) == 5
    assert 'id="picture-map-0"' in text
    assert any("no position on any border" in line for line in page.sections["map"])
    assert any("strip-map.html" in line for line in page.sections["map"])


def test_what_had_no_room_on_the_map_stands_under_it():
    """Places all at one point cannot all have their names there: the others are in a key, by number."""
    crowded = placed(town(), dict.fromkeys(TOWN["places"], (36.1, 37.1)))
    lines = Page(report_html(plan(2, operation=crowded))).sections["map"]
    at = lines.index("Numbers on the map, and places that had no room for one:")
    assert lines[at + 1] == "1"
    assert lines[at + 2].split(", ")[0] in TOWN["places"]


def test_without_coordinates_the_report_says_why_there_is_no_map(page):
    """One sentence stands where the map would."""
    assert any(
        line.startswith("There is no map: the operation's file gives no place's coordinates")
        for line in page.sections["map"]
    )


def test_a_report_is_small_enough_to_send(html):
    """The page, libraries and all, is under three megabytes."""
    assert len(html.encode()) < 3_000_000


def test_nobody_out_is_a_report_too():
    """A plan without movements has a report, with no picture and no script, and says who is left behind."""
    text = report_html(plan(movements=(), status=Status.NONE_FOUND, levels=()))
    page = Page(text)
    assert "<script" not in text
    assert "There is no movement to draw." in page.text
    assert "Nobody gets out, so there is no curve." in page.text
    assert page.sections["answer"].count("Left behind:") == 1


def test_an_operation_without_a_truce_or_a_date_has_a_report():
    """Where only durations matter, nothing of a truce, a date or an offset is said."""
    undated = free_town(start=None)
    movements = run(undated, round_robin(2))
    text = Page(
        report_html(Plan(operation=undated, objective="clearance", status="feasible", movements=movements))
    ).text
    assert "times count from its start" in text
    assert "UTC" not in text
    assert "open truce" not in text


def test_the_windows_are_told_and_which_of_them_count(page):
    """The announced windows and those that happened both stand there, and an earlier end of the question too."""
    facts = page.sections["facts"]
    assert "announced: Thu 15 Dec 2016, 08:00 to Fri 16 Dec 2016, 12:00" in facts
    assert any(
        line.startswith("happened (this plan is made for these): Thu 15 Dec 2016, 14:00") for line in facts
    )
    earlier = Page(report_html(plan(1, operation=town().until(100_000)))).sections["facts"]
    assert "the question ends at Fri 16 Dec 2016, 09:46" in earlier


def test_what_the_limit_costs_reaches_the_page():
    """With what a plan without the limit on time aboard came to, the report says what the limit costs."""
    found = WithoutLimit(out_persons=3000, last_out_s=90_000, aboard_s=30_000)
    text = Page(report_html(plan(2).model_copy(update={"without_limit": found}))).text
    assert "Without a limit on the time aboard, the plan that was found has" in text
