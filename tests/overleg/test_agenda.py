"""What an agenda holds, what a meeting writes down, and what is missed."""

from datetime import timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from pypdf import PdfReader

from services.overleg.application.beleggen import Verzoek
from services.overleg.application.vergaderen import Notitie
from services.overleg.overleg import AgendapuntOnbekend, AlGesloten, NogNietGesloten
from shared.contracts.intake import (
    Gezegd,
    MeldingGecorrigeerd,
    MeldingGekoppeld,
    MeldingIngetrokken,
    MeldingOntkoppeld,
)
from shared.contracts.overleg import (
    AgendapuntToegevoegd,
    BesluitGenomen,
    BevindingGenoteerd,
    OverlegGesloten,
    VerslagGecorrigeerd,
)
from shared.facts import OngeldigeInvoer
from shared.kortnummer import kortnummer
from shared.profiel import Profielen, Rol
from tests.fixtures.opslag import MakeLedger
from tests.overleg.conftest import Kantoor
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.test_verzetten import DINSDAG, op
from tests.overleg.voorbeelden import (
    AMSTERDAM,
    DAG,
    GEMEENTE,
    IN_FEBRUARI,
    PLEK,
    UUR,
    incident,
    lokaal,
    meegeleverd,
    melding,
    profielen,
)

WEG = "/overleg/v1"


@pytest.fixture
def proef(make_ledger: MakeLedger, database: str) -> Proef:
    """Two days after arrival, planned ahead, on both databases."""
    proef = maak_proef(make_ledger, profielen(), IN_FEBRUARI, database)
    proef.plan()
    return proef


def soorten(proef: Proef, overleg_id: UUID) -> list[str]:
    """The kinds of items on one agenda, as facts."""
    sql = "SELECT soort FROM agendapunten WHERE overleg_id = ? ORDER BY soort"
    return [rij[0] for rij in proef.ledger.query_sync(sql, (str(overleg_id),))]


def test_elk_incident_staat_ook_in_het_ambtelijk_overleg(proef: Proef) -> None:
    """Also one without consequences for public order; a melding does not (LVS-0.4)."""
    gewoon = incident(proef.nu).model_copy(update={"gevolgen_openbare_orde": False, "ernst": 1})
    proef.ontvang(gewoon)
    proef.ontvang(gewoon)
    (ambtelijk,) = proef.staat_als("incident", gewoon.melding_id)
    assert proef.aanvang(ambtelijk) == lokaal(2026, 2, 16, 14)
    assert len(proef.staat_op(gewoon.melding_id)) == 1
    assert proef.staat_als("incident", proef.ontvang(melding(proef.nu))) == []


def test_bevindingen_van_het_lvos_staan_op_het_politieoverleg(proef: Proef) -> None:
    """What the LVOS found is the input of the Politieoverleg in the same week (LVS-1.5)."""
    lvos, politie = op(proef, "lvos", DINSDAG), op(proef, "politieoverleg", lokaal(2026, 2, 12, 9))
    proef.nu = DINSDAG
    proef.open(lvos)
    proef.sluit(lvos, bevindingen="Rustige week.")
    (punt,) = [
        feit
        for feit in proef.feiten(AgendapuntToegevoegd)
        if isinstance(feit, AgendapuntToegevoegd) and feit.soort == "bevindingen"
    ]
    assert (punt.overleg_id, punt.van_overleg_id, punt.regel) == (politie, lvos, "LVS-1.5")


def test_vaste_punten_worden_feiten_bij_het_openen(proef: Proef) -> None:
    """Before, they are a projection; from the opening on the agenda stands. They never move on (LVS-2.1)."""
    lvos = op(proef, "lvos", DINSDAG)
    assert soorten(proef, lvos) == []
    proef.open(lvos)
    assert soorten(proef, lvos) == ["vast", "vast"]
    proef.open(lvos)
    assert soorten(proef, lvos) == ["vast", "vast"]
    sql = "SELECT agendapunt_id FROM agendapunten WHERE overleg_id = ?"
    vast = [UUID(rij[0]) for rij in proef.ledger.query_sync(sql, (str(lvos),))]
    assert proef.sluit(lvos, vast) is None
    (gesloten,) = proef.feiten(OverlegGesloten)
    assert isinstance(gesloten, OverlegGesloten)
    assert (gesloten.besproken, gesloten.doorgeschoven) == (0, 0)


