"""A lap gets a few vehicles more or fewer, or its vehicles another destination or layout."""

from korridor.chance import stream
from korridor.clockwork.tables import Ints, Tables, V
from korridor.compiled import inner
from korridor.planning.laps.dispatch.desk import SERVICE
from korridor.planning.laps.moves.pick import pick
from korridor.planning.laps.moves.within import within
from korridor.planning.laps.services import Services


@inner
def resize(tables: Tables, services: Services, laps: Ints, i: int, rng: stream.State) -> None:
    """Change how many vehicles of a type go, or sometimes their destination or layout."""
    kind = pick(rng, len(tables.types))
    service = laps[i, SERVICE]
    if services.choices[service, kind] == 0:
        return
    what = pick(rng, 8)
    if what == 0:
        laps[i, 2 + 3 * kind] = pick(rng, services.choices[service, kind])
    elif what == 1:
        laps[i, 3 + 3 * kind] = pick(rng, tables.types[kind, V.LAYOUTS])
    elif what < 5:
        laps[i, 1 + 3 * kind] += 1 + pick(rng, 3)
    else:
        laps[i, 1 + 3 * kind] -= 1 + pick(rng, 3)
    within(tables, services, laps, i)
