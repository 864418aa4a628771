"""Simulated annealing over vehicles' tours.

Kirkpatrick, Gelatt and Vecchi, "Optimization by simulated annealing", 1983, doi 10.1126/science.220.4598.671.

The search goes in rounds. First the last moment is brought down: the energy of a tour grows with the eighth power
of its length, so that the longest count, and steeply once it is about as long as the best clearance found, so that
all others may roam. Rounds begin hot and mild by turns: hot finds its way between few short tours, mild among many.
Then, from the best tours and with their clearance held, people's waiting is brought down.

All is plain arithmetic on whole numbers and on floats, without any function of the platform's library (P4).
"""

from dataclasses import dataclass, replace

import numpy as np

from korridor.chance import stream
from korridor.compiled import allocating
from korridor.planning.shuttle.draft import draft
from korridor.planning.shuttle.lineup import line_up, times
from korridor.planning.shuttle.moves import AT, ITS, draw, undo
from korridor.planning.shuttle.shuttle import Shuttle, Whole
from korridor.planning.shuttle.tours import LENGTH_S, OUT_S, Legs, legs_of, longest, measure

KEY = 1
"""The search's stream among those of a seed."""

TRIALS_A_TRIP = 60_000
"""A round's trials, for each trip."""
HEATS = (0.4, 0.1)
"""The temperature at which rounds begin, by turns."""
NEAR, STEEP, ROAMING = 0.99, 8.0, 0.02
"""A tour is pressed from this part of the best clearance on, so steeply; its eighth power counts this much."""
LONGEST_PERCENT = 50
"""How often a trial begins at the longest tour."""
WAITING_PART = 0.2
"""The part of a round that is for people's waiting."""
WAITING_HEAT = 0.3
"""The temperature at which waiting begins to be brought down, as a part of the mean moment out."""

DONE, ROUND, CLEARANCE_S, WAITING_PERSON_S = range(4)


@dataclass(frozen=True)
class Search:
    """A search at some moment; it can be kept, and gone on with at any time.

    Attributes
    ----------
    tours, spare : array (vehicles, 3 + trips), (receptions)
        Where it stands: the table of tours, and the loads of room left.
    best, best_spare : array
        The same of the best it has met.
    chance : array
        The state of its random numbers.
    tally : array (4)
        Trials done, trials in a round, and the clearance and the waiting of the best tours.
    """

    tours: Whole
    spare: Whole
    best: Whole
    best_spare: Whole
    chance: stream.State
    tally: Whole

    @property
    def iterations(self) -> int:
        """Trials done (P4)."""
        return int(self.tally[DONE])

    @property
    def clearance_s(self) -> int:
        """When the last person is out, at best, by the search's sum of legs."""
        return int(self.tally[CLEARANCE_S])

    @property
    def waiting_person_s(self) -> int:
        """Each person's moment out, summed, at best."""
        return int(self.tally[WAITING_PERSON_S])


def begin(
    shuttle: Shuttle, *, seed: int, most: int | None = None, start: tuple[Whole, Whole] | None = None
) -> Search:
    """A search that has made no trial yet, from given tours or from a quick draft.

    Parameters
    ----------
    seed : int
        From −2⁶³ to 2⁶³ − 1.
    most : int or None
        Trials there will be in all, if that is known; a round is no longer.
    start : tuple of array or None
        A table of tours, and the loads of room left.
    """
    legs = legs_of(shuttle)
    tours, spare = draft(shuttle) if start is None else start
    trials = TRIALS_A_TRIP * shuttle.trips if most is None else min(TRIALS_A_TRIP * shuttle.trips, most)
    tally = np.array([0, max(1, trials), *times(legs, line_up(legs, tours))], dtype=np.int64)
    return Search(
        tours=tours,
        spare=spare,
        best=tours.copy(),
        best_spare=spare.copy(),
        chance=stream.new(seed, KEY),
        tally=tally,
    )


def go_on_from(shuttle: Shuttle, search: Search, tours: Whole, spare: Whole) -> Search:
    """A search that stands at other tours; what it counts goes on."""
    legs, tally = legs_of(shuttle), search.tally.copy()
    tally[CLEARANCE_S:] = times(legs, line_up(legs, tours))
    return replace(search, tours=tours, spare=spare, best=tours.copy(), best_spare=spare.copy(), tally=tally)


def advance(shuttle: Shuttle, search: Search, iterations: int) -> Search:
    """The search after so many trials more; however they are cut into calls, the same trials are made."""
    ahead = Search(**{name: part.copy() for name, part in vars(search).items()})
    if shuttle.trips:
        _run(
            legs_of(shuttle),
            ahead.tours,
            ahead.spare,
            ahead.best,
            ahead.best_spare,
            ahead.chance,
            ahead.tally,
            iterations,
        )
    return ahead


