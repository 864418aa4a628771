"""A PostgreSQL of the tests' own, where there is one on the machine."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

_ENDS_S = 60


def programs() -> Path | None:
    """The folder of the server's programs."""
    found = shutil.which("initdb") or next(
        map(str, sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))), None
    )
    return Path(found).resolve().parent if found else None


def missing() -> str:
    """What is missing to run one; nothing, if all is there."""
    if programs() is None:
        return "no PostgreSQL on this machine"
    if find_spec("psycopg") is None:
        return "no driver for PostgreSQL: pip install 'psycopg[binary]'"
    if os.geteuid() == 0 and _user() is None:
        return "PostgreSQL does not run as root, and there is no user postgres"
    return ""


@contextmanager
def server() -> Iterator[str]:
    """Run a server in a folder of its own, on a socket alone; yield the URL of an empty database, ``_notes`` beside it."""
    bin_ = programs()
    assert bin_ is not None
    user = _user() if os.geteuid() == 0 else None
    with TemporaryDirectory(prefix="korridor-pg-", dir="/tmp") as name:  # a socket's path must be short
        folder = Path(name)
        if user is not None:
            os.chown(folder, user.pw_uid, user.pw_gid)
        run = _Runner(folder, None if user is None else user.pw_name)
        run(
            bin_ / "initdb", "-D", folder / "data", "-A", "trust", "-U", "korridor", "--no-sync", "-E", "UTF8"
        )
        options = f"-c listen_addresses='' -c unix_socket_directories='{folder}'"
        run(bin_ / "pg_ctl", "-D", folder / "data", "-l", folder / "log", "-w", "-o", options, "start")
        try:
            for database in ("books", "books_notes"):
                run(bin_ / "createdb", "-h", folder, "-U", "korridor", database)
            yield f"postgresql+psycopg://korridor@/books?host={folder}"
        finally:
            run(bin_ / "pg_ctl", "-D", folder / "data", "-m", "immediate", "-w", "stop")


class _Runner:
    def __init__(self, folder: Path, user: str | None) -> None:
        self._folder, self._user = folder, user

    def __call__(self, *command: Path | str) -> None:
        # The server keeps what it inherits open, so its words go to a file: a pipe would never end.
        with (self._folder / "words").open("ab") as words:
            subprocess.run(
                list(map(str, command)),
                check=True,
                cwd=self._folder,
                user=self._user,
                stdin=subprocess.DEVNULL,
                stdout=words,
                stderr=words,
                timeout=_ENDS_S,
            )


def _user() -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam("postgres")
    except KeyError:
        return None
