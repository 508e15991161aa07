"""Stories for the promises about order and rebuild: everything that can happen, mixed, and every answer about it."""

import asyncio
import json
from datetime import timedelta
from typing import Any
from uuid import UUID

from services.rapportage.application import Rapportagedienst
from services.rapportage.plek import Kijker
from services.rapportage.tijdlijn import ALLES
from shared.contracts import intake as i
from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from tests.rapportage.feiten import DINSDAG, GEMEENTE, LOCATIE, Keten, melding, nr

UUR, DAG = timedelta(hours=1), timedelta(days=1)
NU = DINSDAG + 9 * DAG
MELDINGEN = tuple(f"m{n}" for n in range(6))


def verhaal() -> Keten:
    """Two weeks in which everything happens once; the clocks of the services do not agree."""
    keten = Keten()
    keten.plan("lvos-1", DINSDAG + UUR, op=DINSDAG - 9 * DAG)
    keten.plan("lvos-2", DINSDAG + 7 * DAG, op=DINSDAG - 9 * DAG)
    keten.plan("lvos-3", DINSDAG + 14 * DAG, op=DINSDAG - 9 * DAG, voorlopig=True)
    for n, naam in enumerate(MELDINGEN):
        op = DINSDAG + n * DAG
        keten.meld(naam, op - n * DAG / 2, op=op, aard="crimineel" if n % 2 else "overlast", thema="jeugd")
        keten.agendeer("lvos-1" if n < 2 else "lvos-2", naam, op=op - timedelta(seconds=n))
    keten.intake.zeg(nr("m0"), melding("m0", DINSDAG, aard="ggz"), DINSDAG + 2 * DAG)
    keten.incident("i", DINSDAG + DAG, gevolgen_openbare_orde=True, ernst=3)
    keten.meld("oud", DINSDAG - 6 * DAG, op=DINSDAG + DAG, registratie="historisch")
    keten.schuif_door("lvos-1", "lvos-2", "m1", op=DINSDAG + DAG + 2 * UUR)
    keten.sluit_overleg("lvos-1", op=DINSDAG + DAG + 2 * UUR)
    keten.open_escalatie("e1", op=DINSDAG + DAG, tweede_stap=True, meldingen=(nr("i"),))
    keten.alarmeer("e1", "politie", op=DINSDAG + DAG)
    keten.bevestig("e1", "politie", op=DINSDAG + DAG + UUR)
    keten.open_escalatie("e2", op=DINSDAG + 2 * DAG, meldingen=(nr("m1"), nr("m3")))
    keten.sluit_escalatie("e1", op=DINSDAG + 3 * DAG)
    keten.leg_op("g1", op=DINSDAG + DAG, dagen=3, meldingen=(nr("m1"),))
    keten.leg_op("g2", op=DINSDAG + 2 * DAG, dagen=None, meldingen=(nr("m3"), nr("m1")))
    keten.laat_verlopen("g1", op=DINSDAG + 4 * DAG)
    gedaan = {"gemeente": GEMEENTE, "locatie": LOCATIE, "door": "meldpunt"}
    anders = i.MeldingGecorrigeerd(**gedaan, melding_id=nr("m2"), thema="drugs", voorgevallen_op=DINSDAG - 7 * DAG)
    keten.intake.zeg(nr("m2"), anders, DINSDAG + 3 * DAG)
    keten.intake.zeg(
        nr("m4"), i.MeldingIngetrokken(**gedaan, melding_id=nr("m4"), reden="op-verzoek"), DINSDAG + 5 * DAG
    )
    keten.escalatie.zeg_onbekend("EscalatieGewogen", DINSDAG)
    return keten


def antwoorden(ledger: Ledger, profielen: Profielen) -> bytes:
    """Every answer, at many moments, as the bytes that the API would send."""
    dienst, kijker = Rapportagedienst(ledger, profielen), Kijker(rol=Rol.OOV, zicht=ALLES)
    return json.dumps(asyncio.run(_antwoorden(dienst, kijker))).encode()


async def _antwoorden(dienst: Rapportagedienst, kijker: Kijker) -> list[Any]:
    plek, uit = dienst.plek(LOCATIE), []
    for uren in range(-12, 9 * 24, 12):
        peildatum = (DINSDAG + uren * UUR).isoformat()
        beeld = await dienst.weekbeeld(plek, kijker, NU, peildatum=peildatum)
        uit.append(beeld.model_dump(mode="json"))
    for naam in (*MELDINGEN, "i", "oud"):
        uit.append((await dienst.tijdlijn(UUID(str(nr(naam))), kijker, NU)).model_dump(mode="json"))
    return uit
