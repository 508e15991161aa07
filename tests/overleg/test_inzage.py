"""What people are shown of meetings: which are next, which must still be closed, and what belongs to whom."""

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.overleg.application import Inzage, vergaderen
from services.overleg.application.inzage import STUK
from services.overleg.application.zicht import Zicht
from services.overleg.overleg import OverlegOnbekend, Status
from services.overleg.store.filters import Vraag
from shared.contracts.intake import MeldingGecorrigeerd
from shared.facts import Context
from shared.ledger import Transaction
from shared.profiel import Profielen
from tests.fixtures.opslag import MakeLedger
from tests.overleg.proef import Proef, maak_proef
from tests.overleg.test_verzetten import DINSDAG, DONDERDAG, gepland, op
from tests.overleg.voorbeelden import DAG, GEMEENTE, IN_FEBRUARI, PLEK, UUR, melding, profiel, profielen

ALLES = Zicht(vertrouwelijk=True)


@pytest.fixture
def proef(make_ledger: MakeLedger) -> Proef:
    """Two days after arrival, planned ahead."""
    proef = maak_proef(make_ledger, profielen(), IN_FEBRUARI)
    proef.plan()
    return proef


def inzage(proef: Proef, van: Profielen | None = None) -> Inzage:
    """What somebody looks through, at the moment of the test."""
    return Inzage(proef.ledger, van or profielen(), lambda: proef.nu)


def doe(proef: Proef, wat: Any) -> None:
    """Something in a transaction."""
    proef.ledger.run_sync(wat, Context(op=proef.nu, correlatie="0" * 32))


async def te_sluiten(proef: Proef, overleg_id: UUID) -> bool:
    """Whether somebody must still close it."""
    return (await inzage(proef).agenda(overleg_id, ALLES)).overleg.nog_te_sluiten


async def test_wat_nog_te_sluiten_is(proef: Proef) -> None:
    """From its hour on, or earlier when it was opened; not what is closed or cancelled (LVS-2.4)."""
    lvos, later = op(proef, "lvos", DINSDAG), op(proef, "lvos", DINSDAG + 7 * DAG)
    proef.nu = DINSDAG - timedelta(seconds=1)
    assert not await te_sluiten(proef, lvos)
    proef.nu = DINSDAG
    assert await te_sluiten(proef, lvos)
    proef.open(later)
    assert await te_sluiten(proef, later)
    proef.sluit(lvos)
    assert not await te_sluiten(proef, lvos)
    weg = op(proef, "politieoverleg", DONDERDAG)
    proef.annuleer(weg)
    proef.nu = DONDERDAG + UUR
    assert not await te_sluiten(proef, weg)


async def test_het_eerstvolgende_is_het_eerste_met_ruimte(proef: Proef) -> None:
    """Of each series at each location one: not what begins now, is open, or does not take place."""
    vraag = Vraag(reeks="lvos")

    async def eerste() -> list[UUID]:
        return [agenda.overleg.overleg_id for agenda in await inzage(proef).volgende(vraag, ALLES)]

    lvos = [id_ for id_, _ in gepland(proef, "lvos")]
    assert await eerste() == [lvos[0]]
    proef.nu = DINSDAG - timedelta(seconds=1)
    assert await eerste() == [lvos[0]]
    proef.nu = DINSDAG
    assert await eerste() == [lvos[1]]
    proef.open(lvos[1])
    proef.annuleer(lvos[2])
    assert await eerste() == [lvos[3]]
    alle = {agenda.overleg.reeks for agenda in await inzage(proef).volgende(Vraag(), ALLES)}
    assert alle >= {"lvos", "politieoverleg", "ambtelijk-overleg"}


async def test_de_lijst_bladert_in_beide_richtingen(proef: Proef) -> None:
    """The first first, or the newest; page after page without one twice."""
    lvos = [id_ for id_, _ in gepland(proef, "lvos")]
    kijk = inzage(proef)
    for vraag, verwacht in ((Vraag(reeks="lvos"), lvos), (Vraag(reeks="lvos", nieuwste_eerst=True), lvos[::-1])):
        gezien = [
            each.overleg_id
            for pagina in range(3)
            for each in await kijk.overleggen(vraag, ALLES, hoogstens=5, sla_over=5 * pagina)
        ]
        assert gezien == verwacht


@pytest.mark.parametrize(
    "zicht",
    [Zicht(gemeente="gm1598"), Zicht(locatie="zoetermeer"), Zicht(reeksen=()), Zicht(reeksen=((GEMEENTE, "x"),))],
)
async def test_wat_niet_voor_u_is_bestaat_niet(proef: Proef, zicht: Zicht) -> None:
    """The same answer as for what is not there."""
    lvos = op(proef, "lvos", DINSDAG)
    for overleg_id in (lvos, uuid4()):
        with pytest.raises(OverlegOnbekend):
            await inzage(proef).agenda(overleg_id, zicht)
    assert (await inzage(proef).agenda(lvos, ALLES)).overleg.overleg_id == lvos


