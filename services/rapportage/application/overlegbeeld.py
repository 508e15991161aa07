"""What the meetings bring to the picture of a week: agreements, what is new since, and the input for the next."""

from collections.abc import Sequence
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
    vorige: s.Gesloten | None
    """The last one in which meldingen are discussed."""


class Overlegbeeld:
    """Makes it; None for who may not see meetings."""

    def __init__(self, ledger: Ledger) -> None:
        self._vragen, self._week = Vragen(ledger), Weekvragen(ledger)

    async def bespreking(self, plek: Plek, moment: datetime) -> Overlegvak | None:
        """Return the next meeting in which the meldingen of a place are discussed (LVS-2.4)."""
        reeksen, locaties = bespreekt(plek.profiel, plek.locatie.code)
        komend: list[Overlegvak] = []
        for locatie in locaties:
            komend += await self._vragen.komende_overleggen((plek.profiel.gemeente.code, locatie), moment)
        komend.sort(key=lambda overleg: overleg.aanvang)
        return met_naam(plek, eerste(komend, reeksen))

    async def stand(self, plek: Plek, kijker: Kijker, week: Week, moment: datetime) -> dict[str, Any]:
        """Give the fields of a `Weekbeeld` that come from meetings."""
        if not kijker.zicht.overleg:
            return {"afspraken": None, "sinds_overleg": None, "inbreng": None}
        gesloten = await self._gesloten(plek, moment)
        vorige = s.laatste(gesloten, bespreekt(plek.profiel, plek.locatie.code)[0])
        sinds = min(week.van, vorige.op) if vorige else week.van
        afspraken = await self._week.afspraken(plek.sleutel[0], kijker.dekt(plek), sinds, moment)
        zitting = _Zitting(plek, kijker, moment, afspraken, gesloten, vorige)
        stand = s.afsprakenstand(afspraken, week, moment)
        return {
            "afspraken": stand.model_copy(
                update={"over_datum": tuple(_met_partner(plek, een) for een in stand.over_datum)}
            ),
            "sinds_overleg": await self._sinds(zitting),
            "inbreng": await self._inbreng(zitting),
        }

    async def _gesloten(self, plek: Plek, moment: datetime) -> list[s.Gesloten]:
        locaties = dict.fromkeys((plek.locatie.code, *bespreekt(plek.profiel, plek.locatie.code)[1]))
        gemeente = plek.profiel.gemeente.code
        return [een for locatie in locaties for een in await self._week.gesloten((gemeente, locatie), moment)]

    async def _sinds(self, zitting: _Zitting) -> s.SindsOverleg | None:
        plek, kijker, moment, vorige = zitting.plek, zitting.kijker, zitting.moment, zitting.vorige
        if vorige is None:
            return None
        meldingen, incidenten = await self._week.nieuw(plek.sleutel, vorige.op, moment)
        waar = (plek.sleutel[0], kijker.dekt(plek), vorige.op, moment)
        return s.SindsOverleg(
            overleg=_verwijzing(plek, vorige),
            meldingen=meldingen,
            incidenten=incidenten,
            escalaties=await self._week.geopende_escalaties(*waar) if kijker.zicht.escalaties else None,
            maatregelen=await self._week.opgelegde_maatregelen(*waar) if kijker.zicht.maatregelen else None,
            afspraken_nagekomen=sum(een.klaar is not None and een.klaar > vorige.op for een in zitting.afspraken),
            afspraken_over_datum=sum(een.uiterlijk >= vorige.op for een in s.over_datum(zitting.afspraken, moment)),
        )

    async def _inbreng(self, zitting: _Zitting) -> tuple[s.Inbreng, ...]:
        """Give the input of every series here that the profile lets follow another (`na`, LVS-1.5)."""
        plek = zitting.plek
        volgt = [reeks for reeks in plek.profiel.reeksen if reeks.na and plek.locatie.code in reeks.locaties]
        komend = await self._vragen.komende_overleggen(plek.sleutel, zitting.moment) if volgt else []
        return tuple([await self._van(zitting, reeks, str(reeks.na), komend) for reeks in volgt])

    async def _van(self, zitting: _Zitting, reeks: Reeks, bron: str, komend: Sequence[Overlegvak]) -> s.Inbreng:
        plek = zitting.plek
        gekozen = s.in_te_brengen(zitting.gesloten, bron, reeks.code)
        return s.Inbreng(
            reeks=reeks.code,
            naam=reeks.naam,
            regel=reeks.regel,
            uit_naam=reeksnaam(plek.profiel, bron),
            volgend=met_naam(plek, eerste(komend, [reeks.code])),
            uitkomsten=tuple([await self._uitkomst(zitting, een) for een in gekozen]),
        )

    async def _uitkomst(self, zitting: _Zitting, overleg: s.Gesloten) -> s.Uitkomst:
        plek, kijker, moment = zitting.plek, zitting.kijker, zitting.moment
        punten = await self._week.punten(overleg.overleg_id, moment, vertrouwelijk=kijker.zicht.vertrouwelijk)
        return s.Uitkomst(
            overleg=_verwijzing(plek, overleg),
            besproken=punten["AgendapuntBesproken"],
            doorgeschoven=punten["AgendapuntDoorgeschoven"],
            bevindingen=punten["BevindingGenoteerd"],
            besluiten=punten["BesluitGenomen"],
            afspraken=await self._week.gemaakt(plek.sleutel[0], kijker.dekt(plek), overleg.overleg_id, moment),
        )


def _verwijzing(plek: Plek, overleg: s.Gesloten) -> s.Overlegverwijzing:
    return s.Overlegverwijzing(
        overleg_id=UUID(overleg.overleg_id),
        naam=reeksnaam(plek.profiel, overleg.reeks),
        aanvang=overleg.aanvang,
        gesloten_op=overleg.op,
    )


def _met_partner(plek: Plek, afspraak: s.Afspraakvak) -> s.Afspraakvak:
    partner = plek.profiel.partner(afspraak.wie)
    return afspraak.model_copy(update={"naam": partner.naam}) if partner else afspraak


def met_naam(plek: Plek, overleg: Overlegvak | None) -> Overlegvak | None:
    """Say what its series is called."""
    return overleg and overleg.model_copy(update={"naam": reeksnaam(plek.profiel, overleg.reeks)})
