"""Finding a melding: by number or by word, and never what is not theirs."""

from uuid import UUID

import pytest

from services.intake.application.verbergen import verberg
from shared.kortnummer import kortnummer
from shared.profiel import Rol
from shared.web import Wie
from shared.zoeken import lees_zoekvraag
from tests.intake.proef import BEKIJK, MELDING, MELDINGEN, Proef

TEKST = "Iemand riep hard bij de fietsenstalling. Bel 06 12345678."


async def zoek(proef: Proef, wie: Wie, term: str) -> list[str]:
    """The pages that are found."""
    vraag = lees_zoekvraag(term)
    assert vraag is not None
    assert proef.dienst.zoek is not None
    return [een.pad for een in await proef.dienst.zoek(wie, vraag, proef.klok())]


async def test_op_nummer_en_op_woord(overal: Proef) -> None:
    """The beginning of the number, or all words in the masked text; what was masked is found by nobody."""
    melding = (await overal.publiek.post(MELDINGEN, json={**MELDING, "toelichting": TEKST})).json()["meldingId"]
    await overal.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "Een fiets is weg."})
    oov, pad = Wie(Rol.OOV), f"/meldingen/{melding}"
    assert await zoek(overal, oov, melding) == [pad]
    assert pad in await zoek(overal, oov, melding[:8])
    assert await zoek(overal, oov, "FIETSENSTALLING riep") == [pad]
    assert len(await zoek(overal, oov, "fiets")) == 2
    assert await zoek(overal, oov, "12345678") == []
    assert await zoek(overal, oov, "fietsenstalling weg") == []


@pytest.mark.parametrize(
    ("getypt", "geschreven"),
    [
        ("prullenbakken", "Er brandde een prullenbak."),
        ("gegooid", "Zij gooiden flessen kapot."),
        ("flessen", "Er lag een fles."),
        ("glijbaan", "Glas bij de glijbanen."),
        ("huizen", "Voor het huis\nstonden zij."),
        ("bedreigd", "Zij bedreigen ons."),
        ("prullenb", "Er brandde een prullenbak."),
        ("cafe", "Bij het CAFE."),
        ("één", "Er was er ÉÉN."),
        ("telefoon dorp prullenbak", "Er brandde een prullenbak."),
        ("Telefoon vernieling", "Niets bijzonders."),
    ],
)
async def test_wat_een_beller_zegt_wordt_gevonden(overal: Proef, getypt: str, geschreven: str) -> None:
    """Another form of a word, its beginning, the area, the channel, the theme; the same on both databases."""
    extra = {"toelichting": geschreven, "kanaal": "telefoon", "gebied": "dorp", "thema": "vernieling"}
    melding = (await overal.als(Rol.MELDPUNT).post(MELDINGEN, json={**MELDING, **extra})).json()["meldingId"]
    await overal.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "Zomers was het gezellig."})
    assert await zoek(overal, Wie(Rol.MELDPUNT), getypt) == [f"/meldingen/{melding}"]
    assert await zoek(overal, Wie(Rol.MELDPUNT, "ergens-anders"), getypt) == []
    assert await zoek(overal, Wie(Rol.MELDPUNT), f"{getypt} nergens") == []


async def test_een_kort_woord_staat_vooraan(overal: Proef) -> None:
    """A knife is no part of the summer; a text that was erased is found by none of its words."""
    await overal.publiek.post(MELDINGEN, json={**MELDING, "toelichting": "Zomers zaten hier dames."})
    melding = await _meld(overal, "Hij had een mes bij zich.")
    assert await zoek(overal, Wie(Rol.OOV), "messen") == [f"/meldingen/{melding}"]
    (zegel,) = overal.rijen(f"SELECT zegel FROM tekstregister WHERE melding_id = '{melding}'")[0]
    gewist = verberg(Wie(Rol.OOV), UUID(melding), zegel, ())
    await overal.dienst.ledger.run(gewist, overal.context())
    assert await zoek(overal, Wie(Rol.OOV), "messen") == []


