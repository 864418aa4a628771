"""How long the trips of one vehicle can take in all (docs/bounds-streams.md, Rows, ``hours``)."""

from itertools import pairwise

from korridor.planning.streams.stream import Stream

Spans = list[tuple[int, int, int]]
"""When x of a stream may be: window, first and last moment."""


def covered_s(spans: list[tuple[Stream, Spans]]) -> int:
    """How long at most the trips of one vehicle can take, one after the other.

    Between the last x of a window and the first of the next one lies no x, so of the trips no more than two reach in.
    """
    some = [(stream, found) for stream, found in spans if found]
    if not some:
        return 0
    begin_s = min(found[0][1] - stream.take_s for stream, found in some)
    end_s = max(found[-1][2] + stream.give_s for stream, found in some)
    if not all(stream.leg[5] for stream, _ in some):
        return max(0, end_s - begin_s)
    longest_s = max(stream.take_s for stream, _ in some) + max(stream.give_s for stream, _ in some)
    from_s: dict[int, int] = {}
    to_s: dict[int, int] = {}
    for _, found in some:
        for w, first_s, last_s in found:
            from_s[w] = min(first_s, from_s.get(w, first_s))
            to_s[w] = max(last_s, to_s.get(w, last_s))
    windows = sorted(from_s)
    shut_s = sum(max(0, from_s[w] - to_s[v] - longest_s) for v, w in pairwise(windows))
    return max(0, end_s - begin_s - shut_s)
