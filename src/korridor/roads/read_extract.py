"""Read an extract: a stream, everything that is no road left behind in C++."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import osmium

from korridor.operation.fault import Fault, Faults
from korridor.operation.text import first_bytes
from korridor.operation.units import shown
from korridor.roads.access import barrier_opens
from korridor.roads.extract import Extract
from korridor.roads.speed_rules import SpeedRules
from korridor.roads.vehicle_kind import KINDS
from korridor.roads.way_rules import KEYS, WayRule, way_rule

_SHOWN = 100

SUFFIXES = (".pbf", ".osm", ".osm.gz", ".osm.bz2")


@dataclass
class _Collected:
    """What the stream leaves behind."""

    nodes: array[int] = field(default_factory=lambda: array("q"))
    lon: array[int] = field(default_factory=lambda: array("i"))
    lat: array[int] = field(default_factory=lambda: array("i"))
    starts: array[int] = field(default_factory=lambda: array("q", [0]))
    ways: array[int] = field(default_factory=lambda: array("q"))
    classes: array[int] = field(default_factory=lambda: array("B"))
    speeds: array[int] = field(default_factory=lambda: array("i"))
    names: list[str] = field(default_factory=list)
    barriers: dict[int, int] = field(default_factory=dict)
    newest: datetime = datetime(1970, 1, 1, tzinfo=UTC)

    def add(self, way: Any, rule: WayRule, name: str) -> None:
        """Add one road."""
        for node in way.nodes:
            location = node.location
            self.nodes.append(node.ref)
            self.lon.append(location.x)
            self.lat.append(location.y)
        self.starts.append(len(self.nodes))
        self.ways.append(way.id)
        self.classes.append(rule.road_class)
        self.speeds.extend(rule.forth_m_per_h + rule.back_m_per_h)
        self.names.append(name)
        if way.timestamp > self.newest:
            self.newest = way.timestamp


def read_extract(path: Path, rules: SpeedRules, ferries: bool = False) -> Extract:
    """Read the roads of an extract (``.osm.pbf``; ``.osm`` too).

    Raises
    ------
    korridor.operation.fault.Faults
        Where the file cannot be read, is cut off, is no extract, or holds no roads.
    """
    _openable(path)
    collected = _Collected()
    names: dict[str, str] = {}
    seen: dict[tuple[tuple[str, str], ...], WayRule | None] = {}
    try:
        header = osmium.io.Reader(str(path), osmium.osm.NOTHING).header()
        for found in _roads_and_barriers(path):
            if found.is_node():
                _add_barrier(collected, found, rules)
                continue
            tags = found.tags
            deciding = tuple((tag.k, tag.v) for tag in tags if tag.k in KEYS)
            if deciding not in seen:
                seen[deciding] = way_rule(dict(deciding), rules, ferries)
            rule = seen[deciding]
            if rule is not None:
                name = tags.get("ref") or tags.get("name") or ""
                collected.add(found, rule, names.setdefault(name, name))
    except (RuntimeError, ValueError, OverflowError, osmium.InvalidLocationError) as error:
        what = f"cannot be read as OpenStreetMap data ({str(error)[:_SHOWN]}); is it whole?"
        raise _fault(path, f"{what} Download it again, or cut it anew") from None
    if not collected.ways:
        raise _fault(
            path, "holds no roads that a car, bus or truck may use; is it a full extract (.osm.pbf)?"
        )
    return _extract(path, header, collected)


def _roads_and_barriers(path: Path) -> Iterator[Any]:
    ways = osmium.filter.KeyFilter("highway", "route")
    ways.enable_for(osmium.osm.WAY)
    nodes = osmium.filter.KeyFilter("barrier")
    nodes.enable_for(osmium.osm.NODE)
    stream = osmium.FileProcessor(str(path), osmium.osm.NODE | osmium.osm.WAY).with_locations("flex_mem")
    return iter(stream.with_filter(ways).with_filter(nodes))


def _add_barrier(collected: _Collected, node: Any, rules: SpeedRules) -> None:
    tags = {tag.k: tag.v for tag in node.tags}
    opens = sum(1 << bit for bit, kind in enumerate(KINDS) if barrier_opens(tags, kind, rules.of(kind)))
    if opens != (1 << len(KINDS)) - 1:
        collected.barriers[node.id] = opens


def _openable(path: Path) -> None:
    """Say in our own words what a C++ library says in its own."""
    empty = not first_bytes(path, 1, "extract")
    if not path.name.lower().endswith(SUFFIXES):
        raise _fault(path, f"{shown(path.name)} does not end as an extract does: .osm.pbf (or .osm)")
    if empty:
        raise _fault(path, "the file is empty; download the extract again")


def _extract(path: Path, header: Any, collected: _Collected) -> Extract:
    date = header.get("osmosis_replication_timestamp") or header.get("timestamp")
    if not date and collected.newest.year > 1970:
        date = collected.newest.isoformat()
    speeds = np.frombuffer(collected.speeds, dtype=np.int32).reshape(-1, 2, len(KINDS))
    return Extract(
        name=path.name,
        date=date[:10] if date else None,
        nodes=np.frombuffer(collected.nodes, dtype=np.int64),
        lon=np.frombuffer(collected.lon, dtype=np.int32),
        lat=np.frombuffer(collected.lat, dtype=np.int32),
        starts=np.frombuffer(collected.starts, dtype=np.int64),
        ways=np.frombuffer(collected.ways, dtype=np.int64),
        classes=np.frombuffer(collected.classes, dtype=np.uint8),
        speeds_m_per_h=speeds,
        names=collected.names,
        barriers=collected.barriers,
    )


def _fault(path: Path, what: str) -> Faults:
    return Faults([Fault(str(path), 1, "", what)])
