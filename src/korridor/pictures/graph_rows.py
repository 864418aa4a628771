"""The tidy rows of a movement graph, made from movements: a plan's, a rehearsal's or a ledger's."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from korridor.pictures.clock import Clock, lasting
from korridor.pictures.corridor import Corridor, corridor
from korridor.pictures.number import number
from korridor.pictures.panels import Panel, panels
from korridor.pictures.stopped import Stop, stopped
from korridor.pictures.windows import Break, Edge, Span, edges, spans, with_breaks

LOADED, EMPTY = "with people", "empty"

Path = tuple[tuple[int, int], ...]
"""Moments in seconds and distances along the corridor, in order of time."""


@dataclass(frozen=True)
class StopMark:
    """Where a line turns back or ends."""

    panel: int
    movement: str
    moment_s: int
    far: int
    says: str


@dataclass(frozen=True)
class Line:
    """One line of the graph and what to say of it: a column, or a vehicle where nobody drives in column."""

    line: str
    movement: str
    aboard: str
    persons: int
    origin: str
    release: str
    departs: str
    released: str
    stands: str
    ended: str


@dataclass(frozen=True)
class Point:
    """Where a line is at a moment: the head of the column."""

    panel: int
    line: str
    step: int
    moment_s: int
    far: int


@dataclass(frozen=True)
class NumberMark:
    """A movement's number, at the moment its line begins."""

    panel: int
    movement: str
    aboard: str
    moment_s: int


@dataclass(frozen=True)
class GraphRows:
    """The tidy rows of one movement graph.

    Attributes
    ----------
    clock : Clock
    corridor : Corridor
    panels : tuple of Panel
    lines, points, numbers : tuple
        Rows; moments in seconds from the operation's start, distances as ``corridor`` has them.
    truce, edges : tuple
        A panel's number with a span of the truce, or with the opening or closing of a window, in it.
    undrawn : tuple of str
        Movements that are not on the corridor's line; whoever prints the graph says so.
    stops : tuple of StopMark
        Where movements did not come to their end; none in a plan.
    """

    clock: Clock
    corridor: Corridor
    panels: tuple[Panel, ...]
    lines: tuple[Line, ...]
    points: tuple[Point, ...]
    numbers: tuple[NumberMark, ...]
    truce: tuple[tuple[int, Span], ...]
    edges: tuple[tuple[int, Edge], ...]
    undrawn: tuple[str, ...]
    stops: tuple[StopMark, ...] = ()

    def sheets(self, most: int) -> tuple["GraphRows", ...]:
        """Return the same rows on sheets of at most so many panels; lines keep their weight."""

        def sheet(first: int) -> GraphRows:
            inside = range(first, first + most)
            return replace(
                self,
                panels=self.panels[first : first + most],
                points=tuple(replace(p, panel=p.panel - first) for p in self.points if p.panel in inside),
                numbers=tuple(replace(n, panel=n.panel - first) for n in self.numbers if n.panel in inside),
                truce=tuple((panel - first, span) for panel, span in self.truce if panel in inside),
                edges=tuple((panel - first, edge) for panel, edge in self.edges if panel in inside),
                stops=tuple(
                    replace(stop, panel=stop.panel - first) for stop in self.stops if stop.panel in inside
                ),
            )

        return tuple(sheet(first) for first in range(0, len(self.panels), most))


