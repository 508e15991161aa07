"""Closing a meeting: what nobody spoke of is never silently discussed (LVS-2.4)."""

from typing import Any
from uuid import UUID

import pytest

from services.overleg.paginas.formulieren import Sluitformulier
from services.overleg.paginas.sluiten import (
    besproken,
    eis_toch,
    keuzes,
    niet_besproken,
    te_bespreken,
    vanzelf,
    vergeten,
)
from shared.facts import OngeldigeInvoer

EEN, TWEE, DRIE = (UUID(int=nr) for nr in (1, 2, 3))


def punt(id_: UUID, **anders: Any) -> dict[str, Any]:
    """An open item at which nothing was noted, unless said otherwise."""
    return {"id": id_, "open": True, "schuift": True, "bevinding": None, "besluit": None, "gekozen": None, **anders}


ALLES = [punt(EEN, bevinding="Rustig."), punt(TWEE), punt(DRIE, besluit="Meer licht.")]
AGENDA = te_bespreken(ALLES)


def test_wat_vanzelf_terugkomt_of_al_klaar_is_wordt_niet_gevraagd() -> None:
    """Only open items that would move on."""
    assert te_bespreken([*ALLES, punt(UUID(int=4), open=False), punt(UUID(int=5), schuift=False)]) == AGENDA


def test_de_getallen_staan_er_voor_het_sluiten() -> None:
    """How many there are, and how many of these without a word."""
    assert keuzes(AGENDA)[0][1] == "Alles is besproken: 3 punten, ook het punt waarbij niets is vastgelegd"
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


def test_ook_een_afspraak_maatregel_of_zin_zegt_dat_het_besproken_is() -> None:
    """Whatever was made at an item in this meeting, it was spoken of."""
    punten = [punt(EEN), punt(TWEE, bevinding="Rustig."), punt(DRIE, gekozen=object())]
    gevraagd = te_bespreken(punten, {EEN: ["afspraak"], TWEE: ["afspraak", "maatregel"]})
    assert [each["met"] for each in gevraagd] == [
        "afspraak",
        "bevinding, afspraak en maatregel",
        "zin voor de melder",
    ]
    assert besproken(gevraagd, {}) == {str(EEN), str(TWEE), str(DRIE)}
    assert keuzes(gevraagd)[0][1] == "Alles is besproken: 3 punten"


def test_wat_is_vastgelegd_telt_niet_stil_als_niet_besproken() -> None:
    """Who leaves such an item unticked says that this is meant; who chooses everything is asked nothing."""
    gevraagd = te_bespreken([punt(EEN), punt(TWEE)], {EEN: ["afspraak"]})
    velden = {"wat": "gekozen", "besproken": str(TWEE)}
    assert [each["id"] for each in vergeten(gevraagd, velden)] == [EEN]
    with pytest.raises(OngeldigeInvoer):
        eis_toch(gevraagd, velden, Sluitformulier(wat="gekozen"))
    eis_toch(gevraagd, velden, Sluitformulier(wat="gekozen", toch=True))
    for anders in ({}, {"wat": "alles"}, {"wat": "gekozen", "besproken": str(EEN)}):
        assert vergeten(gevraagd, anders) == []


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
