"""R3: what is taken as given in every run."""

from dataclasses import dataclass

from korridor.clockwork.tables import NEVER


@dataclass(frozen=True)
class Break:
    """A break of the truce that is taken as given in every run; it is never mended where ``ends_s`` is ``NEVER``."""

    begins_s: int
    ends_s: int = NEVER

    def __post_init__(self) -> None:
        if not self.begins_s < self.ends_s:
            raise ValueError("the truce is mended after it breaks, not before")

    @classmethod
    def of(cls, begins_s: int, ends_s: int | None) -> "Break":
        """Return a break that may never be mended; ``ValueError`` where it would be before it breaks."""
        return cls(begins_s, NEVER if ends_s is None else ends_s)
