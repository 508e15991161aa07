"""The thread of one melding across the services: what happened with it and when, without anybody's text. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any
from uuid import UUID

from services.rapportage.beeld import Vorm
from services.rapportage.toestand import NOOIT_GETELD
from services.rapportage.woorden import ERNST, rolnaam
from shared.contracts import Fact
from shared.contracts import escalatie as e
from shared.contracts import intake as i
from shared.contracts import overleg as o
from shared.contracts.elk import GegevensVernietigd


@dataclass(frozen=True)
class Gebeurd:
    """A fact and where it stands in the ledger of its service."""

    bron: str
    plaats: int
    tijd: datetime
    naam: str
    zaak: UUID
    fact: Fact | None
    """None: of a kind that this version does not know."""


@dataclass(frozen=True)
class Zicht:
    """What somebody may see beside the melding itself.

    `vertrouwelijk`: confidential agenda items too. `hele_getallen`: small numbers too. `publiceert`: what publishing
    would show before it is published.
    """

    overleg: bool = False
    maatregelen: bool = False
    escalaties: bool = False
    vertrouwelijk: bool = False
    drempels: bool = False
    indicatoren: bool = False
    hele_getallen: bool = False
    publiceert: bool = False


ALLES = Zicht(**{veld.name: True for veld in fields(Zicht)})


class Tijdlijnregel(Vorm):
    """One thing that happened. `plaats` counts in the ledger of `bron`; `regel` says why, where a fact says so."""

    tijd: datetime
    bron: str
    plaats: int
    naam: str
    zaak_id: UUID
    omschrijving: str
    regel: str | None


class Tijdlijn(Vorm):
    """Everything about one melding that was recorded at or before `peildatum` and that the asker may see."""

    melding_id: UUID
    locatie: str
    gemeente: str
    peildatum: datetime
    profielversie: str
    gelezen: dict[str, int]
    regels: tuple[Tijdlijnregel, ...]


AFSPRAAK = o.AfspraakGemaakt.__name__
ALLEEN_VERTROUWELIJK = frozenset(
    {"VerzoekGedaan", "VerzoekBeantwoord", "VerzoekIngetrokken", "BerichtOpgesteld", "BerichtVervallen"}
)
"""Requests, and drafts of messages: only for who prepares them."""
VOLGORDE = {"intake": 0, "overleg": 1, "escalatie": 2}


def tijdlijnregels(
    melding_id: UUID, gebeurd: Iterable[Gebeurd], zicht: Zicht, namen: Mapping[str, str]
) -> tuple[Tijdlijnregel, ...]:
    """Put the thread in order of time; at the same moment the report before what follows from it, then by place."""
    alles = sorted(gebeurd, key=lambda feit: (feit.tijd, VOLGORDE.get(feit.bron, len(VOLGORDE)), feit.plaats))
    verborgen = _verborgen(alles, zicht)
    return tuple(_regel(feit, namen) for feit in alles if _zichtbaar(feit, melding_id, zicht, verborgen))


def _verborgen(alles: Iterable[Gebeurd], zicht: Zicht) -> set[UUID]:
    punten = [feit.fact for feit in alles if isinstance(feit.fact, o.AgendapuntToegevoegd)]
    if zicht.vertrouwelijk:
        return set()
    geheim = {punt.agendapunt_id for punt in punten if punt.vertrouwelijk}
    return geheim | {feit.zaak for feit in alles if feit.naam == AFSPRAAK and feit.fact and _punt(feit.fact) in geheim}


def _punt(fact: Fact) -> UUID | None:
    punt: UUID | None = getattr(fact, "agendapunt_id", None)
    return punt


def _zichtbaar(feit: Gebeurd, melding_id: UUID, zicht: Zicht, verborgen: set[UUID]) -> bool:
    fact = feit.fact
    if feit.naam.startswith("Maatregel"):
        return zicht.maatregelen and getattr(fact, "soort", None) not in NOOIT_GETELD
    if feit.naam in ALLEEN_VERTROUWELIJK and not zicht.vertrouwelijk:
        return False
    if isinstance(fact, e.EscalatieGevoed) and melding_id not in fact.meldingen:
        return False
    if getattr(fact, "agendapunt_id", None) in verborgen or feit.zaak in verborgen:
        return False
    return {"intake": True, "overleg": zicht.overleg, "escalatie": zicht.escalaties}.get(feit.bron, False)


def _regel(feit: Gebeurd, namen: Mapping[str, str]) -> Tijdlijnregel:
    zin = _ZINNEN.get(type(feit.fact), lambda _: f"Gebeurtenis '{feit.naam}'")
    code = str(getattr(feit.fact, "soort", None) or getattr(feit.fact, "drempel", None) or "")
    return Tijdlijnregel(
        tijd=feit.tijd,
        bron=feit.bron,
        plaats=feit.plaats,
        naam=feit.naam,
        zaak_id=feit.zaak,
        omschrijving=zin(feit.fact) + (f": {namen.get(code, code)}" if code else ""),
        regel=getattr(feit.fact, "regel", None) or None,
    )


def _ontvangen(fact: i.MeldingOntvangen) -> str:
    historisch = " als historisch" if fact.registratie is i.Registratie.HISTORISCH else ""
    return f"Melding ontvangen{historisch}"


def _incident(fact: i.IncidentGemeld) -> str:
    gevolgen = "met" if fact.gevolgen_openbare_orde else "zonder"
    return f"Incident gemeld door het COA, {gevolgen} gevolgen voor de openbare orde, ernst {ERNST[str(fact.ernst)]}"


def _geagendeerd(fact: o.AgendapuntToegevoegd) -> str:
    return "Opnieuw op een agenda gezet" if fact.van_overleg_id else "Op een agenda gezet"


def _alarm(fact: e.AlarmVerzonden) -> str:
    te_laat = ", later dan bedoeld" if fact.te_laat else ""
    return f"Bericht verzonden aan {rolnaam(fact.rol)}{te_laat}"


def _niet_verzonden(fact: e.AlarmNietVerzonden) -> str:
    return f"Bericht niet verzonden aan {rolnaam(fact.rol)}" if fact.rol else "Bericht niet verzonden"


def _bevestigd(fact: e.EscalatieBevestigd) -> str:
    if fact.stap is e.Stap.BURGEMEESTER_INGELICHT:
        return f"Bevestigd door {rolnaam(fact.door)} dat de burgemeester is ingelicht"
    return f"Ontvangst bevestigd door {rolnaam(fact.door)}"


_ZINNEN: dict[type[Any], Callable[[Any], str]] = {
    i.MeldingOntvangen: _ontvangen,
    i.IncidentGemeld: _incident,
    o.AgendapuntToegevoegd: _geagendeerd,
    o.AgendapuntBesproken: lambda _: "Besproken in het overleg",
    o.MelderIngelicht: lambda fact: f"De melder kan lezen: {fact.tekst}",
    o.AgendapuntDoorgeschoven: lambda _: "Niet besproken, doorgeschoven naar het volgende overleg",
    o.MaatregelOpgelegd: lambda _: "Maatregel opgelegd",
    o.MaatregelVerlengd: lambda _: "Maatregel verlengd",
    o.MaatregelIngetrokken: lambda _: "Maatregel ingetrokken",
    o.MaatregelLooptAf: lambda _: "Maatregel loopt bijna af",
    o.MaatregelVerlopen: lambda _: "Maatregel afgelopen",
    o.AfspraakGemaakt: lambda _: "Afspraak gemaakt",
    o.AfspraakVerzet: lambda _: "Afspraak naar een andere datum",
    o.AfspraakHerinnerd: lambda _: "Aan de afspraak herinnerd",
    o.AfspraakTeLaat: lambda _: "Afspraak niet op tijd nagekomen",
    o.AfspraakNagekomen: lambda _: "Afspraak nagekomen",
    o.AfspraakVervallen: lambda _: "Afspraak vervallen",
    o.VerzoekGedaan: lambda _: "Verzoek gedaan",
    o.VerzoekBeantwoord: lambda _: "Antwoord op het verzoek",
    o.VerzoekIngetrokken: lambda _: "Verzoek ingetrokken",
    o.BerichtOpgesteld: lambda _: "Bericht opgesteld",
    o.BerichtVoorgelegd: lambda _: "Bericht voorgelegd aan het COA en de politie",
    o.BerichtGeraadpleegd: lambda fact: f"Bericht: {rolnaam(fact.door)} heeft gereageerd",
    o.BerichtGoedgekeurd: lambda _: "Bericht goedgekeurd",
    o.BerichtGepubliceerd: lambda fact: "Bericht gepubliceerd" + (" met spoed" if fact.spoed else ""),
    o.BerichtVervallen: lambda _: "Bericht vervallen",
    e.DrempelOverschreden: lambda fact: f"Grens bereikt: {fact.telling} geteld, de grens is {fact.grens}",
    e.EscalatieGeopend: lambda _: "Escalatie geopend",
    e.EscalatieGevoed: lambda _: "Toegevoegd aan een escalatie die al open was",
    e.AlarmVerzonden: _alarm,
    e.AlarmNietVerzonden: _niet_verzonden,
    e.AlarmHerhaald: lambda _: "Nog niet bevestigd: bericht herhaald",
    e.EscalatieBevestigd: _bevestigd,
    e.PolitieIngelicht: lambda _: "De politie is ingelicht",
    e.BurgemeesterIngelicht: lambda _: "De burgemeester is ingelicht door de politie",
    e.StapGemist: lambda _: "Niet op tijd bevestigd dat de burgemeester is ingelicht",
    e.EscalatieOpgeschaald: lambda _: "Niet op tijd bevestigd: opgeschaald naar de volgende trede",
    e.EscalatieGesloten: lambda _: "Escalatie gesloten",
    GegevensVernietigd: lambda _: "Gegevens gewist",
}
"""No sentence repeats what somebody typed: reasons and outcomes stay with their own service."""
