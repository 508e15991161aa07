"""The picture after something that stands was changed: meldingen, meetings and measures."""

from datetime import datetime, timedelta
from typing import Any

from services.rapportage.beeld import Paar, Telling
from shared.contracts import Fact
from shared.contracts import escalatie as e
from shared.contracts import intake as i
from shared.contracts import overleg as o
from tests.rapportage.conftest import Maak
from tests.rapportage.feiten import DINSDAG, GEMEENTE, LOCATIE, Keten, nr

UUR, DAG = timedelta(hours=1), timedelta(days=1)


def rij(tabel: tuple[Telling, ...], code: str) -> tuple[int, int]:
    """The two numbers of one row."""
    return next((telling.deze_week, telling.vorige_week) for telling in tabel if telling.code == code)


def stel_bij(keten: Keten, naam: str, fact: Fact, op: datetime) -> None:
    """Let intake say what was done with a melding that stands."""
    keten.intake.zeg(nr(naam), fact, op)


def wie_wat(naam: str, **velden: Any) -> dict[str, Any]:
    """What every such fact holds."""
    return {"gemeente": GEMEENTE, "locatie": LOCATIE, "melding_id": nr(naam), "door": "meldpunt", **velden}


async def test_een_ingetrokken_melding_telt_niet_en_een_heropende_weer_wel(beeld: Maak, keten: Keten) -> None:
    """With what was known then: before it was withdrawn it did count."""
    keten.meld("m", DINSDAG)
    stel_bij(keten, "m", i.MeldingIngetrokken(**wie_wat("m", reden="vergissing")), DINSDAG + DAG)
    stel_bij(keten, "m", i.MeldingHeropend(**wie_wat("m")), DINSDAG + 2 * DAG)
    getallen = [
        (await beeld(peildatum=(DINSDAG + uren * UUR).isoformat())).meldingen.totaal.deze_week for uren in (1, 25, 49)
    ]
    assert getallen == [1, 0, 1]


async def test_een_correctie_telt_vanaf_dat_hij_bekend_is(beeld: Maak, keten: Keten) -> None:
    """Kind, theme and moment move to where they belong; what was not corrected stays; the later correction wins."""
    keten.meld("m", DINSDAG, aard="overlast", thema="geluid")
    stel_bij(keten, "m", i.MeldingGeclassificeerd(**wie_wat("m", aard="crimineel", thema="drugs")), DINSDAG + UUR)
    stel_bij(keten, "m", i.MeldingGecorrigeerd(**wie_wat("m", thema="jeugd")), DINSDAG + 2 * UUR)
    verplaatst = i.MeldingGecorrigeerd(**wie_wat("m", voorgevallen_op=DINSDAG - 7 * DAG))
    stel_bij(keten, "m", verplaatst, DINSDAG + DAG)
    toen = await beeld(peildatum=(DINSDAG + 3 * UUR).isoformat())
    assert rij(toen.meldingen.per_aard, "crimineel") == rij(toen.meldingen.per_thema, "jeugd") == (1, 0)
    assert rij(toen.meldingen.per_aard, "overlast") == rij(toen.meldingen.per_thema, "geluid") == (0, 0)
    nu = await beeld(peildatum=(DINSDAG + 2 * DAG).isoformat())
    assert nu.meldingen.totaal == Paar(deze_week=0, vorige_week=1)
    assert rij(nu.meldingen.per_thema, "jeugd") == (0, 1)


async def test_een_incident_blijkt_later_gevolgen_te_hebben(beeld: Maak, keten: Keten) -> None:
    """False becomes true, and severity with it."""
    keten.incident("i", DINSDAG, gevolgen_openbare_orde=False, ernst=1)
    anders = i.MeldingGecorrigeerd(**wie_wat("i", gevolgen_openbare_orde=True, ernst=3))
    stel_bij(keten, "i", anders, DINSDAG + UUR)
    incidenten = (await beeld(peildatum=(DINSDAG + 2 * UUR).isoformat())).incidenten
    assert incidenten.met_gevolgen_openbare_orde == incidenten.totaal == Paar(deze_week=1)
    assert rij(incidenten.per_ernst, "3") == (1, 0)


async def test_een_verzet_overleg_staat_op_zijn_nieuwe_moment(beeld: Maak, keten: Keten) -> None:
    """The last move counts, as known at the peildatum."""
    keten.plan("lvos", DINSDAG + DAG, op=DINSDAG - DAG)
    for uren, dagen in ((1, 2), (2, 3)):
        verzet = o.OverlegVerzet(
            gemeente=GEMEENTE, locatie=LOCATIE, overleg_id=nr("lvos"), van=DINSDAG, naar=DINSDAG + dagen * DAG
        )
        keten.overleg.zeg(nr("lvos"), verzet, DINSDAG + uren * UUR)
    momenten = [(await beeld(peildatum=(DINSDAG + uren * UUR).isoformat())).volgend_overleg for uren in (0, 1, 2)]
    assert [overleg and overleg.aanvang for overleg in momenten] == [DINSDAG + n * DAG for n in (1, 2, 3)]


async def test_een_maatregel_wordt_verlengd_en_ingetrokken(beeld: Maak, keten: Keten) -> None:
    """It runs until its last end, and no longer once it is withdrawn."""
    keten.leg_op("g", op=DINSDAG, dagen=1)
    wat = {"gemeente": GEMEENTE, "locatie": LOCATIE, "maatregel_id": nr("g")}
    keten.overleg.zeg(nr("g"), o.MaatregelVerlengd(**wat, eindigt=DINSDAG + 5 * DAG), DINSDAG + UUR)
    keten.overleg.zeg(nr("g"), o.MaatregelIngetrokken(**wat), DINSDAG + 3 * DAG)
    lopend = [(await beeld(peildatum=(DINSDAG + d * DAG).isoformat())).maatregelen for d in (2, 4)]
    assert [[m.eindigt for m in deel or ()] for deel in lopend] == [[DINSDAG + 5 * DAG], []]


async def test_een_vervallen_bevestiging_telt_niet_meer(beeld: Maak, keten: Keten) -> None:
    """The escalation asks for somebody again, until one confirms anew."""
    keten.open_escalatie("e", op=DINSDAG)
    keten.bevestig("e", "politie", op=DINSDAG + UUR)
    vervallen = e.BevestigingVerlopen(
        gemeente=GEMEENTE,
        locatie=LOCATIE,
        escalatie_id=nr("e"),
        bevestigd_op=DINSDAG + UUR,
        trede=0,
        ronde=2,
        rollen=("politie",),
        klim_op=DINSDAG + 3 * UUR,
    )
    keten.escalatie.zeg(nr("e"), vervallen, DINSDAG + 2 * UUR)
    keten.bevestig("e", "piket", op=DINSDAG + 3 * UUR)
    stand = [(await beeld(peildatum=(DINSDAG + uren * UUR).isoformat())).escalaties for uren in (1, 2, 3)]
    assert [[zaak.bevestigd_door for zaak in deel or ()] for deel in stand] == [[("politie",)], [()], [("piket",)]]
