"""Mail or SMS to who asked for it (KG-2.3c): approved texts alone, each once."""

import re
from pathlib import Path

import pytest

from shared.contracts.overleg import AgendapuntBesproken, AgendapuntToegevoegd
from shared.profiel import Profielen, Rol, laad, lees
from shared.web import Toegang
from tests.escalatie.ontvangers import webhook
from tests.intake.bezoek import tekst
from tests.intake.melderpost import (
    ADRES,
    SMS,
    Post,
    gemeld,
    kort,
    laat_gaan,
    punt,
    sluit,
    uit_overleg,
    verteld,
)
from tests.intake.proef import BEKIJK, MELDING, MELDINGEN, Proef, proef_intake


async def test_ontvangen_besproken_gesloten(proef: Proef, postbus: Post) -> None:
    """Who asked for it hears three times, each once, and nothing of the melding stands in the message."""
    bon = await gemeld(proef)
    await laat_gaan(proef)
    uit_overleg(proef, punt(AgendapuntToegevoegd, bon["meldingId"]))
    for _ in range(2):
        uit_overleg(proef, punt(AgendapuntBesproken, bon["meldingId"]))
        await laat_gaan(proef)
    gevolgd = await proef.publiek.post("/volgen", data={"volgcode": bon["volgcode"]})
    assert "Status Besproken in een overleg" in tekst(gevolgd.text)
    await sluit(proef, bon["meldingId"])
    await laat_gaan(proef)
    await sluit(proef, bon["meldingId"], heropend=True)
    await laat_gaan(proef)
    titels = ["Uw melding is ontvangen", "Uw melding is besproken", "Uw melding is afgehandeld"]
    assert postbus.nu == [f"{ADRES}: {titel}" for titel in titels]
    assert kort(proef) == [("ontvangen", "verzonden"), ("besproken", "verzonden"), ("gesloten", "verzonden")]
    assert [timer for timer in proef.dienst.ledger.due(proef.klok()) if timer.soort == "terugkoppelen"] == []
    assert "/volgen" in postbus.tekst
    assert not any(
        woord in postbus.tekst for woord in (bon["meldingId"], bon["volgcode"], "Rokkeveenseweg", "overlast")
    )


async def test_wie_niets_vroeg_hoort_niets(proef: Proef, postbus: Post) -> None:
    """Without contact details nothing is sent and nothing has to be explained."""
    bon = (await proef.publiek.post(MELDINGEN, json=MELDING)).json()
    uit_overleg(proef, punt(AgendapuntToegevoegd, bon["meldingId"]))
    uit_overleg(proef, punt(AgendapuntBesproken, bon["meldingId"]))
    proef.klok.verder(minutes=1)
    await sluit(proef, bon["meldingId"])
    await laat_gaan(proef)
    assert (postbus.nu, verteld(proef)) == ([], [])
    stand = (await proef.publiek.post(BEKIJK, json={"volgcode": bon["volgcode"]})).json()
    einden = [stap["wat"].split()[-1] for stap in stand["stappen"]]
    assert einden == ["ontvangen.", "locatie.", "locatie.", "afgehandeld."]
    assert stand["contact"] is False


async def test_een_vertrouwelijk_punt_blijft_vertrouwelijk(proef: Proef, postbus: Post) -> None:
    """What a confidential meeting does with a melding, its reporter does not hear."""
    bon = await gemeld(proef)
    uit_overleg(proef, punt(AgendapuntToegevoegd, bon["meldingId"], vertrouwelijk=True))
    uit_overleg(proef, punt(AgendapuntBesproken, bon["meldingId"], vertrouwelijk=True))
    await laat_gaan(proef)
    assert kort(proef) == [("ontvangen", "verzonden")]
    stand = (await proef.publiek.post(BEKIJK, json={"volgcode": bon["volgcode"]})).json()
    assert [stap["wat"] for stap in stand["stappen"]] == ["Uw melding is ontvangen."]


async def test_een_vraag_komt_ook_per_mail(proef: Proef, postbus: Post) -> None:
    """Each question is announced once, without its words."""
    bon = await gemeld(proef)
    for vraag in ("Waar was het?", "En wanneer?"):
        await proef.als(Rol.OOV).post(f"{MELDINGEN}/{bon['meldingId']}/_stel-vraag", json={"vraag": vraag})
    await laat_gaan(proef)
    assert kort(proef).count(("vraag", "verzonden")) == 2
    assert "Waar was het" not in postbus.tekst


async def test_sms_waar_geen_mailadres_is(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """With a number alone it is an SMS, to the number as the whole world dials it."""
    async with webhook() as hook:
        monkeypatch.setenv(SMS, f"json://127.0.0.1:{hook.poort}/{{aan}}")
        await gemeld(proef, telefoon="06 81 54 27 93")
        await laat_gaan(proef)
    assert [(feit.weg, feit.uitkomst) for feit in verteld(proef)] == [("sms", "verzonden")]
    assert len(hook.teksten) == 1


@pytest.mark.parametrize(
    ("datum", "reden"),
    [
        ("coa_geraadpleegd_op", "het COA is over deze tekst niet vooraf geraadpleegd"),
        ("politie_geraadpleegd_op", "de politie is over deze tekst niet vooraf geraadpleegd"),
        ("goedgekeurd_op", "deze tekst is nog niet goedgekeurd"),
    ],
)
async def test_zonder_goedkeuring_gaat_niets_uit(
    tmp_path: Path, toegang: Toegang, postbus: Post, datum: str, reden: str
) -> None:
    """Without both consultations and the approval nothing is sent or read, and staff see why (LVS-4)."""
    tekst = re.sub(rf"^{datum} = .*\n", "", laad("zoetermeer").tekst, flags=re.MULTILINE)
    proef = proef_intake(tmp_path, toegang, profielen_=Profielen([lees(tekst)]))
    bon = await gemeld(proef)
    await laat_gaan(proef)
    assert postbus.nu == []
    [feit] = verteld(proef)
    assert feit.uitkomst == "niet-verzonden"
    assert feit.reden == reden
    assert (await proef.als(Rol.BEHEER).get("/intake/v1/verwerkingen")).json() == []
    pagina = (await proef.als(Rol.OOV).get(f"/meldingen/{bon['meldingId']}/melder")).text
    assert "Niet verstuurd" in pagina
    assert feit.reden in pagina
    proef.sluit()
