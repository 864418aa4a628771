"""R6: one run of many, as what happened in it."""

from itertools import takewhile

from korridor.clockwork.state import T
from korridor.clockwork.tables import NEVER
from korridor.clockwork.weather import D
from korridor.operation.frozen import Frozen
from korridor.rehearsal.happened import Ending, Happened
from korridor.rehearsal.task import Task


class OneRun(Frozen):
    """What happened in one run of a rehearsal.

    Attributes
    ----------
    run : int
        Its number, from 0; with the task's seed it says what the run met.
    happened : tuple of Happened
        The movements that departed, in the order of departure.
    breaks : tuple of (int, int or None)
        When the truce broke and was mended, in seconds; ``None`` is never.
    come_persons, out_persons, stranded_persons : int
        Who came to be taken out, who was out by the horizon, who is stuck on the way.
    exposure_person_s : int
        C8.
    """

    run: int
    happened: tuple[Happened, ...]
    breaks: tuple[tuple[int, int | None], ...]
    come_persons: int
    out_persons: int
    stranded_persons: int
    exposure_person_s: int

    def ended(self, ending: Ending) -> int:
        """Return how many movements ended so."""
        return sum(each.ending is ending for each in self.happened)

    def stopped_s(self, happened: Happened) -> int | None:
        """Return when a movement turned back, or from when it is stranded; ``None`` where it arrived."""
        movement = happened.movement
        if happened.ending is Ending.ARRIVED:
            return None
        if happened.ending is Ending.TURNED_BACK:
            return self._breaks_s(movement.departs_s)
        stands_s = movement.departs_s
        for passage in takewhile(lambda passage: passage.head_in_s < NEVER, movement.passages):
            if passage.head_out_s >= NEVER:  # it took shelter on this road, for good
                return self._breaks_s(passage.head_in_s)
            stands_s = passage.head_out_s
        return stands_s

    def _breaks_s(self, after_s: int) -> int:
        """Return when the truce breaks next after a moment."""
        return min((begins_s for begins_s, _ in self.breaks if begins_s > after_s), default=after_s)


def one_run(task: Task, run: int) -> OneRun:
    """Carry out one run of a task; run 17 is the same whether it is carried out alone or among thousands."""
    stage = task.stage()
    happened = tuple(map(_ended, stage.once(run)))
    day, tally = stage.weather.day, stage.state.tally
    breaks = sorted(stage.weather.breaks[: int(day[D.BREAKS])].tolist())
    return OneRun(
        run=run,
        happened=happened,
        breaks=tuple((begins, None if ends >= NEVER else ends) for begins, ends in breaks),
        come_persons=int(day[D.COME]),
        out_persons=int(tally[T.OUT_PERSONS]),
        stranded_persons=int(tally[T.STRANDED]),
        exposure_person_s=int(tally[T.EXPOSURE]),
    )


def _ended(happened: Happened) -> Happened:
    """Tell those who would arrive when the truce is mended, which it never is, from those who do."""
    stays = happened.ending is Ending.ARRIVED and any(
        trip.free_s >= NEVER for trip in happened.movement.trips
    )
    return happened if not stays else Happened(movement=happened.movement, ending=Ending.STRANDED)
