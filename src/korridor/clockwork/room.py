"""C7, R3: who is let in beyond the room of a place: how many at most, and for how long."""

from typing import NamedTuple

from korridor.clockwork.state import State, T
from korridor.clockwork.tables import NONE, Ints, P, Tables
from korridor.compiled import inner


class Room(NamedTuple):
    """Who comes and goes at the places that have room for so many, in the order of moments."""

    row: Ints  # [place] its row in the arrays below, or NONE
    place: Ints  # [row]
    entries: Ints  # [row]
    moment_s: Ints  # [row, entry]
    change: Ints  # [row, entry] persons more, or fewer
    beyond: Ints  # [row] the most persons beyond its room in this run


@inner
def begin_room(room: Room, state: State) -> None:
    """Begin with those who are there."""
    for row in range(len(room.place)):
        room.entries[row] = 1
        room.moment_s[row, 0] = state.tally[T.NOW]
        room.change[row, 0] = state.present[room.place[row]]


@inner
def note_change(room: Room, place: int, moment_s: int, persons: int) -> None:
    """Note that persons come from a moment on, or are gone; raises ``IndexError`` when there is no room to note it."""
    row = room.row[place]
    if row == NONE or persons == 0:
        return
    at = room.entries[row]
    if at == room.moment_s.shape[1]:
        raise IndexError("more people come and go than the rooms have been sized for")
    while at > 0 and room.moment_s[row, at - 1] > moment_s:
        room.moment_s[row, at], room.change[row, at] = room.moment_s[row, at - 1], room.change[row, at - 1]
        at -= 1
    room.moment_s[row, at], room.change[row, at] = moment_s, persons
    room.entries[row] += 1


@inner
def beyond_person_s(tables: Tables, room: Room, until_s: int) -> int:
    """Return person-seconds beyond the room of places up to a moment, and note the most persons beyond each."""
    total = 0
    for row in range(len(room.place)):
        most, there = 0, 0
        holds = tables.places[room.place[row], P.ROOM]
        for at in range(room.entries[row]):
            begins_s = room.moment_s[row, at]
            if begins_s >= until_s and at:
                break
            there += room.change[row, at]
            if there > holds:
                later = at + 1 < room.entries[row]
                ends_s = min(until_s, room.moment_s[row, at + 1]) if later else until_s
                total += (there - holds) * max(0, ends_s - begins_s)
                if ends_s > begins_s:
                    most = max(most, there - holds)
        room.beyond[row] = most
    return total
