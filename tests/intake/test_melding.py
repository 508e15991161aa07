"""The domain: what is accepted, what it becomes, and every objection to what is not."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from services.intake.application import Gelezen, lees
from services.intake.bereik import Terugkoppeling
from services.intake.bezwaren import Keuzes, Omstandigheid, keuzes
from services.intake.melding import meld_incident, ontvang, zelfde_inhoud
from services.intake.opgave import IncidentOpgave, MeldingOpgave
from shared.contracts.intake import Aard, Gezegd, IncidentGemeld, MeldingOntvangen, Registratie
from shared.facts import OngeldigeInvoer
from shared.profiel import Profiel, laad
from tests.intake.proef import INCIDENT, MELDING, NU, zonder

ZOETERMEER = keuzes(laad("zoetermeer"))


def gemeld(bij: Omstandigheid | None = None, **anders: Any) -> MeldingOntvangen:
    """Accept a melding that differs in these fields."""
    gelezen = lees(MeldingOpgave, {**MELDING, **anders})
    bij = bij or Omstandigheid(ZOETERMEER, NU, medewerker=False)
    return ontvang(gelezen.opgave, bij, melding_id=uuid4(), bezwaren=gelezen.bezwaren)


def incident(**anders: Any) -> IncidentGemeld:
    """Accept an incident that differs in these fields."""
    gelezen: Gelezen[IncidentOpgave] = lees(IncidentOpgave, {**INCIDENT, **anders})
    bij = Omstandigheid(ZOETERMEER, NU, medewerker=True)
    return meld_incident(gelezen.opgave, bij, melding_id=uuid4(), bezwaren=gelezen.bezwaren)


def bezwaar(**anders: Any) -> dict[str, str]:
    """The objections to a melding that differs in these fields."""
    with pytest.raises(OngeldigeInvoer) as weigering:
        gemeld(**anders)
    return {fout.veld: fout.reden for fout in weigering.value.fouten}


def medewerker(historisch: bool = False) -> Omstandigheid:
    """Somebody with a key."""
    return Omstandigheid(ZOETERMEER, NU, medewerker=True, historisch=historisch)


def zonder_plaatsen(plaats_verplicht: bool) -> Keuzes:
    """A municipality that does not ask where it happened (Koggenland has no reception location)."""
    profiel: Profiel = laad("zoetermeer")
    meldingen = profiel.meldingen.model_copy(update={"plaatsen": (), "plaats_verplicht": plaats_verplicht})
    return keuzes(profiel.model_copy(update={"meldingen": meldingen}))


def test_een_melding_wordt_een_feit() -> None:
    """Everything that was stated stands in the fact, in UTC."""
    feit = gemeld(gerichtTegen="bewoners", thema="geluid", gebied="dorp", aangifte="gedaan", publiekeTaak=True)
    assert (feit.gemeente, feit.locatie, feit.aard, feit.plaats) == (
        "gm0637",
        "rokkeveenseweg",
        "overlast",
        "buiten-noodopvang",
    )
    assert (feit.gericht_tegen, feit.thema, feit.gebied, feit.aangifte) == ("bewoners", "geluid", "dorp", "gedaan")
    assert feit.publieke_taak
    assert feit.voorgevallen_op.isoformat() == "2026-11-22T09:30:00+00:00"
    assert (feit.kanaal, feit.registratie) == ("webformulier", Registratie.DIRECT)


def test_een_inwoner_mag_de_aard_openlaten() -> None:
    """LVS-2.3 binds the municipality: a resident leaves the kind to the meldpunt, a desk does not."""
    assert gemeld(aard=None).aard is Aard.NOG_TE_BEPALEN
    assert gemeld(aard="nog-te-bepalen").aard is Aard.NOG_TE_BEPALEN
    for open_gelaten in (None, "nog-te-bepalen"):
        assert set(bezwaar(bij=medewerker(), aard=open_gelaten)) == {"aard"}


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("locatie", "kerkstraat-12"),
        ("locatie", None),
        ("plaats", "op-straat"),
        ("plaats", None),
        ("kanaal", "duivenpost"),
        ("thema", "politiek"),
        ("gebied", "amsterdam"),
        ("aard", "iets"),
        ("gerichtTegen", "iemand"),
        ("aangifte", "misschien"),
        ("publiekeTaak", "ja"),
        ("gemeente", "gm9999"),
        ("voorgevallenOp", None),
        ("voorgevallenOp", "gisteren"),
        ("voorgevallenOp", "2026-11-22T10:30:00"),
        ("voorgevallenOp", "2026-11-21"),
        ("voorgevallenOp", "2026-13-45T10:30:00Z"),
        ("voorgevallenOp", "2036-01-01T00:00:00Z"),
        ("voorgevallenOp", "0001-01-01T00:00:00+14:00"),
        ("voorgevallenOp", "9999-12-31T23:59:59-14:00"),
        ("voorgevallenOp", "1732272000"),
        ("voorgevallenOp", 1732272000),
        ("toelichting", "x" * 4001),
        ("toelichting", ["tekst"]),
        ("bron", "mijn-systeem"),
        ("kenmerk", "nr-1"),
        ("nationaliteit", "Eritrees"),
    ],
)
def test_elk_verkeerd_veld_wordt_genoemd(veld: str, waarde: object) -> None:
    """The objection names the field and gives a reason, and never repeats the value."""
    (genoemd, reden), *andere = bezwaar(**{veld: waarde}).items()
    assert (genoemd, andere) == (veld, [])
    assert len(reden) > 5
    assert waarde is None or str(waarde) not in reden


def test_alle_fouten_in_een_antwoord() -> None:
    """Wrong shapes and wrong contents come together, one objection for each field."""
    fouten = bezwaar(
        voorgevallenOp="gisteren",
        locatie="weg",
        kanaal="post",
        aangifte=3,
        geloof="geen",
        terugkoppeling={"email": "geen adres", "telefoon": "12"},
    )
    contact = {"terugkoppeling.email", "terugkoppeling.telefoon"}
    assert set(fouten) == {"voorgevallenOp", "locatie", "kanaal", "aangifte", "geloof", *contact}
    assert "geen adres" not in fouten["terugkoppeling.email"]


def test_een_leeg_contact_is_geen_contact() -> None:
    """Who fills in nothing wants to hear nothing; the fact says whether, and never how."""
    assert not gemeld(terugkoppeling={}).terugkoppeling_gewenst
    feit = gemeld(terugkoppeling={"telefoon": "06-12 34 56 78"})
    assert feit.terugkoppeling_gewenst


@pytest.mark.parametrize(
    ("getypt", "bewaard"),
    [
        ("06-12 34 56 78", "+31612345678"),
        ("0031 6 12345678", "+31612345678"),
        ("+32 470 12 34 56", "+32470123456"),
        ("(079) 346 80 00", "+31793468000"),
    ],
)
def test_een_nummer_wordt_een_nummer_dat_te_bellen_is(getypt: str, bewaard: str) -> None:
    """However somebody writes it, it is kept as the whole world dials it."""
    assert Terugkoppeling.model_validate({"telefoon": getypt}).telefoon == bewaard


@pytest.mark.parametrize(("minuten", "afwijking"), [(-1, False), (0, False), (1, True), (10, True)])
def test_een_klok_die_voorloopt(minuten: int, afwijking: bool) -> None:
    """Up to ten minutes ahead is accepted, and marked: clocks differ."""
    assert gemeld(voorgevallenOp=NU + timedelta(minutes=minuten)).klok_wijkt_af is afwijking


def test_meer_dan_tien_minuten_vooruit_is_de_toekomst() -> None:
    """What did not happen yet is no melding."""
    assert set(bezwaar(voorgevallenOp=NU + timedelta(minutes=10, seconds=1))) == {"voorgevallenOp"}


def test_wat_oud_is_telt_alleen_mee() -> None:
    """Older than the profile's term, or said to be so: it counts, and warns nobody."""
    assert gemeld(voorgevallenOp=NU - timedelta(days=7)).registratie is Registratie.DIRECT
    assert gemeld(voorgevallenOp=NU - timedelta(days=7, seconds=1)).registratie is Registratie.HISTORISCH
    assert gemeld(medewerker(historisch=True)).registratie is Registratie.HISTORISCH


