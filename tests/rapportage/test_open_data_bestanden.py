"""Published figures as files: the same cells everywhere, and beside them what they do not say."""

import csv
from hashlib import sha256
from html import unescape
from io import BytesIO, StringIO
from urllib.parse import urljoin

import pytest
from python_calamine import CalamineWorkbook

from shared.ledger import Ledger
from shared.profiel import Profielen, Rol
from shared.web import Toegang
from tests.rapportage.deur import Deur
from tests.rapportage.feiten import Keten
from tests.rapportage.gepubliceerd import CSV, KWARTAAL, LIJST, na_een_kwartaal
from tests.web import bezoeker


@pytest.fixture
def deur(ledger: Ledger, profielen: Profielen, toegang: Toegang, keten: Keten) -> Deur:
    """After a quarter with many reports of one kind and few of another."""
    return na_een_kwartaal(ledger, profielen, toegang, keten)


@pytest.mark.parametrize(
    ("periode", "naam", "zin"),
    [
        ("2026-K2", "vóór de opening van de opvang", "De opvang was er toen nog niet."),
        ("2026-K3", "met de opening van de opvang", "Gebruik dat totaal niet als cijfer over de opvang."),
    ],
)
async def test_een_periode_van_voor_de_opening_heet_zo(deur: Deur, periode: str, naam: str, zin: str) -> None:
    """It opened on 22 September: on the page, beside the CSV and in the JSON; the CSV itself is as it was published."""
    gevraagd = {**KWARTAAL, "kwartaal": periode}
    gepubliceerd = await deur.sleutel(Rol.OOV).post(f"{LIJST}/_publiceer", json=gevraagd)
    lezer = bezoeker(deur.app)
    pagina, tabel = unescape((await lezer.get("/open-data")).text), await lezer.get(CSV, params=gevraagd)
    assert f"kwartaal van 2026, {naam}</h2>" in pagina
    assert zin in pagina
    zegt = (await lezer.get(urljoin(CSV, tabel.links["describedby"]["url"]))).json()
    als_json = (await lezer.get(f"{LIJST}/meldingen.json", params=gevraagd)).json()
    assert zegt["dc:title"].endswith(f"{periode}, {naam}")
    assert als_json["titel"] == f"Meldingen {periode}, {naam}"
    assert any(zin in een for een in als_json["toelichting"])
    assert als_json["toelichting"] == zegt["dc:description"]
    assert sha256(tabel.content).hexdigest() == gepubliceerd.json()["sha256"]


@pytest.mark.parametrize("formaat", ["ods", "xlsx", "json"])
async def test_de_tabel_is_ook_een_werkblad_of_json(deur: Deur, formaat: str) -> None:
    """The same cells as the CSV, numbers as numbers."""
    await deur.sleutel(Rol.OOV).post(f"{LIJST}/_publiceer", json=KWARTAAL)
    csv_ = list(csv.reader(StringIO((await bezoeker(deur.app).get(CSV, params=KWARTAAL)).text)))
    antwoord = await bezoeker(deur.app).get(f"{LIJST}/meldingen.{formaat}", params=KWARTAAL)
    assert antwoord.status_code == 200
    if formaat == "json":
        rijen = [list(csv_[0]), *([str(cel) for cel in rij.values()] for rij in antwoord.json()["rijen"])]
    else:
        blad = CalamineWorkbook.from_filelike(BytesIO(antwoord.content)).get_sheet_by_index(0).to_python()
        eerste, uitleg = CalamineWorkbook.from_filelike(BytesIO(antwoord.content)).sheet_names
        assert (eerste, uitleg) == ("Meldingen 2026-K4", "Lees dit eerst")
        zinnen = CalamineWorkbook.from_filelike(BytesIO(antwoord.content)).get_sheet_by_index(1).to_python()
        als_json = (await bezoeker(deur.app).get(f"{LIJST}/meldingen.json", params=KWARTAAL)).json()
        assert [zin for [zin] in zinnen[1:]] == als_json["toelichting"]
        rijen = [[f"{cel:g}" if isinstance(cel, float) else str(cel) for cel in rij] for rij in blad]
    assert rijen == csv_


async def test_wat_de_getallen_niet_zeggen_staat_ook_in_de_bestanden(deur: Deur) -> None:
    """Beside the CSV, which stays as it was published, and in the JSON: the words of the page; each time the same."""
    gepubliceerd = await deur.sleutel(Rol.OOV).post(f"{LIJST}/_publiceer", json=KWARTAAL)
    lezer = bezoeker(deur.app)
    pagina, tabel = unescape((await lezer.get("/open-data")).text), await lezer.get(CSV, params=KWARTAAL)
    assert sha256(tabel.content).hexdigest() == gepubliceerd.json()["sha256"]
    waar = tabel.links["describedby"]
    assert waar["type"] == "application/csvm+json"
    beschreven = await lezer.get(urljoin(CSV, waar["url"]))
    assert (beschreven.status_code, beschreven.headers["content-type"]) == (200, "application/csvm+json")
    assert beschreven.content == (await lezer.get(urljoin(CSV, waar["url"]))).content
    zegt = beschreven.json()
    assert (await lezer.get(urljoin(CSV, zegt["url"]))).content == tabel.content
    als_json = (await lezer.get(f"{LIJST}/meldingen.json", params=KWARTAAL)).json()
    assert als_json["toelichting"] == zegt["dc:description"]
    assert [zin in pagina for zin in zegt["dc:description"]] == [True] * 7
    assert any("open sinds dinsdag 22 september 2026" in zin for zin in zegt["dc:description"])
    assert any("Incidenten die het COA" in zin for zin in zegt["dc:description"])
    assert "vóór de opening" not in zegt["dc:title"]
    koppen, *rijen = csv.reader(StringIO(tabel.text))
    kolommen = zegt["tableSchema"]["columns"]
    assert [kolom["titles"] for kolom in kolommen] == koppen
    assert [kolom["name"] for kolom in kolommen] == ["aard", "2026_10", "2026_11", "2026_12", "2026_K4"]
    leeg = {kolom.get("null") for kolom in kolommen[1:]}
    assert all(cel in leeg or cel.isdigit() for rij in rijen for cel in rij[1:])