def test_een_verzoek_komt_op_het_overleg_dat_ervoor_is(proef: Proef) -> None:
    """More police: the Politieoverleg (LVS-0.1); a measure: the table with the COA (LVS-0.2). Twice is once."""
    capaciteit = Verzoek(uuid4(), GEMEENTE, PLEK, "politiecapaciteit", "Vanwege de onrust.")
    assert proef.vraag(capaciteit) == proef.vraag(capaciteit) == op(proef, "politieoverleg", lokaal(2026, 2, 5, 9))
    gesprek = proef.vraag(Verzoek(uuid4(), GEMEENTE, PLEK, "maatregelgesprek"))
    assert gesprek == op(proef, "ambtelijk-overleg", lokaal(2026, 2, 16, 14))
    punten = [feit for feit in proef.feiten(AgendapuntToegevoegd) if isinstance(feit, AgendapuntToegevoegd)]
    assert [(feit.regel, feit.vertrouwelijk) for feit in punten] == [("LVS-0.1", False), ("LVS-0.2", True)]
    with pytest.raises(OngeldigeInvoer):
        proef.vraag(Verzoek(uuid4(), GEMEENTE, PLEK, "koffie"))


def test_notities_staan_gemaskeerd_naast_de_feiten(proef: Proef) -> None:
    """A finding and a decision per item; after closing nothing is added to the record (promise 7)."""
    id_ = proef.ontvang(melding(proef.nu))
    lvos = op(proef, "lvos", DINSDAG)
    proef.open(lvos)
    proef.noteer(lvos, [Notitie(proef.punt(id_), "Bel 06-12345678.", "Extra toezicht.", vertrouwelijk=True)])
    for soort in (BevindingGenoteerd, BesluitGenomen):
        (feit,) = proef.feiten(soort)
        assert feit.model_dump()["vertrouwelijk"] is True
    assert all(b"toezicht" not in recorded.data for recorded in proef.ledger.read(0, 10_000))
    with pytest.raises(AgendapuntOnbekend):
        proef.noteer(lvos, [Notitie(uuid4(), "Wat?")])
    with pytest.raises(NogNietGesloten):
        proef.corrigeer(lvos, "Het was anders.")
    proef.sluit(lvos)
    with pytest.raises(AlGesloten):
        proef.noteer(lvos, [Notitie(proef.punt(id_), "Nog iets.")])
    proef.corrigeer(lvos, "Het was anders.")
    assert len(proef.feiten(VerslagGecorrigeerd)) == 1
    assert proef.ledger.views_differ() == []


async def test_een_correctie_staat_bij_het_punt(kantoor: Kantoor) -> None:
    """What intake told later counts on the agenda, and is shown as such."""
    proef, als = kantoor.proef, kantoor.als(Rol.OOV)
    eerste, tweede = proef.ontvang(melding(proef.nu)), proef.ontvang(melding(proef.nu))
    wat = {"gemeente": GEMEENTE, "locatie": PLEK, "door": "meldpunt"}
    proef.hoor_later(MeldingGecorrigeerd.model_validate({**wat, "melding_id": eerste, "aard": "crimineel"}))
    proef.hoor_later(MeldingIngetrokken.model_validate({**wat, "melding_id": tweede, "reden": "vergissing"}))
    (lvos,) = proef.staat_op(eerste)
    agenda = (await als.get(f"{WEG}/overleggen/{lvos}")).json()
    punten = {punt["meldingen"][0]: punt for punt in agenda["agendapunten"] if punt["meldingen"]}
    assert punten[str(eerste)]["bekend"][0]["aard"] == "crimineel"
    assert [each["naam"] for each in punten[str(tweede)]["wijzigingen"]] == ["MeldingIngetrokken"]
    assert agenda["telling"] == [{"soort": "melding", "aard": "crimineel", "aantal": 1}]
    assert "Ingetrokken" in (await (await kantoor.scherm(Rol.OOV)).get(f"/overleg/{lvos}")).text


