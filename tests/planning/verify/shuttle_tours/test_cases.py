"""Tree certificates: a true one holds, and whatever is changed in one proves no more than is so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.planning.bep_law import instance
from korridor.operation.bep import read_bep
from korridor.operation.operation import Operation
from korridor.planning.certificate import Leaf, Node, Split, TreeCertificate
from korridor.planning.shuttle.bound import shuttle_bound
from korridor.planning.shuttle.improve import improve
from korridor.planning.verify.shuttle_tours.proof import unproved


def proved(places: int, seed: int) -> tuple[Operation, TreeCertificate]:
    """An instance that prices alone leave open, with its proof."""
    operation = read_bep(instance(places, seed), "drawn")
    best = improve(operation, iterations=300_000, seed=0)
    certificate = shuttle_bound(operation, known_s=best.clearance_s).certificate
    assert isinstance(certificate, TreeCertificate)
    assert certificate.too_soon_s == best.clearance_s - 1
    return operation, certificate


# Of 3 places, 9 nodes; the soonest clearance is 12.
SMALL, PROOF = proved(3, 2)


def with_nodes(*nodes: Node) -> TreeCertificate:
    return PROOF.model_copy(update={"nodes": nodes})


def test_a_tree_proves_what_prices_alone_do_not() -> None:
    """The certificate is granted for its moment and any sooner one, and not for the soonest clearance."""
    assert unproved(SMALL, PROOF) is None
    sooner = PROOF.model_copy(update={"too_soon_s": 5})
    assert unproved(SMALL, sooner) is None
    later = unproved(SMALL, PROOF.model_copy(update={"too_soon_s": 12}))
    assert later is not None and later.startswith("12 s is not proved too soon, in the case below ")


def test_a_tree_has_all_its_cases_and_no_more() -> None:
    """A node left out, or one more, is told."""
    assert unproved(SMALL, with_nodes(*PROOF.nodes[:-1])) == "the tree ends before all its cases have a leaf"
    assert unproved(SMALL, with_nodes()) == "the tree ends before all its cases have a leaf"
    more = with_nodes(*PROOF.nodes, PROOF.nodes[-1])
    assert unproved(SMALL, more) == "the tree has more nodes than its splits ask for"


@pytest.mark.parametrize(
    ("split", "what"),
    [
        (Split(vehicle_type="tram", at_most=1), "a split names a type that there is not, tram"),
        (Split(lot=3, at_most=1), "a split names lot 3; there are lots 0 to 2"),
        (Split(lot=-1, at_most=1), "a split names lot -1; there are lots 0 to 2"),
        (Split(comes_from="moon", at_most=1), "a split names a place that there is not, moon"),
        (Split(goes_to="yard 1", at_most=1), "a split names yard 1, which receives nobody"),
        (
            Split(comes_from="yard 1", goes_to="shelter 1", at_most=1),
            "a split tells trips by where they come from and by where they go; one of the two",
        ),
    ],
    ids=["type", "lot", "lot below", "place", "reception", "both"],
)
def test_splits_name_what_there_is(split: Split, what: str) -> None:
    """A split that names what the operation has not is told."""
    assert unproved(SMALL, with_nodes(split, *PROOF.nodes)) == what


def test_a_leaf_prices_each_split_above_it() -> None:
    """Too few or negative prices of splits are told."""
    leaf = next(node for node in PROOF.nodes if isinstance(node, Leaf))
    alone = leaf.model_copy(update={"split_prices": ()})
    assert unproved(SMALL, with_nodes(Split(at_most=1), alone, alone)) == (
        "a leaf has 0 split_prices; 1 splits are above it"
    )
    pays = leaf.model_copy(update={"split_prices": (-1,)})
    assert unproved(SMALL, with_nodes(Split(at_most=1), pays, pays)) == "a split has a negative price, -1"


splits = st.builds(
    Split,
    lot=st.none() | st.integers(0, 2),
    comes_from=st.none() | st.sampled_from(["yard 1", "shelter 1", "shelter 2"]),
    by_s=st.none() | st.integers(0, 12),
    at_most=st.integers(-1, 5),
)


@given(st.data())
def test_no_change_of_a_tree_proves_more_than_is_so(data: st.DataObject) -> None:
    """Whatever splits and prices are put in place of a proof's, the soonest clearance is never proved too soon."""
    nodes: list[Node] = []
    for node in PROOF.nodes:
        if isinstance(node, Split):
            nodes.append(data.draw(st.just(node) | splits))
        else:
            nodes.append(
                Leaf(
                    load_prices=tuple(p + data.draw(st.integers(-9, 9)) for p in node.load_prices),
                    room_prices=node.room_prices,
                    split_prices=tuple(max(0, p + data.draw(st.integers(-9, 9))) for p in node.split_prices),
                )
            )
    changed = PROOF.model_copy(update={"nodes": tuple(nodes), "too_soon_s": 12})
    assert unproved(SMALL, changed) is not None
