"""How near a threshold is: counted in its window, as the profile asks."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from services.rapportage.tellen import Cel
from services.rapportage.weekbeelden.drempelstand import Drempelstand, drempelstanden
from shared.profiel import Drempel, laad
from tests.rapportage.feiten import LOCATIE
from tests.rapportage.test_tellen import INCIDENT, MELDING

NU = MELDING.uur + timedelta(minutes=40)
ZOETERMEER = {drempel.code: drempel for drempel in laad("zoetermeer").drempels}
AANTAL, ENKEL = ZOETERMEER["driehoek-aantal"], ZOETERMEER["incident-openbare-orde"]
CRIMINEEL = replace(MELDING, aard="crimineel")


def stand(drempel: Drempel, *cellen: Cel, open_: tuple[str, ...] = ()) -> Drempelstand:
    """How one threshold stands."""
    [uit] = drempelstanden([drempel], LOCATIE, cellen, NU, open_)
    return uit


def anders(**velden: Any) -> Drempel:
    """The threshold on five crimes, otherwise."""
    return AANTAL.model_copy(update=velden)


@pytest.mark.parametrize(
    ("aantal", "hoe"), [(0, "rustig"), (3, "rustig"), (4, "nadert"), (5, "bereikt"), (9, "bereikt")]
)
def test_hoe_dichtbij(aantal: int, hoe: str) -> None:
    """A third of the limit or less is missing: near."""
    uit = stand(AANTAL, replace(CRIMINEEL, aantal=aantal))
    assert (uit.telling, uit.grens, uit.venster_dagen, uit.stand) == (aantal, 5, 7, hoe)
    assert (uit.regel, uit.herkomst, uit.naam) == (AANTAL.regel, AANTAL.herkomst, AANTAL.omschrijving)


@pytest.mark.parametrize(("aantal", "hoe"), [(7, "rustig"), (8, "gewogen"), (80, "gewogen")])
def test_groei_is_niet_bereikt_maar_wordt_gewogen(aantal: int, hoe: str) -> None:
    """Whether it is more than the weeks before explain is escalatie's to say, not a count against a limit."""
    assert stand(ZOETERMEER["verslechtering"], replace(MELDING, aantal=aantal)).stand == hoe


def test_een_derde_van_de_grens_of_minder_is_dichtbij() -> None:
    """Two of three is near, two of four is not."""
    assert stand(anders(grens=3), replace(CRIMINEEL, aantal=2)).stand == "nadert"
    assert stand(anders(grens=4), replace(CRIMINEEL, aantal=2)).stand == "rustig"


def test_alleen_wat_binnen_het_venster_gebeurde() -> None:
    """Whole hours: the hour in which the window begins counts, the one before it does not."""
    rand = MELDING.uur - timedelta(days=7)
    assert stand(AANTAL, replace(CRIMINEEL, uur=rand)).telling == 1
    assert stand(AANTAL, replace(CRIMINEEL, uur=rand - timedelta(hours=1))).telling == 0
    assert stand(AANTAL, replace(CRIMINEEL, uur=NU + timedelta(hours=1))).telling == 0


@pytest.mark.parametrize(
    ("drempel", "past", "past_niet"),
    [
        (anders(), CRIMINEEL, MELDING),
        (anders(aard=(), thema=("geluid",)), MELDING, replace(MELDING, thema="drugs")),
        (anders(aard=(), plaats=("in-noodopvang",)), replace(MELDING, plaats="in-noodopvang"), MELDING),
        (anders(aard=(), gebied=("dorp",)), replace(MELDING, gebied="dorp"), MELDING),
        (anders(aard=(), gericht_tegen=("bewoners",)), replace(MELDING, gericht_tegen="bewoners"), MELDING),
        (anders(aard=(), ernst_vanaf=3), replace(INCIDENT, ernst=3), replace(INCIDENT, ernst=2)),
        (anders(aard=(), ernst_vanaf=1), replace(INCIDENT, ernst=1), replace(MELDING, ernst=9)),
        (anders(aard=(), gevolgen_openbare_orde=False), replace(INCIDENT, gevolgen=False), MELDING),
        (ENKEL, INCIDENT, replace(INCIDENT, gevolgen=False)),
        (anders(soort="enkel-incident", aard=()), replace(INCIDENT, gevolgen=False), MELDING),
        (anders(aard=()), MELDING, replace(MELDING, historisch=True)),
    ],
)
def test_wat_telt_staat_in_de_drempel(drempel: Drempel, past: Cel, past_niet: Cel) -> None:
    """As escalatie reads it: what is left open does not matter, and imported history never warns."""
    assert stand(drempel, past).telling == 1
    assert stand(drempel, past_niet).telling == 0


@pytest.mark.parametrize(
    "drempel",
    [ZOETERMEER["niet-besproken"], anders(soort="jaarnorm"), anders(reeks="x"), anders(venster=timedelta(90))],
)
def test_wat_hier_niet_geteld_wordt_is_geen_nul(drempel: Drempel) -> None:
    """Something that stays out, a year, an imported series, and a window longer than is looked back."""
    uit = stand(drempel, CRIMINEEL)
    assert (uit.telling, uit.venster_dagen, uit.stand) == (None, None, "niet-geteld")


def test_een_open_escalatie_gaat_voor_de_telling() -> None:
    """Escalatie has warned: then that is what must be read, whatever is counted here."""
    assert stand(AANTAL, open_=("driehoek-aantal",)).stand == "escalatie-open"
    assert stand(ZOETERMEER["niet-besproken"], open_=("niet-besproken",)).stand == "escalatie-open"


def test_alleen_de_drempels_van_deze_locatie() -> None:
    """One that names no location is of every location."""
    overal, elders = anders(code="a", locaties=()), anders(code="b", locaties=("elders",))
    assert [uit.code for uit in drempelstanden([overal, elders, AANTAL], LOCATIE, [], NU, None)] == ["a", AANTAL.code]
