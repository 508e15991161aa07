"""From the subject of a COA system into intake's ledger, and out of the buffer."""

import asyncio
import json
from time import perf_counter

from pydantic import BaseModel

from bench.alarm import SUBJECT, incident
from bench.bus import Bus, bus, publiceer
from bench.ronden import Rij, om_en_om, rij
from bench.wachten import lopend, tot
from meldketen.winkel import open_winkel
from services.intake.opgave import IncidentOpgave
from shared.bus import COA, CoaInlet
from shared.dienst import Dienst
from shared.profiel import Profielen, laad
from shared.settings import Settings

BERICHTEN, RONDEN = 1_200, 5
STAPEL = 250


class Envelop(BaseModel):
    """A message as the baseline reads it."""

    id: str
    source: str
    data: IncidentOpgave


def meet() -> list[Rij]:
    """Compare taking over with pulling, acknowledging and validating the same messages."""
    with bus() as bij:
        instellingen = Settings(data=bij.folder / "gegevens")
        with open_winkel(instellingen, Profielen([laad("zoetermeer")]), ["intake"], nieuw=True) as winkel:
            return _meet(bij, winkel.dienst("intake"))


def _meet(bij: Bus, intake: Dienst) -> list[Rij]:
    gewist: list[float] = []

    def overnemen() -> float:
        bij.runner.run(_zet_klaar(bij))
        opgeslagen, leeg = bij.runner.run(_neem_over(bij, intake))
        gewist.append(BERICHTEN / leeg)
        return BERICHTEN / opgeslagen

    def trekken() -> float:
        bij.runner.run(_zet_klaar(bij))
        duur = bij.runner.run(_trek(bij))
        bij.runner.run(bij.leeg(COA))
        return BERICHTEN / duur

    overnemen(), trekken()  # a first round, not counted
    gewist.clear()
    paren = om_en_om(overnemen, trekken, RONDEN)
    weg = [(een, ander) for een, (_, ander) in zip(gewist, paren, strict=True)]
    return [
        rij("COA-onderwerp tot in het grootboek (per seconde; basis: nats-py + pydantic)", paren, doel=0.35),
        rij("COA-onderwerp tot gewist uit de buffer (per seconde; zelfde basis)", weg, doel=0.1),
    ]


async def _zet_klaar(bij: Bus) -> None:
    await publiceer(bij.nc, SUBJECT, [(json.dumps(incident()).encode(), {}) for _ in range(BERICHTEN)])


async def _neem_over(bij: Bus, intake: Dienst) -> tuple[float, float]:
    """Return after how many seconds the last incident was in the ledger, and after how many the buffer was empty."""
    assert intake.coa is not None  # noqa: S101 - intake has that door
    neem = intake.coa
    inlet = CoaInlet(bij.nc, lambda bericht: neem(bericht, inlet.refuse))
    begin = perf_counter()
    async with lopend(inlet.run()):
        await tot(lambda: inlet.state.overgenomen >= BERICHTEN)
        opgeslagen = perf_counter() - begin
        await _tot_leeg(bij)
        return opgeslagen, perf_counter() - begin


async def _tot_leeg(bij: Bus) -> None:
    while await bij.aantal(COA):  # noqa: ASYNC110 - the server tells nobody
        await asyncio.sleep(0.02)


async def _trek(bij: Bus) -> float:
    sub = await bij.nc.jetstream().pull_subscribe("coa.*.*.incident", durable="basis", stream=COA)
    begin, rest = perf_counter(), BERICHTEN
    while rest:
        berichten = await sub.fetch(min(STAPEL, rest))
        for bericht in berichten:
            Envelop.model_validate_json(bericht.data)
            await bericht.ack()
        rest -= len(berichten)
    await bij.nc.flush()
    return perf_counter() - begin
