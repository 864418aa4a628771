"""The answer of a comparison, for a person."""

from korridor.rehearsal.measure import Measure
from korridor.rehearsal.statistics.amount import amount, between, percent
from korridor.rehearsal.statistics.compared import ALL_OUT, Compared, Difference
from korridor.rehearsal.statistics.verdict import Verdict


def compared_words(compared: Compared) -> tuple[str, ...]:
    """Say how the two were compared, then a line a measure, the chance that everybody is out first."""
    first, second = compared.names
    head = f"{second} against {first}, {compared.runs:,} runs of each under the same draws:"
    differs = [f"They differ in {'; '.join(compared.differs)}."] if compared.differs else []
    rows = (difference_words(row, compared.names) for row in compared.differences)
    return (*differs, head, *rows, *_precision(compared))


def difference_words(row: Difference, names: tuple[str, str]) -> str:
    """One measure in a sentence; noise is called noise."""
    first, second = names
    what = "everybody out" if row.measure == ALL_OUT else Measure(row.measure).said
    if row.verdict is Verdict.SAME:
        return f"{what}: {_value(row, row.first)} on average; no run differs."
    means = f"{what}: {first} {_value(row, row.first)}, {second} {_value(row, row.second)}"
    low, high = row.ci95
    if row.verdict is Verdict.TOO_FEW or low is None or high is None:
        return f"{means}; {_runs(row.runs)} too few to say which is better."
    if row.verdict is Verdict.NOISE:
        return f"{means}; the difference, {_said(row, row.difference, low, high)}, is noise: it may as well be none."
    runs = f"better in {percent(row.p_better)} of the runs, worse in {percent(row.p_worse)}"
    ends = (low, high) if row.difference > 0 else (-high, -low)
    return f"{means}; {second} is {row.verdict} by {_said(row, abs(row.difference), *ends)}; {runs}."


def _precision(compared: Compared) -> tuple[str, ...]:
    if compared.precision is None:
        return ()
    reached = "is reached" if compared.reached else "is NOT reached with the runs allowed"
    return (f"The precision asked for ({compared.precision}, of the difference) {reached}.",)


def _value(row: Difference, value: float) -> str:
    return f"in {percent(value)} of runs" if row.measure == ALL_OUT else amount(value, Measure(row.measure))


def _said(row: Difference, difference: float, low: float, high: float) -> str:
    if row.measure == ALL_OUT:
        points = [f"{100 * value:.1f}".replace("-", "−") for value in (difference, low, high)]
        return f"{points[0]} points ({points[1]} to {points[2]})"
    return between(difference, low, high, Measure(row.measure))


def _runs(runs: int) -> str:
    return "1 such run is" if runs == 1 else f"{runs:,} such runs are"
