"""Which texts are read at all."""

import pytest

from korridor.claims.language import is_readable
from tests.claims.labelled import dispatches, sentences

OTHERS = {
    "Arabic": "غادر 951 شخصا شرق حلب يوم الخميس، من بينهم 200 مقاتل، بحسب مصدر عسكري.",
    "Russian": "Около 300 человек покинули город в пятницу, сообщил Красный Полумесяц.",
    "German": "Rund 300 Menschen haben am Freitag die Stadt verlassen, wie der Rote Halbmond mitteilte, und 40 Verletzte "
    "warten noch im Osten der Stadt. Die Busse fuhren nach Süden.",
    "Spanish": "Unas 300 personas salieron de la ciudad el viernes, según la Media Luna Roja, y 40 heridos siguen "
    "esperando en los barrios del este. Los autobuses tomaron la carretera del sur.",
    "Turkish": "Kızılay'a göre cuma günü yaklaşık 300 kişi kentten ayrıldı, 40 yaralı hâlâ doğu mahallelerinde bekliyor. "
    "Otobüsler güney yolunu kullandı ve konvoy akşam saatlerinde geldi.",
}


def test_every_dispatch_of_ours_is_readable() -> None:
    """Whole dispatches, and single sentences with names and figures and little else."""
    assert all(is_readable(each.text) for each in [*dispatches(), *sentences()])
    assert all(
        is_readable(text) for text in ("", "951", "200 ut", "Buses: 20. Ambulances: 13. Wounded: 108.")
    )


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_not(language: str) -> None:
    """By its letters, or by how few of its words anybody here knows."""
    assert not is_readable(OTHERS[language])
