"""Operations whose places have coordinates: what the map and its files are tried on."""

from typing import Any

from hypothesis import strategies as st

from korridor.events.movement import Movement
from korridor.operation.operation import Operation
from tests.pictures.any_runs import runs
from tests.pictures.convoys import town

# Near Aleppo; made up, but for the shape of it.
ATS: dict[str, tuple[float, float]] = {
    "Amiriya": (36.1707, 37.1261),
    "Salah Eddin": (36.1805, 37.1222),
    "Sukkari square": (36.1750, 37.1425),
    "Ramouseh": (36.1599, 37.1170),
    "Last government post": (36.16, 37.09),
    "Rashideen": (36.17, 37.07),
    "Idlib": (35.93062, 36.63393),
    "Bab al-Hawa hospital": (36.24, 36.68),
}

COAST, DATE_LINE, POLE = (-33.05, -71.6), (-16.8, 179.95), (-89.9, 20.0)


def placed(operation: Operation, ats: dict[str, Any]) -> Operation:
    """The same operation, with coordinates for the places named and for no other."""
    places = {
        name: place.model_copy(update={"at": ats.get(name)}) for name, place in operation.places.items()
    }
    return operation.model_copy(update={"places": places})


def located_town(*without: str, **changed: Any) -> Operation:
    """The town with coordinates for all places but those named."""
    return placed(town(**changed), {name: at for name, at in ATS.items() if name not in without})


@st.composite
def located_runs(draw: st.DrawFn) -> tuple[Operation, tuple[Movement, ...]]:
    """Draw a tiny operation and its movements; some places have coordinates, here or there on the globe, some none."""
    operation, movements = draw(runs())
    lat, lon = draw(st.sampled_from([(36.1, 37.1), COAST, DATE_LINE, POLE, (0.0, -180.0)]))
    spread = draw(st.sampled_from([0.0, 0.01, 0.5, 5.0]))
    near = st.floats(-spread, spread)

    def at() -> tuple[float, float] | None:
        if draw(st.integers(0, 3)) == 0:
            return None
        east = (lon + draw(near) + 180) % 360 - 180
        return max(-90.0, min(90.0, lat + draw(near))), east

    return placed(operation, {name: at() for name in operation.places}), movements
