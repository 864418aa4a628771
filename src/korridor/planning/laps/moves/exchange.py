"""Two laps change places; cf. the 1-interchange of Osman, "Metastrategy simulated annealing", 1993, doi 10.1007/BF02023004."""

from korridor.clockwork.tables import Ints
from korridor.compiled import inner


@inner
def exchange(laps: Ints, i: int, j: int) -> None:
    """Let two laps change places in the list."""
    for column in range(laps.shape[1]):
        laps[i, column], laps[j, column] = laps[j, column], laps[i, column]
