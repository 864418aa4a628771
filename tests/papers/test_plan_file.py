"""``plan.json``: written, read again, and checked."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.operation.fault import Faults
from korridor.papers.plan_file import plan_json, read_plan
from korridor.planning.certificate import Certificate, Leaf, Split, TourCertificate, TreeCertificate
from korridor.planning.plan import Plan
from tests.pictures.any_runs import runs
from tests.pictures.convoys import plan


def test_a_plan_reads_as_it_was_written(tmp_path):
    """A plan comes back equal, with its operation, movements, levels and work."""
    path = tmp_path / "plan.json"
    path.write_text(plan_json(plan(4)), encoding="utf-8")
    assert read_plan(path) == plan(4)


@pytest.mark.parametrize(
    "certificate",
    [
        Certificate(
            horizon_s=9,
            slot_s=1,
            scale=1,
            phases={"leave/bus/A/D": 0},
            multipliers={"room/D": (1,)},
            unweighted=True,
            bound_weight=9,
        ),
        TourCertificate(too_soon_s=9, load_prices=(3, -(1 << 40)), room_prices=(1,)),
        TreeCertificate(
            too_soon_s=9,
            nodes=(
                Split(lot=0, goes_to="town", by_s=5, at_most=2),
                Leaf(load_prices=(3,), room_prices=(1,), split_prices=(1 << 40,)),
                Leaf(load_prices=(0,), room_prices=(1,), split_prices=(0,)),
            ),
        ),
    ],
    ids=lambda certificate: certificate.kind,
)
def test_a_certificate_reads_as_it_was_written(tmp_path, certificate):
    """A certificate of either kind comes back as one of its kind, to the last number."""
    made = plan(1, certificate=certificate)
    path = tmp_path / "plan.json"
    path.write_text(plan_json(made), encoding="utf-8")
    assert read_plan(path).certificate == certificate


@given(runs(), st.integers(0, 2**31))
def test_any_plan_reads_as_it_was_written(tmp_path_factory, drawn, seed):
    """Whatever stands in an operation, nothing of a plan is lost in its file."""
    operation, movements = drawn
    made = Plan(operation=operation, objective="clearance", status="feasible", movements=movements, seed=seed)
    path = tmp_path_factory.mktemp("plan") / "plan.json"
    path.write_text(plan_json(made), encoding="utf-8")
    assert read_plan(path) == made


def changed(**fields):
    return json.dumps(json.loads(plan_json(plan(1))) | fields).encode()


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"\n{,}", "2: not JSON (Expecting property name enclosed in double quotes); "
                   "a plan is the plan.json that korridor plan writes"),
        (b"\xff\xfe", "1: text in UTF-16 or UTF-32, or no text at all; save the file as UTF-8"),
        (b"[" * 100_000, "1: not JSON (nested too deep); a plan is the plan.json that korridor plan writes"),
        (b"[]", "1: format: None is not a plan's format; only 'korridor-plan' is"),
        (changed(format="ledger"), "1: format: 'ledger' is not a plan's format; only 'korridor-plan' is"),
        (changed(version=2), "1: version: 2 is not a version this program reads; only 1 is"),
        (changed(seed="seven"),
         "1: seed: Input should be a valid integer, unable to parse string as an integer"),
        (changed(certificate={"kind": "oracle"}),
         "1: certificate: Input tag 'oracle' found using 'kind' does not match any of the expected tags: "
         "'slot-program', 'shuttle-tours', 'shuttle-tree', 'streams'"),
        (changed(levels=[{"name": "out", "value": 1, "bound": "x", "gap": None}]),
         "1: levels[0].bound: Input should be a valid integer, unable to parse string as an integer"),
    ],
)  # fmt: skip
def test_what_is_no_plan_is_said_plainly(tmp_path, content, fault):
    """A file that is no plan of this version is refused, with what is wrong and what is allowed."""
    path = tmp_path / "plan.json"
    path.write_bytes(content)
    with pytest.raises(Faults) as refused:
        read_plan(path)
    assert str(refused.value) == f"{path}:{fault}"


def test_a_missing_file_is_said_plainly(tmp_path):
    """A plan that is not there is a fault with a name, not a traceback."""
    with pytest.raises(Faults) as refused:
        read_plan(tmp_path / "plan.json")
    assert str(refused.value) == f"{tmp_path / 'plan.json'}:1: no such file"


def test_every_fault_of_a_plan_is_said_at_once(tmp_path):
    """A plan with two faults gets two lines."""
    path = tmp_path / "plan.json"
    path.write_bytes(changed(seed="x", objective="fastest"))
    with pytest.raises(Faults) as refused:
        read_plan(path)
    assert len(refused.value.faults) == 2
