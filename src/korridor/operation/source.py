"""O10: where a value comes from."""

from korridor.operation.frozen import Frozen


class Provenance(Frozen):
    """The source and note of one value of the file.

    Attributes
    ----------
    path : str
        Where the value stands, for example ``roads[3].length``.
    value : str
        The value as written.
    assumed : bool
        Whether it is a choice of ours and no source says it.
    """

    path: str
    value: str
    source: str | None = None
    note: str | None = None
    assumed: bool = False
