"""`meldketen controlepunt`: what was signed can be held against the ledgers, and against an export alone."""

import json
import shutil
import sqlite3
from base64 import b64decode, b64encode
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from meldketen.controle.controlepunt import Controlepunt, PuntFout, lees, maak, verschillen_met_export
from shared.bus.event import name_of
from shared.klok import echte_klok
from shared.ledger.chain import genesis, link, state_of
from tests.cli.conftest import Meldketen, in_map
from tests.programma import Afloop

REGELS = """kenmerk,aard,plaats,voorgevallenOp,kanaal
a,overlast,buiten-noodopvang,2026-03-01T22:15:00+01:00,telefoon
b,crimineel,in-noodopvang,2026-03-02T22:15:00+01:00,telefoon
"""


def neem_op(plek: Path, regels: str = REGELS) -> None:
    """Import a few reports; nothing has to run for that."""
    (plek / "meldingen.csv").write_text(regels)
    afloop = in_map(plek, "importeer", "meldingen.csv", "--locatie", "rokkeveenseweg")
    assert afloop.code == 0, afloop.fout


@pytest.fixture(scope="module")
def gemaakt(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Afloop]:
    """A folder with facts, a checkpoint and an export; and what making the checkpoint said."""
    plek = tmp_path_factory.mktemp("controlepunt")
    neem_op(plek)
    afloop = in_map(plek, "controlepunt", "maak", "punt.json")
    assert afloop.code == 0, afloop.fout
    (plek / "uit.jsonl").write_text(in_map(plek, "exporteer").uit)
    return plek, afloop


@pytest.fixture
def getekend(gemaakt: tuple[Path, Afloop], tmp_path: Path) -> Afloop:
    """A copy of that folder, where the test may break things."""
    plek, afloop = gemaakt
    shutil.copytree(plek, tmp_path, dirs_exist_ok=True)
    return afloop


def sql(bestand: Path, opdracht: str) -> None:
    """Do something to a store behind the back of the program."""
    with closing(sqlite3.connect(bestand)) as verbinding, verbinding:
        verbinding.execute(opdracht)


def test_wat_getekend_is_staat_er_nog(getekend: Afloop, meldketen: Meldketen, tmp_path: Path) -> None:
    """Also when more came since; the key on the screen is the one that signed; a file is never written over."""
    sleutel = getekend.uit.rpartition("Sleutel: ")[2].strip()
    neem_op(tmp_path, REGELS.replace("\na,", "\nc,").replace("\nb,", "\nd,"))
    afloop = meldketen("controlepunt", "toets", "punt.json", "--sleutel", sleutel)
    assert afloop.code == 0, afloop.uit + afloop.fout
    assert "De handtekening klopt" in afloop.uit
    assert "staat er nog net zo" in afloop.uit
    ander = b64encode(Ed25519PrivateKey.generate().public_key().public_bytes_raw()).decode()
    vreemd = meldketen("controlepunt", "toets", "punt.json", "--sleutel", ander)
    assert (vreemd.code, "andere sleutel" in vreemd.fout) == (1, True)
    nogmaals = meldketen("controlepunt", "maak", "punt.json")
    assert (nogmaals.code, "bestaat al" in nogmaals.fout) == (1, True)


def test_een_herschreven_geschiedenis_valt_op(getekend: Afloop, meldketen: Meldketen, tmp_path: Path) -> None:
    """Who makes the whole ledger anew, chain and all, is found out."""
    (tmp_path / "gegevens" / "intake.db").unlink()
    neem_op(tmp_path)
    afloop = meldketen("controlepunt", "toets", "punt.json")
    assert (afloop.code, "intake: dit is een ander grootboek" in afloop.uit) == (1, True)


def test_een_afgekapt_einde_valt_op(getekend: Afloop, meldketen: Meldketen, tmp_path: Path) -> None:
    """A chain without its last fact is a good chain: only the checkpoint knows better."""
    sql(tmp_path / "gegevens" / "intake.db", "DELETE FROM stored_events WHERE rowid = 3")
    afloop = meldketen("controlepunt", "toets", "punt.json")
    assert (afloop.code, "intake: op plaats 3 staat iets anders" in afloop.uit) == (1, True)


def test_met_alleen_een_export(getekend: Afloop, tmp_path: Path) -> None:
    """Somebody else checks it in a folder of his own; the access store is not in an export, and that is said."""
    elders = tmp_path / "elders"
    elders.mkdir()
    afloop = in_map(elders, "controlepunt", "toets", "../punt.json", "--export", "../uit.jsonl")
    assert afloop.code == 0, afloop.uit + afloop.fout
    assert "intake: niet na te gaan" not in afloop.uit
    assert list(elders.iterdir()) == []
    (elders / "vals.jsonl").write_text((tmp_path / "uit.jsonl").read_text().replace("crimineel", "ggz"))
    vals = in_map(elders, "controlepunt", "toets", "../punt.json", "--export", "vals.jsonl")
    assert (vals.code, "intake: de keten breekt" in vals.uit) == (1, True), vals.uit


