"""Closing a meeting: what nobody spoke of is never silently discussed (LVS-2.4)."""

from typing import Any
from uuid import UUID

import pytest

from services.overleg.paginas.formulieren import Sluitformulier
from services.overleg.paginas.sluiten import besproken, keuzes, niet_besproken, te_bespreken, vanzelf
from shared.facts import OngeldigeInvoer

EEN, TWEE, DRIE = (UUID(int=nr) for nr in (1, 2, 3))


def punt(id_: UUID, **anders: Any) -> dict[str, Any]:
    """An open item at which nothing was noted, unless said otherwise."""
    return {"id": id_, "open": True, "schuift": True, "bevinding": None, "besluit": None, **anders}


AGENDA = [punt(EEN, bevinding="Rustig."), punt(TWEE), punt(DRIE, besluit="Meer licht.")]


def test_wat_vanzelf_terugkomt_of_al_klaar_is_wordt_niet_gevraagd() -> None:
    """Only open items that would move on."""
    assert te_bespreken([*AGENDA, punt(UUID(int=4), open=False), punt(UUID(int=5), schuift=False)]) == AGENDA


def test_de_getallen_staan_er_voor_het_sluiten() -> None:
    """How many there are, and how many of these without a word."""
    assert keuzes(AGENDA)[0][1] == "Alles is besproken: 3 punten, ook het punt zonder bevinding of besluit"
    assert keuzes(AGENDA[:1])[0][1] == "Alles is besproken: 1 punt"


@pytest.mark.parametrize(
    ("aantal", "zegt"), [(0, ""), (1, "Het andere punt op de agenda is vast"), (2, "De andere 2 punten op de agenda")]
)
def test_waarom_de_agenda_meer_telt_dan_de_vraag(aantal: int, zegt: str) -> None:
    """Fixed items are on the agenda and are not asked about; else the two numbers contradict each other."""
    gezegd = vanzelf([*AGENDA, *(punt(UUID(int=9 + n), schuift=False) for n in range(aantal))])
    assert gezegd.startswith(zegt)
    assert bool(gezegd) == bool(zegt)


def test_wat_genoteerd_is_staat_aangekruist_tot_iemand_zelf_kiest() -> None:
    """A finding or a decision says that it was discussed; what was sent counts more."""
    assert besproken(AGENDA, {}) == {str(EEN), str(DRIE)}
    assert besproken(AGENDA, {"wat": "gekozen", "besproken": str(TWEE)}) == {str(TWEE)}


@pytest.mark.parametrize(
    ("keuze", "liggend"),
    [
        (Sluitformulier(wat="alles", getoond=(EEN, TWEE, DRIE)), []),
        (Sluitformulier(wat="alles", getoond=(EEN, TWEE)), [DRIE]),
        (Sluitformulier(wat="gekozen", besproken=(EEN,), getoond=(EEN, TWEE, DRIE)), [TWEE, DRIE]),
        (Sluitformulier(wat="gekozen"), [EEN, TWEE, DRIE]),
    ],
)
def test_wat_niemand_noemt_gaat_naar_het_volgende_overleg(keuze: Sluitformulier, liggend: list[UUID]) -> None:
    """Also what came on the agenda while the form stood open."""
    assert niet_besproken(AGENDA, keuze) == liggend


def test_zwijgen_sluit_niet() -> None:
    """Without a choice nothing is closed; where nothing stands on the agenda there is nothing to choose."""
    with pytest.raises(OngeldigeInvoer):
        niet_besproken(AGENDA, Sluitformulier())
    assert niet_besproken([], Sluitformulier()) == []
