"""The short forms that a file may use, put in where they say the same: ``lanes: 4``, ``depot`` with ``number``."""

from dataclasses import replace

from korridor.operation.fault import step_text
from korridor.operation.scheme import NEEDS
from korridor.operation.written import Written

Table = dict[str, Written]


def shortened(tree: Written, named: frozenset[str]) -> Written:
    """Return an operation's tree with short forms; none where a source speaks of the long one.

    Parameters
    ----------
    tree : Written
        In full, as ``spelt_operation`` returns it.
    named : set of str
        Paths that sources speak of.
    """
    return replace(tree, value=_operation(dict(tree.table), named))


def _operation(entries: Table, named: frozenset[str]) -> Table:
    entries["places"] = _each(entries["places"], "places", named)
    entries["fleet"] = _each(entries["fleet"], "fleet", named)
    if "time_aboard" in entries:
        entries["time_aboard"] = _one_for_all(entries["time_aboard"], "time_aboard", ("default",), named)
    for key, said in entries["uncertainty"].table.items() if "uncertainty" in entries else ():
        short = _one_for_all(said, f"uncertainty.{key}", ("default",), named)
        entries["uncertainty"] = replace(
            entries["uncertainty"], value={**entries["uncertainty"].table, key: short}
        )
    return entries


def _each(tables: Written, section: str, named: frozenset[str]) -> Written:
    shorten = _place if section == "places" else _vehicles
    entries = {
        name: replace(entry, value=shorten(dict(entry.table), f"{section}.{step_text(name)}", named))
        for name, entry in tables.table.items()
    }
    return replace(tables, value=entries)


def _place(place: Table, path: str, named: frozenset[str]) -> Table:
    for key, parts in (("per_person", ("default",)), ("lanes", ("outward", "inward"))):
        if key in place:
            place[key] = _one_for_all(place[key], f"{path}.{key}", parts, named)
    return place


def _vehicles(vehicles: Table, path: str, named: frozenset[str]) -> Table:
    for key in ("boarding", "alighting"):
        if key in vehicles:
            parts = tuple(need.value for need in NEEDS)
            vehicles[key] = _one_for_all(vehicles[key], f"{path}.{key}", parts, named)
    depots = vehicles["depots"].table
    if len(depots) != 1 or f"{path}.depots" in named:
        return vehicles
    ((place, number),) = depots.items()
    del vehicles["depots"]
    return {"depot": Written(0, place, place or '""'), "number": number, **vehicles}


def _one_for_all(table: Written, path: str, parts: tuple[str, ...], named: frozenset[str]) -> Written:
    """One value for a table whose parts are just these, and all alike."""
    entries = table.table
    alike = set(entries) == set(parts) and len({entry.text for entry in entries.values()}) == 1
    if not alike or any(f"{path}.{part}" in named for part in parts):
        return table
    return entries[parts[0]]
