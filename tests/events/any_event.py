"""Any event that the schema allows."""

from typing import Any

from hypothesis import strategies as st

from korridor.events.code_lists import (
    CLASSES,
    Aid,
    Answer,
    Disturbance,
    Method,
    Promised,
    Reason,
    Scheme,
    Way,
)

CODES = st.from_regex(r"[A-Z0-9][A-Z0-9.-]{0,15}", fullmatch=True)
IDS = st.builds("{}:{}".format, CODES, st.integers(1, 10**15 - 1))
TRIPS = st.one_of(CODES, st.builds("{}/{}/{}".format, CODES, CODES, st.integers(1, 999)))
SOMEWHERE = st.builds(
    "{}:{}".format, st.sampled_from(["place", "reception", "hospital", "custody", "dead"]), CODES
)
ACCOUNTS = st.one_of(
    SOMEWHERE,
    st.builds("{}:{}".format, st.sampled_from(["handed", "left"]), CODES),
    TRIPS.map("aboard:{}".format),
)
MOMENTS = st.builds(
    "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{}".format,
    st.integers(1900, 2200),
    st.integers(1, 12),
    st.integers(1, 28),
    st.integers(0, 23),
    st.integers(0, 59),
    st.integers(0, 59),
    st.sampled_from(["+00:00", "+02:00", "-09:30"]),
)
HEADS = st.integers(0, 10**9)


@st.composite
def counts(draw: st.DrawFn) -> dict[str, Any]:
    low = draw(st.integers(0, 5000))
    found: dict[str, Any] = {
        "low": low,
        "high": draw(st.one_of(st.none(), st.integers(low, 9000))),
        "method": draw(st.sampled_from(list(Method))).value,
        "infants": draw(st.sampled_from(list(Answer))).value,
    }
    if draw(st.booleans()):
        scheme = draw(st.sampled_from(list(Scheme)))
        names = draw(st.lists(st.sampled_from(CLASSES[scheme]), min_size=1, unique=True))
        rest = found["high"] if found["high"] is not None else 9000
        classes = {}
        for name in names:
            heads = draw(st.integers(0, rest))
            rest -= heads
            classes[name] = {"low": heads, "high": draw(st.one_of(st.none(), st.integers(heads, 10**6)))}
        found |= {"scheme": scheme.value, "classes": classes}
        if scheme is Scheme.STATUS:
            found["agreement"] = draw(CODES)
    return found


def _said(kind: str, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"kind": st.just(kind), **fields})


_TWO = st.lists(ACCOUNTS, min_size=2, max_size=2, unique=True)
FACTS = st.one_of(
    _said("boarded", on=TRIPS, at=SOMEWHERE, count=counts()),
    _said("departed", on=TRIPS, at=SOMEWHERE, count=counts(), due=MOMENTS, to=CODES),
    _said("passed", on=TRIPS, at=CODES),
    _said("screened", on=TRIPS, at=CODES, count=counts()),
    _said("transferred", of=ACCOUNTS, to=ACCOUNTS, count=counts()),
    _said("merged", movement=CODES, into=CODES),
    _said("diverted", on=TRIPS, to=CODES, into=TRIPS, count=counts()),
    _said("joined", on=TRIPS, count=counts()),
    _said("alighted", on=TRIPS, at=SOMEWHERE, count=counts()),
    _said("arrived", on=TRIPS, at=SOMEWHERE, count=counts()),
    _said("returned", of=ACCOUNTS, to=SOMEWHERE, count=counts()),
    _said(
        "taken_into_custody",
        of=ACCOUNTS,
        into=CODES,
        count=counts(),
        authority=CODES,
        nationalities=st.dictionaries(st.sampled_from(["SYR", "IRQ", "XXA", "XXX"]), HEADS),
    ),
    _said("released", of=SOMEWHERE, to=ACCOUNTS, count=counts()),
    _said("handed_over", of=ACCOUNTS, to=CODES, count=counts()),
    _said("left", of=ACCOUNTS, way=st.sampled_from([way.value for way in Way]), count=counts()),
    _said("born", to=ACCOUNTS, count=counts()),
    _said("died", of=ACCOUNTS, kept=CODES, count=counts()),
    _said("estimated", at=SOMEWHERE, count=counts()),
    _said("counted", of=ACCOUNTS, count=counts()),
    _said("reported_missing", of=ACCOUNTS, count=counts(), referred_to=CODES),
    _said("holding", of=ACCOUNTS, holders=st.lists(CODES, min_size=1, max_size=8), next_enquiry=MOMENTS),
    _said("chosen", event=IDS),
    _said("assigned", to=CODES, counts=st.sampled_from(["departed", "arrived", "counted"]), at=CODES),
    _said(
        "closed",
        of=ACCOUNTS,
        count=counts(),
        reason=st.sampled_from([r.value for r in Reason]),
        assent=st.just("SECOND"),
    ),
    _TWO.flatmap(
        lambda two: _said("matched", deficit=st.just(two[0]), surplus=st.just(two[1]), count=counts())
    ),
    _said("incident", what=st.sampled_from([d.value for d in Disturbance]), at=CODES),
    _said(
        "guarantee",
        guarantor=CODES,
        beneficiary=CODES,
        what=st.sampled_from([p.value for p in Promised]),
        begins=MOMENTS,
    ),
    _said("aid_in", at=CODES, what=st.sampled_from([a.value for a in Aid]), vehicles=HEADS),
    _said("passed_outside", at=CODES, count=counts(), of=ACCOUNTS),
    _said("asked", of=ACCOUNTS, by=CODES, prevented=counts()),
    _said(
        "reclassified",
        of=ACCOUNTS,
        scheme=st.just("care"),
        was=st.just("well"),
        now=st.just("lying"),
        heads=HEADS,
    ),
)
WHATS = st.one_of(
    FACTS,
    _said("corrected", replaces=st.lists(IDS, min_size=1, max_size=4), instead=FACTS),
    _said("corrected", replaces=st.lists(IDS, min_size=1, max_size=4)),
    _said("same_as", one=st.just("D1:1"), other=st.just("D1:2")),
)
TREES = st.fixed_dictionaries(
    {
        "version": st.just(1),
        "device": CODES,
        "number": st.integers(1, 10**15 - 1),
        "post": CODES,
        "organisation": st.just("FIRST"),
        "occurred_at": MOMENTS,
        "recorded_at": MOMENTS,
        "what": WHATS,
    },
    optional={"note": st.from_regex("[0-9a-f]{64}", fullmatch=True)},
)
"""Events as trees of JSON, that the reader takes."""
