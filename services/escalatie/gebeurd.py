"""What was reported, in words: who is warned of one incident must be able to tell another what it is. Pure."""

from collections import Counter
from collections.abc import Iterable

from services.escalatie.voorval import Lid
from shared.contracts.intake import Aard, GerichtTegen, IncidentGemeld, MeldingOntvangen
from shared.profiel import Profiel
from shared.profiel.schema import Keuze
from shared.woorden import AARDEN, ERNST, GERICHT_TEGEN, opsomming

OVERIG = "overig"
"""What a melding is about when nobody chose: it says nothing."""


def wat_gebeurde(profiel: Profiel, waar: object) -> str:
    """Write kind, theme, place and weight of an incident or melding; empty of anything else. Never its text."""
    if not isinstance(waar, IncidentGemeld | MeldingOntvangen):
        return ""
    gevraagd = profiel.meldingen
    aard, thema = AARDEN[Aard(waar.aard)], "" if waar.thema == OVERIG else _naam(gevraagd.themas, waar.thema)
    delen = [f"{aard}, {thema.lower()}" if thema else aard, _naam(gevraagd.plaatsen, waar.plaats)]
    if waar.gericht_tegen is not GerichtTegen.ONBEKEND:
        delen.append(f"Getroffen: {GERICHT_TEGEN[waar.gericht_tegen].lower()}")
    if isinstance(waar, IncidentGemeld):
        delen.append(f"Ernst {waar.ernst} van 4 ({ERNST[waar.ernst]})")
    return "".join(f"{deel}. " for deel in delen if deel).strip()


def tegen_wie(leden: Iterable[Lid]) -> str:
    """Count against whom they were directed, of those that stand; empty where there are none."""
    telling = Counter(GerichtTegen(lid.waarneming.gericht_tegen) for lid in leden if not lid.ingetrokken)
    onbekend = telling.pop(GerichtTegen.ONBEKEND, 0)
    delen = [f"{telling[wie]} tegen {naam.lower()}" for wie, naam in GERICHT_TEGEN.items() if telling[wie]]
    delen += [f"van {onbekend} is dat niet bekend"] if onbekend else []
    return opsomming(delen) if delen else ""


def in_het_kort(profiel: Profiel, lid: Lid) -> str:
    """Name a melding by what it is about, who was affected and how it came in. Never its text."""
    gevraagd, wat = profiel.meldingen, lid.waarneming
    tegen = GERICHT_TEGEN[GerichtTegen(wat.gericht_tegen)].lower()
    weg = ", ingetrokken" if lid.ingetrokken else ""
    thema, kanaal = (_naam(gevraagd.themas, wat.thema) or wat.thema), _naam(gevraagd.kanalen, wat.kanaal) or wat.kanaal
    return f"{thema}, getroffen: {tegen}, via {kanaal}{weg}"


def _naam(keuzes: Iterable[Keuze], code: str | None) -> str:
    return next((keuze.naam for keuze in keuzes if keuze.code == code), "")
