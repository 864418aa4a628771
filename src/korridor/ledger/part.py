"""A part of the books: one leg, one place."""

from collections.abc import Callable

from korridor.ledger.account import Account
from korridor.ledger.account_of import AGREEING
from korridor.ledger.leg import Leg
from korridor.operation.near import near, one_of

_ABOARD = "aboard:"


def part_of(account: Account, *, leg: str | None = None, place: str | None = None) -> Account:
    """Return what the books have of a leg, or of a place; whether counts agree is then said of that part.

    Parameters
    ----------
    account : Account
    leg : str, optional
        A movement, or one that was merged into another.
    place : str, optional
        The code of a place, a reception, a hospital or a place of custody.

    Raises
    ------
    ValueError
        Where the books have no such leg or place; in words for a person.
    """
    if leg is not None:
        account = _of_leg(account, leg)
    if place is not None:
        account = _of_place(account, place)
    return account


def _of_leg(account: Account, name: str) -> Account:
    found = account.leg(name)
    if found is None:
        known = [leg.leg for leg in account.legs]
        raise ValueError(f"there is no leg {name!r}; {near(name, known)}{one_of(known)}")
    own = _ABOARD + found.leg
    return _only(account, lambda about: about == own or about.startswith(f"{own}/"), (found,))


def _of_place(account: Account, code: str) -> Account:
    known = sorted({_code(row.account) for row in account.accounts if _code(row.account)})
    if code not in known:
        raise ValueError(f"the books have no place {code!r}; {near(code, known)}{one_of(known)}")
    legs = tuple(leg for leg in account.legs if leg.last_seen == code)
    return _only(account, lambda about: _code(about) == code, legs)


def _only(account: Account, wanted: Callable[[str], bool], legs: tuple[Leg, ...]) -> Account:
    names = {_ABOARD + leg.leg for leg in legs}
    worklist = tuple(task for task in account.worklist if wanted(task.about) or task.about in names)
    return account.model_copy(
        update={
            "counts_agree": all(task.what in AGREEING for task in worklist),
            "accounts": tuple(row for row in account.accounts if wanted(row.account)),
            "legs": legs,
            "held": tuple(held for held in account.held if wanted(held.account)),
            "streams": tuple(each for each in account.streams if wanted(each.source) or wanted(each.target)),
            "worklist": worklist,
        }
    )


def _code(account: str) -> str:
    kind, _, code = account.rpartition(":")
    return "" if kind.endswith(("aboard", "source", "closed", "left")) else code
