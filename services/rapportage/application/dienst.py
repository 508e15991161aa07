"""The answers of rapportage. It reads only: what it stores is what it received."""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from services.rapportage import tellen
from services.rapportage.application.weekbeeld import Weekmaker
from services.rapportage.kenmerken import klok
from services.rapportage.plek import Kijker, Plek, alle_plekken, zoek_plek
from services.rapportage.store import Vragen, gebeurd
from services.rapportage.tijdlijn import Gebeurd, Tijdlijn, tijdlijnregels
from services.rapportage.vandaag import Vandaag
from services.rapportage.week import begin, lees_peildatum
from services.rapportage.weekbeelden.weekbeeld import Weekbeeld
from services.rapportage.woorden import namen
from shared.contracts.intake import IncidentGemeld, MeldingOntvangen
from shared.facts import NietGevonden
from shared.ledger import Ledger
from shared.profiel import Profielen


class MeldingOnbekend(NietGevonden):
    """Nothing was known of this melding at the peildatum, or it is not for this person."""


class Rapportagedienst:
    """Pictures and threads, from what was received. Dates come in as text: the profile knows their zone."""

    def __init__(self, ledger: Ledger, profielen: Profielen) -> None:
        self._vragen, self._week, self._profielen = Vragen(ledger), Weekmaker(ledger), profielen

    def plek(self, locatie: str, gemeente: str | None = None) -> Plek:
        """Find a location; see `zoek_plek` for what it raises."""
        return zoek_plek(self._profielen, locatie, gemeente)

    def plekken(self, kijker: Kijker) -> list[Plek]:
        """Return the locations that are theirs."""
        return [plek for plek in alle_plekken(self._profielen) if kijker.ziet(plek)]

    async def weekbeeld(self, plek: Plek, kijker: Kijker, nu: datetime, **vraag: str | None) -> Weekbeeld:
        """Make the picture of a week: see `Weekmaker.weekbeeld`."""
        return await self._week.weekbeeld(plek, kijker, nu, **vraag)

    async def tijdlijn(
        self, melding_id: UUID, kijker: Kijker, nu: datetime, *, peildatum: str | None = None
    ) -> Tijdlijn:
        """Tell what happened with one melding, as known at `peildatum`.

        Raises:
            MeldingOnbekend: nothing was known of it then, or it is of a location that is not theirs.
            OngeldigeInvoer: an unreadable date, or one to come.
        """
        gelezen = await self._vragen.gelezen()
        alles = [gebeurd(event) for event in await self._vragen.draad(melding_id)]
        plek = self._plek_van(alles, kijker)
        moment = lees_peildatum(peildatum, nu, plek.zone)
        bekend = [feit for feit in alles if feit.tijd <= moment]
        self._plek_van(bekend, kijker)
        return Tijdlijn(
            melding_id=melding_id,
            locatie=plek.locatie.code,
            gemeente=plek.profiel.gemeente.code,
            peildatum=moment,
            profielversie=plek.profiel.versie,
            gelezen=gelezen,
            regels=tijdlijnregels(melding_id, bekend, kijker.zicht, namen(plek.profiel)),
        )

    async def stand(self) -> str:
        """Say how far each source was taken in: no more than that something is new."""
        return json.dumps(await self._vragen.gelezen())

    async def vandaag(self, kijker: Kijker, nu: datetime) -> list[Vandaag]:
        """Say per location what happened today."""
        alles = [await self._vandaag(plek, nu) for plek in self.plekken(kijker)]
        return [deel for deel in alles if deel.noemenswaard] or alles

    async def _vandaag(self, plek: Plek, nu: datetime) -> Vandaag:
        dag = begin(nu.astimezone(plek.zone).date(), plek.zone)
        vandaag = klok(await self._vragen.uren(plek.sleutel, dag, nu + timedelta(minutes=10), nu))
        return Vandaag(
            plek=plek,
            meldingen=tellen.som(vandaag, tellen.is_melding),
            incidenten=tellen.som(vandaag, tellen.is_incident),
        )

    def _plek_van(self, feiten: Iterable[Gebeurd], kijker: Kijker) -> Plek:
        for feit in feiten:
            if isinstance(feit.fact, MeldingOntvangen | IncidentGemeld):
                plek = self.plek(feit.fact.locatie, feit.fact.gemeente)
                if kijker.ziet(plek):
                    return plek
        raise MeldingOnbekend("Deze melding is niet gevonden. Controleer het nummer en de peildatum.")
