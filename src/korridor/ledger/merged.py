"""A4: movements that go on as one have one account."""

from collections.abc import Iterable

from korridor.events.journeys import Merged
from korridor.ledger.joined import Joined


class Movements:
    """Which movements are one by now, and under which name."""

    def __init__(self, merged: Iterable[Merged]) -> None:
        found = sorted({(each.movement, each.into) for each in merged})
        self._joined: Joined[str] = Joined(())
        for movement, into in found:
            self._joined.join([into, movement])
        gone = {movement for movement, _ in found}
        # Of movements that were merged in a ring, none is the one that goes on: the first by name is.
        self._names = {
            self._joined.root(group[0]): min((m for m in group if m not in gone), default=min(group))
            for group in self._joined.groups()
        }

    def leg(self, movement: str) -> str:
        """Return the movement as which one goes on."""
        return self._names.get(self._joined.root(movement), movement)

    def going_on_as(self, leg: str) -> tuple[str, ...]:
        """Return the movements that go on as this one, itself among them."""
        return tuple(sorted({leg, *self._joined.group(leg)}))

    def account(self, name: str) -> str:
        """Return an account's name; of people aboard, by the movement that they are in by now."""
        if not name.startswith("aboard:"):
            return name
        movement, mark, rest = name[7:].partition("/")
        return f"aboard:{self.leg(movement)}{mark}{rest}"


def leg_of(account: str) -> str | None:
    """Return the movement that people in an account are aboard of; ``None`` where they are elsewhere."""
    return account[7:].partition("/")[0] if account.startswith("aboard:") else None
