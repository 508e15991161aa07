"""What people call a part of a profile: pages show this, and a code only to who edits the file."""

from collections.abc import Mapping, Sequence

from shared.profiel.profielen import Profielen
from shared.profiel.schema import Ladder, Profiel, Rol, Rooster
from shared.profiel.schema.audit import Audit
from shared.profiel.schema.basis import Deel
from shared.profiel.schema.doorzetten import Dagklok, Doorzetregel, Hartslag
from shared.profiel.schema.escalatie import Dienstnummer
from shared.profiel.schema.maatregel import Afspraken, Berichten, Dossierkluis
from shared.profiel.schema.melder import Bewaarsoort, Bewaartermijn, Lijn, Melderzin, Meldkaart
from shared.profiel.schema.overleg import Bespreken
from shared.profiel.schema.piket import Stilte
from shared.woorden import rolnaam

BEWAARD: Mapping[Bewaarsoort, str] = {
    "toelichting": "Toelichtingen en redenen (gemaskeerde tekst)",
    "gesprek": "Vragen aan melders en aanvullingen",
    "contact": "E-mailadres en telefoonnummer van melders",
    "volgcode": "Volgcodes",
    "quarantaine": "Berichten van het COA die niet zijn verwerkt",
}
"""What is kept for a term, by its code."""
_EEN_KEER = {
    Bespreken: "Hoe lang een melding zonder overleg mag blijven",
    Afspraken: "Hoe lang van tevoren iemand een herinnering krijgt",
    Dossierkluis: "Hoe lang een zaaknummer bewaard blijft",
    Hartslag: "Hoe lang een locatie stil mag zijn",
    Lijn: "De lijn voor vragen aan melders",
    Audit: "Hoe lang bewaard blijft wie iets bekeek of deed",
}
"""What stands once in a profile and has no words of its own."""


def pleknaam(profielen: Profielen, gemeente: str | None, locatie: str | None) -> str:
    """What somebody may see: a location, a municipality, or everything; of what no profile knows its code."""
    eigen = [een for een in profielen.alle() if gemeente in (None, een.gemeente.code)]
    if locatie:
        return next((plek.naam for een in eigen if (plek := een.locatie(locatie))), locatie)
    if gemeente:
        return eigen[0].gemeente.naam if eigen else gemeente
    return "Overal"


def codenaam(profielen: Profielen, code: str) -> str:
    """The same where one code says which: of a location, of a municipality, or `alle`."""
    gemeente = code if code in profielen else None
    return pleknaam(profielen, gemeente, None if gemeente or code == "alle" else code)


def overlegnamen(profielen: Profielen) -> str:
    """What people call the meetings that discuss meldingen, by their short names; empty where none has one."""
    reeksen = (reeks for profiel in profielen.alle() for reeks in profiel.reeksen if reeks.bespreekt_meldingen)
    return ", ".join(dict.fromkeys(reeks.kort for reeks in reeksen if reeks.kort))


def deelnaam(profiel: Profiel, deel: Deel) -> str:
    """What a part of a profile is about, in words; empty where it says nothing of itself."""
    match deel:
        case Doorzetregel():
            return f"Aan {_partners(profiel, deel.aan)}" if deel.aan else "Een medewerker kiest"
        case Dagklok():
            return f"Dezelfde dag bij {_partners(profiel, [deel.aan])}"
        case Meldkaart():
            return pleknaam(Profielen([profiel]), profiel.gemeente.code, deel.locatie)
        case _:
            return _vast(deel) or _eigen(deel)


def _vast(deel: Deel) -> str:
    """What says by its kind what it is about."""
    match deel:
        case Ladder():
            return f"Waarschuwt eerst {_rollen(deel.treden[0].rollen)}"
        case Rooster():
            return f"Rooster van {rolnaam(deel.rol)}"
        case Dienstnummer():
            return deel.wie
        case Stilte():
            return f"Van {deel.van:%H.%M} tot {deel.tot:%H.%M} uur"
        case Berichten():
            return f"Eerst raadplegen: {_rollen(deel.raadplegen)}"
        case Melderzin():
            return f"Zin voor melders: {deel.tekst}"
        case Bewaartermijn():
            return BEWAARD[deel.soort]
        case _:
            return ""


def _eigen(deel: Deel) -> str:
    gezegd = (str(getattr(deel, veld, "")) for veld in ("naam", "omschrijving", "titel"))
    return next(filter(None, gezegd), _EEN_KEER.get(type(deel), ""))


def _rollen(rollen: Sequence[Rol]) -> str:
    return _en([rolnaam(rol) for rol in rollen])


def _partners(profiel: Profiel, codes: Sequence[str]) -> str:
    return _en([partner.naam if (partner := profiel.partner(code)) else code for code in codes])


def _en(namen: Sequence[str]) -> str:
    *eerste, laatste = namen
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
