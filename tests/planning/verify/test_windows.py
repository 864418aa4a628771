"""O8, P3: windows, horizon and usable time."""

from korridor.planning.verify.windows import horizon_s, usable_s, windows_s
from tests.planning.verify.corridor import PLAN

OPERATION = PLAN.operation
NO_TRUCE = OPERATION.model_copy(update={"truce": None})


def test_windows_are_cut_at_the_horizon():
    """A window that the horizon crosses ends there, one that has not opened by then is gone."""
    assert windows_s(OPERATION) == ((600, 4000), (6000, 7000))
    assert windows_s(OPERATION.until(6500)) == ((600, 4000), (6000, 6500))
    assert windows_s(OPERATION.until(6000)) == ((600, 4000),)
    assert windows_s(NO_TRUCE) == ()


def test_the_horizon_is_the_sooner_end():
    """The end of the last window, or ``until``; without either there is none."""
    assert horizon_s(OPERATION) == 7000
    assert horizon_s(OPERATION.until(6500)) == 6500
    assert horizon_s(OPERATION.until(9000)) == 7000
    assert horizon_s(NO_TRUCE) is None
    assert horizon_s(NO_TRUCE.until(6500)) == 6500


def test_usable_time_is_open_time():
    """Closed seconds do not count; without a truce all do."""
    assert [usable_s(OPERATION, moment_s) for moment_s in (0, 600, 601, 5000, 6500)] == [0, 0, 1, 3400, 3900]
    assert usable_s(NO_TRUCE, 5000) == 5000
