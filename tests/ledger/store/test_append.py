from hypothesis import given
from hypothesis import strategies as st

from korridor.ledger.store.entry import Entry
from korridor.ledger.store.log import Log
from tests.ledger.store.entries import bodies, cut, entries, numbered, strange

batches = st.builds(
    lambda some, at: list(cut(some, at)),
    st.lists(numbered() | strange(), max_size=30),
    st.lists(st.integers(0, 30), max_size=4),
)


def key_of(entry: Entry) -> tuple[str | None, int | None, bytes]:
    return entry[:3]


@given(batches)
def test_an_event_twice_is_there_once(batches: list[list[Entry]]):
    """Whatever comes, however often and in whatever batches: the log has each once, in the order in which it first came."""
    first = dict.fromkeys(key_of(entry) for batch in batches for entry in batch)
    with Log.open(None) as log:
        for batch in batches:
            log.record(batch)
        assert bodies(log) == [body for _, _, body in first]
        assert log.receipts == len(first)


@given(batches)
def test_what_came_of_each_entry_is_said(batches: list[list[Entry]]):
    """Each entry is told its receipt, whether it was there, and whether another event has its number."""
    log_so_far: list[tuple[str | None, int | None, bytes]] = []
    with Log.open(None) as log:
        for batch in batches:
            received = log.record(batch)
            for at, key in enumerate(map(key_of, batch)):
                assert (at in received.again) == (key in log_so_far)
                if at not in received.again:
                    twin = key[0] is not None and any(other[:2] == key[:2] for other in log_so_far)
                    assert (at in received.twins) == twin
                    log_so_far.append(key)
                assert received.receipts[at] == log_so_far.index(key) + 1


@given(batches)
def test_two_events_with_one_number_are_both_kept_and_flagged(batches: list[list[Entry]]):
    """A11: of all events with one number the first is what the others are flagged against, and none is dropped."""
    with Log.open(None) as log:
        for batch in batches:
            log.record(batch)
        kept = {each.receipt: each.body for each in log.kept()}
        sent = dict.fromkeys(key_of(entry) for batch in batches for entry in batch)
        receipt_of = {key: receipt for receipt, key in enumerate(sent, 1)}
        expected = []
        for device, number, body in sent:
            same = [receipt_of[key] for key in sent if device is not None and key[:2] == (device, number)]
            if same and receipt_of[device, number, body] != min(same):
                expected.append((receipt_of[device, number, body], min(same)))
        assert log.twins() == expected
        assert len(kept) == len(sent)


def test_a_device_that_sends_its_whole_log_again_adds_nothing():
    """Two thousand events delivered again, more than one statement can ask for, are all known."""
    with Log.open(None) as log:
        log.record(entries("D1", range(1, 2001)))
        received = log.record(entries("D1", range(2000, 0, -1)))
        assert received.again == frozenset(range(2000)) and list(received.receipts) == list(
            range(2000, 0, -1)
        )
        assert log.receipts == 2000


def test_what_is_not_understood_is_kept_with_its_reason():
    """Bytes that say no device and number are kept once, and why they were not understood is kept beside them."""
    with Log.open(None) as log:
        log.record([Entry(None, None, b"\xff", "not text"), Entry("D9", 1, b"{}", "of version 9")])
        assert log.record([Entry(None, None, b"\xff", "not text")]).again == {0}
        assert bodies(log) == [b"\xff", b"{}"]
        assert log.not_understood() == {1: "not text", 2: "of version 9"}


def test_who_reads_holds_nobody_up():
    """While one reads through the log another adds to it, and the reader gets what was there when it began."""
    with Log.open(None) as log:
        log.record(entries("D1", range(1, 2502)))
        read = []
        for kept in log.kept(after=1):
            if kept.receipt % 1000 == 0:
                log.record(entries("D2", [kept.receipt]))
            read.append(kept.receipt)
        assert read == list(range(2, 2502))
        assert [kept.receipt for kept in log.kept(up_to=3)] == [1, 2, 3] and log.receipts == 2503
