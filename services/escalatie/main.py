"""Wiring only."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from fastapi import APIRouter

from services.escalatie import api, bus, paginas
from services.escalatie.application import (
    Antwoorden,
    Bereik,
    Escalatiedienst,
    Inzage,
    Kanaalproef,
    Piketbalie,
    Piketboek,
    Signalering,
    Weging,
    Wegwijzer,
)
from services.escalatie.application.nalezen import stille_missers
from services.escalatie.application.wachtend import onbevestigd
from services.escalatie.klok import Bewaking, Piketwacht, Verzender, timers
from services.escalatie.klok.bewaking import Achter, niemand
from services.escalatie.klok.postbode import Postbode
from services.escalatie.paginas.taken import Escalatietaken
from services.escalatie.paginas.zoeken import Escalatiezoeker
from services.escalatie.store import FACTS, TABLES, VIEWS
from services.escalatie.verzending import Antwoordcode, Bevestiglink, Levensteken
from shared.dienst import Dienst, Omgeving
from shared.facts import Context
from shared.ledger import Ledger, open_ledger
from shared.verzending.kanalen import Kanalen
from shared.web import api_router, page_router


def bouw(
    omgeving: Omgeving,
    *,
    environ: Mapping[str, str] | None = None,
    kanalen: Kanalen | None = None,
    achter: Achter = niemand,
) -> Dienst:
    """Put escalatie together; `environ` holds the addresses of the channels, `achter` says which service lags."""
    opslag, hoor = omgeving.instellingen.opslag, omgeving.voortgang
    ledger = open_ledger(opslag, "escalatie", FACTS, views=VIEWS, tables=TABLES, voortgang=hoor)
    kamer = _Kamer(omgeving, ledger, kanalen or Kanalen(), os.environ if environ is None else environ, achter)
    piket, bewaking = kamer.piketwacht(), kamer.bewaking()

    async def begin(context: Context) -> None:
        await kamer.kanalen.warm_op()
        await piket.begin(context)
        await bewaking.begin(context)

    return Dienst(
        naam="escalatie",
        ledger=ledger,
        api=kamer.api(),
        paginas=kamer.paginas(),
        sources=bus.BRONNEN,
        handlers=bus.handlers(Weging(omgeving.profielen), Signalering(omgeving.profielen)),
        timers=timers(Escalatiedienst(), kamer.verzender(), piket, bewaking, ledger),
        aan_het_begin=begin,
        verschillen=lambda: list(stille_missers(ledger)),
        zoek=Escalatiezoeker(kamer.inzage()),
        taken=Escalatietaken(kamer.inzage(), Piketbalie(ledger, omgeving.profielen), kamer.bereik()),
        onbevestigd=partial(onbevestigd, ledger),
        gaat_voor=True,
        laatste_woorden=kamer.proef.stop,
    )


@dataclass(frozen=True)
class _Kamer:
    """What the parts share."""

    omgeving: Omgeving
    ledger: Ledger
    kanalen: Kanalen
    environ: Mapping[str, str]
    achter: Achter

    def wegwijzer(self) -> Wegwijzer:
        return Wegwijzer(Piketboek(self.ledger, self.omgeving.profielen), self.environ)

    def bereik(self) -> Bereik:
        return Bereik(self.wegwijzer(), self.omgeving.profielen)

    def inzage(self) -> Inzage:
        return Inzage(self.ledger, self.omgeving.profielen)

    def link(self) -> Bevestiglink:
        return Bevestiglink(self.geheim(), self.omgeving.instellingen.basis_url)

    def geheim(self) -> str:
        return self.omgeving.instellingen.geheim.get_secret_value()

    def verzender(self) -> Verzender:
        klok, berichten = self.omgeving.klok, self.omgeving.instellingen.data / "berichten"
        return Verzender(
            self.ledger,
            dienst=Escalatiedienst(),
            inzage=self.inzage(),
            wegwijzer=self.wegwijzer(),
            postbode=Postbode(self.kanalen, berichten, klok),
            link=self.link(),
            code=Antwoordcode(self.geheim()),
            klok=klok,
        )

    def piketwacht(self) -> Piketwacht:
        instellingen, profielen = self.omgeving.instellingen, self.omgeving.profielen
        boek, berichten = Piketboek(self.ledger, profielen), instellingen.data / "berichten"
        return Piketwacht(
            self.ledger, boek, self.wegwijzer(), profielen, self.kanalen, berichten, instellingen.basis_url
        )

    def bewaking(self) -> Bewaking:
        levensteken = Levensteken(self.omgeving.instellingen.levensteken)
        return Bewaking(self.ledger, self.omgeving.profielen, self.achter, levensteken)

    def api(self) -> APIRouter:
        ledger, klok, balie = self.ledger, self.omgeving.klok, Piketbalie(self.ledger, self.omgeving.profielen)
        antwoorden = Antwoorden(ledger, Escalatiedienst(), Antwoordcode(self.geheim()))
        router = api_router()
        router.include_router(api.router(Escalatiedienst(), self.inzage(), ledger, klok))
        router.include_router(api.piket.router(balie, klok))
        router.include_router(api.kanalen.router(balie, self.proef, antwoorden, ledger, klok))
        return router

    def paginas(self) -> APIRouter:
        ledger, klok, balie = self.ledger, self.omgeving.klok, Piketbalie(self.ledger, self.omgeving.profielen)
        router = page_router()
        router.include_router(paginas.router(Escalatiedienst(), self.inzage(), ledger, klok, self.link()))
        router.include_router(paginas.piket.router(balie, klok))
        router.include_router(paginas.kanalen.router(balie, self.proef, self.bereik(), ledger, klok))
        router.include_router(paginas.misser.router(ledger, self.bereik(), klok))
        return router

    @cached_property
    def proef(self) -> Kanaalproef:
        berichten = self.omgeving.instellingen.data / "berichten"
        return Kanaalproef(self.ledger, self.wegwijzer(), self.kanalen, berichten)
