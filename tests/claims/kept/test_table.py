"""An exported table is read back as it was written, in both forms; what is none is told."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.claims.claim import Claim, ClaimTime, Quantity, State
from korridor.claims.kept.kept import Kept, Verdict
from korridor.claims.kept.review import taken_over
from korridor.claims.kept.table import kept_of
from korridor.claims.kept.table_file import read_table
from korridor.operation.fault import Faults
from korridor.papers.claims_table import claims_csv, claims_table
from tests.claims.agreement.claims import claim

words = st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="<'"), min_size=1)
texts = st.one_of(
    words, st.sampled_from(["=1+1", "+5", "-", "@x", 'a "b", c', "1,000", "951", "to\nlines", "-3"])
)
names = words.map(str.strip).filter(bool)
bounds = st.one_of(st.none(), st.integers(0, 10**9), st.floats(0.1, 1e6).map(lambda x: round(x, 1) + 0.05))
times = st.builds(
    ClaimTime,
    basis=st.sampled_from(["at", "until"]),
    dates=st.lists(st.dates().map(str), max_size=3).map(tuple),
    clock=st.one_of(st.none(), st.just("07:30")),
    wording=texts,
)
claims = st.builds(
    Claim,
    file=words,
    quantity=st.sampled_from(Quantity),
    unit=texts,
    category=texts,
    low=bounds,
    high=bounds,
    state=st.sampled_from(State),
    subset_of=st.one_of(st.none(), texts),
    place=st.one_of(st.none(), texts),
    time=st.one_of(st.none(), times),
    sources=st.lists(names, max_size=3).map(tuple),
    quote=texts,
    span=st.tuples(st.integers(0, 9), st.integers(10, 99)),
    lang=st.sampled_from(["en", "nb"]),
)
kept = st.builds(
    Kept,
    claim=claims,
    mended=st.one_of(st.none(), claims),
    verdict=st.just(Verdict.ACCEPTED),
    working=st.booleans(),
    reason=texts,
    decided_at=st.one_of(st.none(), st.just("2016-12-17T08:00:00+02:00")),
)


@given(st.lists(kept, max_size=3))
def test_what_is_exported_is_read_back(several: list[Kept]) -> None:
    """Bounds, time, chain, wording, what was read before it was mended, verdict, reason: all of it, as CSV and as JSON."""
    assert [kept_of(row) for row in json.loads(json.dumps(claims_table(several)))] == several
    assert list(_read("t.csv", claims_csv(several))) == several
    assert list(_read("t.json", json.dumps(claims_table(several)))) == several


def _read(name: str, text: str) -> tuple[Kept, ...]:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_text(text, encoding="utf-8", newline="")
        return read_table(path)


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("t.csv", "a,b\n1,2\n", "t.csv:2: has no file, quote"),
        ("t.json", "{}", "t.json:1: is no table of claims: it is to be a list of rows"),
        ("t.json", "[", "t.json:1: is no table of claims"),
        (
            "t.csv",
            claims_csv([Kept(claim=claim(1, 2))]).replace("persons", "sheep"),
            "t.csv:2: quantity: Input should",
        ),
        (
            "t.csv",
            claims_csv([Kept(claim=claim(1, 2))]).replace(",1,2,", ",many,2,"),
            "t.csv:2: could not convert",
        ),
    ],
)
def test_what_is_no_table_is_told(name: str, text: str, says: str) -> None:
    """Other columns, other JSON, a quantity that is none and a number that is none: the line, and what is wrong."""
    with pytest.raises(Faults) as wrong:
        _read(name, text)
    assert says in str(wrong.value)


def test_two_desks() -> None:
    """Another desk's decision is taken for what is open here; what was decided here stays, and its working figure too."""
    one, two, three = (claim(n, n, f"voice {n}", span=(n, n + 1)) for n in (1, 2, 3))
    here = (
        Kept(claim=one),
        Kept(claim=two, verdict=Verdict.ACCEPTED, working=True, reason="ours"),
    )
    there = (
        Kept(claim=one, verdict=Verdict.REJECTED),
        Kept(claim=two, verdict=Verdict.REJECTED),
        Kept(claim=three, verdict=Verdict.ACCEPTED, working=True, reason="theirs"),
    )
    found = taken_over(here, there)
    assert [(each.verdict.value, each.working) for each in found] == [
        ("rejected", False),
        ("accepted", True),
        ("accepted", False),
    ]
    assert taken_over(found, there) == found
