"""What a meeting is closed with: nothing is silently discussed, and the numbers stand there before (LVS-2.4)."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any
from uuid import UUID

from services.overleg.beelden import Overlegbeeld
from services.overleg.paginas.formulieren import Sluitformulier
from services.overleg.paginas.zinnen import aangevinkt
from shared.facts import Fout, OngeldigeInvoer
from shared.profiel import Profiel, Rol
from shared.web.gevoelig import Gevoelig, woorden_in
from shared.web.opmaak import tijdstip
from shared.woorden import opsomming

ALLES, GEKOZEN = "alles", "gekozen"
GEMEENTE = (Rol.OOV, Rol.BURGEMEESTER)
"""As whom the municipality, which calls a meeting together, sits at the table."""
WAAROM = Fout("reden", "schrijf in een paar woorden waarom u dit overleg zo sluit")
KIES = Fout("wat", "kies of alles is besproken, of alleen wat u aankruist")

NAGEKEKEN = Fout("nagekeken", "kijk naar de woorden over afkomst, geloof of gezondheid, en kruis aan dat u dat deed")

TOCH = Fout("toch", "kruis aan dat deze punten naar het volgende overleg gaan, of kruis ze hierboven aan als besproken")
ZIN = "zin voor de melder"

Punt = Mapping[str, Any]
Gemaakt = Mapping[UUID, Sequence[str]]
"""What was made at an item in this meeting besides a note on it: an agreement, a measure, a request."""
NIETS: Gemaakt = MappingProxyType({})


def te_bespreken(punten: Iterable[Punt], gemaakt: Gemaakt = NIETS) -> list[Punt]:
    """The items about which the chair must say whether they were discussed: open, and not found again by itself.

    Each with `met`: the words for what was recorded at it, which shows that it was spoken of.
    """
    gevraagd = [punt for punt in punten if punt["open"] and punt["schuift"]]
    return [{**punt, "met": _vastgelegd(punt, gemaakt)} for punt in gevraagd]


def vanzelf(punten: Iterable[Punt]) -> str:
    """How many items on the agenda are not asked about, and why: else the numbers do not agree."""
    aantal = sum(punt["open"] and not punt["schuift"] for punt in punten)
    if not aantal:
        return ""
    ander = "Het andere punt op de agenda is" if aantal == 1 else f"De andere {aantal} punten op de agenda zijn"
    return f"{ander} vast of {'komt' if aantal == 1 else 'komen'} vanzelf terug zolang het nodig is."


def vreemd(overleg: Overlegbeeld, profiel: Profiel, nu: datetime) -> list[str]:
    """What seldom is so when a meeting is closed, and asks for a reason.

    Its day has yet to come, or the municipality, which calls it together, was not noted as present.
    """
    zinnen = []
    if overleg.aanvang.astimezone(profiel.zone).date() > nu.astimezone(profiel.zone).date():
        zinnen.append(f"Dit overleg staat gepland op {tijdstip(overleg.aanvang)}. Dat moet nog komen.")
    genodigd = _van_gemeente(profiel, overleg.deelnemers)
    if not overleg.aanwezig:
        zinnen.append("U hebt nog niet aangekruist wie er is. In het verslag staat dan: niet vastgelegd.")
    elif genodigd and not _van_gemeente(profiel, overleg.aanwezig):
        zinnen.append(f"Niet aangekruist bij wie er is: {opsomming(genodigd)}.")
    return zinnen


def eis_reden(zinnen: Sequence[str], keuze: Sluitformulier) -> None:
    """Ask why, where something is unusual.

    Raises:
        OngeldigeInvoer: nothing was filled in.
    """
    if zinnen and not keuze.reden:
        raise OngeldigeInvoer(WAAROM)


def gevoelig(punten: Iterable[Punt]) -> list[tuple[Punt, list[str]]]:
    """Give the items whose note still names an origin, a religion or an illness, with these words."""
    gevonden = ((punt, woorden_in([punt["bevinding"] or "", punt["besluit"] or ""])) for punt in punten if punt["open"])
    return [(punt, woorden) for punt, woorden in gevonden if woorden]


def eis_nagekeken(punten: Iterable[Punt], bevindingen: Gevoelig, keuze: Sluitformulier) -> None:
    """Ask whether such words must stand in a record that cannot be changed afterwards; they are never refused.

    Raises:
        OngeldigeInvoer: nobody said that they were looked at, or the findings hold one that was not shown yet.
    """
    noemt = bool(bevindingen.woorden or gevoelig(punten))
    if bevindingen.nieuw or (noemt and not keuze.nagekeken):
        raise OngeldigeInvoer(NAGEKEKEN)


def keuzes(punten: Sequence[Punt]) -> list[tuple[str, str]]:
    """The two answers, with how many items each is about."""
    zonder = sum(not punt["met"] for punt in punten)
    die = "het punt" if zonder == 1 else f"de {zonder}"
    ook = f", ook {die} waarbij niets is vastgelegd" if zonder else ""
    return [
        (ALLES, f"Alles is besproken: {_punten(len(punten))}{ook}"),
        (GEKOZEN, "Alleen wat ik hieronder aankruis; de rest gaat naar het volgende overleg"),
    ]


def besproken(punten: Sequence[Punt], velden: Mapping[str, object]) -> set[str]:
    """Which boxes are ticked: as they were sent, else those of the items at which something was recorded."""
    if velden:
        return set(aangevinkt(velden, "besproken"))
    return {str(punt["id"]) for punt in punten if punt["met"]}


def niet_besproken(punten: Sequence[Punt], keuze: Sluitformulier) -> list[UUID]:
    """What goes on to the next meeting; what came on the agenda after the form was shown is never discussed.

    Raises:
        OngeldigeInvoer: there is something to say, and nobody said it.
    """
    if punten and keuze.wat is None:
        raise OngeldigeInvoer(KIES)
    wel = set(keuze.getoond if keuze.wat == ALLES else keuze.besproken)
    return [punt["id"] for punt in punten if punt["id"] not in wel]


def vergeten(punten: Sequence[Punt], velden: Mapping[str, object]) -> list[Punt]:
    """The items that would go on to the next meeting although something was recorded at them in this one."""
    if velden.get("wat") != GEKOZEN:
        return []
    wel = besproken(punten, velden)
    return [punt for punt in punten if punt["met"] and str(punt["id"]) not in wel]


def eis_toch(punten: Sequence[Punt], velden: Mapping[str, object], keuze: Sluitformulier) -> None:
    """Ask whether what was spoken of must count as not discussed: a closed meeting is not opened again.

    Raises:
        OngeldigeInvoer: nobody said so.
    """
    if vergeten(punten, velden) and not keuze.toch:
        raise OngeldigeInvoer(TOCH)


def _van_gemeente(profiel: Profiel, codes: Iterable[str]) -> list[str]:
    partners = filter(None, map(profiel.partner, codes))
    return [each.naam for each in partners if each.rol in GEMEENTE]


def _vastgelegd(punt: Punt, gemaakt: Gemaakt) -> str:
    zelf = [wat for wat in ("bevinding", "besluit") if punt[wat]]
    alles = [*zelf, *gemaakt.get(punt["id"], ()), *([ZIN] if punt["gekozen"] else [])]
    return opsomming(alles) if alles else ""


def _punten(aantal: int) -> str:
    return "1 punt" if aantal == 1 else f"{aantal} punten"