async def test_een_deel_van_de_dag_is_geen_uur(kantoor: Kantoor) -> None:
    """On the agenda and in what is read before it; once the meldpunt knows the time, that stands there."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    avond = proef.nu.astimezone(AMSTERDAM).replace(hour=18, minute=0) - DAG
    id_ = proef.ontvang(melding(avond).model_copy(update={"dagdeel": "avond"}))
    (lvos,) = proef.staat_op(id_)
    for pad in (f"/overleg/{lvos}", f"/overleg/{lvos}/punt/{proef.punt(id_)}"):
        gelezen = (await scherm.get(pad)).text
        assert ("3 februari 2026, avond" in gelezen or "03-02-2026, avond" in gelezen, "18.00" in gelezen) == (
            True,
            False,
        )
    wat = {"gemeente": GEMEENTE, "locatie": PLEK, "door": "meldpunt", "melding_id": id_}
    proef.hoor_later(MeldingGecorrigeerd.model_validate({**wat, "gebied": "dorp"}))
    agenda = (await kantoor.als(Rol.OOV).get(f"{WEG}/overleggen/{lvos}")).json()
    assert [een["dagdeel"] for punt in agenda["agendapunten"] for een in punt["bekend"]] == ["avond"]
    proef.hoor_later(MeldingGecorrigeerd.model_validate({**wat, "voorgevallen_op": avond}))
    agenda = (await kantoor.als(Rol.OOV).get(f"{WEG}/overleggen/{lvos}")).json()
    assert [een["dagdeel"] for punt in agenda["agendapunten"] for een in punt["bekend"]] == [None]


async def test_de_agenda_staat_op_volgorde(kantoor: Kantoor) -> None:
    """Fixed items first, meldingen by when they happened; the chair may put them otherwise."""
    proef, als = kantoor.proef, kantoor.als(Rol.OOV)
    laat = proef.ontvang(melding(proef.nu))
    vroeg = proef.ontvang(melding(proef.nu - 2 * DAG))
    (lvos,) = proef.staat_op(laat)
    punten = (await als.get(f"{WEG}/overleggen/{lvos}")).json()["agendapunten"]
    assert [punt["soort"] for punt in punten] == ["vast", "vast", "melding", "melding"]
    assert [punt["naam"][:6] for punt in punten[:2]] == ["Aantal", "Leefba"]
    assert [punt["meldingen"] for punt in punten[2:]] == [[str(vroeg)], [str(laat)]]
    volgorde = {"volgorde": [str(proef.punt(laat))]}
    na = (await als.post(f"{WEG}/overleggen/{lvos}/_orden", json=volgorde)).json()["agendapunten"]
    assert na[0]["meldingen"] == [str(laat)]
    assert (await als.post(f"{WEG}/overleggen/{lvos}/_orden", json={"volgorde": [str(uuid4())]})).status_code == 409


async def test_een_ernstig_incident_komt_voor_overlast(kantoor: Kantoor) -> None:
    """Severity 3 or 4, or a weapon; what was withdrawn, or is light, waits its turn by when it happened."""
    proef, als = kantoor.proef, kantoor.als(Rol.OOV)
    wat = {"gevolgen_openbare_orde": False, "ernst": 1}
    overlast = proef.ontvang(melding(proef.nu - 3 * DAG))
    licht = proef.ontvang(incident(proef.nu - 2 * DAG).model_copy(update=wat))
    weg = proef.ontvang(incident(proef.nu - DAG).model_copy(update=wat | {"ernst": 4}))
    mes = proef.ontvang(incident(proef.nu).model_copy(update=wat | {"wapen": Gezegd.JA, "nog_gaande": Gezegd.JA}))
    erg = proef.ontvang(incident(proef.nu + UUR).model_copy(update=wat | {"ernst": 3}))
    velden = {"gemeente": GEMEENTE, "locatie": PLEK, "melding_id": weg, "door": "coa", "reden": "vergissing"}
    proef.hoor_later(MeldingIngetrokken.model_validate(velden))
    (lvos,) = proef.staat_op(overlast)
    punten = (await als.get(f"{WEG}/overleggen/{lvos}")).json()["agendapunten"]
    assert [punt["meldingen"] for punt in punten[2:]] == [[str(id_)] for id_ in (mes, erg, overlast, licht, weg)]
    blad = (await (await kantoor.scherm(Rol.OOV)).get(f"/overleg/{lvos}")).text
    for zin in ("Ernst: 1 van 4 (licht).", "Er is een wapen gezien of genoemd.", "Nog gaande volgens het COA."):
        assert f"<strong>{zin}</strong>" in blad
    assert "Geen wapen" not in blad, "what is not known is not said"


async def test_een_koppeling_staat_bij_allebei(kantoor: Kantoor) -> None:
    """Each names the other, with a way to it; also when the link is undone."""
    proef = kantoor.proef
    een, ander = proef.ontvang(melding(proef.nu)), proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(een)
    wat = {"gemeente": GEMEENTE, "locatie": PLEK, "melding_id": een, "door": "meldpunt", "aan": ander}
    proef.hoor_later(MeldingGekoppeld.model_validate(wat | {"soort": "zelfde-voorval"}))
    scherm = await kantoor.scherm(Rol.OOV)
    blad = (await scherm.get(f"/overleg/{lvos}")).text
    for id_ in (een, ander):
        assert f"Gekoppeld aan {kortnummer(id_)} als hetzelfde voorval op" in blad
        assert f'<a href="/meldingen/{id_}">Bekijk {kortnummer(id_)}</a>' in blad
    proef.hoor_later(MeldingOntkoppeld.model_validate(wat))
    proef.hoor_later(MeldingGekoppeld.model_validate(wat | {"soort": "hoort-bij"}))
    blad = (await scherm.get(f"/overleg/{lvos}")).text
    assert all(f"Losgemaakt van {kortnummer(id_)} op" in blad for id_ in (een, ander))
    assert f"Gekoppeld aan {kortnummer(ander)}: dit hoort daarbij op" in blad
    assert f"Gekoppeld aan {kortnummer(een)}: die hoort hierbij op" in blad


async def test_vaste_punten_houden_de_volgorde_van_het_profiel(kantoor: Kantoor) -> None:
    """Before the opening and after it, when they are facts, whatever their ids are."""
    als = kantoor.als(Rol.OOV)
    for dag in (10, 17, 24):
        lvos = op(kantoor.proef, "lvos", lokaal(2026, 2, dag))
        for _ in range(2):
            punten = (await als.get(f"{WEG}/overleggen/{lvos}")).json()["agendapunten"]
            assert [punt["naam"][:6] for punt in punten] == ["Aantal", "Leefba"]
            kantoor.proef.open(lvos)


async def test_een_verslag_in_twee_versies(kantoor: Kantoor) -> None:
    """A confidential finding stands in the full record alone, on screen and in the PDF (LVS-2.4)."""
    proef, oov = kantoor.proef, await kantoor.scherm(Rol.OOV)
    een, twee = proef.ontvang(melding(proef.nu)), proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(een)
    proef.open(lvos)
    proef.noteer(lvos, [Notitie(proef.punt(een), "Alleen voor ons.", "", vertrouwelijk=True)])
    proef.noteer(lvos, [Notitie(proef.punt(twee), "Voor iedereen.", "Meer licht bij de halte.")])
    proef.aanwezig(lvos, ["coa", "politie"])
    for melding_id, wat in ((een, "Zwijgen."), (twee, "Lampen vervangen.")):
        afspraak = {
            "wat": wat,
            "wie": "handhaving",
            "uiterlijk": "2026-02-17",
            "agendapuntId": str(proef.punt(melding_id)),
        }
        assert (await kantoor.als(Rol.OOV).post(f"{WEG}/afspraken", json=afspraak)).status_code == 201
    proef.nu += UUR
    proef.sluit(lvos, bevindingen="Een rustige week.")
    teksten = {}
    for versie in ("volledig", "zonder-vertrouwelijk"):
        antwoord = await oov.get(f"/overleg/{lvos}/verslag/{versie}.pdf")
        assert antwoord.headers["content-type"] == "application/pdf"
        assert f'"verslag-lvos-2026-02-10-{versie}.pdf"' in antwoord.headers["content-disposition"]
        teksten[versie] = " ".join(blad.extract_text() for blad in PdfReader(BytesIO(antwoord.content)).pages)
    for geheim in ("Alleen voor ons.", "Zwijgen."):
        assert geheim in teksten["volledig"]
        assert geheim not in teksten["zonder-vertrouwelijk"]
    vroeg = ("dinsdag 10 februari 2026 10.00 uur", "woensdag 4 februari 2026 12.00 uur tot 13.00 uur")
    assert f"<dt>Gepland</dt><dd>{vroeg[0]}</dd>" in (html := (await oov.get(f"/overleg/{lvos}/verslag")).text)
    assert f"<dt>Gehouden</dt><dd>{vroeg[1]}</dd>" in html
    for tekst in teksten.values():
        assert all(moment in tekst for moment in vroeg), "opened early, and the record says so"
        assert "Lampen vervangen." in tekst
        assert "Meer licht bij de halte." in tekst
        assert "Een rustige week." in tekst
        assert "Handhaving" in tekst
    politie = await kantoor.scherm(Rol.POLITIE)
    assert (await politie.get(f"/overleg/{lvos}/verslag/volledig.pdf")).status_code == 403
    assert (await politie.get(f"/overleg/{lvos}/verslag/onzin.pdf")).status_code == 404
    assert "Alleen voor ons." not in (await politie.get(f"/overleg/{lvos}/verslag")).text
    assert "Alleen voor ons." in (await oov.get(f"/overleg/{lvos}/verslag")).text


def test_koggenland_bespreekt_meldingen_in_het_tweewekelijks_overleg(make_ledger: MakeLedger) -> None:
    """New nuisance is discussed there, by its own rule (KG-2.2.2)."""
    proef = maak_proef(make_ledger, Profielen([meegeleverd("koggenland")]), lokaal(2026, 1, 8, 12))
    proef.plan()
    binnen = melding(proef.nu).model_copy(update={"gemeente": "gm1598", "locatie": "koggenland"})
    (staat,) = proef.staat_op(proef.ontvang(binnen))
    assert proef.aanvang(staat) == lokaal(2026, 1, 21)
    punt = proef.feiten(AgendapuntToegevoegd)[0]
    assert isinstance(punt, AgendapuntToegevoegd)
    assert punt.regel == "KG-2.2.2"
    assert timedelta(0) < proef.aanvang(staat) - proef.nu < timedelta(days=14)
