"""Which plan a sheet belongs to."""

import hashlib

from korridor.papers.plan_file import plan_json
from korridor.planning.plan import Plan


def plan_mark(plan: Plan) -> str:
    """Return eight signs that no other plan has, in all likelihood: an old sheet is told from a new one.

    The first signs of the SHA-256 of ``plan.json``, as ``sha256sum plan.json`` shows them.
    """
    return hashlib.sha256(plan_json(plan).encode()).hexdigest()[:8]
