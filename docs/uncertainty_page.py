"""Make ``docs/uncertainty.md``: ``python docs/uncertainty_page.py``.

Its tables are the program's own: what each form means is asked of the distributions, what is taken where a file says nothing
of the table of quantities. A test holds the page to it.
"""

from collections.abc import Iterator
from pathlib import Path

from korridor.chance.in_words import share_in_words, time_in_words
from korridor.operation.quantity import KNOWN, Known, Of, Quantity
from korridor.operation.sort import Sort, kinds_of
from korridor.operation.spread import uncertain_share, uncertain_time
from korridor.operation.uncertainty import Uncertainty

_FORMS = (
    ("20 min", "always that", "what is known, or not worth a spread"),
    ("15..45 min", "anything between, evenly", "two ends and nothing else"),
    (
        "15..20..45 min",
        "between, most often near the middle figure (a triangle)",
        "people who do it, asked for three figures",
    ),
    (
        "pert 15..20..45 min",
        "the same three figures, the ends rarer (the beta distribution of PERT)",
        "the same, where the ends are extreme",
    ),
    (
        "20 min ± 30 %",
        "20 min on average, with a standard deviation of 30 % of that, skewed to the long side (lognormal)",
        "driving and repair, where hindrances multiply",
    ),
    (
        "gamma 20 min ± 30 %",
        "the same average and spread, less skewed (gamma)",
        "boarding and service, where many small times add up",
    ),
    ("exponential 20 min", "20 min on average, as often soon as late", "what can end at any moment alike"),
    (
        "observed 12 15 20 31 min",
        "as it was seen: each gap between neighbours is as likely as the next",
        "records of earlier days",
    ),
)

_TITLES = {
    Of.ROAD: "Roads",
    Of.TYPE: "Vehicles",
    Of.ALL: "The whole operation",
    Of.CHECKPOINT: "Checkpoints",
    Of.GROUP: "People",
    Of.WINDOW: "The truce",
    Of.GATE: "Gates",
}

_HEAD = """\
# What is uncertain, and by how much?

A plan's times hold if every fact in the file holds. A rehearsal runs the plan many times with what nobody knows exactly: how
long a road takes today, how many people come, whether the truce holds. This page says how a file says such a thing, what is
taken where it says nothing, and how it is drawn. Planning uses none of it.

## How to say it

Under `uncertainty`, one line a quantity. One value holds for all; or one by name, with `default` for the others:

```yaml
uncertainty:
  road_time: {{default: 100 % ± 15 %, Amiriya - Ramouseh: 100..120..200 %}}
  repair: 15..30..90 min
  truce_break: {{default: 10 %, window 2: {{value: 40 %, source: the liaison officer}}}}
```

A road is named by its two ends, in the order of the file, a truce window by its number, everything else by its name. In a
workbook this is the sheet *uncertainty*: quantity, of, value.

A **time** or a **share** is written in one of these ways; *mostly* is nine times in ten. A **chance** is a share alone, `5 %`.

| written | means | good for | in words |
|---|---|---|---|
{forms}

Shares are written alike: `100 % ± 15 %` is {share}. For `±` also `+-` and `+/-` are read. Nothing is
ever negative. What cannot be is refused, with what to write instead: `45..15 min`, a spread of −30 % or of more than
300 %, a most likely value outside its ends.

## What is taken where a file says nothing

{tables}
## How it is drawn

Each random quantity is a function of the seed, the run and a key that says what it belongs to: *each road and hour*, *each
breakdown*. Never of when it was asked for, or of what else there is. So run 17 has the same weather for two plans, with eight
buses or with nine, on one core or on forty; the difference between two plans is then theirs, and not luck's. The key is made
of names: another order of the file, or a road more in it, changes no other road's hours.

The generator is Philox4x32-10 (Salmon and others, *Parallel random numbers: as easy as 1, 2, 3*, SC 2011). Each word of 32
bits goes through a table of whole numbers, 1,730 knots that stand the closer the nearer they are to an end, so that one in a
hundred thousand is as right as the middle. Held by tests: means to 1 in 10,000, variances to 1 in 1,000, no chance off
by more than 1 in 4,000. The tables are made with + − × ÷ √ alone, and are the same, bit for bit, on every machine;
[decision 22](decisions/0022-draws-have-keys-and-tables.md) says why.

The persons aboard a vehicle that is looked at are drawn with one word: the sum of *n* exponential or gamma times is a gamma time,
exactly. For other spreads of `screening_person` it is the gamma time of the same mean and variance.

## What is not in it

- Quantities are drawn each by itself. Snow that slows all roads on one day has to be written as a larger spread, and
  then is too small a risk for the whole and too large for one road.
- The values that are ours stand there so that a rehearsal does not pass over what nobody measured; they are no findings.
  Change them first where the answer hangs on them.
"""


def uncertainty_page() -> str:
    """Return the page as Markdown."""
    forms = "\n".join(
        f"| `{text}` | {meaning} | {use} | {time_in_words(uncertain_time(text))} |"
        for text, meaning, use in _FORMS
    )
    tables = "\n".join("\n".join(_table(of, title)) + "\n" for of, title in _TITLES.items())
    share = share_in_words(uncertain_share("100 % ± 15 %"))
    return _HEAD.format(forms=forms, tables=tables, share=share)


def _table(of: Of, title: str) -> Iterator[str]:
    named = f", by {of}" if of is not Of.ALL else ""
    yield f"### {title}{named}\n"
    yield "| key | what it is | drawn for | taken | in words | who says so |"
    yield "|---|---|---|---|---|---|"
    for quantity, known in KNOWN.items():
        if known.of is of:
            cells = (
                f"`{quantity}`",
                known.meaning,
                known.each,
                f"`{known.taken}`",
                _words(quantity),
                _said(known),
            )
            yield f"| {' | '.join(cells)} |"


def _words(quantity: Quantity) -> str:
    match kinds_of(Uncertainty)[quantity].inner[0].sort:
        case Sort.UNCERTAIN_TIME:
            return time_in_words(uncertain_time(KNOWN[quantity].taken))
        case Sort.UNCERTAIN_SHARE:
            return share_in_words(uncertain_share(KNOWN[quantity].taken))
        case Sort.CHANCE:
            return "a chance"
    return f"once in {1000 / float(KNOWN[quantity].taken):,.0f} km"


def _said(known: Known) -> str:
    who = known.source or "**our assumption**"
    return f"{who[0].upper() if known.source else who[0]}{who[1:]}. {known.note}".strip()


if __name__ == "__main__":
    Path(__file__).with_name("uncertainty.md").write_text(uncertainty_page(), encoding="utf-8")
