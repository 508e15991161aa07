"""Importing: what a file becomes, and what becomes of a second time."""

import asyncio
import csv
from pathlib import Path
from typing import Any, ClassVar, cast
from zoneinfo import ZoneInfo

import pytest

from services.intake.invoer import BestandFout, Invoer, Uitslag, Veldkaart, importeer, laad_veldkaart, tel_regels
from services.intake.invoer.afgewezen import afgewezen_pad
from shared.contracts.intake import MeldingOntvangen, Registratie
from shared.ledger import Ledger, Overloaded
from shared.web import Toegang
from tests.intake.proef import NU, Proef, gebruik, proef_intake

DATA = Path(__file__).parent.parent / "data"
NY311 = DATA / "ny311-2025-03-24.csv"
GEDRAG = {"Encampment", "Panhandling"}


async def neem_op(proef: Proef, bestand: Path, kaart: Veldkaart | None = None, **anders: Any) -> Uitslag:
    """Import a file for the reception location."""
    invoer = Invoer(bestand, kaart, **{"locatie": "rokkeveenseweg", **anders})
    return await importeer(invoer, gebruik(proef), proef.dienst.ledger, proef.klok)


def telling(uitslag: Uitslag) -> tuple[int, int, int, int]:
    """Accepted, known, left out, refused."""
    return uitslag.aangenomen, uitslag.bekend, uitslag.weggelaten, uitslag.geweigerd


def zelf_geteld() -> list[dict[str, str]]:
    """The lines about behaviour, picked by hand and not by the veldkaart."""
    with NY311.open(newline="") as stroom:
        return [rij for rij in csv.DictReader(stroom) if rij["Complaint Type"].split()[0] in {"Noise", *GEDRAG}]


def schrijf(tmp_path: Path, *regels: str, kop: str = "kenmerk,aard,plaats,voorgevallenOp,toelichting") -> Path:
    """A file with our own names as heading."""
    pad = tmp_path / "eigen.csv"
    pad.write_text("\n".join([kop, *regels, ""]))
    return pad


GOED = "nr-1,overlast,buiten-noodopvang,2026-11-20T10:00:00+01:00,lawaai"


async def test_new_york_twee_keer(overal: Proef) -> None:
    """Real input: of 235 lines 52 are about behaviour; a second time none is new."""
    kaart = laad_veldkaart(DATA / "ny311.toml")
    assert len(zelf_geteld()) == 52
    assert telling(await neem_op(overal, NY311, kaart)) == (52, 0, 183, 0)
    assert telling(await neem_op(overal, NY311, kaart)) == (0, 52, 183, 0)
    assert len(overal.feiten()) == 52
    assert overal.rijen("SELECT COUNT(*) FROM volgcodes") == [(0,)]


async def test_twee_invoeren_tegelijk(overal: Proef, toegang: Toegang) -> None:
    """Two programs import the same file at once, on one database: each line is one melding."""
    ander = proef_intake(overal.omgeving.instellingen.data, toegang, database=overal.omgeving.instellingen.database)
    kaart = laad_veldkaart(DATA / "ny311.toml")
    uitslagen = await asyncio.gather(*(neem_op(proef, NY311, kaart) for proef in (overal, ander)))
    ander.sluit()
    assert sum(uitslag.aangenomen for uitslag in uitslagen) == 52
    assert sum(uitslag.bekend for uitslag in uitslagen) == 52
    assert len(overal.feiten()) == 52
    assert overal.dienst.ledger.verify() is None


async def test_een_volle_wachtrij_kost_geen_regel(proef: Proef, tmp_path: Path) -> None:
    """When the ledger has no room the import waits, and goes on where it was."""

    class Vol:
        """A ledger without room, the first time."""

        fouten: ClassVar = [Overloaded()]

        async def run(self, *unit: Any) -> Any:
            """Refuse once."""
            if self.fouten:
                raise self.fouten.pop()
            return await proef.dienst.ledger.run(*unit)

    invoer = Invoer(schrijf(tmp_path, GOED), locatie="rokkeveenseweg")
    uitslag = await importeer(invoer, gebruik(proef), cast("Ledger", Vol()), proef.klok)
    assert telling(uitslag) == (1, 0, 0, 0)


