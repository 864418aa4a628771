"""A "why" in a few lines on a terminal; and each answer as it comes."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from korridor.operation.changes import LongestAboard
from korridor.operation.fault import one_line
from korridor.papers.why.amount import Amounts
from korridor.papers.why.frontier_words import frontier_words
from korridor.papers.why.outcome_words import outcome_lines
from korridor.papers.why.section import found_words, hangs_words, noise_words, today_words
from korridor.planning.plan import Plan
from korridor.planning.why.measure import measure_of
from korridor.planning.why.news import News
from korridor.planning.why.why import Outcome, Why


def why_lines(why: Why, seconds: float | None = None, files: Sequence[Path] = ()) -> Iterator[str]:
    """Yield the answer: today, what the limit hangs on, each change, the frontier."""
    for line in (*today_words(why), *hangs_words(why), *found_words(why), *noise_words(why)):
        yield one_line(line)
    for each in outcome_lines(why):
        yield one_line(f"  {each.change}: plan {each.value} ({each.gain}); limit {each.bound} ({each.moved})")
    yield from map(one_line, frontier_words(why) if why.frontier else ())
    if why.stopped:
        yield "Stopped before the end: what is missing was not tried."
    if seconds is not None:
        yield f"Worked out in {seconds:,.1f} s, from today's plan on."
    if files:
        yield "Written: " + ", ".join(str(path) for path in files)


def news_line(plan: Plan, news: News) -> str:
    """Say how far it has come, and the answer that has just come in, where there is one."""
    amounts = Amounts(plan.operation, measure_of(plan))
    head = f"{news.done} of {news.of}: "
    if news.found is None:
        return one_line(f"{head}{news.now} …")
    if isinstance(news.found, Outcome):
        words = news.found.words
    else:
        words = LongestAboard(limit_s=news.found.limit_s).words(plan.operation)
    return one_line(
        f"{head}{words}: plan {amounts.value(news.found.value)}; limit {amounts.bound(news.found.bound, news.found.value)}"
    )
