"""What happened to an escalation, in sentences. Pure."""

from services.escalatie.woorden import kanaal_naam, rol_naam
from shared.contracts import Fact
from shared.contracts.escalatie import (
    AlarmHerhaald,
    AlarmNietVerzonden,
    AlarmVerzonden,
    BurgemeesterIngelicht,
    DrempelHerzien,
    DrempelOverschreden,
    EscalatieBevestigd,
    EscalatieGeopend,
    EscalatieGesloten,
    EscalatieGesplitst,
    EscalatieOpgeschaald,
    LinkGevraagd,
    PolitieIngelicht,
    Stap,
    StapGemist,
)
from shared.contracts.escalatie.piket import AlarmAangekomen, BevestigingIngetrokken, BevestigingVerlopen
from shared.verzending.vormen import BEWAAR
from shared.woorden import opsomming

WEGEN = {
    "antwoord": "met een antwoord op het bericht",
    "link": "met de link in het bericht",
    "pagina": "op de pagina",
    "api": "via een gekoppeld systeem",
}
UITKOMSTEN = {
    "afgehandeld": "afgehandeld",
    "loos-alarm": "loos alarm",
    "overgedragen": "overgedragen",
    "rustig-gebleven": "het is rustig gebleven",
}
_LAAT = " Dat was later dan bedoeld, want het systeem stond stil."


def zin(fact: Fact) -> str:  # noqa: C901 - one branch a fact
    """Write one line of the timeline."""
    match fact:
        case DrempelOverschreden():
            return _overschreden(fact)
        case DrempelHerzien():
            return fact.uitleg
        case EscalatieGesplitst():
            aantal = "1 melding" if len(fact.feiten) == 1 else f"{len(fact.feiten)} meldingen"
            return f"{_hoofdletter(rol_naam(fact.door))} heeft {aantal} afgesplitst: dat is een andere situatie."
        case EscalatieGeopend():
            return _geopend(fact)
        case EscalatieOpgeschaald():
            return f"Opgeschaald: {fact.reden}. Nu aan de beurt: {_rollen(fact.rollen)}.{_laat(fact.te_laat)}"
        case StapGemist():
            return f"De tweede stap is gemist. Nu aan de beurt: {_rollen(fact.rollen)}.{_laat(fact.te_laat)}"
        case AlarmHerhaald():
            return f"Opnieuw gewaarschuwd: {_rollen(fact.rollen)}.{_laat(fact.te_laat)}"
        case PolitieIngelicht():
            return "De politie is ingelicht."
        case BurgemeesterIngelicht():
            return "De burgemeester is ingelicht."
        case EscalatieGesloten():
            return f"Gesloten door {rol_naam(fact.door)}: {UITKOMSTEN.get(fact.uitkomst, fact.uitkomst)}."
        case _:
            return _over_bericht(fact)


def _geopend(fact: EscalatieGeopend) -> str:
    if fact.afgesplitst_van:
        return "De escalatie is afgesplitst van een andere."
    if fact.vervolg_op:
        return "De escalatie is geopend, als vervolg op een eerdere."
    return "De escalatie is geopend."


def _over_bericht(fact: Fact) -> str:
    match fact:
        case AlarmVerzonden():
            wie = f"{rol_naam(fact.terugval)}, als vervanging van " if fact.terugval else ""
            hoe = kanaal_naam(fact.kanaal) if fact.kanaal == BEWAAR else f"verstuurd: {kanaal_naam(fact.kanaal)}"
            return f"Bericht voor {wie}{rol_naam(fact.rol)} {hoe}.{_laat(fact.te_laat)}"
        case AlarmNietVerzonden():
            vervolg = " Het wordt opnieuw geprobeerd." if fact.opnieuw_op else ""
            kanaal = f" ({kanaal_naam(fact.kanaal)})" if fact.kanaal else ""
            return f"Bericht voor {rol_naam(fact.rol or '')} niet verstuurd{kanaal}: {fact.reden}.{vervolg}"
        case AlarmAangekomen():
            return f"Het bericht voor {rol_naam(fact.rol)} is aangekomen op een toestel."
        case EscalatieBevestigd(stap=Stap.ONTVANGEN):
            return f"{_hoofdletter(rol_naam(fact.door))} heeft de ontvangst bevestigd, {WEGEN[fact.weg]}."
        case EscalatieBevestigd():
            wie = _hoofdletter(rol_naam(fact.door))
            return f"{wie} heeft bevestigd dat de burgemeester is ingelicht, {WEGEN[fact.weg]}."
        case _:
            return _over_verval(fact)


def _over_verval(fact: Fact) -> str:
    match fact:
        case BevestigingVerlopen():
            nu = f"Nu aan de beurt: {_rollen(fact.rollen)}."
            return f"Na de bevestiging gebeurde er te lang niets. {nu}{_laat(fact.te_laat)}"
        case BevestigingIngetrokken():
            nu = f" Nu aan de beurt: {_rollen(fact.rollen)}." if fact.rollen else ""
            wat = "de bevestiging" if fact.stap is Stap.ONTVANGEN else "de bevestiging over de burgemeester"
            return f"{_hoofdletter(rol_naam(fact.door))} heeft {wat} teruggenomen.{nu}"
        case LinkGevraagd():
            return f"Er is een nieuwe link gevraagd voor {rol_naam(fact.rol)}: de vorige was verlopen."
        case _:
            return type(fact).__name__


def _overschreden(fact: DrempelOverschreden) -> str:
    if fact.venster is None:
        return f"De drempel is bereikt: {fact.omschrijving}."
    return f"De drempel is bereikt: {fact.telling} meldingen, de grens is {fact.grens}."


def _rollen(rollen: tuple[str, ...]) -> str:
    return opsomming([rol_naam(rol) for rol in rollen]) if rollen else "niemand"


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _laat(te_laat: bool) -> str:
    return _LAAT if te_laat else ""
