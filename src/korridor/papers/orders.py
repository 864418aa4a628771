"""March orders and movement table to print: HTML always, PDF where the machine can."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from korridor.papers.convoy_number import convoy_number
from korridor.papers.march.march_order import march_orders
from korridor.papers.movement_table import movement_table
from korridor.papers.page import page
from korridor.papers.pdf import NoPdfError, Pdf, pdf
from korridor.papers.plan_mark import plan_mark
from korridor.papers.sourced_words import source_words
from korridor.pictures.clock import Clock
from korridor.planning.plan import Plan
from korridor.whole import write_whole

ORDERS, TABLE = "march-orders", "movement-table"


class Paper(StrEnum):
    """The sheet that is printed on."""

    A4 = "A4"
    LETTER = "Letter"


@dataclass(frozen=True)
class Printed:
    """What was written.

    Attributes
    ----------
    files : tuple of Path
    orders : int
        March orders, one for each loaded movement.
    order_pages, table_pages : int or None
        Pages; ``None`` where no PDF was made.
    no_pdf : str
        Why not, and what to do about it; empty where it was made.
    boxes : str
        Letters that no font of this machine has: the PDFs have boxes in their place.
    outdated : tuple of Path
        PDFs of these names that stand in the folder from before, and are not of this plan.
    """

    files: tuple[Path, ...]
    orders: int
    order_pages: int | None = None
    table_pages: int | None = None
    no_pdf: str = ""
    boxes: str = ""
    outdated: tuple[Path, ...] = ()


def write_orders(
    plan: Plan,
    folder: str | Path,
    paper: Paper = Paper.A4,
    watch: Callable[[str], None] | None = None,
) -> Printed:
    """Write ``march-orders`` and ``movement-table``, ``.html`` and ``.pdf``, whole or not at all.

    Where WeasyPrint or Pango is missing, the HTML alone is written; a browser prints it like the PDF.

    Parameters
    ----------
    plan : Plan
        A verified one.
    folder : str or Path
        Made if it does not exist; files of these names in it are replaced.
    paper : Paper
        A4 or Letter; the movement table lies across.
    watch : callable, optional
        Told in words how far the PDF has come, page by page.

    Raises
    ------
    OSError
        Where the folder cannot be written to.
    """
    folder = Path(folder)
    words = _words(plan, Paper(paper))
    orders = march_orders(plan.operation, plan.movements)
    table = page(f"{TABLE}.html", words)
    texts: dict[str, str | bytes] = {
        f"{ORDERS}.html": page(f"{ORDERS}.html", words | {"orders": orders}),
        f"{TABLE}.html": table,
    }

    def say(done: int) -> None:
        if watch is not None:
            watch(f"PDF: {done} of {len(orders)} march orders")

    sheets = [page(f"{ORDERS}.html", words | {"orders": [order]}) for order in orders]
    made: dict[str, Pdf] = {}
    no_pdf = ""
    try:
        if sheets:
            made[ORDERS] = pdf(sheets, say)
        made[TABLE] = pdf([table])
    except NoPdfError as error:
        no_pdf = str(error)
    missing = [folder / f"{name}.pdf" for name in (ORDERS, TABLE) if name not in made]
    return Printed(
        files=write_whole(folder, texts | {f"{name}.pdf": each.content for name, each in made.items()}),
        orders=len(orders),
        order_pages=sum(made[ORDERS].pages) if ORDERS in made else None,
        table_pages=sum(made[TABLE].pages) if TABLE in made else None,
        no_pdf=no_pdf,
        boxes="".join(sorted({letter for each in made.values() for letter in each.boxes})),
        outdated=tuple(path for path in missing if path.exists()),
    )


def _words(plan: Plan, paper: Paper) -> dict[str, Any]:
    """Return what both papers say alike; a line of the file's with who says it (O10)."""
    operation = plan.operation
    lines = {
        name: text and text + source_words(operation, f"orders.{name}")
        for name, text in operation.orders.model_dump().items()
    }
    return {
        "operation": operation,
        "clock": Clock(operation.start),
        "mark": plan_mark(plan),
        "paper": paper.value,
        "days": movement_table(operation, plan.movements),
        "numbers": {m.rank: convoy_number(operation, m) for m in plan.movements},
        **lines,
    }
