"""How a movement is called on every picture and paper."""

from korridor.events.movement import Movement


def number(movement: Movement) -> str:
    """``M001`` for the movement of rank 0: what is chalked on its vehicles."""
    return f"M{movement.rank + 1:03d}"
