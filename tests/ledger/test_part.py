import pytest

import korridor
from korridor.ledger.part import part_of

DAY = """with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00
14:20 departed on=M1/B7 at=AMIRIYA count=48 due=16:40
14:30 departed on=M2/B8 at=AMIRIYA count=50 due=16:50
16:35 arrived on=M1/B7 at=reception:ATAREB count=44
16:45 arrived on=M2/B8 at=reception:ATAREB count=50
"""


@pytest.fixture
def account():
    with korridor.Ledger() as ledger:
        ledger.read(DAY)
        return ledger.account()


def test_of_a_leg_only_that_leg_is_said(account):
    """Counts of one leg agree though those of another do not; the whole says no."""
    assert not account.counts_agree
    one, other = part_of(account, leg="M1"), part_of(account, leg="M2")
    assert not one.counts_agree and other.counts_agree
    assert [leg.leg for leg in one.legs] == ["M1"] and [task.about for task in one.worklist] == ["aboard:M1"]
    assert {row.account for row in other.accounts} == {"aboard:M2/B8/1"} and other.worklist == ()


def test_of_a_place_its_accounts_are_said(account):
    """A place has its accounts, and what is held there."""
    found = part_of(account, place="ATAREB")
    assert {row.account for row in found.accounts} == {"reception:ATAREB"}
    assert [held.account for held in found.held] == ["reception:ATAREB"]


def test_a_name_that_the_books_do_not_have(account):
    """A misspelt leg or place is named with those that there are."""
    with pytest.raises(ValueError, match="there is no leg 'M3'; one of M1, M2"):
        part_of(account, leg="M3")
    with pytest.raises(
        ValueError, match=r"the books have no place 'ATAREP'; did you mean 'ATAREB'\? one of AMIRIYA, ATAREB"
    ):
        part_of(account, place="ATAREP")
