"""Where the nodes and ribbons of a flow picture are drawn, in pixels."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from korridor.ledger.leg import Span
from korridor.ledger.posting import SURPLUS, UNEXPLAINED
from korridor.pictures import theme
from korridor.pictures.flow_rows import LEGS_COLUMN, MISSING, TOO_MANY, FlowRows, Node, Ribbon
from korridor.pictures.text_width import shortened

_HEADS_PX: Final = 330
_COLUMN_PX: Final = 235
_NODE_PX: Final = 9
_GAP_PX: Final = 24
_LEAST_PX: Final = 1.5
_OPEN_PX: Final = 6
"""What a count without an upper limit has beyond its low: it is dotted, and its true width is not known."""
_STEPS: Final = 14


@dataclass(frozen=True)
class Box:
    """A node as it is drawn, with its words above it."""

    says: str
    kind: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class Edge:
    """One point along a band: its place from left to right, its upper and its lower edge."""

    band: str
    part: str
    says: str
    x: float
    top: float
    bottom: float


@dataclass(frozen=True)
class FlowLayout:
    """Boxes and bands, and how large the picture is."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    width_px: int
    height_px: int


def flow_layout(rows: FlowRows) -> FlowLayout:
    """Return the layout: columns from left to right, what is open at the foot of its column."""
    scale = _scale(rows)
    nodes = sorted({node for each in rows.ribbons for node in (each.source, each.target)}, key=_order)
    boxes: dict[Node, Box] = {}
    feet: dict[int, float] = defaultdict(float)
    for node in nodes:
        into = [each for each in rows.ribbons if each.target == node]
        out = [each for each in rows.ribbons if each.source == node]
        tall = max(sum(_wide(each.heads, scale) for each in side) for side in (into, out))
        top = feet[node[0]] + _GAP_PX
        feet[node[0]] = top + tall
        left = node[0] * _COLUMN_PX
        boxes[node] = Box(_says(node, rows, into, out), _kind(node), left, left + _NODE_PX, top, top + tall)
    columns = max((node[0] for node in nodes), default=0) + 1
    return FlowLayout(
        tuple(boxes.values()),
        tuple(_edges(rows, boxes, scale)),
        columns * _COLUMN_PX,
        round(max(feet.values(), default=0)) + _GAP_PX // 2,
    )


def _scale(rows: FlowRows) -> float:
    """Return pixels a head, so that the fullest column is as high as it should be."""
    full: dict[int, int] = defaultdict(int)
    for each in rows.ribbons:
        full[each.source[0]] += _most(each.heads)
    return _HEADS_PX / max(1, *full.values()) if full else 1.0


def _most(heads: Span) -> int:
    return heads.high if heads.high is not None else heads.low or 0


def _wide(heads: Span, scale: float) -> float:
    return max(_LEAST_PX, _most(heads) * scale) + (_OPEN_PX if heads.high is None else 0)


def _order(node: Node) -> tuple[int, int, str]:
    kinds = {"went": 0, "on the way": 1, TOO_MANY: 2, MISSING: 3}
    return node[0], kinds[_kind(node)], node[1]


def _kind(node: Node) -> str:
    name = node[1]
    if name.startswith(UNEXPLAINED) or name == MISSING:
        return MISSING
    if name.startswith(SURPLUS) or name == TOO_MANY:
        return TOO_MANY
    return name if name == "on the way" else "went"


def _says(node: Node, rows: FlowRows, into: list[Ribbon], out: list[Ribbon]) -> str:
    name = rows.names.get(node, node[1])
    name = name.removeprefix("place:")
    name = f"{MISSING} at {name.rpartition(':')[2]}" if name.startswith(UNEXPLAINED) else name
    name = f"{TOO_MANY} at {name.rpartition(':')[2]}" if name.startswith(SURPLUS) else name
    came = [each for each in into if each.kind == "went"] or into
    through = came if came and node[0] >= LEGS_COLUMN else out
    low = sum(each.heads.low or 0 for each in through)
    highs = [each.heads.high for each in through]
    high = None if None in highs else sum(each for each in highs if each is not None)
    heads = f" · {Span(low=low, high=high)}"
    size = theme.SMALL_PX
    # A name may be cut, a number never.
    return shortened(name, max(60, _COLUMN_PX - 12 - len(heads) * size * 0.62), size) + heads


def _edges(rows: FlowRows, boxes: dict[Node, Box], scale: float) -> Iterator[Edge]:
    """Yield the bands: the low of a count dark, what it may be beyond it light, both between the same two nodes."""
    leaves = {node: box.top for node, box in boxes.items()}
    comes = dict(leaves)
    order = {node: n for n, node in enumerate(boxes)}
    at: dict[int, tuple[float, float]] = {}
    for n, each in sorted(enumerate(rows.ribbons), key=lambda e: (order[e[1].source], order[e[1].target])):
        at[n] = (leaves[each.source], 0)
        leaves[each.source] += _wide(each.heads, scale)
    for n, each in sorted(enumerate(rows.ribbons), key=lambda e: (order[e[1].target], order[e[1].source])):
        at[n] = (at[n][0], comes[each.target])
        comes[each.target] += _wide(each.heads, scale)
    for n, each in enumerate(rows.ribbons):
        sure = min(_wide(each.heads, scale), (each.heads.low or 0) * scale)
        if each.heads.low and sure < _LEAST_PX:
            sure = _LEAST_PX
        says = f"{each.source[1]} to {each.target[1]}: {each.heads}"
        left, right = boxes[each.source].right, boxes[each.target].left
        for part, begins, ends in (("sure", 0.0, sure), ("perhaps", sure, _wide(each.heads, scale))):
            if ends > begins:
                for x, y in _course(left, right, *at[n]):
                    yield Edge(f"{n}-{part}", f"{each.kind}, {part}", says, x, y + begins, y + ends)


def _course(left: float, right: float, begins: float, ends: float) -> Iterator[tuple[float, float]]:
    for step in range(_STEPS + 1):
        t = step / _STEPS
        yield left + (right - left) * t, begins + (ends - begins) * t * t * (3 - 2 * t)
