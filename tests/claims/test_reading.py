"""Reading dispatches: small ones, each for one thing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korridor.claims.claim import Claim
from korridor.claims.language import language_of
from korridor.claims.reading import read_text
from korridor.claims.times import Dispatched
from korridor.operation.fault import Faults


def one(text: str, lang: str = "en", **more) -> Claim:
    [claim] = read_text(text, lang=lang, **more)
    return claim


@pytest.mark.parametrize(
    ("lang", "wording", "low", "high"),
    [
        ("en", "at least 17", 17, None),
        ("en", "up to 400", None, 400),
        ("en", "nearly 1,000", 900, 1000),
        ("en", "just under 300", 270, 300),
        ("en", "around 200", 160, 240),
        ("en", "no more than 25", None, 25),
        ("en", "between 200 and 300", 200, 300),
        ("en", "5–10,000", 5000, 10000),
        ("en", "a couple of hundred", 150, 300),
        ("en", "several thousand", 2000, 9999),
        ("en", "tens of thousands of", 20000, 99999),
        ("en", "nine hundred and fifty-one", 951, 951),
        ("en", "1.5 million", 1_500_000, 1_500_000),
        ("en", "an unknown number of", None, None),
        ("en", "half a million", 500_000, 500_000),
        ("nb", "minst 17", 17, None),
        ("nb", "inntil 400", None, 400),
        ("nb", "nærmere 1000", 900, 1000),
        ("nb", "knapt 300", 270, 300),
        ("nb", "drøyt 300", 300, 330),
        ("nb", "mellom 200 og 300", 200, 300),
        ("nb", "5–10 000", 5000, 10000),
        ("nb", "et par hundre", 150, 300),
        ("nb", "flere titall", 20, 99),
        ("nb", "tusenvis av", 2000, 9999),
        ("nb", "femogtyve", 25, 25),
        ("nb", "tjuefem", 25, 25),
        ("nb", "to hundre og femti", 250, 250),
        ("nb", "halvannen million", 1_500_000, 1_500_000),
        ("nb", "1,5 millioner", 1_500_000, 1_500_000),
        ("nb", "et ukjent antall", None, None),
    ],
)
def test_wording_becomes_bounds(lang, wording, low, high):
    """S2: the wordings of the table, each language's own, before a noun."""
    noun = "civilians have left" if lang == "en" else "sivile har dratt"
    claim = one(f"{wording[0].upper()}{wording[1:]} {noun}.", lang)
    assert (claim.low, claim.high, claim.category) == (low, high, "civilians")


@given(
    n=st.integers(1000, 999_999), mark=st.sampled_from(["", " ", "\u00a0", "\u2009", "\u202f", ",", ".", "'"])
)
def test_the_mark_between_thousands_does_not_matter(n, mark):
    """4000, 4 000, 4.000 and 4,000 are the same number."""
    digits = f"{n:,}".replace(",", mark)
    if mark == "" and 1800 <= n < 2100:
        return
    assert one(f"They say that {digits} people left.").low == n


@given(st.text(max_size=300))
def test_whatever_is_written_quotes_are_exact(text):
    """Any text is read, and each quote is the text of its span."""
    for claim in read_text(text, lang="en"):
        assert text[slice(*claim.span)] == claim.quote
        assert claim.low is None or claim.high is None or claim.low <= claim.high


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Resolution 2328 was adopted on 19 December 2016 by 15 votes to 0."),
        ("en", "A 15-year-old girl waited at 14:30 on the M5, near 12 Baker Street."),
        ("en", "It was minus 5 degrees; an F-16 passed and $5 million was promised. Call +47 22 33 44 55."),
        ("en", "On the one hand one of the leaders was second to none, 24 hours a day."),
        ("en", "The pass lies 2,469 metres above sea level, and 122 mm shells fell."),
        ("nb", "Den 15. desember 2016 kl. 14.30 var det 5 minusgrader på E6 og riksvei 80."),
        ("nb", "En 15-åring i Storgata 14 fikk 40 millioner kroner; ring 22 33 44 55."),
        ("nb", "På den ene siden var det én av lederne, og Brann vant 3–0."),
    ],
)
def test_what_counts_nobody_is_no_claim(lang, text):
    """Years, dates, clock times, ages, roads, money, scores and idioms give no claims."""
    assert read_text(text, lang=lang) == ()


