"""What the checker yields: one broken rule, where, and what is wrong there."""

from dataclasses import dataclass

from korridor.events.movement import Movement, Trip


@dataclass(frozen=True)
class Broken:
    """A rule that a plan breaks.

    Attributes
    ----------
    rule : str
        Its number in ``docs/semantics.md``, such as ``C6``.
    where : str
        The movement, vehicle, place or level.
    what : str
        What is wrong there, with the figures.
    """

    rule: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.rule}: {self.where}: {self.what}"


def named(movement: Movement, trip: Trip | None = None) -> str:
    """Name a movement, or a vehicle in it, for a person."""
    if trip is None:
        return f"movement {movement.rank}"
    return f"movement {movement.rank}, {trip.vehicle_type} {trip.vehicle}"
