"""What was reported, in words: who is warned of one incident must be able to tell another what it is. Pure."""

from collections.abc import Iterable

from shared.contracts.intake import Aard, GerichtTegen, IncidentGemeld, MeldingOntvangen
from shared.profiel import Profiel
from shared.profiel.schema import Keuze
from shared.woorden import AARDEN, ERNST, GERICHT_TEGEN

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


def _naam(keuzes: Iterable[Keuze], code: str | None) -> str:
    return next((keuze.naam for keuze in keuzes if keuze.code == code), "")
