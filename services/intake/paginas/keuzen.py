"""What can be chosen on a form for who signed in: the same on that of the desks and that of the COA."""

from typing import Any

from services.intake.opgave import TEKST_HOOGSTENS
from services.intake.paginas.woorden import AANGIFTE, AARD_VRAGEN, DAGDELEN, Woorden
from shared.web import Wie
from shared.woorden import GERICHT_TEGEN


def keuzen(woorden: Woorden, melder: Wie) -> dict[str, Any]:
    """Give the lists, each an option's value and its words, of the place of who asks, and how long a text may be."""
    return {
        "locaties": woorden.locaties(melder.gemeente, melder.locatie),
        "aarden": AARD_VRAGEN,
        "dagdelen": DAGDELEN,
        "plaatsen": woorden.keuzes("plaatsen", melder.gemeente),
        "plaats_verplicht": woorden.plaats_verplicht(),
        "themas": woorden.keuzes("themas", melder.gemeente),
        "gebieden": woorden.gebieden(melder.gemeente, melder.locatie),
        "gericht_tegen": [(code.value, naam) for code, naam in GERICHT_TEGEN.items()],
        "aangiften": [(code.value, naam) for code, naam in AANGIFTE.items()],
        "hoogstens": TEKST_HOOGSTENS,
    }