def test_de_plaats_is_van_het_profiel() -> None:
    """Whether and what is asked, the profile decides (LVS-2.3; Koggenland has no location)."""
    vrij = Omstandigheid(zonder_plaatsen(plaats_verplicht=False), NU, medewerker=False)
    assert gemeld(vrij, plaats=None).plaats is None
    with pytest.raises(OngeldigeInvoer, match="plaats"):
        gemeld(vrij)


def test_in_de_opvang_alleen_bij_een_opvanglocatie() -> None:
    """Elsewhere in town there is no inside; what is required there is the place that is left."""
    assert gemeld(plaats="in-noodopvang").plaats == "in-noodopvang"
    assert gemeld(locatie="zoetermeer").plaats == "buiten-noodopvang"
    assert "geen opvanglocatie" in bezwaar(locatie="zoetermeer", plaats="in-noodopvang")["plaats"]
    assert bezwaar(locatie="zoetermeer", plaats=None)["plaats"].endswith("kies uit buiten-noodopvang")


def test_een_gebied_hoort_bij_de_locatie() -> None:
    """An area of one location is not an area of another."""
    assert gemeld(gebied="dorp").gebied == "dorp"
    assert set(bezwaar(locatie="zoetermeer", gebied="dorp")) == {"gebied"}


def test_een_incident_wordt_een_feit() -> None:
    """An incident comes from the COA, with its weight and when the police was called (LVS-0.3)."""
    feit = incident(politieGebeldOp="2026-11-22T11:00:00Z")
    assert (feit.kanaal, feit.gevolgen_openbare_orde, feit.ernst) == ("coa", True, 3)
    assert feit.politie_gebeld_op is not None
    assert not feit.klok_wijkt_af
    assert incident(politieGebeldOp=NU + timedelta(minutes=5)).klok_wijkt_af
    assert (feit.wapen, feit.nog_gaande) == (Gezegd.ONBEKEND, Gezegd.ONBEKEND)
    gezegd = incident(wapen="ja", nogGaande="nee")
    assert (gezegd.wapen, gezegd.nog_gaande) == (Gezegd.JA, Gezegd.NEE)


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("gevolgenOpenbareOrde", None),
        ("gevolgenOpenbareOrde", "ja"),
        ("ernst", None),
        ("ernst", 5),
        ("ernst", "3"),
        ("kanaal", "telefoon"),
        ("wapen", True),
        ("nogGaande", "misschien"),
        ("politieGebeldOp", "2026-11-22T12:30:00Z"),
        ("terugkoppeling", {"email": "a@b.nl"}),
        ("aard", None),
    ],
)
def test_elk_verkeerd_veld_van_een_incident(veld: str, waarde: object) -> None:
    """The fields of an incident are checked like the others."""
    with pytest.raises(OngeldigeInvoer) as weigering:
        incident(**{veld: waarde})
    assert [fout.veld for fout in weigering.value.fouten] == [veld]


def test_zelfde_inhoud() -> None:
    """What depends on the moment of receipt does not make another melding; what was stated does."""
    eerder = gemeld()
    assert zelfde_inhoud(eerder, gemeld(Omstandigheid(ZOETERMEER, NU + timedelta(days=30), medewerker=False)))
    assert zelfde_inhoud(eerder, gemeld(voorgevallenOp="2026-11-22T09:30:00Z"))
    assert not zelfde_inhoud(eerder, gemeld(aard="crimineel"))
    assert not zelfde_inhoud(eerder, incident(aard="overlast"))


def test_het_voorbeeld_zelf_klopt() -> None:
    """Without any change the example is accepted, and each of its fields is needed but the kind."""
    gemeld()
    for veld in MELDING:
        opgave = lees(MeldingOpgave, zonder(MELDING, veld)).opgave
        bij = Omstandigheid(ZOETERMEER, NU, medewerker=True)
        with pytest.raises(OngeldigeInvoer, match=veld):
            ontvang(opgave, bij, melding_id=uuid4())
