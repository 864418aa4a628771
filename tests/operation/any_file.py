"""Operations that use every key of a file, with names and texts of any letters, for what files must hold."""

from datetime import datetime, timedelta, timezone
from unicodedata import category, normalize

from hypothesis import strategies as st

from korridor.operation.agreement import Gate, Out
from korridor.operation.convoy import ConvoyRule, Halt
from korridor.operation.count import Count
from korridor.operation.fault import path_text
from korridor.operation.fleet import Layout, VehicleType
from korridor.operation.hours import Hours
from korridor.operation.operation import Operation, Routes, Via
from korridor.operation.people import Asked, Group
from korridor.operation.place import Kind, Lanes, Place, Release, Side
from korridor.operation.road import Road
from korridor.operation.scheme import CLASSES, Need, Scheme
from korridor.operation.source import Provenance
from korridor.operation.sourced import as_written
from korridor.operation.spelt import spelt_operation
from korridor.operation.truce import PlanOn, Truce, TruceWindow
from korridor.operation.uncertainty import Uncertainty
from tests.operation.uncertain import any_uncertainty

# fmt: off
WEIRD = st.sampled_from([
    "no", "~", "null", "12", "1.50", "010", "2016-12-15", "a: b", "a #b", " lead", "tail ", "x;y", '"q"', "'", "=1+1",
    "+6 h", "-", "- a", "? a", "[a]", "{a}", "&a", "*a", "!a", "%", "@", "`", "<<", "true", "a\tb", "a\nb", "a\r\nb",
    "قلعة المضيق", "Ærøskøbing", "a\u00a0b", "\u200bz", "#note", "name", "_x0041_", "|", ">", "a  b", "a.b[0]", "1e5", "\\",
])
# fmt: on
LETTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn", "Cf"], exclude_characters="\ufffe\uffff")
# Composed, as keyboards write letters: a name in two spellings is one name.
TEXTS = (WEIRD | st.text(LETTERS, min_size=1, max_size=30)).map(lambda text: normalize("NFC", text))
# A name that nobody can see, or see whole, helps nobody on a radio; and "value" is a key of sources.
UNSEEN = ("Cc", "Cf", "Zl", "Zp", "Co")
NAMES = TEXTS.filter(
    lambda text: text.strip() and text != "value" and not set(map(category, text)) & set(UNSEEN)
)
SECONDS = st.integers(0, 4000) | st.sampled_from([60, 90, 3600, 5400, 86400, 3913, 10**9])
METRES = st.integers(0, 5000) | st.sampled_from([21000, 12340, 1234567])
SPEEDS = st.integers(1, 90000) | st.sampled_from([40000, 12340, 1])
COUNTS = st.sampled_from([200, "around 200", "at least 17", "up to 400", "150..401", 0]).map(
    Count.model_validate
)
OFFSETS = st.sampled_from([0, 120, -210, 345]).map(lambda minutes: timezone(timedelta(minutes=minutes)))
STARTS = st.builds(
    lambda day, zone: day.replace(microsecond=0, tzinfo=zone),
    st.datetimes(datetime(1950, 1, 1), datetime(2100, 1, 1)),
    OFFSETS,
)
HOURS = st.sampled_from(
    [Hours(opens_clock_s=0, closes_clock_s=86400), Hours(opens_clock_s=21605, closes_clock_s=64800)]
)


