"""What can be looked up: escalations in a list, one with its history, thresholds with their counts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from services.escalatie.application.meldingen import geteld
from services.escalatie.application.standen import Stand, standen
from services.escalatie.situatie import GEZEGD
from services.escalatie.staat import Status, given
from services.escalatie.voorval import Lid
from services.escalatie.weigeringen import OnbekendeEscalatie
from services.escalatie.zaak import Zaak
from shared.contracts.escalatie import DrempelHerzien, DrempelOverschreden, EscalatieGeopend, EscalatieGesplitst
from shared.contracts.intake import Gezegd
from shared.facts import Recorded
from shared.ledger import Ledger, from_iso, iso
from shared.profiel import Profielen
from shared.zoeken import een_van

_KOLOMMEN = (
    *("escalatie_id", "gemeente", "locatie", "drempel", "regel", "omschrijving", "status", "geopend_op"),
    *("voorgevallen_op", "dagdeel", "telling", "erbij", "trede", "treden", "ronde", "rollen"),
    *("klim_op", "bevestigd_door", "bevestigd_op", "tweede_stap", "tweede_stap_uiterlijk", "tweede_stap_gemist"),
    *("politie_op", "burgemeester_op", "gesloten_op", "gesloten_door", "uitkomst", "belang", "verloopt_op"),
)
_VAN_ALARM = "rol stap trede ronde gevraagd_op status poging kanaal reden op dienst terugval aangekomen_op"
GENOEMD = 200
"""So many of its meldingen are named on the page of an escalation."""
_DRINGEND_EERST = (
    "CASE WHEN status = 'open' AND 'ja' IN (wapen, nog_gaande) THEN 0"
    " WHEN status = 'open' THEN 1 WHEN status = 'bevestigd' THEN 2 ELSE 3 END"
)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which escalations somebody asks for, and may see."""

    gemeente: str | None = None
    locatie: str | None = None
    drempel: str | None = None
    status: Status | None = None
    vanaf: datetime | None = None
    tot: datetime | None = None
    bevat: tuple[tuple[str, ...], ...] = ()
    """Per word patterns of which one fits what it is about; or `nummer`: how its id begins."""
    nummer: str | None = None
    staart: str | None = None
    """How its id ends: what a short number says."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """One escalation with everything that happened to it."""

    zaak: Zaak
    rij: dict[str, Any]
    meldingen: tuple[UUID, ...]
    verloop: tuple[Recorded, ...]
    alarmen: tuple[dict[str, Any], ...]
    bevestigingen: tuple[dict[str, Any], ...]
    voeding: tuple[dict[str, Any], ...]
    onderdrukt: tuple[dict[str, Any], ...] = ()
    leden: tuple[Lid, ...] = ()
    """The meldingen that it began with and that joined, as they stand now."""


class Inzage:
    """Reads committed rows and facts."""

    def __init__(self, ledger: Ledger, profielen: Profielen) -> None:
        self._ledger, self._profielen = ledger, profielen

    async def lijst(self, filters: Filter, *, aantal: int, vanaf: int = 0) -> list[dict[str, Any]]:
        """Give a page of escalations: the open ones first, of those what has a weapon or goes on; then the newest."""
        waar, waarden = _voorwaarden(filters)
        sql = f"SELECT {', '.join(_KOLOMMEN)} FROM escalaties{waar} ORDER BY {_DRINGEND_EERST}, geopend_op DESC, "  # noqa: S608
        rijen = await self._ledger.query(f"{sql}escalatie_id LIMIT ? OFFSET ?", (*waarden, aantal, vanaf))
        return [_rij(_KOLOMMEN, rij) for rij in rijen]

    async def zaak(self, escalatie_id: UUID) -> Zaak:
        """Give what notices tell of one escalation.

        Raises:
            OnbekendeEscalatie: there is none with this id.
        """
        return (await self._verloop(escalatie_id))[0]

    async def volle_zaak(self, escalatie_id: UUID) -> Zaak:
        """Give the same with the meldingen that were counted, where they are several.

        Raises:
            OnbekendeEscalatie: there is none with this id.
        """
        zaak, verloop, _ = await self._verloop(escalatie_id)
        return await self._met_leden(zaak, _meldingen(verloop))

    async def dossier(self, escalatie_id: UUID) -> Dossier:
        """Give one escalation with its history.

        Raises:
            OnbekendeEscalatie: there is none with this id.
        """
        zaak, verloop, rij = await self._verloop(escalatie_id)
        meldingen, voeding = _meldingen(verloop), await self._bij(escalatie_id, "voeding", "feit melding_id op")
        erbij = [UUID(een["melding_id"]) for een in voeding if een["melding_id"]]
        return Dossier(
            await self._met_leden(zaak, meldingen),
            rij,
            meldingen,
            tuple(verloop),
            await self._bij(escalatie_id, "alarmen", _VAN_ALARM),
            await self._bij(escalatie_id, "bevestigingen", "stap rol weg op"),
            voeding,
            await self._bij(escalatie_id, "onderdrukt", "drempel regel aantal op reden"),
            await geteld(self._ledger, list(dict.fromkeys((*meldingen, *erbij)))[:GENOEMD]),
        )

    async def _met_leden(self, zaak: Zaak, meldingen: Sequence[UUID]) -> Zaak:
        return replace(zaak, leden=await geteld(self._ledger, meldingen)) if len(meldingen) > 1 else zaak

    async def standen(self, op: datetime, gemeente: str | None = None, locatie: str | None = None) -> list[Stand]:
        """Give every threshold at every location with the count of the window that ends now."""
        return await standen(self._ledger, self._profielen, op, gemeente, locatie)

    async def _verloop(self, escalatie_id: UUID) -> tuple[Zaak, list[Recorded], dict[str, Any]]:
        verloop = await self._ledger.load(escalatie_id)
        escalatie = given(feit.fact for feit in verloop)
        if escalatie is None:
            raise OnbekendeEscalatie
        overschreden = next(feit.fact for feit in verloop if isinstance(feit.fact, DrempelOverschreden))
        sql = f"SELECT {', '.join(_KOLOMMEN)} FROM escalaties WHERE escalatie_id = ?"  # noqa: S608
        rij = _rij(_KOLOMMEN, (await self._ledger.query(sql, (str(escalatie_id),)))[0])
        profiel = self._profielen.van(escalatie.gemeente)
        herzien = next((feit.fact for feit in reversed(verloop) if isinstance(feit.fact, DrempelHerzien)), None)
        nu = overschreden.model_copy(update=_gezegd(verloop))
        return Zaak(escalatie, nu, profiel, rij["erbij"], herzien, rij["politie_op"]), verloop, rij

    async def _bij(self, escalatie_id: UUID, tabel: str, kolommen: str) -> tuple[dict[str, Any], ...]:
        namen = tuple(kolommen.split())
        sql = f"SELECT {', '.join(namen)} FROM {tabel} WHERE escalatie_id = ?"  # noqa: S608 - our own names
        return tuple(_rij(namen, rij) for rij in await self._ledger.query(sql, (str(escalatie_id),)))


def _meldingen(verloop: Sequence[Recorded]) -> tuple[UUID, ...]:
    """With which meldingen it began, without those that were split off."""
    begin = next((feit.fact.meldingen for feit in verloop if isinstance(feit.fact, EscalatieGeopend)), ())
    weg = {lid for feit in verloop if isinstance(feit.fact, EscalatieGesplitst) for lid in feit.fact.meldingen}
    return tuple(lid for lid in begin if lid not in weg)


def _voorwaarden(filters: Filter) -> tuple[str, tuple[object, ...]]:
    eisen: tuple[tuple[str, object], ...] = (
        ("gemeente = ?", filters.gemeente),
        ("locatie = ?", filters.locatie),
        ("drempel = ?", filters.drempel),
        ("status = ?", filters.status.value if filters.status else None),
        ("geopend_op >= ?", iso(filters.vanaf) if filters.vanaf else None),
        ("geopend_op < ?", iso(filters.tot) if filters.tot else None),
        ("escalatie_id LIKE ?", f"{filters.nummer}%" if filters.nummer else None),
        ("SUBSTR(escalatie_id, 29) = ?", filters.staart),
    )
    gesteld: list[tuple[str, tuple[object, ...]]] = [(eis, (waarde,)) for eis, waarde in eisen if waarde is not None]
    gesteld += een_van("omschrijving", _woorden(filters))
    waar = f" WHERE {' AND '.join(eis for eis, _ in gesteld)}" if gesteld else ""
    return waar, tuple(waarde for _, waarden in gesteld for waarde in waarden)


def _woorden(filters: Filter) -> tuple[tuple[str, ...], ...]:
    return () if filters.nummer or filters.staart else filters.bevat


def _rij(namen: Sequence[str], waarden: Sequence[Any]) -> dict[str, Any]:
    return {
        naam: from_iso(waarde) if (naam == "op" or naam.endswith(("_op", "_uiterlijk"))) and waarde else waarde
        for naam, waarde in zip(namen, waarden, strict=True)
    }


def _gezegd(verloop: Sequence[Recorded]) -> dict[str, Gezegd]:
    """Give what the COA said last of a weapon and whether it goes on, where that is not what it said first."""
    herzien = [feit.fact for feit in verloop if isinstance(feit.fact, DrempelHerzien)]
    gezegd = [(naam, getattr(feit, naam)) for feit in herzien for naam in GEZEGD]
    return {naam: waarde for naam, waarde in gezegd if waarde is not None}
