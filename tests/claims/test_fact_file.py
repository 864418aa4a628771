"""Figures compiled by hand load as claims, with their faults by line."""

import csv
from pathlib import Path

import pytest

from korridor.claims.agreement.agree import agree
from korridor.claims.claim import Quantity
from korridor.claims.fact_file import COLUMNS, read_facts
from korridor.operation.fault import Faults
from tests.examples.sourced import CHECKOUT, SHARED

FACTS = SHARED / "facts" / "claims.csv"
facts_are_here = pytest.mark.skipif(
    not FACTS.exists(), reason="the compiled facts are not here, and not ours to copy"
)


def file_of(folder: Path, *rows: str) -> Path:
    path = folder / "claims.csv"
    path.write_text("\n".join([",".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    return path


def test_one_line_is_one_claim(tmp_path: Path) -> None:
    """Chain, bounds, place and time stand where a dispatch's would, and the line is named."""
    path = file_of(
        tmp_path, 'C1,aleppo,2016-12-16,cumulative.fighters,4500,,person,Centre/RIA,http://x,C,"over 4,500"'
    )
    (one,) = read_facts(path)
    assert (one.quantity, one.category, one.low, one.high) == (Quantity.PERSONS, "fighters", 4500, None)
    assert (one.sources, one.place, one.file, one.quote) == (
        ("Centre", "RIA"),
        "aleppo",
        "claims.csv:2",
        "over 4,500",
    )
    assert one.time is not None
    assert (one.time.basis, one.time.dates) == ("until", ("2016-12-16",))


@pytest.mark.parametrize(
    ("written", "dates"),
    [
        ("2016-12-18/20", ("2016-12-18", "2016-12-19", "2016-12-20")),
        ("2019-02-20+22", ("2019-02-20", "2019-02-22")),
        ("2019", ()),
    ],
)
def test_times(tmp_path: Path, written: str, dates: tuple[str, ...]) -> None:
    """A span is every day of it, two days are two, and a year alone is no date."""
    (one,) = read_facts(file_of(tmp_path, f"C1,a,{written},buses_out,5,5,bus,UN,u,A,"))
    assert one.time is not None
    assert one.time.dates == dates


def test_a_month_is_its_days(tmp_path: Path) -> None:
    """With only a month known any of its days may be meant."""
    (one,) = read_facts(file_of(tmp_path, "C1,a,2019-02,persons_out,5,5,person,UN,u,A,"))
    assert one.time is not None
    assert len(one.time.dates) == 28


def test_faults_name_their_lines(tmp_path: Path) -> None:
    """A unit, a number and a date that cannot be read are three faults, each on its own line."""
    path = file_of(
        tmp_path,
        "C1,a,2016-12-16,x,1,1,sheep,UN,u,A,",
        "C2,a,2016-12-16,x,many,,person,UN,u,A,",
        "C3,a,2016-13-16,x,1,1,person,UN,u,A,",
        "C4,a,2016-12-16,x,9,1,person,UN,u,A,",
        "C5,a,2016-12-16,x,nan,,km,UN,u,A,",
        "C6,a,2016-12-16,x,1",
        "C7,a,2016-12-16,,1,1,person,UN,u,A,",
        "C8,a,2016-12-16,x,1.5,,person,UN,u,A,",
    )
    with pytest.raises(Faults) as caught:
        read_facts(path)
    assert [fault.line for fault in caught.value.faults] == [2, 3, 4, 5, 6, 7, 8, 9]
    assert "'sheep' is not known; one of person" in str(caught.value.faults[0])


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b"a,b\n1,2\n", b"\x00" * 100, b'"' * 200_000])
def test_what_is_no_such_table_is_refused(tmp_path: Path, content: bytes) -> None:
    """An empty file, another encoding, another table, zeros and endless quotes are faults, not errors of the program."""
    path = tmp_path / "facts.csv"
    path.write_bytes(content)
    with pytest.raises(Faults, match=r"facts\.csv:\d+: "):
        read_facts(path)


def test_missing_columns_are_named(tmp_path: Path) -> None:
    """A table of something else is refused with what is needed."""
    path = tmp_path / "other.csv"
    path.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(Faults, match="no column claim_id"):
        read_facts(path)


@facts_are_here
def test_the_compiled_facts_load_and_disagree_as_reported() -> None:
    """All but the two clock times are claims; the known quarrels are found, and the Red Cross is not held against itself."""
    claims = read_facts(FACTS)
    assert len(claims) == len(FACTS.read_text(encoding="utf-8").splitlines()) - 1 - 2
    pairs = {frozenset((clash.more.voice, clash.less.voice)) for clash in agree(claims).clashes}
    assert frozenset(("russian reconciliation centre", "turkish fm")) in pairs
    assert frozenset(("sdf bali", "sohr")) in pairs
    assert frozenset(("russian military", "syrian military source")) in pairs
    assert frozenset(("sdf",)) in pairs


@facts_are_here
def test_the_example_has_the_figures_of_the_facts() -> None:
    """The figures of examples/aleppo-2016/said.csv are those of the compiled facts, row by row."""
    facts = {row["claim_id"]: row for row in csv.DictReader(FACTS.read_text(encoding="utf-8").splitlines())}
    example = CHECKOUT / "examples" / "aleppo-2016" / "said.csv"
    rows = list(csv.DictReader(example.read_text(encoding="utf-8").splitlines()))
    assert len(rows) >= 12
    for row in rows:
        same = ("date", "metric", "value_low", "value_high", "unit", "url", "grade")
        assert {name: row[name] for name in same} == {name: facts[row["claim_id"]][name] for name in same}


def test_the_page_tells_what_comes_out() -> None:
    """Every clash that docs/agreement.md shows is found in the example, between the authors that it names."""
    page = (CHECKOUT / "docs" / "agreement.md").read_text(encoding="utf-8")
    found = agree(read_facts(CHECKOUT / "examples" / "aleppo-2016" / "said.csv")).clashes
    assert page.count("≠ cannot all be true") == 2
    for clash in found[:2]:
        assert f"≠ cannot all be true: {clash.more} (" in page
        assert f"and {clash.less} (" in page
