"""The contact vault: only with a purpose and a line in the logbook, and erased is gone, also from a backup."""

import re
import shutil
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from services.intake.geheim import Geheim
from services.intake.kluis import Contact, Doel, Kluis, Lezer, open_kluis
from services.intake.kluis.slot import BLOK, ontsluit, sluit
from shared.facts import Context, NietGevonden
from shared.kluis import nieuwe_sleutel
from shared.kluis.slot import NONCE
from shared.ledger import Conflict
from shared.wisregister import Wisregister
from tests.intake.proef import profielen

NU = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TRACE = "0af7651916cd43dd8448eb211c80319c"
CONTEXT = Context(op=NU, correlatie=TRACE)
CONTACT = Contact(email="kanarie@voorbeeld.nl", telefoon="+31681542793")
LEZER = Lezer("meldpunt", "sleutel-7")
GEHEIM = Geheim(b"alleen in deze test")
GEMEENTE = "gm0637"


def maak_kluis(database: str, register: Path) -> Kluis:
    """A vault for Zoetermeer."""
    return open_kluis(database, database, GEHEIM, profielen(), lambda: NU, Wisregister(register))


@pytest.fixture
async def kluis(database: str, tmp_path: Path) -> AsyncIterator[Kluis]:
    """A vault on each of the databases."""
    kluis = maak_kluis(database, tmp_path / "wisregister.jsonl")
    yield kluis
    kluis.sluit()


@pytest.fixture
def op_schijf(tmp_path: Path) -> Iterator[Callable[[], Kluis]]:
    """Vaults on the same folder, one after another."""
    open_: list[Kluis] = []

    def opnieuw() -> Kluis:
        for eerder in open_:
            eerder.sluit()
        open_[:] = [maak_kluis(str(tmp_path / "data"), tmp_path / "wisregister.jsonl")]
        return open_[0]

    yield opnieuw
    for kluis in open_:
        kluis.sluit()


async def lees(kluis: Kluis, nummer: UUID, doel: Doel = Doel.MEER_INFORMATIE) -> Contact:
    """Read as the meldpunt."""
    return await kluis.lees(nummer, gemeente=GEMEENTE, doel=doel, lezer=LEZER, context=CONTEXT)


async def test_wat_erin_gaat_komt_eruit(kluis: Kluis) -> None:
    """Who may read gets back what was put in."""
    assert await lees(kluis, await kluis.bewaar(CONTACT, CONTEXT)) == CONTACT


async def test_elke_keer_lezen_is_een_regel(kluis: Kluis) -> None:
    """One reading is one line, with every field of the standard, and the trace of the request."""
    nummer = await kluis.bewaar(CONTACT, CONTEXT)
    await lees(kluis, nummer)
    await lees(kluis, nummer, Doel.VERZOEK_MELDER)
    eerste, tweede = kluis.logboek.regels()
    assert eerste.keys() == {"trace_id", "span_id", "status", "name", "start_time", "end_time", "attributes"}
    assert (eerste["trace_id"], eerste["status"]) == (TRACE, "Ok")
    assert re.fullmatch(r"[0-9a-f]{16}", eerste["span_id"])
    assert eerste["span_id"] != tweede["span_id"]
    assert datetime.fromisoformat(eerste["start_time"]) <= datetime.fromisoformat(eerste["end_time"])
    kenmerken = tweede["attributes"]
    assert kenmerken["dpl.core.processing_activity_id"].startswith("urn:nld:oin:")
    assert kenmerken["dpl.core.processing_activity_id"].endswith("verzoek-melder")
    assert kenmerken["dpl.core.data_subject_id_type"] == "melder"
    assert (kenmerken["meldketen.rol"], kenmerken["meldketen.wie"]) == ("meldpunt", "sleutel-7")


async def test_de_betrokkene_staat_versleuteld_in_het_logboek(kluis: Kluis) -> None:
    """The logbook does not name the reporter, and two lines about one cannot be put together by who only reads them."""
    nummer = await kluis.bewaar(CONTACT, CONTEXT)
    await lees(kluis, nummer)
    await lees(kluis, nummer)
    genoemd = [regel["attributes"]["dpl.core.data_subject_id"] for regel in kluis.logboek.regels()]
    assert len(set(genoemd)) == 2
    assert not any(str(nummer) in naam or nummer.hex in naam for naam in genoemd)


async def test_zonder_regel_geen_gegevens(op_schijf: Callable[[], Kluis], tmp_path: Path) -> None:
    """When the logbook cannot take the line, nobody sees anything."""
    kluis = op_schijf()
    nummer = await kluis.bewaar(CONTACT, CONTEXT)
    with sqlite3.connect(tmp_path / "data" / "logboek.db") as verbinding:
        verbinding.execute("CREATE TRIGGER vol BEFORE INSERT ON stored_events BEGIN SELECT RAISE(ABORT, 'vol'); END")
    with pytest.raises(Conflict):
        await lees(kluis, nummer)
    assert kluis.logboek.regels() == []


