"""X2: the closed lists. Labels may be translated; no file and no setting can add to them."""

from enum import StrEnum

from korridor.operation.scheme import CLASSES as OPERATION_CLASSES
from korridor.operation.scheme import Scheme as OperationScheme


class Scheme(StrEnum):
    """A3: a named set of exclusive classes in which people are counted."""

    CARE = "care"
    AGE_SEX = "age-sex"
    STATUS = "status"


UNKNOWN = "unknown"
"""The class of whoever was counted without being told apart; every scheme has it."""

CLASSES: dict[Scheme, tuple[str, ...]] = {
    Scheme.CARE: (*OPERATION_CLASSES[OperationScheme.CARE], UNKNOWN),
    Scheme.AGE_SEX: (*OPERATION_CLASSES[OperationScheme.AGE_SEX], UNKNOWN),
    Scheme.STATUS: ("fighters", "civilians", UNKNOWN),
}
"""The classes of each scheme. ``status`` may be used only where an agreement names it."""


class Method(StrEnum):
    """A2: how heads were counted."""

    HEADS = "heads"
    TALLY = "tally"
    LIST = "list"
    SEATS = "seats"
    ESTIMATE = "estimate"
    TOLD = "told"
    UNKNOWN = "unknown"


class Answer(StrEnum):
    """Yes, no, or not known."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class Reason(StrEnum):
    """A5: why an unexplained is closed."""

    MISCOUNTED = "miscounted"
    NOT_ABOARD = "not-aboard"
    LEFT_ON_THE_WAY = "left-on-the-way"
    FOUND_ELSEWHERE = "found-elsewhere"
    DIED = "died"
    REFERRED = "referred"


class Way(StrEnum):
    """A1: how people leave the books by their own feet."""

    STAYED = "stayed"
    ON_THEIR_OWN = "on-their-own"


class Disturbance(StrEnum):
    """A9: what an incident is."""

    BREACH = "breach"
    FIRE = "fire"
    HALT = "halt"
    OBSTRUCTION = "obstruction"


class Promised(StrEnum):
    """A9: what a guarantee covers."""

    SAFE_PASSAGE = "safe-passage"
    CEASEFIRE = "ceasefire"
    NO_SCREENING = "no-screening"
    NO_ARREST = "no-arrest"
    ACCESS = "access"
    RETURN = "return"


class Aid(StrEnum):
    """A9: what comes in."""

    FOOD = "food"
    WATER = "water"
    MEDICINE = "medicine"
    FUEL = "fuel"
    SHELTER = "shelter"
    MIXED = "mixed"


# ISO 3166-1 alpha-3, and two of ICAO Doc 9303 part 3: XXA stateless, XXX not known.
NATIONALITIES: frozenset[str] = frozenset(
    """
    ABW AFG AGO AIA ALA ALB AND ARE ARG ARM ASM ATA ATF ATG AUS AUT AZE BDI BEL BEN BES BFA BGD BGR BHR BHS BIH BLM BLR BLZ
    BMU BOL BRA BRB BRN BTN BVT BWA CAF CAN CCK CHE CHL CHN CIV CMR COD COG COK COL COM CPV CRI CUB CUW CXR CYM CYP CZE DEU
    DJI DMA DNK DOM DZA ECU EGY ERI ESH ESP EST ETH FIN FJI FLK FRA FRO FSM GAB GBR GEO GGY GHA GIB GIN GLP GMB GNB GNQ GRC
    GRD GRL GTM GUF GUM GUY HKG HMD HND HRV HTI HUN IDN IMN IND IOT IRL IRN IRQ ISL ISR ITA JAM JEY JOR JPN KAZ KEN KGZ KHM
    KIR KNA KOR KWT LAO LBN LBR LBY LCA LIE LKA LSO LTU LUX LVA MAC MAF MAR MCO MDA MDG MDV MEX MHL MKD MLI MLT MMR MNE MNG
    MNP MOZ MRT MSR MTQ MUS MWI MYS MYT NAM NCL NER NFK NGA NIC NIU NLD NOR NPL NRU NZL OMN PAK PAN PCN PER PHL PLW PNG POL
    PRI PRK PRT PRY PSE PYF QAT REU ROU RUS RWA SAU SDN SEN SGP SGS SHN SJM SLB SLE SLV SMR SOM SPM SRB SSD STP SUR SVK SVN
    SWE SWZ SXM SYC SYR TCA TCD TGO THA TJK TKL TKM TLS TON TTO TUN TUR TUV TWN TZA UGA UKR UMI URY USA UZB VAT VCT VEN VGB
    VIR VNM VUT WLF WSM YEM ZAF ZMB ZWE XXA XXX
    """.split()
)
"""Of whoever is in custody totals by nationality are kept, and no more (A7)."""
