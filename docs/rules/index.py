"""Write ``README.md``, a line for each rule's example: ``python docs/rules/index.py``."""

from pathlib import Path

from ruamel.yaml import YAML

HERE = Path(__file__).parent
INTRODUCTION = """\
# The rules as examples

Beside each rule of [semantics](../semantics.md) lie tiny operations: `keeps-…` keeps the rule, `breaks-…`
breaks it or cannot keep it, `edge-…` stands on the line between. Each file is read in a minute, and says what
must come out; the times are worked out by hand from the rules, and the sum stands beside them.
`tests/test_rules.py` holds the reader, both clockworks and the checker to every one of them.

## What a file holds

- `rule`, `shows`: the rule's number, and what the file shows of it.
- `operation`: as its own file would state it, without a name.
- `orders`: the movements in rank order; `number: 3` repeats a trip.
- `plan`: what a plan states beside its movements; it is feasible, for *most-out*, unless it says otherwise.
- `change`: what is then changed, to show the checker a plan that is not what the rules give: fields that are
  set, or `shift_s`, which shifts every moment of a movement but those before its loading.
- `stop`: a moment at which the plan is stopped, its state saved, restored and gone on from. `other`: what is
  different in another operation, which is shown that state.
- `runs`: runs of the planner, for *clearance*, by seed, work and seconds.
- `expect`: what must come out. `reads`: values read from the operation. `fault`: words of the error.
  `movements`: times, only those that matter. `stuck`: the movement that cannot go, and the rule why.
  `departed`: the movements that have departed by the stop. `refused`: words with which the state is refused.
  `clash`: the facts of the first irreducible set that cannot all hold; empty where none is found.
  `plans`: whether the runs' plans are *equal* or *different*.
  `verdict`: what the checker says of the plan, *kept* or *broken*, by this rule or `by` the one named.

## The files

This page is written by `python docs/rules/index.py`.

| rule | example | what it shows |
|---|---|---|
"""


def title(rule: str) -> str:
    """Return a rule's number and name, from its heading in the semantics."""
    for line in (HERE.parent / "semantics.md").read_text(encoding="utf-8").splitlines():
        if line.startswith(f"### {rule} "):
            return line.removeprefix("### ")
    raise LookupError(f"no rule {rule} in semantics.md")


def order(folder: Path) -> tuple[int, int]:
    """Return where a rule stands among the rules: O, C, P, each by number."""
    return "OCP".index(folder.name[0]), int(folder.name[1:])


def page() -> str:
    """Return the page's text."""
    yaml = YAML(typ="safe", pure=True)
    rows = []
    for folder in sorted((each for each in HERE.iterdir() if each.is_dir()), key=order):
        name = title(folder.name)
        for kind in ("keeps", "breaks", "edge"):
            for file in sorted(folder.glob(f"{kind}-*.yaml")):
                shows = yaml.load(file.read_text(encoding="utf-8"))["shows"]
                rows.append(f"| {name} | [{file.stem}]({folder.name}/{file.name}) | {shows} |")
                name = ""
    return INTRODUCTION + "\n".join(rows) + "\n"


if __name__ == "__main__":
    (HERE / "README.md").write_text(page(), encoding="utf-8")
