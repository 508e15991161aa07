"""The channels themselves: spare and ordinary ones, the test button, their health, bundling, and answers sent back."""

import re
from collections.abc import AsyncIterator
from contextlib import aclosing
from datetime import timedelta
from uuid import UUID

import httpx
import pytest
from hypothesis import given as voor_elke
from hypothesis import strategies as st

from services.escalatie.alarm import Alarm
from services.escalatie.verzending import Antwoordcode
from shared.contracts.escalatie import AlarmNietVerzonden, AlarmVerzonden, EscalatieBevestigd, Stap
from shared.contracts.escalatie.piket import AlarmAangekomen, KanaalGetest
from shared.kortnummer import kortnummer
from shared.profiel import Profiel, lees
from shared.profiel.schema import Rol
from shared.web import Toegang
from tests.escalatie.gegeven import incident
from tests.escalatie.ontvangers import webhook
from tests.escalatie.opstelling import Opstelling, Opzetten
from tests.escalatie.piket import site_van
from tests.web import met_sleutel

SECONDE = timedelta(seconds=1)
KANALEN = "/escalatie/v1/kanalen"
GEHEIM = "g" * 40


@pytest.fixture
def profiel(profiel: Profiel) -> Profiel:
    """The police has an ordinary channel and a spare one, answers come back, and three a minute is enough."""
    oud = 'urls = ["${MELDKETEN_KANAAL_POLITIE}"]'
    assert oud in profiel.tekst
    meer = (
        'urls = ["${VAST}"]\ngewoon = ["${GEWOON}"]\nbij_storing = ["${RESERVE}"]\n'
        "antwoord = true\nhoogstens_per_minuut = 3"
    )
    return lees(profiel.tekst.replace(oud, meer))


@pytest.fixture
async def beheer(zet_op: Opzetten, toegang: Toegang) -> AsyncIterator[tuple[Opstelling, httpx.AsyncClient]]:
    """Escalatie, and a client with the key of who looks after the channels."""
    keten = zet_op()
    async with aclosing(met_sleutel(site_van(keten, toegang), toegang, Rol.BEHEER)) as client:
        yield keten, client


def verzonden(keten: Opstelling) -> list[AlarmVerzonden]:
    """What channels took."""
    return [feit.fact for feit in keten.feiten() if isinstance(feit.fact, AlarmVerzonden)]


def niet_verzonden(keten: Opstelling) -> list[AlarmNietVerzonden]:
    """What channels did not take."""
    return [feit.fact for feit in keten.feiten() if isinstance(feit.fact, AlarmNietVerzonden)]


async def test_het_reservekanaal_pas_bij_storing(zet_op: Opzetten) -> None:
    """The spare channel is used when the others failed, in the same attempt; otherwise it stays quiet."""
    async with webhook() as vast, webhook() as reserve:
        keten = zet_op()
        keten.environ |= {"VAST": vast.adres, "RESERVE": reserve.adres}
        await keten.hoor(incident(1))
        await keten.verloop()
        assert (len(vast.ontvangen), len(reserve.ontvangen)) == (1, 0)
        vast.status = 500
        await keten.hoor(incident(2))
        await keten.verloop()
    assert (len(vast.ontvangen), len(reserve.ontvangen)) == (2, 1)
    assert len(verzonden(keten)) == 2
    assert [feit.opnieuw_op for feit in niet_verzonden(keten)] == [None]


async def test_het_gewone_kanaal(zet_op: Opzetten, profiel: Profiel) -> None:
    """A step over ordinary channels uses those; what is important uses the others."""
    rustig = lees(
        profiel.tekst.replace('rollen = ["politie"], wacht', 'rollen = ["politie"], kanaal = "gewoon", wacht')
    )
    async with webhook() as vast, webhook() as gewoon:
        keten = zet_op()
        keten.environ |= {"VAST": vast.adres, "GEWOON": gewoon.adres}
        keten.profielen._alle["gm0637"] = rustig
        await keten.hoor(incident(1))
        await keten.verloop()
    assert (len(vast.ontvangen), len(gewoon.ontvangen)) == (0, 1)


