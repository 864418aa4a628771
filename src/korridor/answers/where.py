"""Which account of the books a place of a claim is: as a person says, or as both write it."""

from collections.abc import Mapping

from korridor.claims.agreement.thing import PEOPLE, Thing
from korridor.ledger.account import Account
from korridor.operation.near import near, one_of

OF = "@"
"""Between what is counted and the place: ``patients@Idlib``."""

AND = "+"
"""Between accounts that are one place to whoever speaks of them."""

_KINDS = ("place", "reception", "hospital", "custody", "handed", "dead")
ABOARD = "aboard"


class Where:
    """The accounts that claims' places are.

    Parameters
    ----------
    books : Account
        All of them.
    at : mapping of str to str
        From ``PLACE`` or ``NOUN@PLACE`` to an account, or to a code that only one account has; several with ``+`` between are
        one place, such as the assembly points of an enclave.

    Raises
    ------
    ValueError
        For what is no account of the books.
    """

    def __init__(self, books: Account, at: Mapping[str, str]) -> None:
        legs = [f"{ABOARD}:{name}" for leg in books.legs for name in (leg.leg, *leg.merged)]
        streams = {name for each in books.streams for name in (each.source, each.target)}
        named = {row.account for row in books.accounts} | streams
        self._known = sorted(name for name in named if name.partition(":")[0] in _KINDS)
        self._accounts = [*self._known, ABOARD, *legs]
        self._given = {_key(said): self._all_of(accounts) for said, accounts in at.items()}

    def accounts(self, thing: Thing) -> tuple[str, ...]:
        """Return the accounts that a thing is of; none where nobody says, or where two accounts are written so."""
        place = _folded(thing.place or "")
        given = self._given.get((thing.category.casefold(), place), ())
        if given or thing.category != PEOPLE or not place:
            return given
        found = [name for name in self._known if _folded(name.partition(":")[2]) == place]
        return tuple(found) if len(found) == 1 else ()

    def _all_of(self, said: str) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(self._read(each.strip()) for each in said.split(AND)))
        kinds = {each.partition(":")[0] for each in found}
        if len(found) > 1 and (len(kinds) > 1 or ABOARD in kinds):
            raise ValueError(f"{said!r} is not of one kind; put places together, or receptions, or hospitals")
        return found

    def _read(self, account: str) -> str:
        found = [name for name in self._accounts if account in (name, name.partition(":")[2])]
        if len(found) == 1:
            return found[0]
        if found:
            raise ValueError(f"{account!r} may be {' or '.join(found)}; write which")
        raise ValueError(
            f"{account!r} is no account of the books; {near(account, self._accounts)}{one_of(self._accounts)}"
        )


def _key(said: str) -> tuple[str, str]:
    noun, of, place = said.rpartition(OF)
    return (noun.strip().casefold() if of else PEOPLE), _folded(place)


def _folded(name: str) -> str:
    """The letters and digits of a name: ``EAST-ALEPPO`` is *East Aleppo*."""
    return "".join(letter for letter in name.casefold() if letter.isalnum())