async def test_wat_gewist_is_is_er_niet_meer(kluis: Kluis) -> None:
    """After erasure there is nothing to read; that somebody tried stands in the logbook. Erasing again is harmless."""
    nummer, ander = await kluis.bewaar(CONTACT, CONTEXT), await kluis.bewaar(CONTACT, CONTEXT)
    await kluis.vernietig(nummer, CONTEXT)
    await kluis.vernietig(nummer, CONTEXT)
    with pytest.raises(NietGevonden):
        await lees(kluis, nummer)
    assert [regel["status"] for regel in kluis.logboek.regels()] == ["Error"]
    assert await lees(kluis, ander) == CONTACT


def test_elke_melder_heeft_een_eigen_sleutel_en_een_eigen_plek() -> None:
    """One key opens one contact, under its own number only; and no length tells what is in it."""
    een, ander, sleutel = UUID(int=1), UUID(int=2), nieuwe_sleutel()
    dicht = sluit(sleutel, een, CONTACT)
    assert ontsluit(sleutel, een, dicht) == CONTACT
    assert len(dicht) == len(sluit(sleutel, een, Contact(email="a@b.nl")))
    for anders in ((nieuwe_sleutel(), een), (sleutel, ander)):
        with pytest.raises(InvalidTag):
            ontsluit(*anders, dicht)


def test_een_contact_toont_zichzelf_niet() -> None:
    """An error or a log that prints a contact shows nothing of it."""
    assert "kanarie" not in f"{CONTACT!r} {CONTACT}"


async def test_geknoei_met_het_logboek_valt_op(op_schijf: Callable[[], Kluis], tmp_path: Path) -> None:
    """A line that is changed behind our back breaks the chain."""
    kluis = op_schijf()
    await lees(kluis, await kluis.bewaar(CONTACT, CONTEXT))
    assert kluis.logboek.breuk() is None
    with sqlite3.connect(tmp_path / "data" / "logboek.db") as verbinding:
        verbinding.execute("UPDATE stored_events SET state = CAST(replace(state, 'sleutel-7', 'sleutel-8') AS BLOB)")
    breuk = op_schijf().logboek.breuk()
    assert breuk is not None
    assert breuk.place == 1


async def test_een_teruggezette_backup_geeft_gewist_contact_niet_terug(
    op_schijf: Callable[[], Kluis], tmp_path: Path
) -> None:
    """A backup leaves the keys out: after erasing and restoring, all bytes on disk together open nothing."""
    data, backup = tmp_path / "data", tmp_path / "backup"
    kluis = op_schijf()
    for _ in range(20):
        await kluis.bewaar(Contact(email="ander@voorbeeld.nl"), CONTEXT)
    nummer = await kluis.bewaar(CONTACT, CONTEXT)
    await kluis.schrob()  # everything from the log into the files: the backup is whole
    shutil.copytree(data, backup, ignore=shutil.ignore_patterns("sleutels.db*"))
    await kluis.vernietig(nummer, CONTEXT)
    shutil.copytree(data, tmp_path / "schijf")  # while it runs: what a thief of the disk would have
    (versleuteld,) = _rij(backup / "kluis.db", "SELECT versleuteld FROM kluis_inhoud WHERE nummer = ?", str(nummer))

    assert list(_geopend(versleuteld, nummer, tmp_path / "schijf")) == []
    op_schijf().sluit()
    shutil.copytree(backup, data, dirs_exist_ok=True)
    assert list(_geopend(versleuteld, nummer, data)) == []
    with pytest.raises(NietGevonden):
        await lees(op_schijf(), nummer)


def _rij(bestand: Path, sql: str, *waarden: str) -> tuple[bytes]:
    with sqlite3.connect(bestand) as verbinding:
        gevonden: tuple[bytes] = verbinding.execute(sql, waarden).fetchone()
    return gevonden


def _geopend(versleuteld: bytes, nummer: UUID, data: Path) -> Iterator[Contact]:
    """Try whatever stands anywhere on this disk as a key: as it is, and as the installation locks its keys."""
    hoofd = AESGCM(GEHEIM.sleutel_voor("contactkluis"))
    for bestand in data.iterdir():
        inhoud = bestand.read_bytes()
        for plek in range(len(inhoud) - 31):
            verpakt = inhoud[plek : plek + NONCE + 48]
            for sleutel in _kandidaten(hoofd, verpakt, nummer):
                try:
                    yield ontsluit(sleutel, nummer, versleuteld)
                except InvalidTag:
                    continue


def _kandidaten(hoofd: AESGCM, verpakt: bytes, nummer: UUID) -> Iterator[bytes]:
    if len(set(verpakt[:32])) > 16:  # a random key is nothing like text or zeros
        yield verpakt[:32]
        try:
            yield hoofd.decrypt(verpakt[:NONCE], verpakt[NONCE:], nummer.bytes)
        except (InvalidTag, ValueError):
            return


def test_de_proef_zou_een_achtergebleven_sleutel_vinden(tmp_path: Path) -> None:
    """The search above does find a key that stayed behind somewhere."""
    nummer, sleutel = UUID(int=7), nieuwe_sleutel()
    (tmp_path / "ergens").write_bytes(b"\x00" * 99 + sleutel + b"\x00" * 99)
    assert CONTACT in list(_geopend(sluit(sleutel, nummer, CONTACT), nummer, tmp_path))
    assert len(sluit(sleutel, nummer, CONTACT)) == NONCE + BLOK + 16