async def test_correcties_op_volgorde_en_vertrouwelijk_apart(proef: Proef) -> None:
    """A confidential one is for who may know; at the item that it is about."""
    id_ = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    proef.open(lvos)
    proef.sluit(lvos)
    for tekst, punt, geheim in (("Eerst.", None, False), ("Stil.", proef.punt(id_), True), ("Daarna.", None, False)):
        proef.nu += UUR

        def zet(tx: Transaction, tekst: str = tekst, punt: UUID | None = punt, geheim: bool = geheim) -> None:
            vergaderen.corrigeer(tx, lvos, punt, tekst, vertrouwelijk=geheim)

        doe(proef, zet)
    vol, open_ = [
        (await inzage(proef).agenda(lvos, Zicht(vertrouwelijk=geheim))).correcties for geheim in (True, False)
    ]
    assert [each.tekst for each in vol] == ["Eerst.", "Stil.", "Daarna."]
    assert [each.agendapunt_id for each in vol] == [None, proef.punt(id_), None]
    assert [each.tekst for each in open_] == ["Eerst.", "Daarna."]


async def test_meldingen_zonder_overleg_het_nieuwste_eerst(proef: Proef) -> None:
    """Page by page, of one's own place; what stands on an agenda is not among them."""
    proef.ontvang(melding(proef.nu))
    ids = []
    for _ in range(3):
        proef.nu += UUR
        ids.append(proef.ontvang(melding(proef.nu, locatie="zoetermeer")))
    kijk = inzage(proef)
    assert [each.melding_id for each in await kijk.zonder_overleg(ALLES)] == ids[::-1]
    assert [each.melding_id for each in await kijk.zonder_overleg(ALLES, hoogstens=1, sla_over=1)] == [ids[1]]
    for zicht in (Zicht(gemeente="gm1598"), Zicht(locatie=PLEK)):
        assert await kijk.zonder_overleg(zicht) == []
    assert len(await kijk.zonder_overleg(Zicht(reeksen=()))) == 3


async def test_een_drukke_agenda_is_er_helemaal(proef: Proef) -> None:
    """In a riot there are more meldingen than a database takes in one question: all of them are counted."""
    lvos = op(proef, "lvos", DINSDAG)

    def stroom(tx: Transaction) -> None:
        for _ in range(STUK + 1):
            proef.overleg.agendeer(tx, melding(proef.nu), proef.nu)

    doe(proef, stroom)
    agenda = await inzage(proef).agenda(lvos, ALLES)
    assert [(groep.aard, groep.aantal) for groep in agenda.telling] == [("overlast", STUK + 1)]
    assert agenda.overleg.open_punten == STUK + 1


async def test_wat_het_profiel_niet_meer_kent_blijft_te_zien(proef: Proef) -> None:
    """The series, or the whole municipality, left: its code stands where its name was, with what was put on it."""
    id_ = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    zonder = tuple(each for each in profiel().reeksen if each.code not in {"lvos", "politieoverleg", "evaluatie"})
    leeg = Profielen([profiel().model_copy(update={"reeksen": zonder})])
    elders = profiel().gemeente.model_copy(update={"code": "gm1598"})
    weg = Profielen([profiel().model_copy(update={"gemeente": elders})])
    for van in (leeg, weg):
        agenda = await inzage(proef, van).agenda(lvos, ALLES)
        assert (agenda.overleg.naam, [punt.soort for punt in agenda.agendapunten]) == ("lvos", ["melding"])
    bekend = await inzage(proef).agenda(lvos, ALLES)
    assert bekend.overleg.naam.startswith("LVOS (Leefbaarheids")


async def test_na_het_openen_vindt_een_agenda_niets_meer_vanzelf(proef: Proef) -> None:
    """Fixed items stand there once: before as a projection, after as facts; never in a cancelled meeting."""
    lvos, weg = op(proef, "lvos", DINSDAG), op(proef, "lvos", DINSDAG + 7 * DAG)
    for _ in range(2):
        agenda = await inzage(proef).agenda(lvos, ALLES)
        assert [punt.soort for punt in agenda.agendapunten] == ["vast", "vast"]
        proef.open(lvos)
    proef.annuleer(weg)
    afgezegd = await inzage(proef).agenda(weg, ALLES)
    assert (afgezegd.overleg.status, afgezegd.agendapunten) == (Status.GEANNULEERD, [])


async def test_wie_er_was_staat_erbij_als_dat_is_opgeschreven(proef: Proef) -> None:
    """Nothing is not the same as nobody."""
    lvos = op(proef, "lvos", DINSDAG)
    voor = (await inzage(proef).agenda(lvos, ALLES)).overleg
    proef.aanwezig(lvos, ["coa", "politie", "handhaving", "gemeente"])
    na = (await inzage(proef).agenda(lvos, ALLES)).overleg
    assert (voor.aanwezig, voor.afwezig) == (None, None)
    assert (na.aanwezig, na.afwezig) == (["coa", "gemeente", "handhaving", "politie"], [])


async def test_de_laatste_correctie_telt_in_welke_volgorde_ze_ook_komen(make_ledger: MakeLedger, database: str) -> None:
    """Intake's own order decides; on both databases."""
    proef = maak_proef(make_ledger, profielen(), IN_FEBRUARI, database)
    id_ = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    wat = {"gemeente": GEMEENTE, "locatie": PLEK, "melding_id": id_, "door": "meldpunt"}
    for volgnr, aard in ((3, "ggz"), (1, "crimineel"), (2, "overlast")):
        feit = MeldingGecorrigeerd.model_validate(wat | {"aard": aard})
        doe(proef, lambda tx, feit=feit, volgnr=volgnr: proef.overleg.werk_bij(tx, feit, volgnr, proef.nu))
    agenda = await inzage(proef).agenda(lvos, ALLES)
    assert [(groep.aard, groep.aantal) for groep in agenda.telling] == [("ggz", 1)]
