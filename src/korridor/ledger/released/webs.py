"""X3: accounts between which people went without a leg: what is in one of them may be worked out from the others."""

from collections.abc import Iterable

from korridor.ledger.joined import Joined
from korridor.ledger.released.heads import Key, published


def webs_of(keys: Iterable[Key]) -> list[frozenset[str]]:
    """Return the accounts, those together between which people went; places inside are none of them, and join none."""
    names: set[str] = set()
    pairs = []
    for one, other in keys:
        found = [name for name in (one, other) if ":" in name and published(name)]
        names |= set(found)
        if len(found) == 2:
            pairs.append((found[0], found[1]))
    joined: Joined[str] = Joined(())
    for one, other in pairs:
        joined.join([one, other])
    groups = [frozenset(group) for group in joined.groups()]
    alone = names - {name for group in groups for name in group}
    return [*groups, *(frozenset({name}) for name in alone)]
