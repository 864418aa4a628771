"""Days of exact counts, part by part, in which many numbers are small."""

from collections import Counter

from hypothesis import strategies as st

FIRST = "with device=D1 post=GATE organisation=SARC day=2016-12-15 offset=+02:00"
HEADS = st.sampled_from([0, 0, 1, 2, 4, 7, 9, 10, 11, 13, 19, 20, 25, 40])
PLACES = ("reception:R1", "reception:R2", "hospital:H1")


@st.composite
def parts(draw: st.DrawFn) -> list[str]:
    """Return two or three texts, each what was recorded between two releases."""
    trips, found = 0, []
    there: Counter[str] = Counter()
    for day in range(draw(st.integers(2, 3))):
        lines = [f"with day=2016-12-{15 + day}"]
        for _ in range(draw(st.integers(1, 3))):
            trips += 1
            lines += _trip(draw, f"M{draw(st.integers(1, 3))}/B{trips}", there)
        lines += _somewhere(draw, there)
        found.append("\n".join(lines))
    return found


def _trip(draw: st.DrawFn, on: str, there: Counter[str]) -> list[str]:
    arrived = {place: draw(HEADS) for place in draw(st.sets(st.sampled_from(PLACES), max_size=2))}
    held, lost, died = draw(HEADS), draw(HEADS), draw(st.sampled_from([0, 0, 0, 1, 12]))
    there.update(arrived | {"custody:GATE": held})
    left = sum(arrived.values()) + held + lost + died
    extra = draw(st.sampled_from([0, 0, 0, 0, 3, 12])) if not lost else 0
    said = max(0, left - extra)
    lines = [f"08:00 departed on={on} at=TOWN count={said} due=09:00"]
    lines += [f"08:30 taken_into_custody of={on} into=GATE authority=GOV count={held}"] if held else []
    lines += [f"08:40 died of={on} kept=R1 count={died}"] if died else []
    joined = draw(st.sampled_from([0, 0, 0, 0, 0, 2, 15]))
    if joined:
        lines[0] = f"08:00 departed on={on} at=TOWN count={max(0, said - joined)} due=09:00"
        lines.append(f"08:20 joined on={on} count={min(said, joined)}")
    return lines + [
        f"08:5{n} alighted on={on} at={place} count={heads}"
        for n, (place, heads) in enumerate(arrived.items())
    ]


def _somewhere(draw: st.DrawFn, there: Counter[str]) -> list[str]:
    """Nobody goes from where nobody is."""
    ways = (
        ("reception:R1", "hospital:H1", "12:00 transferred of=reception:R1 to=hospital:H1 count={}"),
        ("hospital:H1", "", "12:10 died of=hospital:H1 kept=H1 count={}"),
        ("custody:GATE", "reception:R2", "12:20 released of=custody:GATE to=reception:R2 count={}"),
        ("reception:R2", "", "12:30 left of=reception:R2 way=on-their-own count={}"),
        ("reception:R1", "", "12:40 reported_missing of=reception:R1 count={}"),
    )
    lines = []
    for source, target, line in draw(st.lists(st.sampled_from(ways), max_size=2, unique=True)):
        heads = min(draw(HEADS), there[source])
        if heads:
            there.update({source: -heads, target: heads})
            lines.append(line.format(heads))
    if draw(st.integers(0, 3)) == 0 and there["reception:R1"] > 0:
        missing = min(draw(HEADS), there["reception:R1"])
        there["reception:R1"] -= missing
        lines.append(f"13:00 counted of=reception:R1 count={there['reception:R1']}")
    return lines
