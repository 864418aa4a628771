"""Which limits on the time aboard are tried."""

from korridor.operation.operation import Operation
from korridor.planning.why.limits import MOST_LIMITS, limits_for, shortest_aboard_s
from tests.planning.test_without_limit import road


def test_limits_begin_below_the_shortest_trip() -> None:
    """The road takes half an hour: the tightest limit lets nobody go, the loosest is the file's."""
    assert shortest_aboard_s(road()) == 1800
    limits = limits_for(road(), longest_s=4 * 3600)
    assert limits[0] == 20 * 60 and limits[1] == 30 * 60
    assert limits[-1] == 6 * 3600  # the file's
    assert len(limits) <= MOST_LIMITS and list(limits) == sorted(set(limits))


def test_the_file_s_limits_are_among_them() -> None:
    """Each class's own limit is tried for everybody."""
    assert {2400, 7200} <= set(limits_for(road(lying="40 min", default="2 h"), longest_s=3600))


def test_where_nobody_can_be_carried_there_is_no_limit_to_try() -> None:
    """Without a seat that fits there is no trip, and so no shortest one."""
    operation = road()
    nobody = operation.model_copy(
        update={"people": {"lying": operation.people["lying"]}, "fleet": {"bus": operation.fleet["bus"]}}
    )
    assert isinstance(nobody, Operation)
    assert limits_for(nobody, 3600) == ()
