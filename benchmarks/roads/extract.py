"""A country's extract becomes an operation's roads: whole-process seconds and peak memory."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from benchmarks.registry import Ratio, benchmark
from benchmarks.roads.country import Noise

PLACES = 40
AIM_S, AIM_MB = 60.0, 2000.0

# The least that any program with this library must do: every node's place kept, every way's line made.
READ_ONLY = """
import osmium, sys
kinds = osmium.osm.NODE | osmium.osm.WAY
stream = osmium.FileProcessor(sys.argv[1], kinds).with_locations("flex_mem")
roads = osmium.filter.KeyFilter("highway")
print(sum(1 for way in stream.with_filter(roads)))
"""


@benchmark(
    "roads",
    question="How long until a country's extract of 50 MB and more is an operation's roads?",
    compares_with="reading the same file with pyosmium and counting its roads",
)
def roads() -> Iterator[Ratio]:
    """One run each, as a person starts it; the file is in the disk cache for both."""
    with TemporaryDirectory() as folder:
        extract, file = Path(folder) / "country.osm.pbf", Path(folder) / "country.yaml"
        drawing = [sys.executable, "-m", "benchmarks.roads.country", str(extract)]
        towns = json.loads(subprocess.run(drawing, check=True, capture_output=True, text=True).stdout)
        file.write_text(_operation(towns))
        size_mb = extract.stat().st_size / 1e6
        command = [sys.executable, "-m", "korridor", "roads", str(extract), str(file), "-o", folder + "/out"]
        theirs_s, theirs_busy_s, theirs_mb = _measured([sys.executable, "-c", READ_ONLY, str(extract)])
        ours_s, ours_busy_s, ours_mb = _measured(command)
    what = f"{size_mb:.0f} MB, {PLACES} places"
    yield Ratio(f"{what}, whole process", ours_s, theirs_s, "s", f"under {AIM_S:.0f} s", ours_s < AIM_S)
    yield Ratio(f"{what}, processor time", ours_busy_s, theirs_busy_s, "s")
    yield Ratio(f"{what}, peak memory", ours_mb, theirs_mb, "MB", f"under {AIM_MB:.0f} MB", ours_mb < AIM_MB)


def _measured(command: list[str]) -> tuple[float, float, float]:
    """Seconds, processor seconds and peak megabytes of one process."""
    begin = perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError(f"{command[3:5]} ended with {os.waitstatus_to_exitcode(status)}")
    busy_s = used.ru_utime + used.ru_stime
    return perf_counter() - begin, busy_s, used.ru_maxrss / 1000  # kilobytes on Linux


def _operation(towns: list[tuple[float, float]]) -> str:
    """Places in every third or fourth town, half of them to leave and half to receive."""
    noise = Noise(1)
    lines = ["korridor: 1", "name: Country", "places:"]
    for index in range(PLACES):
        lat, lon = towns[index * len(towns) // PLACES]
        kind = "assembly" if index % 2 else "reception"
        at = f"[{noise.about(lat, 0.005):.6f}, {noise.about(lon, 0.005):.6f}]"
        lines.append(f"  P{index}: {{kind: {kind}, at: {at}}}")
    lines += ["roads: []", "people:"]
    lines += [f"  group {index}: {{at: P{index}, class: well, count: 100}}" for index in range(1, PLACES, 2)]
    lines += [
        "fleet:",
        "  bus: {depot: P0, number: 40, layouts: [{seats: 50}]}",
        "  ambulance: {depot: P0, number: 10, layouts: [{stretchers: 2, seats: 2}]}",
    ]
    return "\n".join(lines) + "\n"
