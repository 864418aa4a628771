"""What was printed, for a person and for a program."""

from collections.abc import Iterator, Sequence
from typing import Any

from korridor.operation.fault import one_line
from korridor.papers.orders import Printed
from korridor.planning.plan import Plan
from korridor.planning.verify import Broken


def ordered_lines(file: str, plan: Plan, broken: Sequence[Broken], printed: Printed | None) -> Iterator[str]:
    """Yield what was written, or why nothing was."""
    name = one_line(f"{file}: {plan.operation.name}")
    if broken:
        for each in broken:
            yield one_line(str(each))
        yield f"{name}: the plan breaks rules of docs/semantics.md; no march order is written."
    elif printed is None:
        yield f"{name}: the plan has no movement, so there is nothing to order."
    else:
        yield f"{name}: {_some(printed.orders, 'march order')}{_pages(printed)}."
        yield "Internal edition: future times and pick-up places, for the operation's own staff alone."
        yield "Written: " + ", ".join(str(path) for path in printed.files)


def warning_lines(printed: Printed | None) -> Iterator[str]:
    """Yield what whoever prints has to know: why there is no PDF, and what a PDF does not show."""
    if printed is None:
        return
    if printed.no_pdf:
        yield one_line(f"no PDF: {printed.no_pdf}; or print the HTML from a browser")
    for path in printed.outdated:
        yield one_line(f"{path} is from before, and not of this plan; do not hand it out")
    if printed.boxes:
        yield (
            f"the PDFs have boxes in place of: {one_line(' '.join(printed.boxes))}; install a font that has these "
            "letters (on Debian or Ubuntu: apt install fonts-noto), or print the HTML from a browser"
        )


def ordered_document(plan: Plan, broken: Sequence[Broken], printed: Printed | None) -> dict[str, Any]:
    """Return the same as a document; pages are null where no PDF was made."""
    return {
        "operation": plan.operation.name,
        "kept": not broken,
        "broken": [{"rule": each.rule, "where": each.where, "what": each.what} for each in broken],
        "orders": printed.orders if printed else 0,
        "order_pages": printed.order_pages if printed else None,
        "table_pages": printed.table_pages if printed else None,
        "no_pdf": printed.no_pdf if printed else "",
        "boxes": printed.boxes if printed else "",
        "files": [str(path) for path in printed.files] if printed else [],
    }


def _pages(printed: Printed) -> str:
    if printed.order_pages is None:
        return ""
    more = "" if printed.order_pages == printed.orders else f" on {printed.order_pages:,} pages"
    return f"{more}; the movement table has {_some(printed.table_pages or 0, 'page')}"


def _some(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
