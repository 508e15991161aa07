"""An installation in which people said things that are erased later, on either database, and what is on its disk."""

import asyncio
import sqlite3
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import psycopg
from click.testing import CliRunner, Result

from meldketen.cli.opdrachten import opdrachten
from meldketen.winkel import Winkel, nu, open_winkel
from shared.klok import echte_klok
from shared.profiel import Profielen, Rol, laad
from shared.settings import Settings
from tests.intake.bewaard import WIS
from tests.intake.coa import Afzender, bericht
from tests.intake.proef import INCIDENT, MELDING, MELDINGEN
from tests.web import bezoeker, met_sleutel, proefsite

DOSSIERS = "/overleg/v1/betrokkenen"


def woord() -> str:
    """A word that no masker minds, and that stands nowhere else on this machine."""
    return "gebonk" + uuid4().hex.translate(str.maketrans("0123456789", "ghijklmnop"))[:12]


@dataclass
class Verteld:
    """What was said, and by which numbers it can be erased."""

    heel: str = field(default_factory=woord)
    deel: str = field(default_factory=woord)
    blijft: str = field(default_factory=woord)
    code: str = ""
    zegels: dict[str, str] = field(default_factory=dict)
    meldingen: dict[str, str] = field(default_factory=dict)
    betrokkene: str = ""
    apart: str = ""


@dataclass
class Plek:
    """One installation: a folder, with or without a database, and its register elsewhere."""

    data: Path
    register: Path
    database: str = ""

    @property
    def instellingen(self) -> Settings:
        """How it is set."""
        return Settings(data=self.data, database=self.database, wisregister=self.register, snelheidslimiet=False)

    @contextmanager
    def open(self) -> Iterator[Winkel]:
        """Its stores."""
        with open_winkel(self.instellingen, PROFIELEN, ("intake", "overleg"), nieuw=True) as winkel:
            yield winkel

    def draai(self, *woorden: str, register: bool = True) -> Result:
        """Run a command on it."""
        env = {"MELDKETEN_WISREGISTER": str(self.register)} if register else {}
        database = ["--database", self.database] if self.database else []
        return CliRunner().invoke(
            opdrachten, [*woorden, "--data", str(self.data), *database], env=env, catch_exceptions=False
        )

    def op_schijf(self, *gezocht: str) -> set[str]:
        """Which of these stand in a file of its stores."""
        plekken = [pad for pad in self.data.rglob("*") if pad.is_file()]
        if self.database:
            with psycopg.connect(self.database, autocommit=True) as verbinding:
                verbinding.execute("CHECKPOINT")
                (map_,) = verbinding.execute("SHOW data_directory").fetchone() or ("",)
                (nummer,) = verbinding.execute(
                    "SELECT oid FROM pg_database WHERE datname = current_database()"
                ).fetchone() or ("",)
            plekken += [pad for pad in (Path(map_) / "base" / str(nummer)).iterdir() if pad.is_file()]
        bytes_ = [pad.read_bytes() for pad in plekken]
        return {wat for wat in gezocht if any(wat.encode() in inhoud for inhoud in bytes_)}

    def sleutels(self) -> tuple[int, int]:
        """How many keys there are: of contacts, and of cases."""
        tabellen = (("sleutels", "kluis_sleutels"), ("dossierkluissleutels", "dossierkluis_sleutels"))
        een, ander = (self._tel(winkel, tabel) for winkel, tabel in tabellen)
        return een, ander

    def _tel(self, winkel: str, tabel: str) -> int:
        sql = f"SELECT COUNT(*) FROM {winkel}.{tabel}" if self.database else f"SELECT COUNT(*) FROM {tabel}"
        if self.database:
            with psycopg.connect(self.database) as verbinding:
                return int((verbinding.execute(sql.encode()).fetchone() or (0,))[0])
        with closing(sqlite3.connect(self.data / f"{winkel}.db")) as bestand:
            return int(bestand.execute(sql).fetchone()[0])

    def kopie_van_database(self) -> str:
        """Copy the whole database as it is now, keys and all: the worst that somebody can put back."""
        delen = urlsplit(self.database)
        naam = f"k{uuid4().hex}"
        with psycopg.connect(delen._replace(path="/postgres").geturl(), autocommit=True) as verbinding:
            verbinding.execute(f"CREATE DATABASE {naam} TEMPLATE {delen.path[1:]}")
        return delen._replace(path=f"/{naam}").geturl()


PROFIELEN = Profielen([laad("zoetermeer")])


def vertel(plek: Plek) -> tuple[Verteld, set[str]]:
    """Say it all, by the doors; give what can be read of it then."""
    with plek.open() as winkel:
        verteld = asyncio.run(_vertel(winkel, Verteld()))
        return verteld, asyncio.run(_te_lezen(winkel, verteld))


