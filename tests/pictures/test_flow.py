"""The accounts as a flow: every head has its width, nobody is netted with anybody."""

import pytest
from hypothesis import given, settings

from korridor.events.event_lines import read_lines
from korridor.ledger.account import NOT_THE_SAME_PEOPLE
from korridor.ledger.books import Books
from korridor.pictures.flow_chart import flow_chart
from korridor.pictures.flow_layout import flow_layout
from korridor.pictures.flow_rows import MISSING, MOST_LEGS, TOO_MANY, flow_rows
from tests.ledger.released.days import FIRST, parts

DAY = "2016-12-20T20:00+02:00"
TWO_BUSES = """
08:00 departed on=M1/B1 at=TOWN count=48 due=09:00
08:00 departed on=M1/B2 at=TOWN count=50 due=09:00
08:50 arrived on=M1/B1 at=reception:R1 count=47
08:50 arrived on=M1/B2 at=reception:R1 count=51
"""


def account_of(text: str):
    """The books in the evening."""
    return Books(read_lines(f"{FIRST}\n{text}", "day")).account(DAY, DAY)


def test_one_missing_and_one_too_many_both_show():
    """One missing from a bus and one too many in another are two ribbons, each of one head (A4)."""
    rows = flow_rows(account_of(TWO_BUSES))
    kinds = {each.kind: each.heads.high for each in rows.ribbons if each.kind != "went"}
    assert kinds == {MISSING: 1, TOO_MANY: 1}


def test_a_long_day_fits():
    """Of many legs those of which nothing is open stand together by way, and who is missing keeps a leg of its own."""
    trips = [
        f"08:00 departed on=M{n} at=TOWN count=50 due=09:00\n"
        f"08:50 arrived on=M{n} at=reception:R{n % 2} count={47 if n == 7 else 50}"
        for n in range(60)
    ]
    account = account_of("\n".join(trips))
    rows = flow_rows(account)
    nodes = {node for each in rows.ribbons for node in (each.source, each.target) if node[0] == 1}
    assert len(account.legs) > MOST_LEGS and len(nodes) == 3 and (1, "M7") in nodes
    assert any(name.startswith("30 legs, ") for name in rows.names.values())


@settings(max_examples=40)
@given(parts())
def test_every_head_has_its_width(texts):
    """Whatever goes into a leg comes out of it, in heads, and no band leaves the picture or runs backwards."""
    account = account_of("\n".join(texts))
    rows = flow_rows(account)
    for leg in {each.target for each in rows.ribbons if each.target[0] == 1}:
        into = sum(each.heads.low or 0 for each in rows.ribbons if each.target == leg)
        out = sum(each.heads.low or 0 for each in rows.ribbons if each.source == leg)
        assert into == out
    drawn = flow_layout(rows)
    for edge in drawn.edges:
        assert 0 <= edge.top < edge.bottom <= drawn.height_px and 0 <= edge.x <= drawn.width_px


@pytest.mark.parametrize("text", [TWO_BUSES, "08:00 departed on=M1 at=TOWN count=unknown"])
def test_the_picture_says_what_it_does_not_show(text):
    """A8's sentence stands on the picture; of an unknown number it is drawn that there are some."""
    drawn = flow_chart(account_of(text))
    assert drawn["title"]["text"] == NOT_THE_SAME_PEOPLE and drawn["datasets"]["bands"]
