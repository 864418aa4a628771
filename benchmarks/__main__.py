"""Run all benchmarks, or those named: ``python -m benchmarks [--list] [--seconds S] [--only PART] [name ...]``."""

import argparse
import importlib
import pkgutil
import sys

import benchmarks
from benchmarks import registry
from benchmarks.registry import BENCHMARKS, Options


def find() -> None:
    """Import every module of this package, so that each benchmark registers itself.

    Not what runs apart: OR-Tools and HiGHS cannot be loaded into one process.
    """
    for module in pkgutil.walk_packages(benchmarks.__path__, "benchmarks."):
        if not module.name.endswith("__main__") and ".apart." not in module.name:
            importlib.import_module(module.name)


def main() -> int:
    """Print each benchmark's question and its ratios; 0 unless one could not run."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=benchmarks.__doc__)
    parser.add_argument("name", nargs="*", help="which to run (default: all)")
    parser.add_argument("--list", action="store_true", help="only list them")
    parser.add_argument(
        "--seconds", type=float, metavar="S", help="time limit of each plan, where one is used"
    )
    parser.add_argument(
        "--only",
        metavar="PART",
        help="only what has this in its name (or one of A|B), where several are compared",
    )
    wanted = parser.parse_args()
    registry.asked = Options(wanted.seconds, wanted.only)
    find()
    for name in wanted.name:
        if name not in BENCHMARKS:
            print(f"{name!r} is not a benchmark; one of {', '.join(sorted(BENCHMARKS))}", file=sys.stderr)
            return 2
    failed = 0
    for name in wanted.name or sorted(BENCHMARKS):
        each = BENCHMARKS[name]
        print(f"{name}: {each.question}  (against {each.compares_with})", flush=True)
        if wanted.list:
            continue
        try:
            for ratio in each.run():
                print(f"    {ratio}", flush=True)
        except Exception as fault:  # one benchmark that cannot run must not hide the others
            failed = 1
            print(f"    could not run: {fault!r}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