async def test_de_testknop(beheer: tuple[Opstelling, httpx.AsyncClient]) -> None:
    """A test message to every address of a role, with what came of each; it says that it is a test, and is a fact."""
    keten, client = beheer
    async with webhook() as goed, webhook(status=500) as stuk:
        keten.environ |= {"MELDKETEN_KANAAL_OOV": f"{goed.adres} {stuk.adres}"}
        antwoord = await client.post(f"{KANALEN}/_test", json={"rol": "oov"})
    assert antwoord.json()["uitslagen"] == [
        {"kanaal": "json", "gelukt": True, "reden": None},
        {"kanaal": "json", "gelukt": False, "reden": "de ontvanger gaf fout 500"},
    ]
    assert "Dit is een proef." in goed.teksten[0]
    getest = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, KanaalGetest)]
    assert [(feit.gelukt, feit.door) for feit in getest] == [(True, "beheer"), (False, "beheer")]
    assert "127.0.0.1" not in "".join(feit.data.decode() for feit in keten.feiten())


@pytest.mark.parametrize(
    ("invoer", "status", "woord"),
    [
        ({"rol": "om"}, 409, "MELDKETEN_KANAAL_OM"),
        ({"rol": "piket", "dienst": "piket-a"}, 409, "MELDKETEN_KANAAL_PIKET_A"),
        ({"rol": "piket", "dienst": "jansen"}, 400, "kies uit"),
        ({"rol": "oov", "dienst": "piket-a"}, 404, "geen rooster"),
        ({"rol": "kok"}, 400, ""),
    ],
)
async def test_een_test_die_niet_kan(
    beheer: tuple[Opstelling, httpx.AsyncClient], invoer: dict[str, str], status: int, woord: str
) -> None:
    """No channel, no such seat, no rota, no such role: refused with what to do."""
    _, client = beheer
    antwoord = await client.post(f"{KANALEN}/_test", json=invoer)
    assert antwoord.status_code == status
    assert woord in antwoord.text


async def test_alleen_beheer_test(zet_op: Opzetten, toegang: Toegang) -> None:
    """Nobody else sends test messages; piket may see how the channels do."""
    async with met_sleutel(site_van(zet_op(), toegang), toegang, Rol.PIKET) as client:
        assert (await client.post(f"{KANALEN}/_test", json={"rol": "oov"})).status_code == 403
        assert (await client.get(KANALEN)).status_code == 200


async def test_hoe_het_met_een_kanaal_gaat(database: str, zet_op: Opzetten, toegang: Toegang) -> None:
    """When it last worked, how often it has failed since and why; once it works again nothing is wrong any more."""
    async with webhook(status=503) as hook:
        keten = zet_op(database)
        keten.environ |= {"VAST": hook.adres}
        await keten.hoor(incident())
        for pauze in (0, 5, 15):
            await keten.verloop(pauze * SECONDE)
        async with met_sleutel(site_van(keten, toegang), toegang, Rol.OOV) as client:
            ziek = (await client.get(KANALEN)).json()["kanalen"]
            hook.status = 200
            await keten.verloop(45 * SECONDE)
            beter = (await client.get(KANALEN)).json()["kanalen"]
    assert [(een["rol"], een["kanaal"], een["misluktAchtereen"], een["reden"]) for een in ziek] == [
        ("politie", "json", 3, "de ontvanger gaf fout 503")
    ]
    assert (ziek[0]["geluktOp"], beter[0]["misluktAchtereen"]) == (None, 0)
    assert beter[0]["reden"] is None
    assert keten.ledger.views_differ() == []


async def test_wat_te_veel_is_gaat_samen(zet_op: Opzetten) -> None:
    """Thirty incidents at once: three messages, then everything else together; each notice is sent exactly once."""
    async with webhook() as hook:
        keten = zet_op()
        keten.environ |= {"VAST": hook.adres}
        await keten.hoor(*(incident(nummer, aard="overlast") for nummer in range(30)))
        await keten.verloop()
        na_een_keer = len(hook.ontvangen)
        await keten.verloop(30 * SECONDE)
        await keten.verloop(30 * SECONDE)
    ids = re.findall(r"^Escalatie: (\S+)$", "\n".join(hook.teksten), re.MULTILINE)
    assert sorted(ids) == sorted(kortnummer(zaak.escalatie_id) for zaak in keten.geopend())
    assert na_een_keer <= 3 + 2 < 30
    assert sum("escalaties tegelijk" in bericht["title"] for bericht in hook.ontvangen) >= 1
    gebundeld = [feit for feit in verzonden(keten) if feit.bundel]
    assert len(verzonden(keten)) == 30
    assert len(gebundeld) >= 20
    links = re.findall(r"^Bevestigen: (\S+)$", "\n".join(hook.teksten), re.MULTILINE)
    assert len(set(links)) == 30


