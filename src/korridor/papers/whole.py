"""Files written whole or not at all."""

import os
from pathlib import Path


def write_whole(folder: Path, texts: dict[str, str]) -> tuple[Path, ...]:
    """Write texts under their names; readers see the old files or the new ones, never half a one.

    Each is written aside in the same folder, brought to disk and then renamed; nothing is renamed before all
    are written.

    Parameters
    ----------
    folder : Path
        Made if it does not exist.
    texts : dict of str to str
        By file name; written as UTF-8.

    Returns
    -------
    tuple of Path
        The files, in the order of ``texts``.
    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = {folder / name: folder / f".{name}.{os.getpid()}" for name in texts}
    try:
        for aside, text in zip(paths.values(), texts.values(), strict=True):
            with aside.open("w", encoding="utf-8", newline="") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        for path, aside in paths.items():
            aside.replace(path)
    finally:
        for aside in paths.values():
            aside.unlink(missing_ok=True)
    return tuple(paths)