def graph_rows(
    operation: Operation,
    movements: Sequence[Movement],
    stops: Mapping[int, Stop] | None = None,
    breaks: Sequence[Break] = (),
) -> GraphRows:
    """Return the rows of a movement graph.

    Parameters
    ----------
    operation : Operation
        Its roads, truce and clock.
    movements : sequence of Movement
        Planned, rehearsed or recorded.
    stops : mapping of int to Stop, optional
        Of movements that did not come to their end, by rank.
    breaks : sequence of (int, int or None)
        When the truce broke, and was mended; ``None`` is never.
    """
    stops = stops or {}
    along, clock = corridor(operation, movements), Clock(operation.start)
    drawn = [
        (movement, tuple(stopped(path, stops.get(movement.rank)) for path in paths))
        for movement in movements
        if (paths := _paths(operation, movement, along))
    ]
    busy = [(path[0][0], path[-1][0]) for _, paths in drawn for path in paths]
    moments = [edge for window in operation.windows for edge in (window.opens_s, window.closes_s)]
    cut = panels(busy, moments)
    named = {number(movement) for movement, _ in drawn}
    return GraphRows(
        clock=clock,
        corridor=along,
        panels=cut,
        lines=tuple(
            line
            for movement, paths in drawn
            for line in _lines(clock, movement, paths, stops.get(movement.rank))
        ),
        points=tuple(point for movement, paths in drawn for point in _points(cut, movement, paths)),
        numbers=tuple(mark for movement, paths in drawn for mark in _numbers(cut, movement, paths)),
        truce=tuple(
            (panel, span)
            for panel, stretch in _numbered(cut)
            for span in with_breaks(spans(operation, *stretch), breaks)
        ),
        edges=tuple(
            (panel, edge) for panel, stretch in _numbered(cut) for edge in edges(operation, *stretch)
        ),
        undrawn=tuple(name for movement in movements if (name := number(movement)) not in named),
        stops=tuple(
            mark
            for movement, paths in drawn
            if movement.rank in stops
            for mark in _stop_marks(cut, movement, paths, stops[movement.rank])
        ),
    )


def _numbered(cut: tuple[Panel, ...]) -> Iterator[tuple[int, tuple[int, int]]]:
    for panel, stretch in enumerate(cut):
        yield panel, (stretch.begins_s, stretch.ends_s)


def _paths(operation: Operation, movement: Movement, along: Corridor) -> tuple[Path, ...]:
    """Return the way of a column's head; of a movement without a column part, the way of each vehicle."""
    if not movement.passages:
        ends = (movement.origin, *(trip.destination for trip in movement.trips))
        if any(place not in along.places for place in ends):
            return ()
        begins = (movement.departs_s, along.places[movement.origin])
        return tuple((begins, (trip.arrives_s, along.places[trip.destination])) for trip in movement.trips)
    found: list[tuple[int, int]] = []
    for passage in movement.passages:
        here, there = operation.roads[passage.road].between[:: 1 if passage.forth else -1]
        if here not in along.places or there not in along.places:
            return ()
        found += [(passage.head_in_s, along.places[here]), (passage.head_out_s, along.places[there])]
    found.append((max(found[-1][0], movement.trips[0].released_s), found[-1][1]))
    return (tuple(found),)


def _lines(clock: Clock, movement: Movement, paths: tuple[Path, ...], stop: Stop | None) -> Iterator[Line]:
    for index, path in enumerate(paths):
        persons = movement.persons if movement.passages else movement.trips[index].persons
        stands_s = sum(after[0] - here[0] for here, after in pairwise(path) if here[1] == after[1])
        yield Line(
            line=_line(movement, index),
            movement=number(movement),
            aboard=LOADED if persons else EMPTY,
            persons=persons,
            origin=movement.origin,
            release=movement.release if movement.passages else movement.trips[index].destination,
            departs=clock.moment(path[0][0]),
            released=clock.moment(path[-1][0], up=True),
            stands=lasting(stands_s),
            ended=stop.says if stop else "there",
        )


def _stop_marks(
    cut: tuple[Panel, ...], movement: Movement, paths: tuple[Path, ...], stop: Stop
) -> Iterator[StopMark]:
    for path in paths:
        far = next((far for moment_s, far in path if moment_s >= stop.moment_s), path[-1][1])
        for panel, (begins_s, ends_s) in _numbered(cut):
            if begins_s <= stop.moment_s < ends_s:
                yield StopMark(panel, number(movement), stop.moment_s, far, stop.says)


def _line(movement: Movement, index: int) -> str:
    return f"{number(movement)}.{index}"


def _points(cut: tuple[Panel, ...], movement: Movement, paths: tuple[Path, ...]) -> Iterator[Point]:
    for index, path in enumerate(paths):
        for panel, (begins_s, ends_s) in _numbered(cut):
            if path[-1][0] >= begins_s and path[0][0] < ends_s:
                for step, (moment_s, far) in enumerate(path):
                    yield Point(panel, _line(movement, index), step, moment_s, far)


def _numbers(cut: tuple[Panel, ...], movement: Movement, paths: tuple[Path, ...]) -> Iterator[NumberMark]:
    moment_s = paths[0][0][0]
    for panel, (begins_s, ends_s) in _numbered(cut):
        if begins_s <= moment_s < ends_s:
            yield NumberMark(panel, number(movement), LOADED if movement.loaded else EMPTY, moment_s)
