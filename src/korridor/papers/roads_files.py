"""The files of ``korridor roads``: the operation with its roads, the section alone, and a drawing."""

from pathlib import Path

from korridor.operation.fault import Fault, Faults
from korridor.operation.read import read_yaml
from korridor.operation.text import read_text
from korridor.roads.drawing import drawing
from korridor.roads.found import FoundRoads
from korridor.roads.section import section
from korridor.roads.spliced import NotSpliced, spliced
from korridor.whole import write_whole

_YAML = (".yaml", ".yml")


def write_roads(found: FoundRoads, folder: Path) -> tuple[Path, ...]:
    """Write ``roads.yaml`` and ``roads.geojson``, and for an operation in YAML ``operation.yaml``: whole or not at all.

    Raises
    ------
    korridor.operation.fault.Faults
        Where that would overwrite the operation that was read, or the operation does not fit the found roads.
    """
    file = found.request.file
    texts = {"roads.yaml": section(found), "roads.geojson": drawing(found)}
    if file.suffix.lower() in _YAML:
        if (folder / "operation.yaml").resolve() == file.resolve():
            what = f"-o {folder} would overwrite the operation that was read; name another folder"
            raise Faults([Fault(str(file), 1, "", what)])
        if found.request.operation.via:
            what = "fixes routes over the file's own roads, which go; take via out, and fix them on the found roads"
            raise Faults([found.request.fault(("via",), what)])
        try:
            text = spliced(read_text(file), str(file), found)
        except NotSpliced as why:
            raise Faults([Fault(str(file), 1, "", str(why))]) from None
        read_yaml(text, str(folder / "operation.yaml"))  # or its faults, before anything is written
        texts = {"operation.yaml": text, **texts}
    return write_whole(folder, texts)
