"""A message of the COA that could not be read: whom it warns, and what ends it."""

from uuid import UUID

import pytest

from services.escalatie.alarm import alarmen_van
from services.escalatie.application import Inzage
from services.escalatie.bericht import BERICHT_KLAAR, bericht, daarna, opdracht
from services.escalatie.geweigerd import CODE
from services.escalatie.tijdlijn import zin
from shared.contracts.escalatie import (
    DrempelHerzien,
    EscalatieGevoed,
    Stap,
)
from shared.contracts.intake import (
    CoaAfhandeling,
    CoaBerichtAfgehandeld,
)
from tests.escalatie.gegeven import BEGIN, GEMEENTE, LOCATIE, geweigerd
from tests.escalatie.opstelling import Opstelling, Opzetten


@pytest.fixture
def keten(database: str, zet_op: Opzetten) -> Opstelling:
    """Escalatie on each database."""
    return zet_op(database)


async def test_een_geweigerd_incident_waarschuwt_piket_en_coa(keten: Opstelling) -> None:
    """Strictness must not silence LVS-0.3: an unreadable COA message warns piket and the COA at once."""
    await keten.hoor(geweigerd(1))
    [open_] = keten.geopend()
    assert (open_.drempel, open_.regel, open_.treden[0].rollen) == (CODE, "LVS-0.3", ("piket", "coa"))
    await keten.hoor(geweigerd(2))
    assert len(keten.geopend()) == 1
    assert len(keten.feiten(EscalatieGevoed)) == 1


async def test_het_coa_leest_wat_het_zelf_kan_doen(keten: Opstelling) -> None:
    """Nobody is told to call himself, nor named as one of others; when it came says which message it was."""
    await keten.hoor(geweigerd(1))
    zaak = await Inzage(keten.ledger, keten.profielen).zaak(keten.geopend()[0].escalatie_id)
    teksten = {
        alarm.rol: bericht(zaak, alarm, url="https://voorbeeld.nl/b?t=x").tekst
        for alarm in alarmen_van(keten.geopend()[0])
    }
    coa, piket = teksten["coa"], teksten["piket"]
    assert "Doe nu: Zijn er gevolgen voor de openbare orde? Bel dan zelf de politie" in coa
    assert "opnieuw door: met uw eigen systeem, of in Meldketen" in coa
    assert "het COA" not in coa.partition("Doe nu:")[2].partition("Escalatie:")[0]
    assert "Dan waarschuwen wij team Openbare Orde en Veiligheid, de piketdienst van de gemeente en u opnieuw." in coa
    assert "Wanneer: " in coa
    assert "Doe nu: Bel het COA en vraag wat er is gebeurd." in piket
    assert daarna(zaak, "coa", BEGIN).startswith("Zijn er gevolgen voor de openbare orde?")


def afgehandeld(nummer: int) -> CoaBerichtAfgehandeld:
    """Piket says what became of such a message."""
    return CoaBerichtAfgehandeld(
        gemeente=GEMEENTE,
        locatie=LOCATIE,
        quarantaine_id=UUID(int=nummer),
        uitkomst=CoaAfhandeling.OPNIEUW_GESTUURD,
        door="piket",
    )


async def test_na_het_sluiten_komt_er_niets_bij(keten: Opstelling) -> None:
    """An escalation that a person ended stays as it was, also when its message is handled later."""
    await keten.hoor(geweigerd(1))
    escalatie_id = keten.geopend()[0].escalatie_id
    await keten.bevestig(escalatie_id, "piket")
    await keten.sluit_af(escalatie_id)
    await keten.hoor(afgehandeld(1))
    assert keten.feiten(DrempelHerzien) == []


async def test_een_afgehandeld_coa_bericht_staat_in_de_tijdlijn(keten: Opstelling) -> None:
    """With each message what became of it; the last one says that there is nothing left to handle."""
    await keten.hoor(geweigerd(1), geweigerd(2))
    await keten.hoor(afgehandeld(2), afgehandeld(1))
    eerste, laatste = (zin(recorded.fact) for recorded in keten.feiten(DrempelHerzien))
    assert eerste == "Het bericht is afgehandeld door Piket: het COA heeft het opnieuw gestuurd. Er wacht nog 1."
    assert "Er is geen bericht meer af te handelen." in laatste
    inzage = Inzage(keten.ledger, keten.profielen)
    zaak = await inzage.zaak(keten.geopend()[0].escalatie_id)
    assert {opdracht(zaak, rol, Stap.ONTVANGEN, BEGIN) for rol in ("piket", "coa")} == {BERICHT_KLAAR}
    await keten.hoor(geweigerd(3))
    assert len(keten.geopend()) == 2, "what comes after that warns again"


async def test_na_een_bevestiging_waarschuwt_een_nieuwe_weigering_opnieuw(keten: Opstelling) -> None:
    """Somebody looked at the first; the next unreadable message may be a calamity of its own."""
    await keten.hoor(geweigerd(1))
    await keten.bevestig(keten.geopend()[0].escalatie_id, "piket")
    await keten.hoor(geweigerd(2))
    assert len(keten.geopend()) == 2
