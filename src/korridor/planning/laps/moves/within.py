"""What a lap may be, whatever a move has made of it."""

from korridor.clockwork.tables import C, Ints, Tables, V, X
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import SERVICE
from korridor.planning.laps.services import Services


@inner
def within(tables: Tables, services: Services, laps: Ints, i: int) -> None:
    """Bring a lap within what its service, the fleet and the convoy rule allow."""
    service, total = laps[i, SERVICE], 0
    in_column = tables.columns[services.column[service], C.STEPS] > 0
    for kind in range(len(tables.types)):
        choices = services.choices[service, kind]
        most = tables.types[kind, V.NUMBER] if choices else 0
        n = max(0, min(laps[i, 1 + 3 * kind], most))
        if in_column:
            n = min(n, tables.rule[X.MOST] - total)
        laps[i, 1 + 3 * kind] = n
        laps[i, 2 + 3 * kind] = min(laps[i, 2 + 3 * kind], max(0, choices - 1))
        total += n