async def test_new_york_in_onze_woorden(proef: Proef) -> None:
    """Kind, theme, channel, moment and text are theirs in our words; all of it is history."""
    await neem_op(proef, NY311, laad_veldkaart(DATA / "ny311.toml"))
    feiten = [feit for feit in proef.feiten() if isinstance(feit, MeldingOntvangen)]
    lawaai = [rij for rij in zelf_geteld() if rij["Complaint Type"].startswith("Noise")]
    telefoon = [rij for rij in zelf_geteld() if rij["Open Data Channel Type"] == "PHONE"]
    assert len([feit for feit in feiten if feit.thema == "geluid"]) == len(lawaai) == 48
    assert len([feit for feit in feiten if feit.kanaal == "telefoon"]) == len(telefoon)
    assert {(feit.aard, feit.plaats, feit.registratie) for feit in feiten} == {
        ("overlast", "buiten-noodopvang", Registratie.HISTORISCH)
    }
    lokaal = [feit.voorgevallen_op.astimezone(ZoneInfo("America/New_York")) for feit in feiten]
    assert sorted(f"{moment:%m/%d/%Y %I:%M:%S %p}" for moment in lokaal) == sorted(
        rij["Created Date"] for rij in zelf_geteld()
    )
    assert ("Noise - Residential / Banging/Pounding",) in proef.rijen("SELECT tekst FROM teksten")


async def test_een_proef_bewaart_niets(proef: Proef) -> None:
    """`--droog` says what would happen, and stores neither fact nor text."""
    kaart = laad_veldkaart(DATA / "ny311.toml")
    assert telling(await neem_op(proef, NY311, kaart, droog=True)) == (52, 0, 183, 0)
    assert proef.feiten() == []
    assert proef.rijen("SELECT * FROM teksten") == []
    await neem_op(proef, NY311, kaart)
    assert telling(await neem_op(proef, NY311, kaart, droog=True)) == (0, 52, 183, 0)


async def test_een_herhaling_in_een_proef(proef: Proef, tmp_path: Path) -> None:
    """In a trial run, too, a line that stands twice in the file counts once."""
    assert telling(await neem_op(proef, schrijf(tmp_path, GOED, GOED), droog=True)) == (1, 1, 0, 0)


async def test_eigen_namen_zonder_veldkaart(proef: Proef, tmp_path: Path) -> None:
    """A file with our own names needs no veldkaart; recent lines warn people, unless said to be history."""
    assert telling(await neem_op(proef, schrijf(tmp_path, GOED))) == (1, 0, 0, 0)
    anders = GOED.replace("nr-1", "nr-2")
    assert telling(await neem_op(proef, schrijf(tmp_path, anders), historisch=True)) == (1, 0, 0, 0)
    assert [getattr(feit, "registratie", None) for feit in proef.feiten()] == ["direct", "historisch"]


async def test_zonder_kenmerk_telt_de_regel_zelf(proef: Proef, tmp_path: Path) -> None:
    """Without a column for it, equal lines are so many meldingen; a second run, with a line more, adds that one."""
    kop = "aard,plaats,voorgevallenOp"
    regel = "overlast,buiten-noodopvang,2026-11-20T10:00:00+01:00"
    assert telling(await neem_op(proef, schrijf(tmp_path, regel, regel, kop=kop))) == (2, 0, 0, 0)
    assert telling(await neem_op(proef, schrijf(tmp_path, regel, regel, regel, kop=kop))) == (1, 2, 0, 0)


