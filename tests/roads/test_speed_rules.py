"""The file of speeds and sizes, packaged and the user's own."""

import pytest

from korridor.operation.fault import Faults
from korridor.operation.sourced import Unwrapping
from korridor.operation.written import read_written
from korridor.roads.speed_rules import CLASSES, PACKAGED, read_speed_rules
from korridor.roads.vehicle_kind import KINDS, VehicleKind


def own(tmp_path, text):
    path = tmp_path / "own.yaml"
    path.write_text(text)
    return path


def test_every_packaged_value_has_its_source():
    """Each kind has a speed for each class and a size, and no number stands there without who said it."""
    rules = read_speed_rules()
    for kind in KINDS:
        assert set(rules.of(kind).speeds_m_per_h) == set(CLASSES)
        assert None not in (rules.of(kind).height_m, rules.of(kind).width_m, rules.of(kind).weight_kg)
    written = read_written(PACKAGED.read_text(), "speeds.yaml")[0]
    sourced = {said.path for said in Unwrapping(written, "speeds.yaml").sources if said.source}
    assert sourced == set(_paths(Unwrapping(written, "").bare.plain))


def _paths(tree, here=""):
    for key, value in tree.items():
        path = f"{here}.{key}" if here else key
        if isinstance(value, dict):
            yield from _paths(value, path)
        else:
            yield path


def test_convoy_speeds_are_those_of_the_manual():
    """FM 11-43: 24 km/h in built-up areas, 40 on two-lane roads, 66 on expressways."""
    speeds = read_speed_rules().bus.speeds_m_per_h
    assert (speeds["residential"], speeds["primary"], speeds["motorway"]) == (24_000, 40_000, 66_000)


def test_the_users_own_values_come_first(tmp_path):
    """One value changes, with its file for a source; the others stay."""
    rules = read_speed_rules(
        own(tmp_path, "bus: {speeds: {primary: 50 km/h, track: closed}, height: 3.2 m}\n")
    )
    assert rules.bus.speeds_m_per_h["primary"] == 50_000
    assert rules.bus.speeds_m_per_h["track"] == 0
    assert rules.bus.speeds_m_per_h["secondary"] == 40_000
    assert (rules.bus.height_m, rules.truck.height_m) == (3.2, 4.0)
    assert rules.source(VehicleKind.BUS, "primary") == "your file own.yaml"
    assert rules.source(VehicleKind.BUS, "secondary").startswith("FM 11-43")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("bus: {speeds: {primary: 50}}", "bus.speeds.primary: 50 has no unit; write for example 40 km/h"),
        ("bus: {speeds: {primry: 50 km/h}}", "'primry' is not"),
        ("coach: {}", "speed rules has no key 'coach'; its keys are car, bus, truck"),
        ("bus: {height: tall}", "bus.height: 'tall' is not a size of a vehicle; write for example 3.8 m"),
        ("bus: {weight: 0}", "bus.weight: 0 is not a weight of a vehicle; write for example 18 t"),
        ("- 1", "a list stands where speeds belong; write for example bus: {speeds: {primary: 50 km/h}}"),
        ("", "the file is empty"),
    ],
)
def test_a_wrong_file_of_speeds_is_told(tmp_path, text, said):
    """What is wrong, where, and what is allowed."""
    path = own(tmp_path, text)
    with pytest.raises(Faults) as caught:
        read_speed_rules(path)
    assert str(caught.value).startswith(f"{path}:1: ") and said in str(caught.value)
