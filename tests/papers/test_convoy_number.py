"""The number that is chalked on every vehicle."""

from hypothesis import given

from korridor.papers.convoy_number import convoy_number
from korridor.pictures.number import number
from tests.pictures.any_runs import runs
from tests.pictures.convoys import days, round_robin, town
from tests.plain.clockwork import run


def test_the_number_is_the_day_of_the_month_and_the_serial():
    """A column that leaves on the 15th by the operation's clock has that day before its number on table and graph."""
    numbers = [convoy_number(town(), movement) for movement in days()]
    assert (numbers[0], numbers[-1]) == ("15-M001", "19-M056")


def test_without_a_date_days_count_from_the_start():
    """An operation without a date has a first day, a second day and so on."""
    undated = town(start=None)
    assert convoy_number(undated, run(undated, round_robin(1))[0]) == "D1-M001"
    assert convoy_number(undated, days()[-1]) == "D4-M056"


@given(runs())
def test_no_two_columns_share_a_number(drawn):
    """A convoy number names one movement, and ends in the number that graph and table have."""
    operation, movements = drawn
    numbers = [convoy_number(operation, movement) for movement in movements]
    assert len(set(numbers)) == len(movements)
    assert all(each.endswith(number(m)) for each, m in zip(numbers, movements, strict=True))