async def test_een_zin_uit_de_tekst_voor_wie_hem_mag_lezen(proef: Proef) -> None:
    """Around the word as far as one may read; who sees the melding alone finds it by its fields, without a word."""
    voor = "Gisteren laat in de avond stonden hier zes jongens te roepen en toen"
    melding = await _meld(proef, f"{voor} gooiden zij een prullenbak om. Daarna liepen ze naar de halte bij de weg.")
    fragmenten = await _fragmenten(proef, Wie(Rol.OOV), "prullenbakken")
    assert fragmenten == ["… en toen gooiden zij een prullenbak om. Daarna liepen ze naar de halte bij de …"]
    assert await _fragmenten(proef, Wie(Rol.POLITIE), "overlast") == [""]
    assert await zoek(proef, Wie(Rol.POLITIE), "overlast prullenbak") == []
    gezet = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{melding}/_zet-door", json={"aan": "politie"})
    assert gezet.is_success, gezet.text
    assert await _fragmenten(proef, Wie(Rol.POLITIE), "overlast prullenbak") == fragmenten


async def _meld(proef: Proef, tekst: str) -> str:
    gemeld = await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": tekst})
    return str(gemeld.json()["meldingId"])


async def _fragmenten(proef: Proef, wie: Wie, term: str) -> list[str]:
    vraag = lees_zoekvraag(term)
    assert vraag is not None
    assert proef.dienst.zoek is not None
    return [een.fragment for een in await proef.dienst.zoek(wie, vraag, proef.klok())]


async def test_elk_ziet_alleen_het_zijne(proef: Proef) -> None:
    """Text for who may read it, the number for who sees the list, a partner what was handed over; elsewhere nothing."""
    melding = (await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": TEKST})).json()["meldingId"]
    assert await zoek(proef, Wie(Rol.POLITIE), "fietsenstalling") == []
    assert await zoek(proef, Wie(Rol.POLITIE), melding) == [f"/meldingen/{melding}"]
    for niet in (Wie(Rol.ZORG), Wie(Rol.RAAD), Wie(Rol.OOV, "ergens-anders"), Wie(Rol.OOV, gemeente="gm1598")):
        for term in ("fietsenstalling", melding):
            assert await zoek(proef, niet, term) == [], (niet, term)
    gezet = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{melding}/_zet-door", json={"aan": "politie"})
    assert gezet.is_success, gezet.text
    assert await zoek(proef, Wie(Rol.POLITIE), "fietsenstalling") == [f"/meldingen/{melding}"]
    assert await zoek(proef, Wie(Rol.HANDHAVING), "fietsenstalling") == []


async def test_een_partner_vindt_niets_in_het_gesprek(proef: Proef) -> None:
    """What a reporter says afterwards is for who talks with them; a partner reads and finds the first text alone."""
    bon = (await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": TEKST})).json()
    zegt = {"volgcode": bon["volgcode"], "tekst": "Het was een groene tractor."}
    gezegd = await proef.publiek.post(BEKIJK.replace("_bekijk", "_vul-aan"), json=zegt)
    assert gezegd.is_success, gezegd.text
    gezet = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{bon['meldingId']}/_zet-door", json={"aan": "politie"})
    assert gezet.is_success, gezet.text
    assert await zoek(proef, Wie(Rol.OOV), "tractor") == [f"/meldingen/{bon['meldingId']}"]
    assert await zoek(proef, Wie(Rol.POLITIE), "tractor") == []
    assert await zoek(proef, Wie(Rol.POLITIE), "fietsenstalling") == [f"/meldingen/{bon['meldingId']}"]


async def test_op_kort_nummer(proef: Proef) -> None:
    """What somebody reads out over the telephone is found by who may see it, however it was typed."""
    melding = (await proef.publiek.post(MELDINGEN, json={**MELDING, "toelichting": TEKST})).json()["meldingId"]
    kort = kortnummer(melding)
    for getypt in (kort, kort.lower(), kort.replace("-", " "), kort.replace("-", "")):
        assert await zoek(proef, Wie(Rol.OOV), getypt) == [f"/meldingen/{melding}"], getypt
    assert await zoek(proef, Wie(Rol.POLITIE), kort) == [f"/meldingen/{melding}"]
    for niet in (Wie(Rol.ZORG), Wie(Rol.RAAD), Wie(Rol.OOV, "ergens-anders"), Wie(Rol.OOV, gemeente="gm1598")):
        assert await zoek(proef, niet, kort) == [], niet
