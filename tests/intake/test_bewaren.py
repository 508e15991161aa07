"""Retention (AVG, Archiefwet): over its term is gone from file and log, and a fact says what; the counts remain."""

import re
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest

from services.intake.bewaartermijn import termijn
from shared.contracts.elk import GegevensVernietigd
from shared.contracts.intake import MeldingOntvangen
from shared.ledger import Transaction
from shared.profiel import Profielen, Rol, laad, lees
from shared.teksten import geschonden
from shared.web import Toegang
from tests.intake.bewaard import ADRES, VUL_AAN, WIS, ga_door, gemeld, heeft_contact, sluit, vernietigd, verschillen
from tests.intake.proef import BEKIJK, MELDING, MELDINGEN, Proef, fouten, proef_intake


async def test_contact_na_het_einde(overal: Proef) -> None:
    """Contact details go 14 days after the melding ended, not a day before; another one's stay."""
    bon, ander = await gemeld(overal), await gemeld(overal)
    await sluit(overal, bon["meldingId"])
    await ga_door(overal, days=13, hours=23)
    assert await heeft_contact(overal, bon)
    await ga_door(overal, days=1)
    assert (await heeft_contact(overal, bon), await heeft_contact(overal, ander)) == (False, True)
    assert [soort for soort in vernietigd(overal) if soort[0] == "contact"] == [("contact", 1)]
    feit = next(feit for feit in overal.feiten() if isinstance(feit, GegevensVernietigd))
    assert (str(feit.betreft), feit.regel, feit.locatie) == (bon["meldingId"], "AVG-5.1e", "rokkeveenseweg")
    assert verschillen(overal) == []


async def test_contact_van_een_melding_die_niemand_sluit(proef: Proef) -> None:
    """What nobody closes does not keep its reporter's address for ever."""
    bon = await gemeld(proef)
    await ga_door(proef, days=179)
    assert await heeft_contact(proef, bon)
    await ga_door(proef, days=2)
    assert not await heeft_contact(proef, bon)


async def test_een_heropende_melding_bewaart_het_contact(proef: Proef) -> None:
    """Reopened is not ended: the term begins again when it ends again."""
    bon = await gemeld(proef)
    await sluit(proef, bon["meldingId"])
    await ga_door(proef, days=10)
    heropend = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{bon['meldingId']}/_heropen")
    assert heropend.status_code < 300
    await ga_door(proef, days=10)
    assert await heeft_contact(proef, bon)


async def test_op_verzoek_van_de_melder(proef: Proef) -> None:
    """With the code a reporter has the details erased at once; asking again is harmless."""
    bon = await gemeld(proef)
    for _ in range(2):
        antwoord = await proef.publiek.post(WIS, json={"volgcode": bon["volgcode"]})
        assert antwoord.json()["contact"] is False
    assert vernietigd(proef) == [("contact", 1)]


async def test_teksten_na_hun_termijn(overal: Proef) -> None:
    """Texts and the conversation go after their term; the melding stays, counts, and says that its text is gone."""
    bon = await gemeld(overal)
    await overal.publiek.post(VUL_AAN, json={"volgcode": bon["volgcode"], "tekst": "nog iets zeldzaams"})
    await overal.als(Rol.OOV).post(f"{MELDINGEN}/{bon['meldingId']}/_stel-vraag", json={"vraag": "Waar?"})
    await ga_door(overal, days=366)
    assert sorted(vernietigd(overal)) == [("contact", 1), ("tekst", 1), ("tekst", 1), ("tekst", 1), ("volgcode", 1)]
    een = (await overal.als(Rol.MELDPUNT).get(f"{MELDINGEN}/{bon['meldingId']}")).json()
    assert een.get("toelichting") is None
    assert een["aard"] == "overlast"
    assert (await overal.publiek.post(BEKIJK, json={"volgcode": bon["volgcode"]})).status_code == 404
    gesprek = (await overal.als(Rol.OOV).get(f"{MELDINGEN}/{bon['meldingId']}/gesprek")).json()["gesprek"]
    assert [uiting.get("tekst") for uiting in gesprek] == [None, None]
    assert verschillen(overal) == []
    await ga_door(overal, days=2)
    assert len(vernietigd(overal)) == 5


