"""The words of an agenda: its items by kind, what changed since, and counts."""

from collections.abc import Iterable, Iterator
from itertools import count
from textwrap import shorten
from typing import Any
from uuid import UUID

from services.overleg.application.agendabeeld import ingetrokken
from services.overleg.beelden import Groep, Meldingbeeld, Overlegbeeld, Puntbeeld, Wijzigingsbeeld
from services.overleg.overleg import VANZELF
from shared.contracts.intake import Aard, Gezegd, Koppeling
from shared.kortnummer import kortnummer
from shared.web.opmaak import kort, termijn
from shared.woorden import AARDEN

PUNTEN = {"open": "Open", "besproken": "Besproken", "doorgeschoven": "Naar het volgende overleg"}
DELEN = (
    ("vast", "Vaste punten"),
    ("bevindingen", "Bevindingen van het overleg ervoor"),
    ("escalatie", "Escalaties"),
    ("verzoek", "Verzoeken"),
    ("melding", "Meldingen en incidenten"),
    ("incident", "Incidenten van het COA"),
    ("afspraak", "Afspraken die (bijna) verlopen zijn"),
    ("maatregel", "Maatregelen die aflopen"),
)
GEBEURD = {
    "MeldingGeclassificeerd": "Ingedeeld",
    "MeldingGecorrigeerd": "Gecorrigeerd",
    "MeldingIngetrokken": "Ingetrokken",
    "MeldingGesloten": "Afgehandeld bij het meldpunt",
    "MeldingHeropend": "Opnieuw geopend",
}
_WAPEN = {Gezegd.JA: "Er is een wapen gezien of genoemd", Gezegd.NEE: "Geen wapen gezien of genoemd"}
_GAANDE = {Gezegd.JA: "Nog gaande volgens het COA", Gezegd.NEE: "Voorbij volgens het COA"}
KOPLENGTE, AFGEKORT = 120, " …"
"""How much of an agreement stands in the head of its item, and what shows that there is more."""
GEDAAN = {
    "genoteerd": "De notitie is bewaard.",
    "gekozen": "Uw keuze is bewaard. De melder leest die zin zodra u het overleg sluit.",
    "geen-zin": "De melder leest bij dit punt niets nieuws.",
    "afgesproken": "De afspraak is gemaakt. Zij staat hieronder, en bij Afspraken.",
    "beslist": "Uw besluit is bewaard.",
}
"""What was done just now at an item, by the code that the address carries."""


def terug_naar(overleg_id: UUID, punt_id: UUID, gedaan: str) -> str:
    """The way back to the same item of the agenda, where it says what was done."""
    return f"/overleg/{overleg_id}?bij={punt_id}&gedaan={gedaan}#punt-{punt_id}"