@st.composite
def any_files(draw: st.DrawFn) -> Operation:
    """Draw an operation with something in every part of the file."""
    scheme = draw(st.sampled_from(Scheme))
    classes = st.sampled_from(CLASSES[scheme])
    here, gate, there, other, park = names = draw(st.lists(NAMES, min_size=5, max_size=5, unique=True))
    start = draw(st.none() | STARTS)
    hours = st.none() if start is None else st.none() | HOURS
    places = {
        here: Place(
            kind=Kind.ASSEMBLY,
            bays=draw(st.none() | st.integers(1, 9)),
            at=(36.175, -37.1),
            hours=draw(hours),
        ),
        gate: Place(
            kind=Kind.CHECKPOINT,
            lanes=Lanes(outward=draw(st.integers(1, 3)), inward=draw(st.integers(1, 3))),
            per_vehicle_s=draw(SECONDS),
            per_person_s=draw(st.dictionaries(classes | st.just("default"), SECONDS)),
            release=draw(st.sampled_from(Release)),
        ),
        there: Place(
            kind=Kind.RECEPTION,
            side=draw(st.sampled_from(Side)),
            capacity_persons=draw(st.none() | st.integers(0, 9)),
        ),
        other: Place(kind=Kind.TRANSIT_CENTRE),
        park: Place(kind=Kind.DEPOT),
    }
    roads = (
        Road(
            between=(here, gate),
            length_m=draw(METRES),
            speed_m_per_h=draw(SPEEDS),
            risk=2,
            headway_s=draw(st.none() | SECONDS),
        ),
        Road(
            between=(gate, there),
            length_m=draw(METRES),
            time_s=draw(SECONDS),
            back_s=draw(st.none() | SECONDS),
            truce=True,
        ),
        Road(
            between=(there, other),
            length_m=1,
            time_s=draw(SECONDS),
            one_way=True,
            alternate=draw(st.booleans()),
        ),
    )
    groups = draw(st.lists(NAMES, min_size=2, max_size=2, unique=True))
    people = {
        groups[0]: Group(
            place=here,
            person_class=draw(classes),
            count=draw(COUNTS),
            need=draw(st.none() | st.sampled_from(Need)),
            to=draw(st.none() | st.just(()) | st.just((there, other))),
            weight=draw(st.integers(1, 3)),
            urgency=draw(st.none() | st.integers(0, 3)),
            asked=draw(
                st.none()
                | st.just(Asked())
                | st.builds(Asked, by=st.none() | TEXTS, in_private=st.none() | st.booleans())
            ),
        ),
        groups[1]: Group(place=here, person_class=draw(classes), families=draw(COUNTS), household=6, party=3),
    }
    bus, van = draw(st.lists(NAMES, min_size=2, max_size=2, unique=True))
    fleet = {
        bus: VehicleType(
            depots={park: 4, there: 2} if draw(st.booleans()) else {park: 4},
            layouts=(Layout(seats=50), Layout(stretchers=2, wheelchairs=1)),
            speed_m_per_h=draw(st.none() | SPEEDS),
            boarding_s=draw(st.dictionaries(st.sampled_from(Need), SECONDS)),
            alighting_s=dict.fromkeys(Need, draw(SECONDS)),
            turn_round_s=draw(SECONDS),
            available_from_s=draw(st.sampled_from([0, 90])),
            available_until_s=draw(st.none() | st.sampled_from([3600, 100_000])),
            duty=draw(hours),
            serves=draw(st.none() | st.just((here, there))),
            breakdown_per_1000_km=draw(st.sampled_from([None, 0.0, 0.5, 1e-7, 12.25])),
        ),
        van: VehicleType(depots={park: 1}, layouts=(Layout(seats=3),)),
    }
    opens = draw(st.integers(0, 5000))
    windows = tuple(TruceWindow(opens_s=opens + n * 9000, closes_s=opens + n * 9000 + 8000) for n in range(2))
    operation = Operation(
        name=draw(NAMES),
        summary=draw(st.just("") | TEXTS),
        start=start,
        scheme=scheme,
        places=places,
        roads=roads,
        routes=draw(st.sampled_from(Routes)),
        via=draw(st.just(()) | st.just((Via(through=(here, gate, there)),))),
        people=people,
        fleet=fleet,
        convoy=ConvoyRule(
            least=1,
            most=draw(st.integers(1, 4)),
            spacing_m=draw(METRES),
            escorts=draw(st.none() | st.integers(0, 2)),
            must_have=draw(st.just({}) | st.just({bus: 1})),
            marshalling_s=draw(SECONDS),
            halts=draw(st.just(()) | st.just((Halt(place=gate, lasts_s=45),))),
        ),
        truce=Truce(
            announced=windows,
            happened=draw(st.sampled_from([(), windows])),
            margin_s=draw(SECONDS),
            plan_on=PlanOn.ANNOUNCED,
        ),
        gates=(
            Gate(name=names[0], out_of=(here,), beyond_persons=3, until_persons=4, of_places=(there, other)),
            Gate(
                name=names[1],
                out_of=(here,),
                beyond_persons=3,
                until_persons=4,
                of_schedule=(Out(by_s=7, persons=3), Out(by_s=800, persons=3)),
            ),
        ),
        apart=draw(st.just(()) | st.just((CLASSES[scheme][:2],))),
        time_aboard_s=draw(st.dictionaries(classes | st.just("default"), SECONDS)),
        until_s=draw(st.none() | st.integers(1, 10**6)),
    )
    said = draw(st.just(Uncertainty()) | any_uncertainty(operation))
    operation = operation.model_copy(update={"uncertainty": said})
    return operation.model_copy(update={"sources": draw(_sources(operation))})


@st.composite
def _sources(draw: st.DrawFn, operation: Operation) -> tuple[Provenance, ...]:
    """Draw sources of some values; now and then one of a path or a value that the file does not have."""
    found = []
    for where, value in _values(spelt_operation(operation), ()):
        if draw(st.integers(0, 9)) == 0:
            words = draw(
                st.tuples(st.none() | TEXTS.map(str.strip), st.none() | TEXTS.map(str.strip), st.booleans())
            )
            source, note, assumed = words
            path = draw(st.sampled_from([path_text(where)] * 9 + ["places.nowhere"]))
            value = draw(st.sampled_from([value] * 9 + ["another"]))
            found.append(
                Provenance(path=path, value=value, source=source or None, note=note or None, assumed=assumed)
            )
    return tuple(said for said in found if said.source or said.note or said.assumed)


def _values(written, where):
    if where:
        yield where, as_written(written)
    inner = written.value
    items = inner.items() if isinstance(inner, dict) else enumerate(inner) if isinstance(inner, tuple) else ()
    for key, entry in items:
        yield from _values(entry, (*where, key))
