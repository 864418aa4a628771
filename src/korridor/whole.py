"""Files written whole or not at all."""

import os
from collections.abc import Mapping
from pathlib import Path


def write_whole(folder: Path, contents: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """Write files under their names; readers see the old files or the new ones, never half a one.

    Each is written aside in the same folder, brought to disk and then renamed; nothing is renamed before all
    are written.

    Parameters
    ----------
    folder : Path
        Made if it does not exist.
    contents : dict of str to str or bytes
        By file name; text is written as UTF-8.

    Returns
    -------
    tuple of Path
        The files, in the order of ``contents``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = {folder / name: folder / f".{name}.{os.getpid()}" for name in contents}
    try:
        for aside, content in zip(paths.values(), contents.values(), strict=True):
            with aside.open("wb") as file:
                file.write(content if isinstance(content, bytes) else content.encode("utf-8"))
                file.flush()
                os.fsync(file.fileno())
        for path, aside in paths.items():
            aside.replace(path)
    finally:
        for aside in paths.values():
            aside.unlink(missing_ok=True)
    return tuple(paths)
