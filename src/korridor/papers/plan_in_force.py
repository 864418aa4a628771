"""P5: the plan that a state names: the one in force, whose departures are promises."""

import hashlib
import os
from pathlib import Path

from korridor.events.saved_state import PlanInForce, SavedState
from korridor.events.state_file import line_of
from korridor.operation.fault import Fault, Faults
from korridor.operation.operation import Operation
from korridor.operation.text import read_bytes
from korridor.operation.units import shown
from korridor.papers.plan_file import MOST_BYTES, read_plan
from korridor.planning.plan import Plan


def naming(state: SavedState, plan: Path, folder: Path) -> SavedState:
    """Return a state that names its plan's file, as seen from the folder in which the state will lie."""
    digest = hashlib.sha256(read_bytes(plan, MOST_BYTES)).hexdigest()
    file = Path(os.path.relpath(plan.resolve(), folder.resolve())).as_posix()
    return state.model_copy(update={"plan": PlanInForce(file=file, sha256=digest)})


def plan_in_force(path: str | Path, state: SavedState, operation: Operation) -> Plan | None:
    """Return the plan that a state's file names; ``None`` where it names none.

    Raises
    ------
    korridor.operation.fault.Faults
        Where there is no such file, it is not the one of which the state was taken, or it goes other ways than the
        operation has.
    """
    if state.plan is None:
        return None
    path = Path(path)
    file = path.parent / state.plan.file
    without = "or take plan out of the state: then nothing is promised"
    if not file.is_file():
        what = f"there is no plan at {file}; put it there, name where it is, {without}"
        raise Faults([Fault(str(path), line_of(path, ("plan", "file")), "plan.file", what)])
    if hashlib.sha256(read_bytes(file, MOST_BYTES)).hexdigest() != state.plan.sha256:
        what = f"{file} has changed since the state was taken of it; take the state anew, {without}"
        raise Faults([Fault(str(path), line_of(path, ("plan", "sha256")), "plan.sha256", what)])
    plan = read_plan(file)
    if (other := _other(plan, operation)) is not None:
        what = f"the plan at {file} knows {other}, the operation does not; {without.removeprefix('or ')}"
        raise Faults([Fault(str(path), line_of(path, ("plan", "file")), "plan.file", what)])
    return plan


def _other(plan: Plan, operation: Operation) -> str | None:
    """Return what a plan needs that an operation does not have; people and numbers may differ."""
    for name in plan.operation.places:
        if name not in operation.places:
            return f"a place {shown(name)}"
    for name, vehicles in plan.operation.fleet.items():
        if name not in operation.fleet:
            return f"a vehicle type {shown(name)}"
        if len(vehicles.layouts) > len(operation.fleet[name].layouts):
            return f"{len(vehicles.layouts)} layouts of {shown(name)}"
    for index, road in enumerate(plan.operation.roads):
        if index >= len(operation.roads) or operation.roads[index].between != road.between:
            return f"a road {index} from {shown(road.between[0])} to {shown(road.between[1])}"
    return None
