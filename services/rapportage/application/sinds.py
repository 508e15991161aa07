"""What is new since the last meeting about meldingen, one by one (LVS-2.1): what its chair begins with."""

from asyncio import gather
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from services.rapportage.application.overlegbeeld import met_partner, verwijzing
from services.rapportage.plek import Kijker, Plek
from services.rapportage.store import Vragen, Weekvragen
from services.rapportage.vandaag import bespreekt
from services.rapportage.week import lees_peildatum
from services.rapportage.weekbeelden import overlegstand as s
from services.rapportage.weekbeelden.sinds import (
    Gemeld,
    Lijsten,
    Meldingvak,
    Nieuw,
    Zaak,
    Zaakvak,
    nagekomen_sinds,
    verlopen_sinds,
)
from services.rapportage.woorden import maatregelnaam, woorden
from shared.ledger import Ledger


class Sindsdienst:
    """Looks it up; the numbers of a picture of the week at the same moment are those of these lists."""

    def __init__(self, ledger: Ledger) -> None:
        self._vragen, self._week = Vragen(ledger), Weekvragen(ledger)

    async def nieuw(self, plek: Plek, kijker: Kijker, nu: datetime, *, peildatum: str | None = None) -> Nieuw:
        """Give the lists as known at `peildatum`.

        Raises:
            OngeldigeInvoer: an unreadable date, or one to come.
        """
        moment = lees_peildatum(peildatum, nu, plek.zone)
        kop = plek.kop(moment, await self._vragen.gelezen())
        reeksen, locaties = bespreekt(plek.profiel, plek.locatie.code)
        waar = [(plek.profiel.gemeente.code, each) for each in dict.fromkeys((plek.locatie.code, *locaties))]
        gesloten = [een for each in waar for een in await self._week.gesloten(each, moment)]
        vorige = s.laatste(gesloten, reeksen)
        if vorige is None:
            return Nieuw(**kop, overleg=None, lijsten=None)
        lijsten = await self._lijsten(plek, kijker, vorige.op, moment)
        return Nieuw(**kop, overleg=verwijzing(plek, vorige), lijsten=lijsten)

    async def _lijsten(self, plek: Plek, kijker: Kijker, sinds: datetime, moment: datetime) -> Lijsten:
        waar = (plek.sleutel[0], kijker.dekt(plek), sinds, moment)
        (meldingen, incidenten), afspraken, escalaties, maatregelen = await gather(
            self._week.nieuwe(plek.sleutel, sinds, moment),
            self._week.afspraken(*waar),
            self._week.geopende_escalaties(*waar),
            self._week.opgelegde_maatregelen(*waar),
        )
        return Lijsten(
            meldingen=_meldingen(plek, meldingen),
            incidenten=_meldingen(plek, incidenten),
            escalaties=_escalaties(plek, escalaties) if kijker.zicht.escalaties else None,
            maatregelen=_maatregelen(plek, maatregelen) if kijker.zicht.maatregelen else None,
            afspraken_nagekomen=_afspraken(plek, nagekomen_sinds(afspraken, sinds)),
            afspraken_over_datum=_afspraken(plek, verlopen_sinds(afspraken, sinds, moment)),
        )


def _meldingen(plek: Plek, gemeld: Iterable[Gemeld]) -> tuple[Meldingvak, ...]:
    namen = woorden(plek.profiel)
    return tuple(
        Meldingvak(
            melding_id=UUID(een.melding_id),
            aard=namen.aard.get(een.aard, een.aard),
            thema=namen.thema.get(een.thema, een.thema),
            voorgevallen_op=een.gebeurd.op,
            dagdeel=een.gebeurd.dagdeel,
            ontvangen_op=een.bekend_op,
        )
        for een in gemeld
    )


def _escalaties(plek: Plek, zaken: Iterable[Zaak]) -> tuple[Zaakvak, ...]:
    naam = plek.profiel.drempelnaam
    return tuple(Zaakvak(zaak_id=UUID(een.zaak_id), naam=naam(een.soort), op=een.op) for een in zaken)


def _maatregelen(plek: Plek, zaken: Iterable[Zaak]) -> tuple[Zaakvak, ...]:
    namen = [(een, maatregelnaam(plek.profiel, een.soort)) for een in zaken]
    return tuple(Zaakvak(zaak_id=UUID(een.zaak_id), naam=naam, op=een.op) for een, naam in namen)


def _afspraken(plek: Plek, afspraken: Iterable[s.Afspraak]) -> tuple[s.Afspraakvak, ...]:
    volgorde = sorted(afspraken, key=lambda een: (een.uiterlijk, een.afspraak_id))
    return tuple(met_partner(plek, s.vak(een)) for een in volgorde)
