"""``hindcast.svg``, ``hindcast.png`` and ``hindcast.json``: what was reported beside what was rehearsed."""

import json
from pathlib import Path

from korridor.operation.happened import as_happened
from korridor.operation.operation import Operation
from korridor.papers.word import without_the_word_in
from korridor.pictures.hindcast_chart import hindcast_chart
from korridor.pictures.render import png, svg
from korridor.rehearsal.hindcast.held import Hindcast
from korridor.whole import write_whole


def write_hindcast(found: Hindcast, operation: Operation, folder: str | Path) -> tuple[Path, ...]:
    """Write picture and figures, whole or not at all.

    Parameters
    ----------
    found : Hindcast
    operation : Operation
        The one that it is of.
    folder : str or Path
        Made if it does not exist; files of these names in it are replaced.

    Returns
    -------
    tuple of Path
        The files.
    """
    drawn = hindcast_chart(found, as_happened(operation))
    document = without_the_word_in(found.model_dump(mode="json"))
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"
    return write_whole(
        Path(folder), {"hindcast.svg": svg(drawn), "hindcast.png": png(drawn), "hindcast.json": text}
    )
