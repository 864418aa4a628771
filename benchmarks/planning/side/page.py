"""The page of the comparison, ``docs/side-by-side.md``: what was asked of whom, and what came out."""

import os
import platform
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.planning.peers.ask import MissingError, has
from benchmarks.planning.side.contenders import CONTENDERS
from benchmarks.planning.side.picture import picture
from benchmarks.planning.side.table import Compared, tables
from korridor.version import __version__
from korridor.whole import write_whole

HEAD = Path(__file__).with_name("page-head.md")


def write_page(
    compared: Sequence[Compared],
    folder: Path,
    limit_s: float,
    seconds: dict[str, float],
    rules: int,
    only: str | None = None,
) -> Path:
    """Write the page, and its picture beside it; returns the page's path. ``only`` is the part that was asked for."""
    write_whole(folder / "pictures", {"side-by-side.svg": picture(compared, list(CONTENDERS), limit_s)})
    head = HEAD.read_text(encoding="utf-8").format(
        limit_s=limit_s, picture="pictures/side-by-side.svg", rules=rules, **seconds
    )
    part = [] if only is None else [f"A part: instances with *{only}* in their names.", ""]
    text = "\n".join([head, "## What came out", "", *part, *tables(compared, limit_s), *_machine(), ""])
    return write_whole(folder, {"side-by-side.md": text})[0]


def _machine() -> Iterator[str]:
    yield "## On what"
    yield ""
    programs = ", ".join([f"Korridor {__version__}", f"Python {platform.python_version()}", *_versions()])
    busy = f"{os.getloadavg()[2]:.1f}" if hasattr(os, "getloadavg") else "unknown"
    yield f"{programs}; {_processor()}, {os.cpu_count()} cores, {platform.system()}."
    yield (
        f"Mean load of the last quarter of an hour: {busy}. Were it far above the number of cores, others would "
        "have used the machine too, and times would mean little."
    )


def _versions() -> Iterator[str]:
    for package in ("ortools", "pyvrp"):
        try:
            yield f"{package} {has(package)}"
        except MissingError:
            yield f"{package} not installed"


def _processor() -> str:
    """Name the processor, where the system says it."""
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        for line in facts.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