@pytest.fixture
def staat_ergens(overal: Proef, database: str, tmp_path: Path) -> Callable[[str], bool]:
    """Whether a text stands in any file of the store; of PostgreSQL not in the server's own log, which it recycles."""

    def zoek(tekst: str) -> bool:
        plek = tmp_path
        if "://" in database:
            with psycopg.connect(database, autocommit=True) as connection:
                connection.execute("CHECKPOINT")
                (data,) = connection.execute("SHOW data_directory").fetchone() or ("",)
                plek = Path(data) / "base"
        return any(tekst.encode() in pad.read_bytes() for pad in plek.rglob("*") if pad.is_file())

    return zoek


async def test_gewist_is_weg_uit_bestand_en_log(overal: Proef, staat_ergens: Callable[[str], bool]) -> None:
    """Not a byte of an erased text stays on disk, while what is not over stays readable."""
    await gemeld(overal)
    assert staat_ergens("zeldzaamluid")
    await ga_door(overal, days=300)
    assert staat_ergens("zeldzaamluid")
    later = await gemeld(overal, toelichting="Er was iets anders", voorgevallenOp=overal.klok().isoformat())
    await ga_door(overal, days=66)
    assert not staat_ergens("zeldzaamluid")
    een = (await overal.als(Rol.MELDPUNT).get(f"{MELDINGEN}/{later['meldingId']}")).json()
    assert een["toelichting"] == "Er was iets anders"


async def test_achteraf_maskeren(overal: Proef, staat_ergens: Callable[[str], bool]) -> None:
    """Staff mask what the masker missed: other text, other salt, both seals in a fact, and the chain still holds."""
    bon = await gemeld(overal)
    ontvangen = next(feit for feit in overal.feiten() if isinstance(feit, MeldingOntvangen))
    opdracht = {"zegel": ontvangen.tekstzegel, "woorden": ["ZELDZAAMLUID gebonk", "galerij"]}
    antwoord = await overal.als(Rol.MELDPUNT).post(f"{MELDINGEN}/{bon['meldingId']}/_verberg", json=opdracht)
    assert antwoord.status_code == 200, antwoord.text
    een = (await overal.als(Rol.MELDPUNT).get(f"{MELDINGEN}/{bon['meldingId']}")).json()
    assert een["toelichting"].startswith("Er klonk [gemaskeerd] bij ")
    assert een["toelichting"].endswith("op de [gemaskeerd]")
    feit = overal.feiten()[-1]
    assert isinstance(feit, GegevensVernietigd)
    assert (feit.zegel, feit.door, feit.soort) == (ontvangen.tekstzegel, "meldpunt", "deel-van-tekst")
    assert feit.nieuw_zegel not in (None, feit.zegel)
    await ga_door(overal, minutes=1)
    assert not staat_ergens("zeldzaamluid")
    assert verschillen(overal) == []

    alles = await overal.als(Rol.OOV).post(f"{MELDINGEN}/{bon['meldingId']}/_verberg", json={"zegel": feit.zegel})
    assert alles.status_code == 200
    assert (await overal.als(Rol.MELDPUNT).get(f"{MELDINGEN}/{bon['meldingId']}")).json().get("toelichting") is None
    assert verschillen(overal) == []