async def test_wat_wacht_op_een_bundel_is_een_feit(zet_op: Opzetten) -> None:
    """Between two bundles a notice waits half a minute: recorded with the reason, then sent."""
    async with webhook() as hook:
        keten = zet_op()
        keten.environ |= {"VAST": hook.adres}
        for nummer in range(5):
            await keten.hoor(incident(nummer, aard="overlast"))
            await keten.verloop(SECONDE)
        assert [feit.reden for feit in niet_verzonden(keten)] == [
            "er zijn zoveel berichten dat zij samen in één bericht gaan"
        ]
        assert niet_verzonden(keten)[0].opnieuw_op == keten.nu + 29 * SECONDE
        await keten.verloop(28 * SECONDE)
        assert len(verzonden(keten)) == 4
        await keten.verloop(SECONDE)
    assert len(verzonden(keten)) == 5


def code_in(tekst: str) -> str:
    """The code that a notice asks to send back."""
    gevonden = re.search(r"stuur BEVESTIG (\S+) terug", tekst)
    assert gevonden
    return gevonden[1]


async def test_een_antwoord_per_sms(database: str, zet_op: Opzetten, toegang: Toegang) -> None:
    """The gateway passes on what somebody typed: the code in it confirms for the role of that notice."""
    async with webhook() as hook:
        keten = zet_op(database)
        keten.environ |= {"VAST": hook.adres}
        await keten.hoor(incident())
        await keten.verloop()
    code = code_in(hook.teksten[0])
    async with met_sleutel(site_van(keten, toegang), toegang, Rol.PIKET) as poort:
        aan = await poort.post("/escalatie/v1/antwoorden", json={"soort": "aangekomen", "tekst": code})
        mis = await poort.post("/escalatie/v1/antwoorden", json={"tekst": "bevestig 0000-0000"})
        antwoord = await poort.post("/escalatie/v1/antwoorden", json={"tekst": f"ok! bevestig {code.lower()} groet"})
    assert (aan.status_code, mis.status_code, antwoord.status_code) == (200, 404, 200)
    assert antwoord.json()["tekst"] == "Dank u wel. Bevestigd door de politie."
    [bevestigd] = [feit.fact for feit in keten.feiten() if isinstance(feit.fact, EscalatieBevestigd)]
    assert (bevestigd.door, bevestigd.weg) == ("politie", "antwoord")
    assert [feit.fact.rol for feit in keten.feiten() if isinstance(feit.fact, AlarmAangekomen)] == ["politie"]
    assert keten.ledger.views_differ() == []


async def test_zonder_sleutel_geen_antwoord(zet_op: Opzetten, toegang: Toegang) -> None:
    """Somebody without a key of a gateway confirms nothing with a code, and neither does the police's own key."""
    site = site_van(zet_op(), toegang)
    async with met_sleutel(site, toegang, Rol.POLITIE) as politie:
        assert (await politie.post("/escalatie/v1/antwoorden", json={"tekst": "K7QM-3F2P"})).status_code == 403


@voor_elke(st.uuids(version=4), st.integers(0, 5), st.sampled_from(list(Stap)))
def test_een_code_is_terug_te_vinden(zaak: UUID, trede: int, stap: Stap) -> None:
    """However somebody types it: small letters, without the hyphen, in the middle of a sentence."""
    codes = Antwoordcode(GEHEIM)
    code = codes.voor(Alarm(zaak, stap, trede, 1, "politie"))
    for geschreven in (code, code.lower(), code.replace("-", ""), code.replace("-", " "), f"Ja, {code}."):
        assert code in codes.uit(geschreven)
    assert codes.voor(Alarm(zaak, stap, trede, 2, "politie")) != code
    assert Antwoordcode("ander geheim").voor(Alarm(zaak, stap, trede, 1, "politie")) != code
