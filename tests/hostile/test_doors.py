"""Files that were made to bring the program down, as a person would meet them: whole processes, measured."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.operation.tiny import TINY

MB = 1_000_000
PLAIN = {
    "a line of 9 MB": ("a.yaml", "name: " + "a" * 9 * MB),
    "a tag of 9 MB": ("a.yaml", "!" * 9 * MB),
    "brackets without end": ("a.yaml", "[" * 9 * MB),
    "keys without end": ("a.yaml", "\n".join(f"k{n}: 1" for n in range(700_000))),
    "tables merged without end": ("a.yaml", "a: &a {k: 1}\nb:\n  <<: [" + "*a," * 100_000 + "]\n"),
    "python": ("a.yaml", "!!python/object/apply:os.system ['touch owned']"),
    "ten thousand faults": ("a.yaml", TINY.replace("roads:\n", "roads:\n" + "  - {between: [B, C]}\n" * 10_000)),
    "numbers without end": ("a.txt", "1 " * 4 * MB),
    "lists without end": ("a.json", "[" + "[]," * 9 * MB + "[]]"),
    "values without end": ("a.json", '{"format":"korridor-plan","version":1,"movements":[' + "1," * 9 * MB + "1]}"),
}  # fmt: skip


# A process begins with the memory of the one that starts it on its record; so a small one starts it.
_MEASURE = """
import json, resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=60)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
lines = done.stdout.decode().splitlines()
print(json.dumps([done.returncode, lines, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024]))
"""


def measured(path: Path) -> tuple[int, list[str], float, float]:
    """Run the command on a file: its status, what it says, its seconds of work and its megabytes."""
    command = "report" if path.suffix == ".json" else "check"
    run = [sys.executable, "-c", _MEASURE, sys.executable, "-m", "korridor", command, str(path)]
    status, lines, worked_s, took_mb = json.loads(subprocess.check_output(run, cwd=path.parent))
    return status, lines, worked_s, took_mb


def assert_refused(path: Path) -> list[str]:
    status, lines, worked_s, took_mb = measured(path)
    assert status == 2 and 1 <= len(lines) <= 51
    assert worked_s < 4 and took_mb < 500, (worked_s, took_mb)  # 2 s where nothing else runs
    assert all(":1:" in line or line.startswith(f"{path}:") for line in lines)
    return lines


@pytest.mark.parametrize("name", PLAIN)
def test_what_would_explode_is_refused(name: str, tmp_path: Path):
    """A file that would take hours or gigabytes is refused in two seconds and half a gigabyte, and runs nothing."""
    file, text = PLAIN[name]
    path = tmp_path / file
    path.write_text(text)
    assert_refused(path)
    assert os.listdir(tmp_path) == [file]


def test_a_line_of_a_gigabyte_is_refused(tmp_path: Path):
    """A gigabyte is not read to find that it is too much."""
    for file, most in (("a.yaml", 10), ("a.txt", 2), ("plan.json", 30)):
        path = tmp_path / file
        with path.open("wb") as huge:
            huge.truncate(1 << 30)
        assert assert_refused(path) == [f"{path}:1: larger than {most} MB; that is no file of this kind"]


@pytest.mark.parametrize("file", ["a.yaml", "a.txt", "a.json"])
def test_what_is_no_file_is_refused(file: str, tmp_path: Path):
    """A pipe to which nobody writes, a device without end, a folder and a dangling link are told, and not waited for."""
    path = tmp_path / file
    for make, words in (
        (lambda: os.mkfifo(path), "a pipe or a device; save what comes from it as a file"),
        (lambda: path.symlink_to("/dev/zero"), "a pipe or a device; save what comes from it as a file"),
        (lambda: path.symlink_to(tmp_path / "none"), "no such file"),
        (lambda: path.symlink_to(tmp_path), "a folder; name the file in it"),
    ):
        make()
        assert assert_refused(path) == [f"{path}:1: {words}"]
        path.unlink()


def test_a_full_disk_is_told(tmp_path: Path):
    """Where the answer cannot be written, one line says so, and the status is 2."""
    path = tmp_path / "tiny.yaml"
    path.write_text(TINY)
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "korridor", "check", str(path)], stdout=full, stderr=subprocess.PIPE
        )
    assert (done.returncode, done.stderr) == (2, b"korridor: No space left on device\n")


def test_ten_thousand_places_are_checked(tmp_path: Path):
    """A fair operation of ten thousand places is read and checked in bounded time, and told how much was looked at."""
    places = "".join(f"  A{n}: {{kind: assembly}}\n  R{n}: {{kind: reception}}\n" for n in range(5000))
    roads = "".join(f"  - {{between: [A{n}, R{n}], time: 5 min}}\n" for n in range(5000))
    path = tmp_path / "large.yaml"
    path.write_text(
        f"korridor: 1\nname: Large\nplaces:\n{places}roads:\n{roads}"
        "people: {all: {at: A0, class: well, count: 500}}\n"
        "fleet: {bus: {depot: A0, number: 4, layouts: [{seats: 50}]}}\n"
    )
    status, lines, worked_s, took_mb = measured(path)
    assert status == 0 and "10,000 places" in lines[0]
    assert worked_s < 20 and took_mb < 500, (worked_s, took_mb)
