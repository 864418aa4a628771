"""Which plan a sheet belongs to."""

import hashlib

from korridor.papers.plan_mark import plan_mark
from korridor.papers.report import write_report
from tests.papers.small_plan import made


def test_the_mark_is_what_sha256sum_shows_of_the_plan(tmp_path):
    """Whoever has a sheet and the plan's file can tell with any tool whether the two belong together."""
    files = {path.name: path for path in write_report(made(), tmp_path)}
    assert hashlib.sha256(files["plan.json"].read_bytes()).hexdigest().startswith(plan_mark(made()))
    assert len(plan_mark(made())) == 8


def test_another_plan_has_another_mark():
    """One movement less, and sheets of the two plans are told apart."""
    assert plan_mark(made()) != plan_mark(made(rides=3))
