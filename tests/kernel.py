"""A Jupyter kernel, where one can be started."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def kernel(folder: Path) -> Iterator[tuple]:
    """Start a kernel in a folder; yields its manager and a client that is ready, and stops it in the end."""
    jupyter_client = pytest.importorskip("jupyter_client", reason="jupyter_client starts kernels")
    manager = jupyter_client.KernelManager(kernel_name="python3")
    try:
        manager.start_kernel(cwd=str(folder))
    except Exception as error:
        pytest.skip(f"no Jupyter kernel can be started here: {error}")
    client = manager.client()
    try:
        client.start_channels()
        try:
            client.wait_for_ready(timeout=60)
        except RuntimeError as error:
            pytest.skip(f"no Jupyter kernel can be started here: {error}")
        yield manager, client
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
