"""The certificates of the Aleppo operation, as large as they come."""

from pathlib import Path

import pytest

from korridor.operation.read import read_operation
from korridor.planning.bound.most_out import most_out_bound
from korridor.planning.verify.slot_program.duality import proved_weight
from korridor.planning.verify.slot_program.kinds import Kinds

ALEPPO = read_operation(Path(__file__).parents[4] / "examples" / "aleppo-2016" / "operation.yaml")


@pytest.mark.parametrize("until_s", [ALEPPO.windows[0].closes_s, None])
def test_aleppo_is_proved(until_s: int | None):
    """Until the first window ends, and for all windows, the sum is the bound; a person fewer is not proved."""
    operation = ALEPPO.until(until_s)
    certificate = most_out_bound(operation, slot_s=1200)
    assert proved_weight(Kinds(operation), certificate) == certificate.bound_weight
    assert certificate.bound_weight <= ALEPPO.persons


@pytest.mark.long
def test_ten_percent_over_the_best_hand_rule_cannot_be_reached():
    """The best of a hundred hand rules gets 15,714 out by noon on the 16th; that nobody gets a tenth more out is proved."""
    operation = ALEPPO.until(28 * 3600)
    assert proved_weight(Kinds(operation), most_out_bound(operation)) < 15_714 * 11 // 10