@pytest.mark.parametrize(
    ("lang", "text", "state"),
    [
        ("en", "Tomorrow 300 fighters are to be taken out.", "planned"),
        ("en", "300 fighters were to have left.", "planned"),
        ("en", "Sixty buses stand ready.", "planned"),
        ("en", "300 fighters are leaving now.", "ongoing"),
        ("en", "300 fighters have left.", "done"),
        ("en", "300 fighters remain in the pocket.", "remaining"),
        ("en", "The corridor is 21 km long.", "background"),
        ("nb", "300 krigere skal tas ut i morgen.", "planned"),
        ("nb", "Seksti busser står klare.", "planned"),
        ("nb", "300 krigere er på vei ut.", "ongoing"),
        ("nb", "300 krigere er evakuert.", "done"),
        ("nb", "300 krigere skal ha forlatt byen.", "done"),
        ("nb", "300 krigere antas å være igjen.", "remaining"),
        ("nb", "Korridoren er 21 km lang.", "background"),
    ],
)
def test_verbs_say_the_state(lang, text, state):
    """S1: tense, mood and verbs say where the people stand."""
    assert one(text, lang).state == state


@pytest.mark.parametrize(
    ("lang", "text", "chain"),
    [
        (
            "en",
            "A Syrian military source, quoted by AFP, said 951 people left.",
            ("a Syrian military source", "AFP"),
        ),
        ("en", "“951 people left,” the governor said.", ("the governor",)),
        ("en", "951 people left, Dr Ahmad Dbis told AFP.", ("Dr Ahmad Dbis", "AFP")),
        ("en", "An AFP reporter counted 20 buses.", ("AFP",)),
        ("en", "951 people left.", ()),
        ("en", "ALEPPO (AFP) – 951 people left, a medic told AFP.", ("a medic",)),
        ("nb", "951 mennesker har dratt, opplyser Røde Kors.", ("Røde Kors",)),
        ("nb", "Ifølge FN har 951 mennesker dratt.", ("FN",)),
        ("nb", "– 951 mennesker har dratt, sier Jens Moe til NTB.", ("Jens Moe", "NTB")),
        ("nb", "Reuters siterer en opprørsleder på at 50 familier er inne.", ("en opprørsleder", "Reuters")),
    ],
)
def test_the_chain_begins_with_who_said_it(lang, text, chain):
    """S3: first speaker first, then each who passed it on; the publication in hand is not listed."""
    assert one(text, lang).sources == chain


def test_titles_and_pronouns_mean_whom_they_named():
    """S3: she, and the spokeswoman, are Ingy Sedky."""
    text = (
        "Ingy Sedky, a spokeswoman for the ICRC, said 20 buses left. She added that 50 people waited. "
        "The spokeswoman said 3 buses broke down."
    )
    assert [claim.sources for claim in read_text(text, lang="en")] == [("Ingy Sedky",)] * 3


def test_a_part_names_its_whole():
    """Of 951 people, 200 of them fighters and 108 wounded, both are parts of the first, and stand under its author."""
    whole, *parts = read_text(
        "951 people, 200 of them fighters and 108 wounded, left, the army said.", lang="en"
    )
    assert whole.subset_of is None
    assert [(part.subset_of, part.category) for part in parts] == [
        ("951 people", "fighters"),
        ("951 people", "wounded"),
    ]


def test_rates_and_loads_are_other():
    """What an hour or a bus takes is no number of people."""
    assert one("30 people an hour can be screened.").quantity == "other"
    assert one("Each bus took 50 people.").quantity == "other"


def test_units():
    """Miles are kilometres, Norwegian mil are ten of them, hours are seconds, thirds are percent."""
    assert one("The camp is 12 miles away.").low == 19.3
    assert one("Det er to mil til leiren.", "nb").low == 20
    assert one("They waited for ten hours.").low == 36000
    assert one("Two thirds of the families left.").low == 66.7


def test_weekdays_are_resolved_against_the_date():
    """Thursday is the last one by the day; by the month alone any of its Thursdays."""
    text = "951 people left on Thursday."
    by_day, by_month = (one(text, sent=Dispatched.read(date)).time for date in ("2016-12-16", "2016-12"))
    assert by_day is not None and by_day.dates == ("2016-12-15",)
    assert by_month is not None and len(by_month.dates) == 5


def test_language_is_told_from_the_text():
    """A short line of either language is told."""
    assert language_of("30 busser ventes fredag.") == "nb"
    assert language_of("30 buses are expected on Friday.") == "en"


def test_too_long_a_text_is_refused():
    """A dispatch has an end."""
    with pytest.raises(Faults, match="a dispatch has at most 1,000,000"):
        read_text("a" * 1_000_001)
