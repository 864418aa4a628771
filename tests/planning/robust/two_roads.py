"""Two places alike, one on a sure road, the other on a road a little quicker, of which nobody knows how long it takes."""

import json

from korridor.operation.operation import Operation
from tests.operation.tiny import operation
from tests.rehearsal.calm import CALMLY

TWO_ROADS = """\
korridor: 1
name: Two roads
start: 2016-12-15T06:00+02:00
places:
  Hill: {kind: assembly}
  Valley: {kind: assembly}
  Camp: {kind: reception}
roads:
  - {between: [Hill, Camp], time: 30 min}
  - {between: [Valley, Camp], time: 28 min}
people:
  hill: {at: Hill, class: well, count: 800}
  valley: {at: Valley, class: well, count: 800}
fleet:
  bus: {depot: Camp, number: 4, layouts: [{seats: 50}]}
until: +225 min
uncertainty: UNCERTAIN
"""


def two_roads(valley: str) -> Operation:
    """The operation, with how long the road to the valley takes in a share of what the file says; nothing else varies."""
    uncertain = {**CALMLY, "road_time": {"default": "100 %", "Valley - Camp": valley}}
    return operation(TWO_ROADS.replace("UNCERTAIN", json.dumps(uncertain, ensure_ascii=False)))
