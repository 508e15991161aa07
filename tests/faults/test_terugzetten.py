"""A PostgreSQL that went back in time: its ledgers get another id, and what was erased since is erased again."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import copytree, rmtree
from typing import Any

import httpx
import psycopg
import pytest

from tests.faults.databank import Databank
from tests.journeys.installatie import Installatie, melding
from tests.wachten import wacht_tot

pytestmark = pytest.mark.lang
ZIN = "Er klonk gebonkzoalsnergens op de galerij"


class Terug(Databank):
    """Keeps what it logs, so that it can be put back to any moment since its base copy."""

    def __init__(self) -> None:
        super().__init__("wal_level=replica", "archive_mode=on", "archive_timeout=0", "full_page_writes=on")
        self.archief = self.folder / "archief"
        self.archief.mkdir()
        os.chmod(self.folder, 0o777)  # noqa: PTH101  the server is another user than the test
        os.chmod(self.archief, 0o777)  # noqa: PTH101
        self._zet(f"archive_command = 'test ! -f {self.archief}/%f && cp %p {self.archief}/%f'")

    def basiskopie(self) -> None:
        """Copy it as it runs."""
        self.doe("pg_basebackup", "-h", str(self.folder), "-U", "postgres", "-D", str(self.archief / "basis"), "-cfast")

    def naar(self, tijdstip: str) -> None:
        """Go back to a moment, as the handbook says."""
        with psycopg.connect(self.adres("postgres"), autocommit=True) as verbinding:
            verbinding.execute("SELECT pg_switch_wal()")
        self.stop()
        self.data.rename(self.folder / "opzij")
        copytree(self.archief / "basis", self.data)
        self._zet(f"restore_command = 'cp {self.archief}/%f %p'", f"recovery_target_time = '{tijdstip}'")
        self._zet("recovery_target_action = 'promote'")
        (self.data / "recovery.signal").touch()
        self._van_de_server()
        self.start()
        wacht_tot(self._schrijft, 60, op="het einde van het terugzetten")

    def _schrijft(self) -> bool:
        with suppress(psycopg.OperationalError), psycopg.connect(self.adres("postgres")) as verbinding:
            return verbinding.execute("SELECT pg_is_in_recovery()").fetchone() == (False,)
        return False

    def _zet(self, *regels: str) -> None:
        with (self.data / "postgresql.conf").open("a") as bestand:
            bestand.writelines(f"{regel}\n" for regel in regels)

    def _van_de_server(self) -> None:
        eigenaar = (self.folder / "opzij").stat()
        for pad in (self.data, *self.data.rglob("*")):
            os.chown(pad, eigenaar.st_uid, eigenaar.st_gid)
        self.data.chmod(0o700)


@pytest.fixture
def bank() -> Iterator[Terug]:
    with Terug() as bank:
        yield bank


def ids(adres: str) -> dict[str, str]:
    """The id of each ledger."""
    with psycopg.connect(adres) as verbinding:
        schemas = ("intake", "overleg", "escalatie", "rapportage", "audit")
        rijen = {naam: verbinding.execute(f"SELECT id FROM {naam}.boek".encode()).fetchone() for naam in schemas}
    return {naam: str(rij[0]) for naam, rij in rijen.items() if rij}


def gemeld(installatie: Installatie, **velden: str) -> str:
    """Take one, and let all of it be done."""
    antwoord = installatie.post("meldpunt", "/intake/v1/meldingen", melding(**velden))
    assert antwoord.status_code == 201, antwoord.text
    wacht_tot(installatie.is_rustig, 60, op="rust")
    return str(antwoord.json()["meldingId"])


def gewist(installatie: Installatie, melding_id: str, adres: str) -> None:
    """Erase the text of one."""
    with psycopg.connect(adres) as verbinding:
        (zegel,) = verbinding.execute(
            "SELECT zegel FROM intake.tekstregister WHERE melding_id = %s", (melding_id,)
        ).fetchone() or ("",)
    antwoord = installatie.post("oov", f"/intake/v1/meldingen/{melding_id}/_verberg", {"zegel": zegel})
    assert antwoord.status_code == 200, antwoord.text


def stopt_luid(installatie: Installatie) -> None:
    """It runs, takes what comes, says that the stream is not of this ledger, and publishes nothing."""
    installatie.begin()

    def stand() -> dict[str, Any]:
        with suppress(httpx.HTTPError):
            gevonden: dict[str, Any] = httpx.get(f"{installatie.url}/gereed", timeout=60).json()
            return gevonden
        return {}

    wacht_tot(lambda: "grootboek" in stand().get("nietGereed", {}).get("intake", ""), 60, op="niet gereed")
    antwoord = installatie.post("meldpunt", "/intake/v1/meldingen", melding())
    assert antwoord.status_code == 201, antwoord.text
    assert stand()["stand"]["intake.te_publiceren"] > 0
    installatie.stop()


def zet_terug(bank: Terug, moment: str) -> None:
    """Go back: to the dump, or to a moment."""
    if moment:
        bank.naar(moment)
        return
    with psycopg.connect(bank.adres("postgres"), autocommit=True) as verbinding:
        verbinding.execute("DROP DATABASE meldketen WITH (FORCE)")
        verbinding.execute("CREATE DATABASE meldketen")
    bank.doe("pg_restore", f"--dbname={bank.adres()}", str(bank.archief / "kopie.dump"))


@pytest.mark.parametrize("manier", ["pg_dump", "tijdstip"])
def test_een_database_die_terugging(tmp_path: Path, bank: Terug, manier: str) -> None:
    """With the old stream it stops loudly; `herstel` gives another id and erases again; then all is well."""
    register = {"MELDKETEN_WISREGISTER": str(tmp_path / "register.jsonl")}
    installatie = Installatie(tmp_path, database=bank.adres(), instellingen=register).start()
    bank.basiskopie()
    eerst = gemeld(installatie, toelichting=ZIN)
    bank.doe("pg_dump", "--format=custom", f"--file={bank.archief}/kopie.dump", f"--dbname={bank.adres()}")
    with psycopg.connect(bank.adres()) as verbinding:
        (nu,) = verbinding.execute("SELECT clock_timestamp()::text").fetchone() or ("",)
    gewist(installatie, eerst, bank.adres())
    kwijt = gemeld(installatie)
    voor = ids(bank.adres())
    bezig = installatie.opdracht("herstel")
    assert (bezig.code, "draait nog een proces" in bezig.fout) == (1, True)
    installatie.stop()

    if manier == "pg_dump":
        zet_terug(bank, "")
        stopt_luid(installatie)  # and what others then read of the stream is no part of this ledger: put back again
    zet_terug(bank, str(nu) if manier == "tijdstip" else "")
    assert ids(bank.adres()) == voor
    terug = installatie.opdracht("herstel")
    assert terug.code == 0, terug.fout
    assert "Opnieuw gewist: 1 tekst" in terug.uit
    na = ids(bank.adres())
    assert {naam: een.partition(".")[0] for naam, een in na.items()} == voor
    assert set(na.values()).isdisjoint(voor.values())
    stopt_luid(installatie)

    rmtree(installatie.data / "nats")
    installatie.start()
    later = gemeld(installatie)
    bekend = {een["meldingId"] for een in installatie.get("meldpunt", "/intake/v1/meldingen")["meldingen"]}
    assert {eerst, later} <= bekend
    assert kwijt not in bekend
    assert installatie.get("meldpunt", f"/intake/v1/meldingen/{eerst}").get("toelichting") is None
    with psycopg.connect(bank.adres()) as verbinding:
        gehoord = dict(verbinding.execute("SELECT bron, keten FROM rapportage.posities").fetchall())
    assert gehoord
    assert gehoord == {naam: na[naam] for naam in gehoord}
    gecontroleerd = installatie.opdracht("controleer")
    installatie.stop()
    assert gecontroleerd.code == 0, gecontroleerd.uit