@pytest.mark.parametrize(
    ("regel", "veld", "waarde"),
    [
        ("nr-2,herrie,buiten-noodopvang,2026-11-20T10:00:00+01:00,", "aard", "herrie"),
        ("nr-2,,buiten-noodopvang,2026-11-20T10:00:00+01:00,", "aard", ""),
        ("nr-2,overlast,elders,2026-11-20T10:00:00+01:00,", "plaats", "elders"),
        ("nr-2,overlast,buiten-noodopvang,20 november,", "voorgevallenOp", "20 november"),
        ("nr-2,overlast,buiten-noodopvang,2026-03-29T02:30:00,", "voorgevallenOp", "2026-03-29T02:30:00"),
        ("nr-2,overlast,buiten-noodopvang,2099-11-20T10:00:00+01:00,", "voorgevallenOp", "2099-11-20T10:00:00+01:00"),
        ("nr 2,overlast,buiten-noodopvang,2026-11-20T10:00:00+01:00,", "kenmerk", "nr 2"),
        (f"nr-2,overlast,buiten-noodopvang,2026-11-20T10:00:00+01:00,{'x' * 5000}", "toelichting", "(tekst)"),
        (GOED.replace("lawaai", "iets anders"), "kenmerk", "nr-1"),
        ('nr-2,"overlast,buiten-noodopvang', "regel", 'nr-2,"overlast,buiten-noodopvang'),
        ("nr-2,overlast", "regel", "nr-2,overlast"),
    ],
)
async def test_een_geweigerde_regel(proef: Proef, tmp_path: Path, regel: str, veld: str, waarde: str) -> None:
    """It stands in the file of refusals with number, value and reason; the lines around it are stored, it is not."""
    afgewezen = tmp_path / "uit" / "afgewezen.csv"
    bestand = schrijf(tmp_path, GOED, regel, GOED.replace("nr-1", "nr-3"))
    uitslag = await neem_op(proef, bestand, afgewezen=afgewezen)
    assert telling(uitslag) == (2, 0, 0, 1)
    assert uitslag.afgewezen == afgewezen
    with afgewezen.open(encoding="utf-8-sig", newline="") as stroom:
        (geweigerd,) = csv.DictReader(stroom)
    assert (geweigerd["regel"], geweigerd["veld"], geweigerd["waarde"]) == ("3", veld, waarde)
    assert len(geweigerd["reden"]) > 5
    assert len(proef.feiten()) == 2


async def test_alle_redenen_van_een_regel(proef: Proef, tmp_path: Path) -> None:
    """A line with three mistakes is refused once, and all three are named."""
    afgewezen = tmp_path / "afgewezen.csv"
    uitslag = await neem_op(proef, schrijf(tmp_path, "nr 2,herrie,,gisteren,"), afgewezen=afgewezen)
    assert telling(uitslag) == (0, 0, 0, 1)
    velden = [regel.split(",")[1] for regel in afgewezen.read_text("utf-8-sig").splitlines()[1:]]
    assert sorted(velden) == ["aard", "kenmerk", "plaats", "voorgevallenOp"]


async def test_het_bestand_met_weigeringen_is_veilig(proef: Proef, tmp_path: Path) -> None:
    """Only its owner reads it, values are masked, and a spreadsheet takes none of them for a formula."""
    afgewezen = tmp_path / "afgewezen.csv"
    bestand = schrijf(tmp_path, "nr-2,=cmd(),buiten-noodopvang,jan@example.nl,", 'nr-3,"open 06 12345678')
    await neem_op(proef, bestand, afgewezen=afgewezen)
    inhoud = afgewezen.read_text("utf-8-sig")
    assert afgewezen.stat().st_mode & 0o077 == 0
    assert "'=cmd()" in inhoud
    assert "[e-mail]" in inhoud
    assert "jan@example.nl" not in inhoud
    assert "12345678" not in inhoud


async def test_zonder_weigeringen_geen_bestand(proef: Proef, tmp_path: Path) -> None:
    """Where nothing was refused there is nothing to repair."""
    uitslag = await neem_op(proef, schrijf(tmp_path, GOED), afgewezen=tmp_path / "afgewezen.csv")
    assert uitslag.afgewezen is None
    assert not (tmp_path / "afgewezen.csv").exists()


