"""What the meetings bring to the picture of a week: agreements, what is new since, and the input for the next."""

from asyncio import gather
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from services.rapportage.beeld import Overlegvak
from services.rapportage.plek import Kijker, Plek
from services.rapportage.store import Vragen, Weekvragen
from services.rapportage.vandaag import bespreekt, eerste
from services.rapportage.week import Week
from services.rapportage.weekbeelden import overlegstand as s
from services.rapportage.weekbeelden.sinds import nagekomen_sinds, verlopen_sinds
from services.rapportage.woorden import reeksnaam
from shared.ledger import Ledger
from shared.profiel import Reeks


@dataclass(frozen=True)
class _Zitting:
    """Who asks what about which place, what was closed there, and which agreements were not over by then."""

    plek: Plek
    kijker: Kijker
    moment: datetime
    afspraken: Sequence[s.Afspraak]
    gesloten: Sequence[s.Gesloten]
    komend: Sequence[Overlegvak]
    vorige: s.Gesloten | None
    """The last one in which meldingen are discussed."""


class Overlegbeeld:
    """Makes it; None for who may not see meetings."""

    def __init__(self, ledger: Ledger) -> None:
        self._vragen, self._week = Vragen(ledger), Weekvragen(ledger)

    async def stand(self, plek: Plek, kijker: Kijker, week: Week, moment: datetime) -> dict[str, Any]:
        """Give the fields of a `Weekbeeld` that come from meetings; who may not see meetings hears of the next only."""
        reeksen, locaties = bespreekt(plek.profiel, plek.locatie.code)
        waar = list(dict.fromkeys((plek.locatie.code, *locaties)))
        komend = await self._komend(plek, waar, moment)
        bespreking = sorted((een for each in locaties for een in komend[each]), key=lambda een: een.aanvang)
        volgend = {"volgend_overleg": met_naam(plek, eerste(bespreking, reeksen))}
        if not kijker.zicht.overleg:
            return {**volgend, "afspraken": None, "sinds_overleg": None, "inbreng": None}
        gesloten = await self._gesloten(plek, waar, moment)
        vorige = s.laatste(gesloten, reeksen)
        sinds = min(week.van, vorige.op) if vorige else week.van
        afspraken = await self._week.afspraken(plek.sleutel[0], kijker.dekt(plek), sinds, moment)
        zitting = _Zitting(plek, kijker, moment, afspraken, gesloten, komend[plek.locatie.code], vorige)
        sinds_overleg, inbreng = await gather(self._sinds(zitting), self._inbreng(zitting))
        return {
            **volgend,
            "afspraken": _met_partners(plek, s.afsprakenstand(afspraken, week, moment)),
            "sinds_overleg": sinds_overleg,
            "inbreng": inbreng,
        }

    async def _komend(self, plek: Plek, locaties: Sequence[str], moment: datetime) -> Mapping[str, list[Overlegvak]]:
        gemeente = plek.profiel.gemeente.code
        return {each: await self._vragen.komende_overleggen((gemeente, each), moment) for each in locaties}

    async def _gesloten(self, plek: Plek, locaties: Sequence[str], moment: datetime) -> list[s.Gesloten]:
        gemeente = plek.profiel.gemeente.code
        return [een for each in locaties for een in await self._week.gesloten((gemeente, each), moment)]

    async def _sinds(self, zitting: _Zitting) -> s.SindsOverleg | None:
        plek, kijker, moment, vorige = zitting.plek, zitting.kijker, zitting.moment, zitting.vorige
        if vorige is None:
            return None
        meldingen, incidenten = await self._week.nieuw(plek.sleutel, vorige.op, moment)
        waar = (plek.sleutel[0], kijker.dekt(plek), vorige.op, moment)
        return s.SindsOverleg(
            overleg=verwijzing(plek, vorige),
            meldingen=meldingen,
            incidenten=incidenten,
            escalaties=len(await self._week.geopende_escalaties(*waar)) if kijker.zicht.escalaties else None,
            maatregelen=len(await self._week.opgelegde_maatregelen(*waar)) if kijker.zicht.maatregelen else None,
            afspraken_nagekomen=len(nagekomen_sinds(zitting.afspraken, vorige.op)),
            afspraken_over_datum=len(verlopen_sinds(zitting.afspraken, vorige.op, moment)),
        )

    async def _inbreng(self, zitting: _Zitting) -> tuple[s.Inbreng, ...]:
        """Give the input of every series here that the profile lets follow another (`na`, LVS-1.5)."""
        plek = zitting.plek
        volgt = [reeks for reeks in plek.profiel.reeksen if reeks.na and plek.locatie.code in reeks.locaties]
        return tuple([await self._van(zitting, reeks, str(reeks.na)) for reeks in volgt])

    async def _van(self, zitting: _Zitting, reeks: Reeks, bron: str) -> s.Inbreng:
        plek = zitting.plek
        gekozen = s.in_te_brengen(zitting.gesloten, bron, reeks.code)
        return s.Inbreng(
            reeks=reeks.code,
            naam=reeks.naam,
            regel=reeks.regel,
            uit_naam=reeksnaam(plek.profiel, bron),
            volgend=met_naam(plek, eerste(zitting.komend, [reeks.code])),
            uitkomsten=tuple([await self._uitkomst(zitting, een) for een in gekozen]),
        )

    async def _uitkomst(self, zitting: _Zitting, overleg: s.Gesloten) -> s.Uitkomst:
        plek, kijker, moment = zitting.plek, zitting.kijker, zitting.moment
        punten = await self._week.punten(overleg.overleg_id, moment, vertrouwelijk=kijker.zicht.vertrouwelijk)
        return s.Uitkomst(
            overleg=verwijzing(plek, overleg),
            besproken=punten["AgendapuntBesproken"],
            doorgeschoven=punten["AgendapuntDoorgeschoven"],
            bevindingen=punten["BevindingGenoteerd"],
            besluiten=punten["BesluitGenomen"],
            afspraken=await self._week.gemaakt(plek.sleutel[0], kijker.dekt(plek), overleg.overleg_id, moment),
        )


def verwijzing(plek: Plek, overleg: s.Gesloten) -> s.Overlegverwijzing:
    """Name a meeting whose record is closed."""
    return s.Overlegverwijzing(
        overleg_id=UUID(overleg.overleg_id),
        naam=reeksnaam(plek.profiel, overleg.reeks),
        aanvang=overleg.aanvang,
        gesloten_op=overleg.op,
    )


def _met_partners(plek: Plek, stand: s.Afsprakenstand) -> s.Afsprakenstand:
    return stand.model_copy(update={"over_datum": tuple(met_partner(plek, een) for een in stand.over_datum)})


def met_partner(plek: Plek, afspraak: s.Afspraakvak) -> s.Afspraakvak:
    """Say what the partner who does it is called."""
    partner = plek.profiel.partner(afspraak.wie)
    return afspraak.model_copy(update={"naam": partner.naam}) if partner else afspraak


def met_naam(plek: Plek, overleg: Overlegvak | None) -> Overlegvak | None:
    """Say what its series is called."""
    return overleg and overleg.model_copy(update={"naam": reeksnaam(plek.profiel, overleg.reeks)})