def genummerd(delen_: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same parts; each item has the number by which people at the table call it."""
    alle, nummers = list(delen_), count(1)
    for deel in alle:
        for punt in deel["punten"]:
            punt["nr"] = next(nummers)
    return alle


def kop(punt: Puntbeeld) -> str:
    """What an item is about, in a few words."""
    if punt.soort == "escalatie":
        aantal = f" ({len(punt.meldingen)} meldingen)" if punt.meldingen else ""
        sinds_ = f", {kort(punt.eerst_op)}" if punt.eerst_op else ""
        return f"{punt.naam or 'Escalatie'}{aantal}{sinds_}"
    if punt.soort == "bevindingen":
        return f"Bevindingen: {punt.naam}"
    if punt.soort == "afspraak":
        return f"Afspraak: {_afgesproken(punt)}"
    if punt.soort == "maatregel":
        return f"Maatregel: {punt.naam}"
    if punt.naam:
        return punt.naam
    soorten = {melding.soort for melding in punt.bekend}
    return "Incident" if soorten == {"incident"} else "Melding" if len(punt.meldingen) == 1 else "Meldingen"


def _afgesproken(punt: Puntbeeld) -> str:
    """Who does what by when; who alone where what it is about is not for this reader."""
    if punt.afspraak is None:
        return punt.naam
    was = f"; was {termijn(punt.afspraak.verzet_van)}" if punt.afspraak.verzet_van else ""
    return f"{_in_het_kort(punt.afspraak.wat)} ({punt.naam}, uiterlijk {termijn(punt.afspraak.uiterlijk)}{was})"


def voluit(punt: Puntbeeld) -> str | None:
    """What stands below the head of an item: what was written with it, or an agreement that is too long for a head."""
    if punt.afspraak is None:
        return punt.toelichting
    return punt.afspraak.wat if _in_het_kort(punt.afspraak.wat).endswith(AFGEKORT) else None


def _in_het_kort(wat: str) -> str:
    return shorten(wat, KOPLENGTE, placeholder=AFGEKORT).rstrip(".")


def regels(overleg: Overlegbeeld, punten: Iterable[Puntbeeld]) -> Iterator[str]:
    """Every rule that an agenda names."""
    yield overleg.regel
    for punt in punten:
        yield punt.regel
        yield from (each.regel for each in punt.escalaties)


def sinds(punt: Puntbeeld) -> list[dict[str, object]]:
    """What became of its melding after it came on the agenda."""
    return [{"wat": _gebeurd(each), "op": each.op, "aan": each.velden.get("aan")} for each in punt.wijzigingen]


def toestand(melding: Meldingbeeld) -> list[str]:
    """What the COA said of an incident besides how grave it was; what is not known is not said."""
    gezegd = ((_WAPEN, melding.wapen), (_GAANDE, melding.nog_gaande))
    return [woorden[wat] for woorden, wat in gezegd if wat in woorden]


def vanzelf_besproken(punt: Puntbeeld) -> bool:
    """Whether something was noted at what the agenda found by itself: only that shows that it was discussed."""
    return punt.status == "besproken" and punt.soort in VANZELF and bool(punt.bevinding or punt.besluit)


def stand(punt: Puntbeeld) -> str:
    """What became of an item; nothing of one that nobody was asked about, and at which nothing was noted."""
    if punt.status == "besproken" and punt.soort in VANZELF and not vanzelf_besproken(punt):
        return ""
    return PUNTEN[punt.status]


def heeft_melder(punt: Puntbeeld) -> bool:
    """Whether somebody with a code to follow it can read something: it is no incident of the COA, nor confidential."""
    meldingen = bool(punt.bekend) and all(melding.soort == "melding" for melding in punt.bekend)
    return punt.soort == "melding" and meldingen and not punt.vertrouwelijk


def is_ingetrokken(punt: Puntbeeld) -> bool:
    """Whether the melding was withdrawn."""
    return ingetrokken(punt)


def delen(punten: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The items by kind, in order; only the kinds that there are."""
    alle = list(punten)
    gevuld = [(naam, [punt for punt in alle if punt["soort"] == soort]) for soort, naam in DELEN]
    return [{"naam": naam, "punten": eigen} for naam, eigen in gevuld if eigen]


def telling(groepen: Iterable[Groep]) -> list[tuple[str, str, int]]:
    """The counts by kind, for a table."""
    return [
        ("Incident (COA)" if groep.soort == "incident" else "Melding", AARDEN[Aard(groep.aard)], groep.aantal)
        for groep in groepen
    ]


def _gebeurd(wijziging: Wijzigingsbeeld) -> str:
    if "aan" in wijziging.velden:
        return _verband(wijziging)
    wat = GEBEURD.get(wijziging.naam, wijziging.naam)
    aard = wijziging.velden.get("aard")
    return f"{wat}: {AARDEN[Aard(str(aard))].lower()}" if aard else wat


def _verband(wijziging: Wijzigingsbeeld) -> str:
    """Tell which other melding it was tied to, and how; the same words may stand at both."""
    ander = kortnummer(str(wijziging.velden["aan"]))
    if wijziging.naam == "MeldingOntkoppeld":
        return f"Losgemaakt van {ander}"
    if wijziging.velden.get("soort") == Koppeling.ZELFDE_VOORVAL:
        return f"Gekoppeld aan {ander} als hetzelfde voorval"
    return f"Gekoppeld aan {ander}: {'die hoort hierbij' if wijziging.velden.get('andersom') else 'dit hoort daarbij'}"