@allocating
def _run(
    legs: Legs,
    tours: Whole,
    spare: Whole,
    best: Whole,
    best_spare: Whole,
    chance: stream.State,
    tally: Whole,
    trials: int,
) -> None:
    """Make so many trials; all but the legs change."""
    move = np.zeros(6, np.int64)
    # Taken out of their tuple once: in a loop that costs as much as a trial.
    legs_s, vehicles = legs.legs_s, legs.vehicles
    persons = legs.places * legs.loads.sum()
    for _ in range(trials):
        done = tally[DONE] % tally[ROUND]
        waiting = done >= _pressed(tally)
        if done == _pressed(tally):
            tours[:], spare[:] = best, best_spare
        heat = _waiting_heat(tally, persons) if waiting else _heat(tally)
        if not waiting and stream.below(chance, 100) < LONGEST_PERCENT:
            vehicle = longest(tours)
        else:
            vehicle = int(stream.below(chance, len(tours)))
        tally[DONE] += 1
        if not draw(tours, spare, chance, vehicle, move):
            continue
        if not _kept(legs_s, vehicles, len(spare), tours, chance, tally, move, heat, waiting):
            undo(tours, spare, move)
        elif _promising(tours, best, tally, waiting):
            clearance_s, waiting_person_s = times(legs, line_up(legs, tours))
            sooner = clearance_s < tally[CLEARANCE_S]
            if sooner or (clearance_s == tally[CLEARANCE_S] and waiting_person_s < tally[WAITING_PERSON_S]):
                tally[CLEARANCE_S], tally[WAITING_PERSON_S] = clearance_s, waiting_person_s
                best[:], best_spare[:] = tours, spare


@allocating
def _kept(
    legs_s: Whole,
    vehicles: Whole,
    receptions: int,
    tours: Whole,
    chance: stream.State,
    tally: Whole,
    move: Whole,
    heat: float,
    waiting: bool,
) -> bool:
    """Whether a move that was done may stay; the measures of its tours are then up to date."""
    v, w = move[AT], move[ITS]
    v_length_s, v_out_s = measure(legs_s, vehicles, receptions, tours, v)
    w_length_s, w_out_s = measure(legs_s, vehicles, receptions, tours, w)
    if waiting:
        if max(v_length_s, w_length_s) > tally[CLEARANCE_S]:
            return False
        worse = float(v_out_s - tours[v, OUT_S])
        if v != w:
            worse += float(w_out_s - tours[w, OUT_S])
    else:
        best_s = max(1.0, float(tally[CLEARANCE_S]))
        worse = _energy(v_length_s / best_s) - _energy(tours[v, LENGTH_S] / best_s)
        if v != w:
            worse += _energy(w_length_s / best_s) - _energy(tours[w, LENGTH_S] / best_s)
    if not _accepts(chance, worse, heat):
        return False
    tours[v, LENGTH_S], tours[v, OUT_S] = v_length_s, v_out_s
    tours[w, LENGTH_S], tours[w, OUT_S] = w_length_s, w_out_s
    return True


@allocating
def _promising(tours: Whole, best: Whole, tally: Whole, waiting: bool) -> bool:
    """Whether tours deserve to be lined up: by their lengths they could be better than the best."""
    clearance_s = tours[longest(tours), LENGTH_S]
    if not waiting:
        return clearance_s < tally[CLEARANCE_S]
    less_s = 0
    for vehicle in range(len(tours)):
        less_s += best[vehicle, OUT_S] - tours[vehicle, OUT_S]
    return less_s > 0 and clearance_s <= tally[CLEARANCE_S]


@allocating
def _energy(part: float) -> float:
    """What a tour of so many times the best clearance weighs."""
    square = part * part
    fourth = square * square
    return ROAMING * fourth * fourth + STEEP * max(0.0, part - NEAR)


@allocating
def _pressed(tally: Whole) -> int:
    """The trials of a round in which the clearance is brought down."""
    return tally[ROUND] - int(WAITING_PART * tally[ROUND])


@allocating
def _heat(tally: Whole) -> float:
    """The temperature while the clearance is brought down: it falls with the third power of what is left."""
    round_, done = tally[DONE] // tally[ROUND], tally[DONE] % tally[ROUND]
    left = 1.0 - done / _pressed(tally)
    return HEATS[round_ % len(HEATS)] * left * left * left


@allocating
def _waiting_heat(tally: Whole, persons: int) -> float:
    """The temperature while waiting is brought down, in seconds."""
    left = (tally[ROUND] - tally[DONE] % tally[ROUND]) / (tally[ROUND] - _pressed(tally))
    mean_s = tally[WAITING_PERSON_S] / persons
    return WAITING_HEAT * mean_s * left * left * left


@allocating
def _accepts(chance: stream.State, worse: float, heat: float) -> bool:
    """Metropolis: always if no worse, else with probability e^(−worse ÷ heat).

    The power is (1 − x ÷ 1024)¹⁰²⁴: multiplications alone, so that every machine decides alike.
    """
    if worse <= 0.0:
        return True
    if worse >= heat * 64.0:
        return False
    power = 1.0 - worse / heat / 1024.0
    for _ in range(10):
        power *= power
    return stream.unit(chance) < power
