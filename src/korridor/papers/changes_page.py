"""P5: ``changes.html``: what changed and why, for people who have the earlier plan in their hands; internal edition."""

from pathlib import Path

from korridor.papers.changes_words import (
    broken_lines,
    column_lines,
    column_words,
    exposed_words,
    fact_lines,
    now_words,
    out_lines,
    promise_words,
)
from korridor.papers.page import page
from korridor.pictures.clock import Clock
from korridor.planning.replan.changes import Changes
from korridor.version import __version__
from korridor.whole import write_whole

FILE = "changes.html"


def write_changes(changes: Changes, folder: str | Path) -> tuple[Path, ...]:
    """Write ``changes.html`` into a folder, whole or not at all."""
    return write_whole(Path(folder), {FILE: changes_html(changes)})


def changes_html(changes: Changes) -> str:
    """Return the page."""
    return page(
        FILE,
        {
            "operation": changes.operation,
            "clock": Clock(changes.operation.start),
            "headline": headline(changes),
            "exposed": exposed_words(changes),
            "now": now_words(changes),
            "facts": fact_lines(changes),
            "out": out_lines(changes),
            "promises": promise_words(changes),
            "broken": broken_lines(changes),
            "compared": changes.earlier is not None,
            "columns_words": column_words(changes),
            "columns": column_lines(changes),
            "version": __version__,
        },
        css="report.css",
    )


def headline(changes: Changes) -> str:
    """Return the one sentence for the table: how many people more or fewer, by when."""
    if changes.earlier is None or not changes.out:
        return "A new plan, from this moment on."
    last = changes.out[-1]
    by, more = Clock(changes.operation.start).full(last.moment_s, up=True), last.now - last.then
    if more:
        return (
            f"By {by}: {abs(more):,} {'more' if more > 0 else 'fewer'} people out than by the earlier plan."
        )
    return f"As many people out by {by} as by the earlier plan."
