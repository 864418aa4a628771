"""The cluster that runs are sent to: one that is there, or one that is started for them and stopped."""

import logging
import os
import re
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import ray

from korridor.rehearsal.engines.engine import EngineError
from korridor.rehearsal.engines.ray_settings import OWN

STORE_BYTES = 80_000_000
"""A plan and outcomes are small; Ray takes at least 75 MiB, and a third of the machine's memory where nobody says."""

ANSWERS_S = 5
"""Within which a cluster takes a connection; Ray itself would wait for minutes, and complain all the while."""


@contextmanager
def joined(address: str) -> Iterator[int]:
    """Join a cluster, and leave it again.

    Parameters
    ----------
    address : str
        ``OWN`` for one that is started on this machine's cores, and stopped.

    Yields
    ------
    int
        How many processors it has.

    Raises
    ------
    EngineError
        Where none answers.

    Notes
    -----
    A process can be in one cluster only: where it is in one already, say in a notebook, that one is used, and not left.
    """
    if ray.is_initialized():
        yield _processors()
        return
    # The names of sockets have 107 characters at most, so not where TMPDIR says.
    folder = tempfile.mkdtemp(prefix="korridor-", dir="/tmp") if address == OWN else None
    try:
        _join(address, folder)
        yield _processors()
    finally:
        ray.shutdown()
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)


def _processors() -> int:
    return max(1, int(ray.cluster_resources().get("CPU", 1)))


def _join(address: str, folder: str | None) -> None:
    quiet = {"logging_level": logging.ERROR, "log_to_driver": False}
    try:
        if folder is None:
            _knock(address)
            ray.init(address, **quiet)
        else:
            ray.init(
                address,
                num_cpus=len(os.sched_getaffinity(0)),
                include_dashboard=False,
                object_store_memory=STORE_BYTES,
                _temp_dir=folder,
                **quiet,
            )
    except (OSError, RuntimeError, ValueError, ray.exceptions.RayError) as error:
        where = "no Ray cluster could be started" if folder else f"no Ray cluster can be joined at {address}"
        raise EngineError(f"{where}: {' '.join(str(error).split())}") from error


def _knock(address: str) -> None:
    """Raise ``OSError`` where an address names a host and a port at which nothing answers."""
    found = re.fullmatch(r"(?:ray://)?(?P<host>[^/]+):(?P<port>[0-9]+)", address)
    if found:
        socket.create_connection((found["host"], int(found["port"])), ANSWERS_S).close()
