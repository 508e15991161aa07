"""Mail or SMS to who asked for it (KG-2.3c): approved texts alone, each once, and silence has a reason."""

import re
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from services.intake.terugkoppeling import Gelegenheid, Melder, verzonden
from shared.bus import Event
from shared.contracts.intake import MeldingGesloten, Sluitreden, TerugkoppelingGegeven
from shared.contracts.overleg import AgendapuntBesproken, AgendapuntToegevoegd
from shared.klok import Wekker
from shared.ledger import Transaction
from shared.profiel import Profielen, Rol, laad, lees
from shared.verzending.kanalen import Kanalen
from shared.verzending.vormen import Bericht
from shared.web import Toegang
from tests.escalatie.ontvangers import Postbus, hangend, mailserver, webhook
from tests.intake.proef import BEKIJK, MELDING, MELDINGEN, NU, Proef, proef_intake

ADRES = "kanarie@voorbeeld.nl"
NUMMER = "+31681542793"
MAIL, SMS = "MELDKETEN_TERUGKOPPELING_MAIL", "MELDKETEN_TERUGKOPPELING_SMS"


@pytest.fixture
async def postbus(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator["Post"]:
    """Where mail to reporters arrives: `aan: onderwerp`, in order."""
    async with mailserver() as (bus, adres):
        basis = adres.partition("&to=")[0]
        monkeypatch.setenv(MAIL, f"{basis}&to={{aan}}")
        monkeypatch.delenv(SMS, raising=False)
        yield Post(bus)


class Post:
    """What reporters found in their mail."""

    def __init__(self, bus: Postbus) -> None:
        self._bus = bus

    @property
    def nu(self) -> list[str]:
        """What arrived so far, as `aan: onderwerp`."""
        return [f"{bericht['To']}: {bericht['Subject']}" for bericht in self._bus.berichten]

    @property
    def tekst(self) -> str:
        """The words of the last message."""
        delen = [deel for deel in self._bus.berichten[-1].walk() if deel.get_content_type() == "text/plain"]
        inhoud = delen[0].get_payload(decode=True)
        assert isinstance(inhoud, bytes)
        return inhoud.decode()


async def gemeld(proef: Proef, **contact: str) -> dict[str, str]:
    """A melding of somebody who wants to hear more."""
    antwoord = await proef.publiek.post(MELDINGEN, json={**MELDING, "terugkoppeling": contact or {"email": ADRES}})
    assert antwoord.status_code == 201, antwoord.text
    bon: dict[str, str] = antwoord.json()
    return bon


async def laat_gaan(proef: Proef) -> None:
    """Let everything that is due happen."""
    wekker = Wekker(proef.dienst.ledger, proef.dienst.timers, proef.klok)
    for _ in range(5):
        await wekker.tick()


def verteld(proef: Proef) -> list[TerugkoppelingGegeven]:
    """What was told, or not."""
    return [feit for feit in proef.feiten() if isinstance(feit, TerugkoppelingGegeven)]


def kort(proef: Proef) -> list[tuple[str, str]]:
    """The same in two words each."""
    return [(feit.aanleiding, feit.uitkomst) for feit in verteld(proef)]


def uit_overleg(proef: Proef, feit: AgendapuntToegevoegd | AgendapuntBesproken) -> None:
    """Let intake hear overleg."""
    event = Event(
        source="overleg", place=1, previous=0, chain_id="k", hash=b"", id=uuid4().hex, naam=type(feit).__name__,
        tijd=proef.klok(), correlatie="c" * 32, oorzaak="", gemeente="gm0637", locatie="rokkeveenseweg",
        stream=feit.overleg_id, version=1, data=b"",
    )  # fmt: skip
    handler = proef.dienst.handlers[type(feit)]
    proef.dienst.ledger.run_sync(lambda tx: handler(tx, feit, event), proef.context())


def punt(soort: type, melding_id: str, *, vertrouwelijk: bool = False) -> AgendapuntToegevoegd | AgendapuntBesproken:
    """An agenda item about a melding."""
    basis = {
        "gemeente": "gm0637",
        "locatie": "rokkeveenseweg",
        "overleg_id": UUID(int=5),
        "agendapunt_id": UUID(int=7 + vertrouwelijk),
        "meldingen": (UUID(melding_id),),
    }
    meer = {"regel": "LVS-2.4", "vertrouwelijk": vertrouwelijk} if soort is AgendapuntToegevoegd else {}
    return soort(**basis, **meer)  # type: ignore[no-any-return]


async def sluit(proef: Proef, melding_id: str, *, heropend: bool = False) -> None:
    """Staff close it; after they reopened it, once more."""
    if heropend:
        await proef.als(Rol.OOV).post(f"{MELDINGEN}/{melding_id}/_heropen")
    antwoord = await proef.als(Rol.OOV).post(f"{MELDINGEN}/{melding_id}/_sluit", json={"reden": "afgehandeld"})
    assert antwoord.status_code < 300, antwoord.text


async def test_ontvangen_besproken_gesloten(proef: Proef, postbus: Post) -> None:
    """Who asked for it hears three times, each once, and nothing of the melding stands in the message."""
    bon = await gemeld(proef)
    await laat_gaan(proef)
    uit_overleg(proef, punt(AgendapuntToegevoegd, bon["meldingId"]))
    for _ in range(2):
        uit_overleg(proef, punt(AgendapuntBesproken, bon["meldingId"]))
        await laat_gaan(proef)
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


@pytest.mark.parametrize("datum", ["coa_geraadpleegd_op", "politie_geraadpleegd_op", "goedgekeurd_op"])
async def test_zonder_goedkeuring_gaat_niets_uit(tmp_path: Path, toegang: Toegang, postbus: Post, datum: str) -> None:
    """Without both consultations and the approval nothing is sent or read, and staff see why (LVS-4)."""
    tekst = re.sub(rf"^{datum} = .*\n", "", laad("zoetermeer").tekst, flags=re.MULTILINE)
    proef = proef_intake(tmp_path, toegang, profielen_=Profielen([lees(tekst)]))
    bon = await gemeld(proef)
    await laat_gaan(proef)
    assert postbus.nu == []
    [feit] = verteld(proef)
    assert feit.uitkomst == "niet-verzonden"
    assert "LVS-4" in feit.reden
    assert (await proef.als(Rol.BEHEER).get("/intake/v1/verwerkingen")).json() == []
    pagina = (await proef.als(Rol.OOV).get(f"/meldingen/{bon['meldingId']}/melder")).text
    assert "Niet verstuurd" in pagina
    assert feit.reden in pagina
    proef.sluit()


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
