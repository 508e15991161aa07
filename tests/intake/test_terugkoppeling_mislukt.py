"""Mail or SMS to a reporter that does not go: silence has a reason, and nothing goes twice (KG-2.3c)."""

import sqlite3
from pathlib import Path
from uuid import UUID

import pytest

from services.intake.terugkoppeling import Gelegenheid, Melder, verzonden
from shared.contracts.intake import MeldingGesloten, Sluitreden
from shared.ledger import Transaction
from shared.verzending.kanalen import Kanalen
from shared.verzending.vormen import Bericht
from shared.web import Toegang
from tests.escalatie.ontvangers import hangend, webhook
from tests.intake.melderpost import ADRES, MAIL, SMS, gemeld, kort, laat_gaan, verteld
from tests.intake.proef import NU, Proef, proef_intake


@pytest.mark.parametrize(
    ("omgeving", "reden"),
    [({}, "geen kanaal ingesteld voor mail of sms"), ({SMS: "json://x/{aan}"}, "geen kanaal ingesteld voor mail"),
     ({MAIL: "json://127.0.0.1:9/vast"}, "{aan} ontbreekt")],
)  # fmt: skip
async def test_zonder_kanaal_staat_er_waarom(
    proef: Proef, monkeypatch: pytest.MonkeyPatch, omgeving: dict[str, str], reden: str
) -> None:
    """A way out that was not set, or set wrong, is a reason and not a silence."""
    for naam in (MAIL, SMS):
        monkeypatch.delenv(naam, raising=False)
    for naam, adres in omgeving.items():
        monkeypatch.setenv(naam, adres)
    await gemeld(proef)
    await laat_gaan(proef)
    assert [reden in feit.reden for feit in verteld(proef)] == [True]


async def test_wat_mislukt_gaat_opnieuw_en_dan_een_keer(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """A refused message is tried again later, and told once; at no time does an address stand in a fact."""
    async with webhook(500) as hook:
        monkeypatch.setenv(MAIL, f"json://127.0.0.1:{hook.poort}/{{aan}}")
        await gemeld(proef)
        await laat_gaan(proef)
        assert kort(proef) == [("ontvangen", "mislukt")]
        hook.status = 200
        await laat_gaan(proef)
        assert len(verteld(proef)) == 1
        proef.klok.verder(minutes=2)
        await laat_gaan(proef)
        proef.klok.verder(days=1)
        await laat_gaan(proef)
    assert kort(proef) == [("ontvangen", "mislukt"), ("ontvangen", "verzonden")]
    assert len(hook.ontvangen) == 2
    assert not any(ADRES in feit.model_dump_json() for feit in proef.feiten())


async def test_het_houdt_een_keer_op(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """A channel that never takes it is given up, and that is recorded."""
    async with webhook(500) as hook:
        monkeypatch.setenv(MAIL, f"json://127.0.0.1:{hook.poort}/{{aan}}")
        await gemeld(proef)
        for _ in range(10):
            await laat_gaan(proef)
            proef.klok.verder(hours=13)
    assert [feit.uitkomst for feit in verteld(proef)] == ["mislukt"] * 5 + ["niet-verzonden"]
    assert "niet meer geprobeerd" in verteld(proef)[-1].reden


async def test_afgebroken_tijdens_het_versturen_gaat_niet_nog_eens(
    tmp_path: Path, toegang: Toegang, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped after sending and before recording: nobody knows, so it does not go out twice, and staff see it."""
    proef = proef_intake(tmp_path, toegang)
    async with webhook() as hook:
        monkeypatch.setenv(MAIL, f"json://127.0.0.1:{hook.poort}/{{aan}}")
        bon = await gemeld(proef)
        with sqlite3.connect(tmp_path / "intake.db") as verbinding:  # the power goes out before the outcome is stored
            verbinding.execute(
                "CREATE TRIGGER uit BEFORE INSERT ON stored_events WHEN new.topic = 'TerugkoppelingGegeven'"
                " BEGIN SELECT RAISE(ABORT, 'stroom weg'); END"
            )
        await laat_gaan(proef)
        assert (len(hook.ontvangen), verteld(proef)) == (1, [])
        with sqlite3.connect(tmp_path / "intake.db") as verbinding:
            verbinding.execute("DROP TRIGGER uit")
        proef.sluit()
        proef = proef_intake(tmp_path, toegang)
        await laat_gaan(proef)
    assert len(hook.ontvangen) == 1
    [feit] = verteld(proef)
    assert (feit.uitkomst, "niet zeker" in feit.reden) == ("niet-verzonden", True)
    assert str(feit.melding_id) == bon["meldingId"]
    proef.sluit()


async def test_wie_niet_antwoordt_kreeg_het_misschien() -> None:
    """A server that takes the message and says nothing may have passed it on: that is recorded, not repeated."""
    async with hangend() as poort:
        kanalen = Kanalen(antwoorden=0.2)
        [uitslag] = await kanalen.verzend([f"json://127.0.0.1:{poort}/x"], Bericht("titel", "tekst"))
        kanalen.sluit()
    assert uitslag.onzeker
    bij = Gelegenheid(UUID(int=1), "ontvangen")
    feit = verzonden(Melder("gm0637", "rokkeveenseweg"), bij, uitslag, sjabloon="ontvangen", weg="mail", op=NU)
    assert (feit.uitkomst, feit.opnieuw_op, "niet zeker" in feit.reden) == ("niet-verzonden", None, True)


async def test_een_herbouw_vertelt_niets_opnieuw(overal: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """The timers are a function of the facts: built again they are the same, and nothing goes out twice."""
    async with webhook() as hook:
        monkeypatch.setenv(MAIL, f"json://127.0.0.1:{hook.poort}/{{aan}}")
        bon, wacht = await gemeld(overal), await gemeld(overal)
        await laat_gaan(overal)
        _sluit_zonder_deur(overal, bon["meldingId"])
        assert overal.dienst.ledger.views_differ() == []
        overal.dienst.ledger.rebuild()
        await laat_gaan(overal)
        assert overal.dienst.ledger.views_differ() == []
    assert len(hook.ontvangen) == 3
    assert wacht["meldingId"] != bon["meldingId"]


def _sluit_zonder_deur(proef: Proef, melding_id: str) -> None:
    def sluit_nu(tx: Transaction) -> None:
        tx.facts(UUID(melding_id))
        plek = {"gemeente": "gm0637", "locatie": "rokkeveenseweg", "door": "oov"}
        tx.append(UUID(melding_id), MeldingGesloten(melding_id=melding_id, reden=Sluitreden.AFGEHANDELD, **plek))

    proef.dienst.ledger.run_sync(sluit_nu, proef.context())