async def test_een_waarde_in_geen_tabel(proef: Proef, tmp_path: Path) -> None:
    """A value that the veldkaart does not translate is refused, with that value in the reason."""
    kaart = Veldkaart.model_validate(
        {
            "bestand": {"bron": "proef"},
            "kolommen": {"aard": "aard", "voorgevallenOp": "voorgevallenOp", "kenmerk": "kenmerk"},
            "waarden": {"aard": {"overlast": "overlast"}},
            "standaard": {"plaats": "buiten-noodopvang"},
        }
    )
    afgewezen = tmp_path / "afgewezen.csv"
    bestand = schrijf(tmp_path, GOED, GOED.replace("overlast", "stank").replace("nr-1", "nr-2"))
    assert telling(await neem_op(proef, bestand, kaart, afgewezen=afgewezen)) == (1, 0, 0, 1)
    assert "'stank' staat niet in [waarden.aard]" in afgewezen.read_text("utf-8-sig")


async def test_een_andere_bron_is_een_andere_lijst(proef: Proef, tmp_path: Path) -> None:
    """The same number in the list of another source is another melding."""
    velden = ("kenmerk", "aard", "plaats", "voorgevallenOp")
    kaarten = [
        Veldkaart.model_validate({"bestand": {"bron": bron}, "kolommen": {veld: veld for veld in velden}})
        for bron in ("een", "ander")
    ]
    bestand = schrijf(tmp_path, GOED)
    assert [telling(await neem_op(proef, bestand, kaart)) for kaart in kaarten] == [(1, 0, 0, 0), (1, 0, 0, 0)]


async def test_een_kolom_die_er_niet_is(proef: Proef, tmp_path: Path) -> None:
    """A veldkaart for another file: said at once, with the columns that there are."""
    with pytest.raises(
        BestandFout, match=r"'Created Date' staat niet in het bestand.* Het bestand heeft: kenmerk, aard"
    ):
        await neem_op(proef, schrijf(tmp_path, GOED), laad_veldkaart(DATA / "ny311.toml"))
    dubbel = schrijf(tmp_path, GOED, kop="kenmerk,aard,plaats,voorgevallenOp,aard")
    with pytest.raises(BestandFout, match="meer dan één keer"):
        await neem_op(proef, dubbel)


async def test_een_onbekende_locatie(proef: Proef, tmp_path: Path) -> None:
    """A location that the profile does not have refuses every line, with that reason."""
    uitslag = await neem_op(proef, schrijf(tmp_path, GOED), locatie="nergens", afgewezen=tmp_path / "a.csv")
    assert telling(uitslag) == (0, 0, 0, 1)
    assert "deze locatie staat niet in het profiel" in (tmp_path / "a.csv").read_text("utf-8-sig")


async def test_het_dubbele_uur_wordt_gezegd(proef: Proef, tmp_path: Path) -> None:
    """A moment in the hour that came twice is taken as the first, and counted."""
    bestand = schrijf(tmp_path, GOED.replace("2026-11-20T10:00:00+01:00", "2026-10-25T02:30:00"))
    uitslag = await neem_op(proef, bestand)
    assert (uitslag.aangenomen, uitslag.twee_keer) == (1, 1)
    (feit,) = proef.feiten()
    assert isinstance(feit, MeldingOntvangen)
    assert feit.voorgevallen_op.isoformat() == "2026-10-25T00:30:00+00:00"


async def test_de_voortgang_telt_elke_regel(proef: Proef, tmp_path: Path) -> None:
    """The progress bar hears of as many lines as there are, in order of the file."""
    bestand = schrijf(tmp_path, *(GOED.replace("nr-1", f"nr-{nr}") for nr in range(1200)))
    gehoord: list[int] = []
    invoer = Invoer(bestand, locatie="rokkeveenseweg")
    uitslag = await importeer(invoer, gebruik(proef), proef.dienst.ledger, proef.klok, gehoord.append)
    assert (sum(gehoord), uitslag.aangenomen) == (1200, 1200)
    assert tel_regels(bestand) == 1201


def test_elke_keer_een_eigen_bestand(tmp_path: Path) -> None:
    """The default file for refusals says of which file and when."""
    assert afgewezen_pad(tmp_path, NY311, NU) == tmp_path / "afgewezen" / "ny311-2025-03-24-20261122T120000.csv"
