"""The manner of every value at a door: frozen, typed, closed to unknown fields."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that cannot be changed or built wrong.

    Files use the short names (``length``), Python the names with units (``length_m``).
    """

    model_config = ConfigDict(
        frozen=True, extra="forbid", populate_by_name=True, ser_json_inf_nan="constants"
    )
