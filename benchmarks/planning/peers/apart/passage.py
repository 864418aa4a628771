"""A column on one road, in the model of laps."""

from typing import TYPE_CHECKING, Any

from ortools.sat.python import cp_model

if TYPE_CHECKING:
    from benchmarks.planning.peers.apart.lap import Lap
    from benchmarks.planning.peers.apart.laps import Laps


class Passage:
    """A column on one road: when its head enters, its tail enters, and its tail is out at the other end (C5)."""

    def __init__(self, laps: "Laps", lap: "Lap", step: dict[str, Any], there: Any, loaded: bool) -> None:
        self.laps, self.lap, self.step, self.there, self.loaded = laps, lap, step, there, loaded
        model = laps.model
        self.enters, self.tail_enters, self.leaves, self.tail_leaves = (
            laps.moment(n) for n in ("in", "tail in", "out", "tail out")
        )
        self._pass_s: Any = 0
        if step["gap"] and step["length_m"]:
            self._pass_s = laps.moment("pass time")
            model.add(self._pass_s * step["length_m"] >= (lap.size - 1) * step["gap"]).only_enforce_if(there)
        model.add(self.tail_enters >= self.enters + self._pass_s).only_enforce_if(there)
        for v, travel_s in enumerate(step["travel_s"]):
            model.add(self.leaves >= self.enters + travel_s).only_enforce_if([there, lap.has[v]])
            model.add(self.tail_leaves >= self.tail_enters + travel_s).only_enforce_if([there, lap.has[v]])
        self._interval: cp_model.IntervalVar | None = None
        self.head_through, self.tail_through = self._go_on()

    def screening(self) -> cp_model.IntervalVar:
        """C6: everybody in the column is looked at, so many vehicles at once."""
        assert self._interval is not None
        return self._interval

    def _go_on(self) -> tuple[Any, Any]:
        """Return when head and tail may go on; adds the screening at the end of the road."""
        screen, model = self.step["screen"], self.laps.model
        if screen is None:
            return self.leaves, self.tail_leaves
        lasts, begins, ends = (self.laps.moment(name) for name in ("screened", "screening", "through"))
        self._interval = model.new_optional_interval_var(begins, lasts, ends, self.there, "screening")
        waves = self.lap.waves(screen["lanes"])
        one_s = screen["vehicle_s"]
        seconds = self.lap.size * one_s
        if self.loaded:
            name = screen["place"]
            for g, group in enumerate(self.laps.groups):
                for v in range(len(self.laps.types)):
                    seconds = seconds + self.lap.rides[g, v] * group["screen_s"].get(name, 0)
        model.add(lasts * screen["lanes"] >= seconds).only_enforce_if(self.there)
        model.add(lasts >= waves * one_s).only_enforce_if(self.there)
        model.add(begins >= self.leaves).only_enforce_if(self.there)
        model.add(ends >= self.tail_leaves + one_s).only_enforce_if(self.there)
        return (ends if screen["whole"] else begins + one_s), ends
