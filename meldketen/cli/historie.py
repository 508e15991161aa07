"""Reading a past for the rehearsal: an installation's own facts, an export, or somebody's CSV."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import click
from pydantic import ValidationError

from meldketen.winkel import open_winkel
from services.escalatie.toets.geschiedenis import Geschiedenis
from services.intake.invoer import Veldkaart, laad_veldkaart
from services.intake.invoer.bestand import Rij, lees_bestand
from services.intake.invoer.veldkaart import Bestand, eigen_kolommen
from services.intake.invoer.vertaling import Vertaler
from shared.contracts import Fact
from shared.contracts.escalatie import CijfersIngevoerd
from shared.contracts.intake import (
    Aard,
    DoorzettingGemist,
    IncidentGemeld,
    LocatieStil,
    MeldingGeclassificeerd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingHeropend,
    MeldingIngetrokken,
    MeldingOntkoppeld,
    MeldingOntvangen,
)
from shared.contracts.overleg import AfspraakTeLaat, AgendaGemist, MaatregelLooptAf
from shared.profiel import Profielen
from shared.settings import Settings

STAPEL = 2_000
VORMEN: Mapping[str, type[Fact]] = {
    vorm.__name__: vorm
    for vorm in (
        *(MeldingOntvangen, IncidentGemeld, MeldingGeclassificeerd, MeldingGecorrigeerd, MeldingIngetrokken),
        *(MeldingHeropend, MeldingGekoppeld, MeldingOntkoppeld, DoorzettingGemist, LocatieStil),
        *(AgendaGemist, AfspraakTeLaat, MaatregelLooptAf, CijfersIngevoerd),
    )
}
_TYPEN = {
    f"nl.meldketen.{dienst}.{''.join(f'-{c.lower()}' if c.isupper() else c for c in naam).lstrip('-')}.v1": vorm
    for naam, vorm in VORMEN.items()
    for dienst in ("intake", "overleg", "escalatie")
}


def uit_map(instellingen: Settings, profielen: Profielen) -> Geschiedenis:
    """Read the facts of an installation; it may be running."""
    geschiedenis = Geschiedenis()
    with open_winkel(instellingen, profielen, ["intake", "overleg", "escalatie"]) as winkel:
        for dienst in winkel.diensten:
            gelezen = 0
            while feiten := dienst.ledger.read(gelezen, STAPEL):
                for feit in feiten:
                    geschiedenis.neem(feit.fact, feit.id)
                gelezen = feiten[-1].place
    return geschiedenis


def uit_bestand(
    pad: Path, profielen: Profielen, *, veldkaart: Path | None, locatie: str | None
) -> tuple[Geschiedenis, int]:
    """Read an export of `meldketen exporteer` (one event a line), or a CSV; also how many lines were passed over."""
    if veldkaart is None and _is_export(pad):
        return _uit_export(pad)
    kaart = laad_veldkaart(veldkaart) if veldkaart else None
    return _uit_csv(pad, profielen, kaart, locatie)


def _is_export(pad: Path) -> bool:
    with pad.open("rb") as bestand:
        return bestand.read(1) == b"{"


def _uit_export(pad: Path) -> tuple[Geschiedenis, int]:
    geschiedenis, over = Geschiedenis(), 0
    with pad.open("rb") as bestand:
        for regel in bestand:
            gelezen = _gebeurtenis(regel)
            if gelezen is None:
                over += 1
            elif gelezen[0] is not None:
                geschiedenis.neem(*gelezen)
    return geschiedenis, over


def _gebeurtenis(regel: bytes) -> tuple[Fact | None, str] | None:
    """An event that thresholds look at; with None for one that they do not; None for what is no event."""
    try:
        bericht = json.loads(regel)
        vorm = _TYPEN.get(bericht["type"])
        return (vorm.model_validate(bericht["data"], extra="ignore") if vorm else None), bericht["id"]
    except (ValueError, KeyError, TypeError, ValidationError):
        return None


def _uit_csv(pad: Path, profielen: Profielen, kaart: Veldkaart | None, locatie: str | None) -> tuple[Geschiedenis, int]:
    kop, records = lees_bestand(pad, kaart.bestand if kaart else Bestand())
    vertaler = Vertaler(kaart or eigen_kolommen(kop), kop, locatie)
    geschiedenis, over = Geschiedenis(), 0
    for record in records:
        feit = _melding(record, vertaler, profielen) if isinstance(record, Rij) else None
        if feit is None:
            over += 1
        else:
            geschiedenis.neem(feit, f"regel {record.regel}")
    return geschiedenis, over


def _melding(record: Rij, vertaler: Vertaler, profielen: Profielen) -> Fact | None:
    if not vertaler.houdt(record.velden):
        return None
    vertaald = vertaler.vertaal(record.velden)
    velden = dict(_bekend(vertaald.gegevens))
    profiel = profielen.enige() or profielen.voor_locatie(str(velden.get("locatie", "")))
    if profiel is None or vertaald.fouten:
        return None
    velden.setdefault("gemeente", profiel.gemeente.code)
    velden.setdefault("aard", Aard.NOG_TE_BEPALEN)
    velden.setdefault("kanaal", "invoer")
    try:
        return MeldingOntvangen.model_validate({**velden, "melding_id": uuid5(NAMESPACE_URL, f"regel {record.regel}")})
    except ValidationError:
        return None


def _bekend(gegevens: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    namen = {veld.alias or naam: naam for naam, veld in MeldingOntvangen.model_fields.items()}
    for naam, waarde in gegevens.items():
        if naam in namen and waarde not in (None, ""):
            yield naam, waarde


def eis_bron(historie: Path | None, instellingen: Settings, *, data_gekozen: bool) -> None:
    """Refuse two pasts at once.

    Raises:
        click.UsageError: both were given.
    """
    if historie is not None and data_gekozen:
        raise click.UsageError(f"Kies --historie of --data, niet allebei ({historie} en {instellingen.data}).")
