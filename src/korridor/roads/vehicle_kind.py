"""Which kind of road vehicle a type of the fleet is: what the map's signs say differs by kind."""

from enum import StrEnum

from korridor.operation.fleet import VehicleType

MOST_CAR_PERSONS = 8
"""M1: no more than eight seats besides the driver's (UNECE Consolidated Resolution R.E.3, 2.2.1)."""


class VehicleKind(StrEnum):
    """A kind of road vehicle, as road signs tell them apart."""

    CAR = "car"
    BUS = "bus"
    TRUCK = "truck"


KINDS = tuple(VehicleKind)


def kind_of(vehicles: VehicleType) -> VehicleKind:
    """A bus where some layout takes more than eight people, else a car (ambulances, vans).

    Nothing in an operation tells a truck from a bus; ``--kind TYPE=truck`` says so.
    """
    most = max(layout.persons for layout in vehicles.layouts)
    return VehicleKind.BUS if most > MOST_CAR_PERSONS else VehicleKind.CAR