def anders(veld: str, waarde: str) -> Callable[[list[dict[str, object]]], None]:
    """Change one field of the second fact of intake."""
    return lambda regels: regels[1].update({veld: waarde})


def herschreven(regels: list[dict[str, Any]]) -> None:
    """Change the second fact, and make a whole chain of it again: somebody who knows how."""
    regels[1]["data"]["aard"] = "ggz"
    hash_ = genesis(regels[0]["keten"])
    for plaats, regel in enumerate(regels, start=1):
        data = json.dumps(regel["data"], separators=(",", ":"), ensure_ascii=False).encode()
        kop = {veld: regel[veld] for veld in ("id", "correlatie", "oorzaak")}
        staat = state_of(**kop, tijd=regel["time"], data=data)
        naam = name_of(regel["type"])[1]
        hash_ = link(hash_, plaats, UUID(regel["subject"]).hex, int(regel["versie"]), naam, staat)
        regel["ketenhash"] = hash_.hex()


VERVALSINGEN = {
    "alles herschreven": (herschreven, "op plaats 3 staat iets anders"),
    "een ander moment": (anders("time", "2026-01-01T00:00:00.000000Z"), "de keten breekt bij plaats 2"),
    "een andere inhoud": (lambda regels: regels[1]["data"].update(aard="ggz"), "de keten breekt bij plaats 2"),
    "een ander soort": (
        lambda regels: regels[1].update(type="nl.meldketen.intake.incident-gemeld.v1"),
        "de keten breekt bij plaats 2",
    ),
    "een feit weg": (lambda regels: regels.pop(1), "na plaats 1 komt in de export plaats 3"),
    "het einde weg": (lambda regels: regels.pop(), "de export houdt op bij plaats 2, getekend is 3"),
}


@pytest.mark.parametrize("wat", VERVALSINGEN)
def test_een_vervalste_export_valt_op(getekend: Afloop, tmp_path: Path, wat: str) -> None:
    """Whatever is changed in what somebody handed over."""
    verander, melding = VERVALSINGEN[wat]
    alles = [json.loads(regel) for regel in (tmp_path / "uit.jsonl").read_text().splitlines()]
    intake = [regel for regel in alles if regel["type"].startswith("nl.meldketen.intake.")]
    ander = [regel for regel in alles if regel not in intake]
    verander(intake)
    punt = lees((tmp_path / "punt.json").read_text())
    fouten, leeg = verschillen_met_export(punt, map(json.dumps, [*intake, *ander]))
    assert ([fout.startswith(f"intake: {melding}") for fout in fouten], "intake" in leeg) == ([True], False), fouten


def test_de_handtekening_is_na_te_rekenen(getekend: Afloop, tmp_path: Path) -> None:
    """With what docs/beheer.md says and nothing of ours: the JSON without the signature, keys in order, no spaces."""
    punt = json.loads((tmp_path / "punt.json").read_text())
    handtekening = b64decode(punt.pop("handtekening"))
    tekst = json.dumps(punt, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    Ed25519PublicKey.from_public_bytes(b64decode(punt["sleutel"])).verify(handtekening, tekst)


@pytest.mark.parametrize("veld", ["op", "plaats", "hash", "sleutel", "handtekening"])
def test_een_veranderd_controlepunt_wordt_geweigerd(getekend: Afloop, tmp_path: Path, veld: str) -> None:
    """Every word of it is signed."""
    punt = json.loads((tmp_path / "punt.json").read_text())
    drager = punt if veld in punt else punt["grootboeken"][0]
    vers = b64encode(Ed25519PrivateKey.generate().public_key().public_bytes_raw()).decode()
    nieuw = {"op": "2026-01-01T00:00:00Z", "plaats": 2, "hash": "00" * 32, "sleutel": vers, "handtekening": vers}
    drager[veld] = nieuw[veld]
    with pytest.raises(PuntFout, match="veranderd"):
        lees(json.dumps(punt))


def test_wat_geen_controlepunt_is(meldketen: Meldketen, tmp_path: Path) -> None:
    """It says so, in Dutch."""
    (tmp_path / "punt.json").write_text('{"soort": "iets anders"}')
    afloop = meldketen("controlepunt", "toets", "punt.json")
    assert (afloop.code, "geen controlepunt" in afloop.fout) == (1, True)


def test_een_ander_geheim_is_een_andere_sleutel() -> None:
    """Processes with the same secret sign alike; nobody else does."""
    een, weer, ander = (maak([], echte_klok(), geheim) for geheim in ("a" * 64, "a" * 64, "b" * 64))
    assert een.sleutel == weer.sleutel != ander.sleutel
    assert isinstance(lees(een.model_dump_json()), Controlepunt)
