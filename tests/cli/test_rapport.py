"""`meldketen rapport`: figures that can be computed again from the export, in every form; and what it refuses."""

import asyncio
import csv
import json
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from odfdo import Document
from pypdf import PdfReader

from meldketen.rapporten import bijgewerkt
from meldketen.rapporten import rapport as rapport_uit
from meldketen.winkel import open_winkel
from services.rapportage.application import op
from shared.facts import Context
from shared.profiel import Profielen, laad
from shared.settings import Settings
from tests.cli.conftest import Meldketen, in_map
from tests.programma import Afloop

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
KERNCIJFERS = Path(__file__).parents[1] / "data" / "kerncijfers.csv"
KOP = "aard,plaats,voorgevallenOp,thema,gerichtTegen,kanaal,kenmerk"
WAAR = ("--locatie", "rokkeveenseweg")
NU, AANTAL = datetime.now(UTC).replace(microsecond=0), 60
"""The reports are of now and before: what is over is another quarter when the test runs another day."""
Regels = list[dict[str, Any]]


@pytest.fixture(scope="module")
def plek(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with reports of the last weeks and the printed figures; nothing ever ran there."""
    folder = tmp_path_factory.mktemp("rapport")
    rijen = [
        f"{('overlast', 'overlast', 'ggz')[n % 3]},buiten-noodopvang,{(NU - n * timedelta(hours=23)).isoformat()},"
        f"geluid,omwonenden,telefoon,k{n}"
        for n in range(AANTAL)
    ]
    (folder / "m.csv").write_text("\n".join([KOP, *rijen]) + "\n")
    for opdracht in (("importeer", "m.csv", *WAAR), ("drempels", "cijfers", KERNCIJFERS)):
        afloop = in_map(folder, *opdracht)
        assert afloop.code == 0, afloop.fout
    return folder


@pytest.fixture(scope="module")
def rapport(plek: Path) -> Meldketen:
    """Write a report there."""

    def schrijf(soort: str, uit: str, *meer: str) -> Afloop:
        return in_map(plek, "rapport", soort, *WAAR, "--uit", uit, *meer)

    return schrijf


@pytest.fixture(scope="module")
def regels(plek: Path) -> Regels:
    """Every event, as the export tells it."""
    afloop = in_map(plek, "exporteer")
    return [json.loads(regel) for regel in afloop.uit.splitlines()]


def dagen(regels: Regels) -> list[tuple[date, str]]:
    """The local day and the kind of each melding."""
    gemeld = [regel["data"] for regel in regels if regel["type"] == "nl.meldketen.intake.melding-ontvangen.v1"]
    return [(datetime.fromisoformat(een["voorgevallenOp"]).astimezone(AMSTERDAM).date(), een["aard"]) for een in gemeld]


def test_het_kwartaal_nagerekend_uit_de_export(plek: Path, rapport: Meldketen, regels: Regels) -> None:
    """Total, per month and kind, and the imported figures: computed again by other means."""
    afloop = rapport("kwartaal", "k.json")
    assert afloop.code == 0, afloop.fout
    assert "uit de feiten zelf gemaakt" in afloop.fout
    uit = json.loads((plek / "k.json").read_text())
    binnen = [(dag, aard) for dag, aard in dagen(regels) if uit["van"] <= dag.isoformat() <= uit["tot"]]
    assert len(dagen(regels)) == AANTAL
    assert uit["meldingen"]["totaal"] == len(binnen) > 0
    per = Counter((f"{dag:%Y-%m}", aard) for dag, aard in binnen)
    for maand in uit["maanden"]:
        assert {een["code"]: een["aantal"] for een in maand["perAard"] if een["aantal"]} == {
            aard: aantal for (welke, aard), aantal in per.items() if welke == maand["maand"]
        }
    ingevoerd = {
        (regel["data"]["reeks"], deel["van"][:4]): deel.get("aantal", deel.get("waarde"))
        for regel in regels
        if regel["type"] == "nl.meldketen.escalatie.cijfers-ingevoerd.v1"
        for deel in (*regel["data"]["perioden"], *regel["data"]["metingen"])
    }
    getoond = {(een["reeks"], str(jaar["jaar"])): jaar["waarde"] for een in uit["cijfers"] for jaar in een["jaren"]}
    assert getoond == ingevoerd
    assert len(getoond) == 36
    assert uit["gelezen"]["intake"] == max(int(r["sequence"]) for r in regels if "meldketen-intake" in r["source"])


def test_csv_en_ods_zeggen_hetzelfde_als_json(plek: Path, rapport: Meldketen) -> None:
    """The same numbers in each form; the week as the API writes it."""
    for naam in ("j.csv", "j.ods", "j.json"):
        assert rapport("jaar", naam).code == 0
    uit = json.loads((plek / "j.json").read_text())
    rijen = list(csv.reader(StringIO((plek / "j.csv").read_text())))
    per = {(rij[0], rij[1], rij[3]): rij[4] for rij in rijen}
    assert rijen[0] == ["onderdeel", "code", "naam", "maat", "waarde"]
    assert per["meldingen", "totaal", "aantal"] == str(uit["meldingen"]["totaal"])
    ggz = next(een["aantal"] for een in uit["meldingen"]["perAard"] if een["code"] == "ggz")
    assert per["meldingen per aard", "ggz", "aantal"] == str(ggz)
    assert per["speerpunten", "ondermijning", "indicator"] == "nog vast te stellen"
    assert per["cijfers: subjectief, rapportcijfer", "rapportcijfer-veiligheid-stad", "2020"] == "7.6"
    blad = [[str(cel) for cel in rij] for rij in Document(plek / "j.ods").body.get_table(0).iter_values()]
    assert [rij[:2] for rij in blad] == [rij[:2] for rij in rijen]


def test_de_raad_krijgt_geen_klein_getal(plek: Path, rapport: Meldketen) -> None:
    """A tagged PDF of the year; of the policy a table; what is not published yet is said on standard error."""
    assert rapport("raad", "r.pdf").code == 0
    pdf = PdfReader(plek / "r.pdf")
    tekst = " ".join(" ".join(blad.extract_text() for blad in pdf.pages).split())
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]  # type: ignore[index]
    assert "Jaarverslag" in tekst
    assert "voor de raad" in tekst
    afloop = rapport("tussentijds", "t.csv")
    assert "Nog niet gepubliceerd: derde kwartaal van 2026" in afloop.fout
    rijen = list(csv.reader(StringIO((plek / "t.csv").read_text())))
    waarden = {rij[4] for rij in rijen if rij[0].startswith(("cijfers", "openbare cijfers"))}
    assert "x" in waarden
    assert not {"1", "2", "3", "4", "1.0", "2.0", "3.0", "4.0"} & waarden


def test_wat_gepubliceerd_is_staat_ook_in_een_rapport_uit_de_feiten(plek: Path) -> None:
    """The store of rapportage is behind: a copy is made, with its own facts in it, and the store stays as it was."""
    instellingen = Settings(data=plek / "gegevens")
    with open_winkel(instellingen, Profielen([laad("zoetermeer")])) as winkel:
        eigen = winkel.dienst("rapportage").ledger
        alles = op(eigen, winkel.omgeving.profielen)
        zaak = alles.uitgever.publiceer(alles.dienst.plek(WAAR[1]), "2026-K3", Context(NU, "c"), door="oov")
        asyncio.run(zaak)
        with bijgewerkt(winkel) as (kopie, liep_achter):
            assert (liep_achter, kopie is eigen) == (True, False)
            uit = rapport_uit(
                kopie, winkel.omgeving.profielen, "tussentijds", WAAR[1], None, NU + timedelta(days=1), None
            )
            assert kopie.positions()["intake"].place == winkel.dienst("intake").ledger.last_place()
        assert eigen.positions() == {}
    assert [(een.kwartaal, een.gepubliceerd_op) for een in uit.uit.kwartalen][:1] == [("2026-K3", NU)]


@pytest.mark.parametrize(
    ("woorden", "code", "reden"),
    [
        (("week", "--locatie", "utopia", "--uit", "x.csv"), 1, "Deze locatie staat niet in het profiel"),
        (("week", *WAAR, "--uit", "x.doc"), 2, "geef een bestand dat eindigt op .pdf, .csv, .ods, .xlsx of .json"),
        (("week", *WAAR, "--uit", "x.csv", "--peildatum", "2099-01-01"), 1, "niet in de toekomst"),
        (("week", *WAAR, "--uit", "x.csv", "--peildatum", "gisteren"), 1, "Schrijf een datum"),
        (("maand", *WAAR, "--uit", "x.csv"), 2, "'maand'"),
        (("week", *WAAR), 2, "--uit"),
        (("week", *WAAR, "--uit", "bestaat/niet/x.csv"), 1, "Kies een map die er is"),
    ],
)
def test_wat_niet_kan_wordt_in_gewoon_nederlands_geweigerd(
    plek: Path, woorden: tuple[str, ...], code: int, reden: str
) -> None:
    """What is wrong and what to do; nothing is written."""
    afloop = in_map(plek, "rapport", *woorden)
    assert (afloop.code, reden in " ".join(afloop.fout.split())) == (code, True), afloop.fout
    assert not list(plek.glob("x.*"))
    assert not list(plek.glob(".x*"))


def test_zonder_gegevens_geen_rapport(tmp_path: Path) -> None:
    """An empty folder stays empty."""
    afloop = partial(in_map, tmp_path)("rapport", "week", *WAAR, "--uit", "x.csv")
    assert (afloop.code, "staan geen gegevens" in afloop.fout) == (1, True)
    assert list(tmp_path.iterdir()) == []
