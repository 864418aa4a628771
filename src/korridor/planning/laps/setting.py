"""What a search is about: the operation as arrays, what is sought, and how long a list may be."""

from dataclasses import dataclass

import numpy as np

from korridor.clockwork.tables import C, G, Index, Tables, V, X
from korridor.operation.operation import Operation
from korridor.planning.laps.aim import CLEARANCE, MOST_OUT, WAITING, Aim, weight_of
from korridor.planning.laps.one_type import laps_of_one_type
from korridor.planning.laps.services import Services, services_of
from korridor.planning.plan import Objective

MOST_LAPS, TOO_MANY_LAPS = 1000, 400
"""Longer than the first no list is; what takes more than the second is better searched for as large operations are."""

SOFT_S = 3600
"""How long after the horizon a person still counts in part, in every other round."""

DAY_S = 86400
"""A scale for moments where there are no windows."""

LEFT_S = 10**8
"""What a person who is left waits where there is no horizon: longer than any plan lasts."""

SOUGHT = {
    Objective.MOST_OUT: MOST_OUT,
    Objective.CLEARANCE: CLEARANCE,
    Objective.PRIORITY: WAITING,
    Objective.EXPOSURE: MOST_OUT,
}


@dataclass(frozen=True)
class Setting:
    """An operation, ready to be searched."""

    index: Index
    soft: Tables  # with the last window longer by ``SOFT_S``
    services: Services
    aim: Aim
    horizon_s: int
    laps: int  # how long a list is
    most: int  # vehicles of a lap at most


def setting(operation: Operation, objective: Objective) -> Setting:
    """Set a search up."""
    index = Index(operation, onward=False)
    services, tables = services_of(index), index.tables
    fleet = int(tables.types[:, V.NUMBER].sum())
    in_columns = bool(tables.columns[services.column, C.STEPS].any())
    horizon_s = operation.horizon_s
    return Setting(
        index=index,
        soft=Index(_softened(operation), onward=False).tables,
        services=services,
        aim=Aim(
            sought=SOUGHT[objective],
            total=weight_of(tables),
            span_s=sum(window.closes_s - window.opens_s for window in operation.windows) or DAY_S,
            until_s=LEFT_S if horizon_s is None else horizon_s,
            risk_s=1,
        ),
        horizon_s=int(tables.rule[X.HORIZON]) if horizon_s is None else horizon_s,
        laps=min(MOST_LAPS, _laps_needed(index, services)),
        most=max(1, min(max(int(tables.rule[X.MOST]), 1 if in_columns else fleet), fleet)),
    )


def takes_too_many_laps(operation: Operation) -> bool:
    """Whether no list is long enough that it could be changed lap by lap; so with many loads, each by itself."""
    index = Index(operation, onward=False)
    return _laps_needed(index, services_of(index)) > TOO_MANY_LAPS


def _laps_needed(index: Index, services: Services) -> int:
    """Laps enough to carry everybody, in columns of the least size or of one type, with some to spare."""
    tables = index.tables
    places = max(1, int(tables.layouts.sum(axis=1).max(initial=1)))
    persons = int(np.dot(tables.groups[:, G.PARTIES], tables.groups[:, G.PERSONS]))
    least = max(1, int(tables.rule[X.LEAST]))
    columns = max(-(-persons * 5 // (4 * places * least)), -(-laps_of_one_type(index, services) * 5 // 4))
    return 12 + 2 * len(tables.groups) + columns


def _softened(operation: Operation) -> Operation:
    """Return the operation with its last window, and horizon, later by ``SOFT_S``."""
    windows = list(operation.windows)
    if operation.truce is None or not windows:
        return operation
    windows[-1] = windows[-1].model_copy(update={"closes_s": windows[-1].closes_s + SOFT_S})
    truce = operation.truce.model_copy(update={operation.truce.plan_on.value: tuple(windows)})
    return operation.model_copy(update={"truce": truce, "until_s": None})
