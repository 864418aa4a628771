"""How planning grows from a thousand people to a million: one process a size, in CPU seconds, memory and gap.

``python -m benchmarks.planning.scale`` measures all sizes (or those named: ``… 1000 10000``), writes the table to
``docs/performance-scale.csv``, draws ``docs/pictures/scale.svg`` and puts the figures into ``docs/performance.md``.
"""

import csv
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

SIZES = (1_000, 10_000, 100_000, 1_000_000)
WORK = {1_000: 4_000, 10_000: 4_000, 100_000: 30, 1_000_000: 2}
"""Iterations: of annealing where an operation is small, of whole plans where it is large; the bound is waited for."""
TABLE = Path("docs/performance-scale.csv")
PAGE = Path("docs/performance.md")
BEGINS, ENDS = "<!-- measured: begins -->\n", "<!-- measured: ends -->\n"
PICTURE = Path("docs/pictures/scale.svg")
COLUMNS = (
    "people", "search_s", "bound_s", "verify_s", "all_s", "wall_s", "memory_mb", "movements", "left", "value_h", "bound_h", "gap",
)  # fmt: skip


def measure(people: int, work: int) -> dict[str, Any]:
    """Plan one exercise for clearance in this process; CPU seconds, whatever else runs."""
    from korridor.exercise.exercise import exercise
    from korridor.exercise.size import read_size
    from korridor.planning import bounding, planner

    operation = exercise(read_size(f"people={people}"))
    spent: dict[str, float] = {}

    def timed(name: str, do: Callable[..., Any]) -> Callable[..., Any]:
        def done(*given: Any) -> Any:
            at = time.thread_time()
            found = do(*given)
            spent[name] = spent.get(name, 0.0) + time.thread_time() - at
            return found

        return done

    planner.verify = timed("verify_s", planner.verify)
    bounding.bounds_of = timed("bound_s", bounding.bounds_of)
    began, began_s = time.perf_counter(), time.process_time()
    made = planner.plan(operation, objective="clearance", work=work)
    all_s, wall_s = time.process_time() - began_s, time.perf_counter() - began
    level = next(each for each in made.levels if each.bound is not None or each.name == "clearance")
    clears = level.name == "clearance"
    return {
        "people": people,
        "search_s": round(all_s - sum(spent.values()), 1),
        **{name: round(spent.get(name, 0.0), 2) for name in ("bound_s", "verify_s")},
        "all_s": round(all_s, 1),
        "wall_s": round(wall_s, 1),
        "memory_mb": _most_memory_mb(),
        "movements": len(made.movements),
        "left": next((each.value for each in made.levels if each.name == "left"), 0),
        "value_h": round(level.value / 3600, 2) if clears and level.value is not None else None,
        "bound_h": round(level.bound / 3600, 2) if clears and level.bound is not None else None,
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
            ("search_s", "search, CPU seconds"),
            ("bound_s", "bound, CPU seconds"),
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


def table(rows: list[dict[str, Any]]) -> str:
    """The figures as the page shows them."""
    lines = [
        "| people | movements | everybody out | no sooner than | gap, of usable hours "
        "| CPU s: search | bound | verification | on the clock, s | memory |",
        "|" + "---|" * 10,
    ]
    for row in rows:
        people, left = int(row["people"]), int(row["left"])
        value = f"{row['value_h']} h" if row["value_h"] else f"{people - left:,} of them in the time there is"
        bound = f"{row['bound_h']} h" if row["bound_h"] else "not stated"
        gap = f"{float(row['gap']):.1%}" if row["gap"] not in (None, "") else "open"
        lines.append(
            f"| {people:,} | {int(row['movements']):,} | {value} | {bound} | {gap} | {row['search_s']} | {row['bound_s']} "
            f"| {row['verify_s']} | {row['wall_s']} | {int(row['memory_mb']):,} MB |"
        )
    return "\n".join(lines) + "\n"


def write_page(rows: list[dict[str, Any]]) -> None:
    """Put the figures between the page's marks."""
    text = PAGE.read_text(encoding="utf-8")
    before, rest = text.split(BEGINS)
    _, after = rest.split(ENDS)
    PAGE.write_text(f"{before}{BEGINS}{table(rows)}{ENDS}{after}", encoding="utf-8")


def ask(people: int, work: int) -> dict[str, Any]:
    """Measure one size in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.planning.scale", "--one", str(people), str(work)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def main(asked: list[str]) -> int:
    """Measure each size that is asked for, or all."""
    if asked[:1] == ["--one"]:
        print(json.dumps(measure(int(asked[1]), int(asked[2]))))
        return 0
    known = {}
    if TABLE.exists():
        with TABLE.open(encoding="utf-8") as file:
            known = {int(row["people"]): row for row in csv.DictReader(file)}
    for people in (1_000, 100_000):
        ask(people, 1)  # so that nothing is compiled in what is measured
    for people in [int(each) for each in asked] or SIZES:
        known[people] = ask(people, WORK.get(people, 30))
        print(known[people], flush=True)
    rows = [known[people] for people in sorted(known)]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(rows)
    draw(rows)
    write_page(rows)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
