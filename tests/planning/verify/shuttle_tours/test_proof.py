"""Tour certificates: a true one holds, and what proves nothing is refused with the reason."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from korridor.operation.operation import Operation
from korridor.planning.certificate import MOST_PRICE, TourCertificate
from korridor.planning.shuttle.bound import shuttle_bound
from korridor.planning.verify.shuttle_tours.lots import lots_of, room_of
from korridor.planning.verify.shuttle_tours.proof import unproved
from tests.planning.shuttle.shuttles import best_clearance_s, shuttles
from tests.planning.shuttle.test_plain import NOT_PLAIN, PLAIN, other, place
from tests.planning.verify.shuttle_tours.test_plain import SAID

# The full load of pupils earns 1. A bus needs 600 + 200 s to have it aboard, and 300 + 1800 s to the hall, so 2900 s; the
# coach has to come from the hall and needs 2100 + 2100.
BY_HAND = TourCertificate(too_soon_s=2899, load_prices=(1, 0, 0), room_prices=(0, 0))


def with_(**fields: object) -> TourCertificate:
    return BY_HAND.model_copy(update=fields)


def test_a_certificate_worked_out_by_hand_holds() -> None:
    """The farthest load is not out by 2899 s; by 2900 s two buses could have earned what it is worth."""
    assert unproved(PLAIN, BY_HAND) is None
    assert unproved(PLAIN, with_(too_soon_s=0)) is None
    assert unproved(PLAIN, with_(too_soon_s=2900)) == (
        "2900 s is not proved too soon: all loads are worth 1, vehicles and room come to 2"
    )


def test_room_that_costs_weakens_what_is_earned() -> None:
    """With a price of 1 a person at the hall and none at the ward, a bus earns by way of the ward, 120 s later."""
    dear = with_(room_prices=(1, 0), load_prices=(200, 0, 0), too_soon_s=3019)
    assert unproved(PLAIN, dear) == (
        "3019 s is not proved too soon: all loads are worth 200, vehicles and room come to 400"
    )
    # at 2 a person of the hall's 100, a load of 50 is worth nothing there
    assert unproved(PLAIN, with_(room_prices=(2, 0), load_prices=(201, 0, 0))) is None


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"too_soon_s": -1}, "too_soon_s is -1; at least 0"),
        ({"load_prices": (0, 0, 0)}, "2899 s is not proved too soon: all loads are worth 0, vehicles and room come to 0"),
        ({"load_prices": (1,)}, "there are 1 load_prices; 3 are needed"),
        ({"load_prices": (1, 0, 0, 0)}, "there are 4 load_prices; 3 are needed"),
        ({"room_prices": (0,)}, "there are 1 room_prices; 2 are needed"),
        ({"room_prices": (0, -1)}, "room at ward has a negative price, -1"),
        (
            {"load_prices": (MOST_PRICE + 1, 0, 0)},
            "a price of 1099511627777 is out of range; from -1099511627776 to 1099511627776",
        ),
        (
            {"load_prices": (1, -MOST_PRICE - 1, 0)},
            "a price of -1099511627777 is out of range; from -1099511627776 to 1099511627776",
        ),
        (
            {"too_soon_s": 10**9},
            "checking takes 24000000024 steps and 5000000005 figures; at most 100000000 and 10000000",
        ),
    ],
    ids=[
        "before the start",
        "worthless",
        "too few lots",
        "too many lots",
        "one room",
        "room that pays",
        "too dear",
        "too cheap",
        "endless",
    ],
)  # fmt: skip
def test_what_proves_nothing_is_refused(change: dict[str, object], what: str) -> None:
    """Prices out of range or for another operation, of room that pays, or of nothing: each is named."""
    assert unproved(PLAIN, with_(**change)) == what


@pytest.mark.parametrize("name", sorted(SAID))
def test_only_plain_shuttles_have_tour_certificates(name: str) -> None:
    """Whatever can bind, put once into a plain shuttle, ends the certificate, with the reason."""
    operation, _ = NOT_PLAIN[name]
    assert unproved(operation, BY_HAND) == f"it is for plain shuttles; of this operation, {SAID[name]}"


def test_trips_that_take_no_time_earn_without_end() -> None:
    """Where people board and are out at once, and nobody need drive, nothing is proved."""
    at_once = other(
        roads=tuple(
            each.model_copy(update={"time_s": 0, "length_m": None, "speed_m_per_h": None})
            for each in PLAIN.roads
        )
    )
    assert unproved(at_once, BY_HAND) == "a trip of coach takes no time"


def test_nobody_to_bring_out_needs_no_certificate() -> None:
    """Without people there are no lots, and nothing to prove."""
    empty = TourCertificate(too_soon_s=0, load_prices=(), room_prices=(0, 0))
    assert unproved(other(people={}), empty) == "there is nobody to bring out"


def test_a_certificate_is_for_its_operation() -> None:
    """One bus that stands at the school already, or a faster road there, ends the proof."""
    nearer = other(
        fleet={**PLAIN.fleet, "bus": PLAIN.fleet["bus"].model_copy(update={"depots": {"school": 1}})}
    )
    assert unproved(nearer, BY_HAND) is not None
    assert (
        unproved(place("hall", capacity_persons=0), BY_HAND) is None
    )  # room that costs nothing proves nothing


@given(shuttles())
def test_the_bound_of_the_search_holds_and_a_second_more_does_not(operation: Operation) -> None:
    """The certificate that comes with a bound is granted; the soonest plan of all is not refuted by the same prices."""
    certificate = shuttle_bound(operation).certificate
    assert certificate is not None
    assert unproved(operation, certificate) is None
    soonest_s = best_clearance_s(operation, straight=False)
    assert unproved(operation, certificate.model_copy(update={"too_soon_s": soonest_s})) is not None


@given(shuttles(most_loads=3), st.data())
def test_no_prices_prove_more_than_the_soonest_plan(operation: Operation, data: st.DataObject) -> None:
    """Whatever the prices, the moment of the soonest plan, found by trying all, is not proved too soon."""
    soonest_s = best_clearance_s(operation, straight=False)
    certificate = TourCertificate(
        too_soon_s=soonest_s,
        load_prices=tuple(data.draw(st.integers(-5, 50)) for _ in lots_of(operation)),
        room_prices=tuple(data.draw(st.integers(0, 5)) for _ in room_of(operation)),
    )
    assert unproved(operation, certificate) is not None


@given(shuttles(most_loads=3), st.data())
def test_prices_near_the_best_prove_no_more(operation: Operation, data: st.DataObject) -> None:
    """Prices like those of a bound, each a little other, prove nothing of the soonest plan's moment either."""
    certificate = shuttle_bound(operation).certificate
    assume(certificate is not None)
    assert certificate is not None
    other_prices = certificate.model_copy(
        update={
            "too_soon_s": best_clearance_s(operation, straight=False),
            "load_prices": tuple(p + data.draw(st.integers(-2, 2)) for p in certificate.load_prices),
            "room_prices": tuple(max(0, p + data.draw(st.integers(-2, 2))) for p in certificate.room_prices),
        }
    )
    assert unproved(operation, other_prices) is not None
