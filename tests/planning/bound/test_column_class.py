"""Classes of columns."""

from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.convoy import ConvoyRule
from korridor.planning.bound.column_class import classes_of


def test_classes_begin_after_two_and_three_services():
    """Of services of 60, 300 and 360 s the longest counts: 720 and 1080 s; who is alone need not form up."""
    found = classes_of(ConvoyRule(least=5, most=25, marshalling=1200), [60, 300, 360, 0, 300])
    assert [(each.name, each.held_s, each.until_s) for each in found] == [
        ("alone", 0, None),
        ("0", 0, 720),
        ("1", 720, 1080),
        ("2", 1080, None),
    ]
    assert [each.marshal_s for each in found] == [0, 1200, 1200, 1200]
    assert [each.vehicles for each in found] == [1, 25, 25, 25]
    assert [each.loaded for each in found] == [False, True, True, True]


def test_without_services_nothing_is_held():
    """Where nobody is looked at there is one class; with one service it counts itself; one vehicle is always alone."""
    assert [each.name for each in classes_of(ConvoyRule(most=4), [0])] == ["0"]
    assert [each.held_s for each in classes_of(ConvoyRule(most=4), [70])] == [0, 140, 210]
    assert [each.name for each in classes_of(ConvoyRule(most=1, marshalling=60), [70])] == ["alone"]


@given(
    services_s=st.lists(st.integers(0, 900), max_size=5),
    most=st.integers(1, 30),
    marshalling_s=st.sampled_from([0, 600]),
    held_s=st.integers(0, 9000),
)
def test_every_column_is_of_one_class(services_s, most, marshalling_s, held_s):
    """However long a column of several vehicles is held, one class and no other is its own; one is the usual one."""
    found = classes_of(ConvoyRule(most=most, marshalling=marshalling_s), services_s)
    mine = [
        each
        for each in found
        if each.held_s <= held_s and (each.until_s is None or held_s < each.until_s) and each.vehicles > 1
    ]
    assert len(mine) == (1 if most > 1 else 0)
    assert sum(each.usual for each in found) == 1
