"""Instances of the Bus Evacuation Problem by the law of the published random ones, which nobody has seen.

Read off the 50 at hand: one yard; as many shelters as assembly points, n; n ÷ 2 + 1 buses of one place; 1 to 5 people at
each assembly point, room for 1 to 10 in each shelter and for all in all, and distances from 1 to 10, all equally likely.
"""

from itertools import count

from korridor.chance import stream

KEY = 53
"""The stream of a seed that instances are drawn from."""


def instance(places: int, seed: int) -> str:
    """An instance's file.

    Parameters
    ----------
    places : int
        Assembly points, and shelters; the published ones have 2 to 10.
    seed : int
    """
    state = stream.new(seed, KEY)

    def drawn(number: int, most: int) -> list[int]:
        return [1 + int(stream.below(state, most)) for _ in range(number)]

    for _ in count():
        people, room = drawn(places, 5), drawn(places, 10)
        if sum(room) >= sum(people):
            break
    buses = places // 2 + 1
    rows = [
        [buses, 1],
        [1, buses],
        [places, sum(people), *people],
        [places, sum(room), *room],
        [1, *drawn(places, 10)],
        *([number, *drawn(places, 10)] for number in range(1, places + 1)),
    ]
    return "".join(" ".join(map(str, row)) + "\n" for row in rows)
