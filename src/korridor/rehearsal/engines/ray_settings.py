"""What Ray reads when it is imported: which cluster, and that one of our own keeps to itself."""

import os
import sys
from uuid import uuid4

OWN = "local"
"""What Ray calls a cluster that is started anew, whatever else runs on the machine."""


def address_of(cluster: str | None) -> str:
    """Return the address of the cluster asked for: that one, ``RAY_ADDRESS``, or ``OWN``."""
    return cluster or os.environ.get("RAY_ADDRESS") or OWN


def keep_to_itself() -> None:
    """Let a cluster of our own tell nobody of its use, and let in no other user of the machine.

    Ray has a password for each cluster, which it would leave in the person's home; ours is gone with the process. Who has
    imported Ray, or says how clusters are to be closed (``RAY_AUTH_MODE``), has decided.
    """
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    if "ray" not in sys.modules and "RAY_AUTH_MODE" not in os.environ:
        os.environ["RAY_AUTH_MODE"] = "token"
        os.environ.setdefault("RAY_AUTH_TOKEN", uuid4().hex)
