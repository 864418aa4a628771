"""Labels that would overlap, moved apart."""

from collections.abc import Sequence


def spread(wanted: Sequence[float], least: float) -> list[float]:
    """Return positions at least ``least`` apart, in the order wanted and as near to what is wanted as can be.

    Parameters
    ----------
    wanted : sequence of float
        Where each label would stand, ascending.
    least : float
        How far apart two labels must be.
    """
    blocks: list[list[float]] = []  # labels that touch: [sum of wished-for starts, labels]
    for position in wanted:
        blocks.append([position, 1])
        while len(blocks) > 1 and _start(blocks[-2], least) + blocks[-2][1] * least > _start(
            blocks[-1], least
        ):
            total, labels = blocks.pop()
            ahead = blocks[-1]
            # The later block's labels begin further on in the joined one.
            ahead[0] += total - labels * ahead[1] * least
            ahead[1] += labels
    return [_start(block, least) + label * least for block in blocks for label in range(int(block[1]))]


def _start(block: list[float], least: float) -> float:
    return block[0] / block[1]
