"""Operation, plan and findings as HTML for a notebook; nothing beside it is needed, and no network."""

from collections.abc import Sequence
from functools import singledispatch
from typing import Any

from korridor.operation.check import check
from korridor.operation.finding import Findings
from korridor.operation.fleet import Layout
from korridor.operation.operation import Operation
from korridor.operation.place import Place
from korridor.operation.road import Road
from korridor.papers.answer import answer
from korridor.papers.drawn import drawn
from korridor.papers.headcount import counted
from korridor.papers.limits import level_lines, limit_point, limit_words
from korridor.papers.page import fragment
from korridor.papers.window_words import window_words
from korridor.pictures.clearance_curve import clearance_curve
from korridor.pictures.clock import Clock, lasting
from korridor.pictures.curve_rows import curve_rows
from korridor.pictures.graph_rows import graph_rows
from korridor.pictures.movement_graph import movement_graph
from korridor.pictures.people_out import last_out_s
from korridor.planning.plan import Plan

MOST_ROWS = 30
"""Rows of a table that are shown; how many more there are stands below."""

MOST_PLACES = 200
"""An operation of more is not checked just to be looked at: that takes longer than a look."""

MOST_DRAWN = 1000
"""Movements of a plan that is drawn just to be looked at: more take longer than a look, and megabytes."""

PANELS = 3
"""Panels of a movement graph that are shown; the report has them all."""


@singledispatch
def shown(value: object) -> str:
    """Return a value as HTML.

    Raises
    ------
    TypeError
        Where nobody knows how.
    """
    raise TypeError(f"nobody knows how to show a {type(value).__name__}")


@shown.register
def _operation(operation: Operation) -> str:
    words = {
        "operation": operation,
        "places": _first(
            [(name, place.kind, place.side, _details(place)) for name, place in operation.places.items()]
        ),
        "roads": _first([(" – ".join(road.between), *_road(road)) for road in operation.roads]),
        "people": _first(
            [
                (name, group.place, group.person_class, counted(group), f"{group.persons:,}")
                for name, group in operation.people.items()
            ]
        ),
        "fleet": _first(
            [
                (
                    name,
                    "; ".join(f"{n:,} at {depot}" for depot, n in kind.depots.items()),
                    _layouts(kind.layouts),
                )
                for name, kind in operation.fleet.items()
            ]
        ),
        "clock": Clock(operation.start),
        "convoy": _convoy(operation),
        "windows": window_words(operation),
        "findings": check(operation) if len(operation.places) <= MOST_PLACES else None,
    }
    return fragment("shown-operation.html", words)


@shown.register
def _findings(findings: Findings) -> str:
    return fragment("shown-findings.html", {"findings": findings})


@shown.register
def _plan(plan: Plan) -> str:
    words = {
        "plan": plan,
        "answer": answer(plan),
        "levels": level_lines(plan),
        "limit_words": limit_words(plan),
        **_pictures(plan),
    }
    return fragment("shown-plan.html", words)


def _pictures(plan: Plan) -> dict[str, Any]:
    operation, movements = plan.operation, plan.movements
    if len(movements) > MOST_DRAWN:
        return {"graph": None, "more_panels": 0, "curve": None, "undrawn": True}
    rows = graph_rows(operation, movements)
    sheets = rows.sheets(PANELS)
    curve = None
    if last_out_s(operation, movements) is not None:
        curve = drawn("curve", clearance_curve(curve_rows(operation, movements, limit_point(plan))))
    return {
        "graph": drawn("graph", movement_graph(sheets[0])) if sheets else None,
        "more_panels": max(0, len(rows.panels) - PANELS),
        "curve": curve,
        "undrawn": False,
    }


def _first(rows: Sequence[tuple[Any, ...]]) -> dict[str, Any]:
    return {"rows": rows[:MOST_ROWS], "more": max(0, len(rows) - MOST_ROWS)}


def _details(place: Place) -> str:
    words = []
    if place.lanes is not None:
        words.append(f"lanes out {place.lanes.outward}, in {place.lanes.inward}")
    if place.bays is not None:
        words.append(f"bays {place.bays}")
    if place.capacity_persons is not None:
        words.append(f"room for {place.capacity_persons:,}")
    return ", ".join(words)


def _road(road: Road) -> tuple[str, str]:
    long = [] if road.length_m is None else [f"{road.length_m / 1000:g} km"]
    keeps = [
        *(["truce"] if road.truce else []),
        *([f"headway {lasting(road.headway_s)}"] if road.headway_s is not None else []),
        *(["alternate"] if road.alternate else []),
        *(["one way"] if road.one_way else []),
    ]
    return ", ".join([*long, lasting(road.travel_s(forth=True))]), ", ".join(keeps)


def _layouts(layouts: Sequence[Layout]) -> str:
    def places(layout: Layout) -> str:
        named = (
            ("seats", layout.seats),
            ("stretchers", layout.stretchers),
            ("wheelchairs", layout.wheelchairs),
        )
        return ", ".join(f"{number} {name}" for name, number in named if number) or "none"

    return " or ".join(map(places, layouts))


def _convoy(operation: Operation) -> str:
    rule = operation.convoy
    if rule.least == rule.most == 1 and rule.escorts is None:
        return "every vehicle by itself"
    words = [f"{rule.least} to {rule.most} vehicles, {rule.spacing_m} m apart"]
    if rule.escorts is not None:
        words.append(f"escorts: {rule.escorts}")
    if rule.marshalling_s:
        words.append(f"{lasting(rule.marshalling_s)} to form up")
    return ", ".join(words)
