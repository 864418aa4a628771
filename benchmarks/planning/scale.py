"""How planning grows from a thousand people to a million: one process a size, in CPU seconds, memory and gap.

``python -m benchmarks.planning.scale`` measures all sizes (or those named: ``… 1000 10000``), writes the table to
``docs/performance-scale.csv`` and draws ``docs/pictures/scale.svg``.
"""

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

SIZES = (1_000, 10_000, 100_000, 1_000_000)
WORK = {1_000: 4_000, 10_000: 4_000, 100_000: 30, 1_000_000: 2}
"""Iterations: of annealing where an operation is small, of whole plans where it is large; the bound is waited for."""
TABLE = Path("docs/performance-scale.csv")
PICTURE = Path("docs/pictures/scale.svg")
COLUMNS = ("people", "search_s", "verify_s", "all_s", "memory_mb", "movements", "value_h", "bound_h", "gap")


def measure(people: int, work: int) -> dict[str, Any]:
    """Plan one exercise for clearance in this process; CPU seconds, whatever else runs."""
    import time

    from korridor.exercise.exercise import exercise
    from korridor.exercise.size import read_size
    from korridor.planning import planner

    operation = exercise(read_size(f"people={people}"))
    began, verified = time.process_time(), planner.verify
    checking: list[float] = []

    def timed(made: Any) -> Any:
        at = time.process_time()
        found = verified(made)
        checking.append(time.process_time() - at)
        return found

    planner.verify = timed  # type: ignore[assignment]
    made = planner.plan(operation, objective="clearance", work=work)
    all_s = time.process_time() - began
    level = next(each for each in made.levels if each.name == "clearance" or each.name == "left")
    return {
        "people": people,
        "search_s": round(all_s - sum(checking), 1),
        "verify_s": round(sum(checking), 2),
        "all_s": round(all_s, 1),
        "memory_mb": _most_memory_mb(),
        "movements": len(made.movements),
        "value_h": None if level.value is None else round(level.value / 3600, 2),
        "bound_h": None if level.bound is None else round(level.bound / 3600, 2),
        "gap": None if level.gap is None else round(level.gap, 4),
    }


def _most_memory_mb() -> int:
    """The most memory that this process has had."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) // 1024


def draw(rows: list[dict[str, Any]]) -> None:
    """Draw CPU seconds and memory against people, both axes in powers of ten."""
    import altair as alt

    tidy = [
        {"people": int(row["people"]), "what": what, "value": float(row[key])}
        for row in rows
        for key, what in (
            ("search_s", "search and bound, CPU seconds"),
            ("verify_s", "verification, CPU seconds"),
            ("memory_mb", "memory, MB"),
        )
        if float(row[key] or 0) > 0
    ]
    chart = (
        alt.Chart(alt.Data(values=tidy))
        .mark_line(point=True)
        .encode(
            x=alt.X(
                "people:Q",
                scale=alt.Scale(type="log"),
                title="people",
                axis=alt.Axis(format=",.0f", values=[*SIZES]),
            ),
            y=alt.Y("value:Q", scale=alt.Scale(type="log"), title=None, axis=alt.Axis(format=",.1~f")),
            color=alt.Color("what:N", title=None, legend=alt.Legend(orient="top", labelLimit=300)),
        )
        .properties(width=520, height=300)
    )
    chart.save(str(PICTURE))


def main(asked: list[str]) -> int:
    """Measure each size in a process of its own."""
    if asked[:1] == ["--one"]:
        print(json.dumps(measure(int(asked[1]), int(asked[2]))))
        return 0
    sizes = [int(each) for each in asked] or list(SIZES)
    known = {}
    if TABLE.exists():
        with TABLE.open(encoding="utf-8") as file:
            known = {int(row["people"]): row for row in csv.DictReader(file)}
    for people in sizes:
        command = [sys.executable, "-m", "benchmarks.planning.scale", "--one", str(people)]
        done = subprocess.run(
            [*command, str(WORK.get(people, 30))], check=True, capture_output=True, text=True
        )
        known[people] = json.loads(done.stdout.splitlines()[-1])
        print(known[people], flush=True)
    rows = [known[people] for people in sorted(known)]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    draw(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