async def test_wat_niet_verborgen_kan_worden(proef: Proef) -> None:
    """Words that are not there, a text of another melding, and roles that may not: nothing changes."""
    bon, ander = await gemeld(proef), await gemeld(proef, toelichting="Iets anders")
    zegel = next(feit.tekstzegel for feit in proef.feiten() if isinstance(feit, MeldingOntvangen))
    pad = f"{MELDINGEN}/{bon['meldingId']}/_verberg"
    mis = await proef.als(Rol.OOV).post(pad, json={"zegel": zegel, "woorden": ["staat er niet"]})
    assert (mis.status_code, set(fouten(mis))) == (400, {"woorden"})
    elders = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{ander['meldingId']}/_verberg", json={"zegel": zegel})
    assert elders.status_code == 404
    assert (await proef.als(Rol.POLITIE).post(pad, json={"zegel": zegel})).status_code == 403
    formulier = await proef.als(Rol.OOV).post(
        f"/meldingen/{bon['meldingId']}/melder/verberg", data={"zegel": zegel or ""}
    )
    assert formulier.status_code == 400
    assert vernietigd(proef) == []


async def test_een_tekst_die_stil_is_veranderd_valt_op(proef: Proef) -> None:
    """A text that changed without a fact about it is named by the check (promise 9)."""
    await gemeld(proef)

    def knoei(tx: Transaction) -> None:
        tx.execute("UPDATE teksten SET tekst = 'Er was niets aan de hand'")

    await proef.dienst.ledger.run(knoei, proef.context())
    assert len(verschillen(proef)) == 1
    assert geschonden(proef.dienst.ledger, {}) != []


async def test_een_contact_zonder_melding_verdwijnt(proef: Proef) -> None:
    """What stayed behind when taking a melding was cut off is found and destroyed; what is being taken now is not."""
    bon = await gemeld(proef)
    await proef.dienst.ledger.run(lambda tx: tx.execute("DELETE FROM contactnummers"), proef.context())
    await ga_door(proef, minutes=59)
    assert contacten(proef) == 1
    await ga_door(proef, days=1, minutes=2)
    assert contacten(proef) == 0
    assert not await heeft_contact(proef, bon)


def contacten(proef: Proef) -> int:
    """How many contacts the vault holds."""
    with sqlite3.connect(proef.omgeving.instellingen.data / "kluis.db") as verbinding:
        aantal: int = verbinding.execute("SELECT COUNT(*) FROM kluis_inhoud").fetchone()[0]
    return aantal


async def test_geweigerd_is_niets_bewaard(proef: Proef) -> None:
    """Where the melding is refused, or stood already, no contact details stay behind."""
    lijf = {**MELDING, "terugkoppeling": {"email": ADRES}}
    assert (await proef.publiek.post(MELDINGEN, json={**lijf, "locatie": "elders"})).status_code == 400
    assert contacten(proef) == 0
    sleutel = {"Idempotency-Key": "8a6e0804-2bd0-4672-b79d-d97027f9071a"}
    eerste, tweede = [await proef.publiek.post(MELDINGEN, json=lijf, headers=sleutel) for _ in range(2)]
    assert (eerste.status_code, tweede.status_code) == (201, 200)
    assert contacten(proef) == 1


async def test_een_kortere_termijn_in_het_profiel_geldt_ook_voor_wat_er_al_is(tmp_path: Path, toegang: Toegang) -> None:
    """The term that the municipality chose decides, on the day that it is looked at."""
    proef = proef_intake(tmp_path, toegang)
    await gemeld(proef)
    proef.sluit()
    tekst = re.sub(r'(soort = "toelichting".*\n)termijn = "P365D"', r'\1termijn = "P3D"', laad("zoetermeer").tekst)
    proef = proef_intake(tmp_path, toegang, profielen_=Profielen([lees(tekst)]))
    await ga_door(proef, days=4)
    assert vernietigd(proef) == [("tekst", 1)]
    proef.sluit()


def test_waar_een_profiel_zwijgt_is_de_termijn_kort() -> None:
    """Nobody chose to keep it longer: then contact details go 14 days after the end, 180 days after receipt."""
    kaal = laad("zoetermeer").model_copy(update={"bewaren": ()})
    gevonden = termijn(kaal, "contact")
    assert (gevonden.duur, gevonden.vanaf_einde, gevonden.hoogstens) == (timedelta(days=14), True, timedelta(days=180))
    assert termijn(kaal, "toelichting").duur == timedelta(days=365)