def wis(plek: Plek, verteld: Verteld) -> set[str]:
    """Erase some of it, by the doors; give what can still be read."""
    with plek.open() as winkel:
        asyncio.run(_wis(winkel, verteld))
        return asyncio.run(_te_lezen(winkel, verteld))


def te_lezen(plek: Plek, verteld: Verteld) -> set[str]:
    """What can be read of it by whoever may read it."""
    with plek.open() as winkel:
        return asyncio.run(_te_lezen(winkel, verteld))


def _als(winkel: Winkel, rol: Rol | None) -> httpx.AsyncClient:
    toegang = winkel.omgeving.toegang
    app = proefsite(toegang, apis={naam: winkel.dienst(naam).api for naam in ("intake", "overleg")})
    return met_sleutel(app, toegang, rol) if rol else bezoeker(app)


async def _vertel(winkel: Winkel, verteld: Verteld) -> Verteld:
    publiek, intake = _als(winkel, None), winkel.dienst("intake")
    for wat in ("heel", "deel", "blijft"):
        lijf = {**MELDING, "voorgevallenOp": (echte_klok() - timedelta(hours=1)).isoformat()}
        lijf |= {"toelichting": f"Er klonk {getattr(verteld, wat)} op de galerij"}
        lijf |= {"terugkoppeling": {"email": f"{wat}@voorbeeld.nl"}}
        bon = (await publiek.post(MELDINGEN, json=lijf)).json()
        verteld.meldingen[wat] = bon["meldingId"]
        verteld.code = verteld.code or bon["volgcode"]
        feit = intake.ledger.read(intake.ledger.last_place() - 1, 1)[0].fact
        verteld.zegels[wat] = str(getattr(feit, "tekstzegel", ""))
    assert intake.coa is not None
    await intake.coa(bericht({**INCIDENT, "ernst": 9}), Afzender())
    verteld.apart = str(intake.ledger.query_sync("SELECT id FROM coa_quarantaine")[0][0])
    zaak = await _als(winkel, Rol.OOV).post(DOSSIERS, json={"dossier": "Z-77-A"})
    verteld.betrokkene = zaak.json()["betrokkene"]
    return verteld


async def _wis(winkel: Winkel, verteld: Verteld) -> None:
    for wissing in WISSINGEN.values():
        await wissing(winkel, verteld)


async def _verberg(winkel: Winkel, verteld: Verteld, wat: str, *woorden: str) -> None:
    pad = f"{MELDINGEN}/{verteld.meldingen[wat]}/_verberg"
    lijf = {"zegel": verteld.zegels[wat], "woorden": [*woorden]}
    assert (await _als(winkel, Rol.OOV).post(pad, json=lijf)).status_code == 200


async def _heel(winkel: Winkel, verteld: Verteld) -> None:
    await _verberg(winkel, verteld, "heel")


async def _deel(winkel: Winkel, verteld: Verteld) -> None:
    await _verberg(winkel, verteld, "deel", verteld.deel)


async def _contact(winkel: Winkel, verteld: Verteld) -> None:
    assert (await _als(winkel, None).post(WIS, json={"volgcode": verteld.code})).status_code == 200


async def _dossier(winkel: Winkel, verteld: Verteld) -> None:
    pad = f"{DOSSIERS}/{verteld.betrokkene}/_vernietig"
    assert (await _als(winkel, Rol.OOV).post(pad)).status_code == 204


async def _verloop(winkel: Winkel, verteld: Verteld) -> None:
    """The term of a message in quarantine is over."""
    intake = winkel.dienst("intake")
    straks = echte_klok() + timedelta(days=31)
    (timer,) = [een for een in intake.ledger.due(straks) if een.gegevens.get("id") == verteld.apart]
    await intake.timers[timer.soort](timer, nu())


WISSINGEN: dict[str, Callable[[Winkel, Verteld], Awaitable[None]]] = {
    "heel": _heel,
    "deel": _deel,
    "contact heel": _contact,
    "dossier": _dossier,
    "quarantaine": _verloop,
}
"""Every way to erase, by what can be read no more."""


async def _te_lezen(winkel: Winkel, verteld: Verteld) -> set[str]:
    meldpunt, oov = _als(winkel, Rol.MELDPUNT), _als(winkel, Rol.OOV)
    er = {}
    for wat, melding in verteld.meldingen.items():
        een = (await meldpunt.get(f"{MELDINGEN}/{melding}")).json()
        er[wat] = getattr(verteld, wat) in (een.get("toelichting") or "")
        contact = await meldpunt.post(f"{MELDINGEN}/{melding}/_bekijk-contact", json={"doel": "meer-informatie"})
        er[f"contact {wat}"] = contact.status_code == 200
    er["dossier"] = (await oov.post(f"{DOSSIERS}/{verteld.betrokkene}/_bekijk")).status_code == 200
    er["quarantaine"] = bool(winkel.dienst("intake").ledger.query_sync("SELECT id FROM coa_quarantaine"))
    return {wat for wat, gevonden in er.items() if gevonden}
