"""How near a threshold is: counted in its window, as the profile asks."""

from datetime import timedelta
from random import Random
from typing import Any

import pytest

from services.rapportage.kenmerken import cellen
from services.rapportage.tellen import WAARNAAR, Cel
from services.rapportage.weekbeelden.drempelstand import Drempelstand, drempelstanden, grenzen, kijken_naar
from shared.profiel import Drempel, laad
from tests.rapportage.feiten import LOCATIE
from tests.rapportage.test_tellen import INCIDENT, MELDING
from tests.rapportage.verdeeld import teksten

NU = MELDING.uur + timedelta(minutes=40)
ZOETERMEER = {drempel.code: drempel for drempel in laad("zoetermeer").drempels}
AANTAL, ENKEL = ZOETERMEER["driehoek-aantal"], ZOETERMEER["incident-openbare-orde"]
CRIMINEEL = MELDING._replace(aard="crimineel")


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
    uit = stand(AANTAL, CRIMINEEL._replace(aantal=aantal))
    assert (uit.telling, uit.grens, uit.venster_dagen, uit.stand) == (aantal, 5, 7, hoe)
    assert (uit.regel, uit.herkomst, uit.naam) == (AANTAL.regel, AANTAL.herkomst, AANTAL.omschrijving)


@pytest.mark.parametrize(("aantal", "hoe"), [(7, "rustig"), (8, "gewogen"), (80, "gewogen")])
def test_groei_is_niet_bereikt_maar_wordt_gewogen(aantal: int, hoe: str) -> None:
    """Whether it is more than the weeks before explain is escalatie's to say, not a count against a limit."""
    assert stand(ZOETERMEER["verslechtering"], MELDING._replace(aantal=aantal)).stand == hoe


def test_een_derde_van_de_grens_of_minder_is_dichtbij() -> None:
    """Two of three is near, two of four is not."""
    assert stand(anders(grens=3), CRIMINEEL._replace(aantal=2)).stand == "nadert"
    assert stand(anders(grens=4), CRIMINEEL._replace(aantal=2)).stand == "rustig"


def test_alleen_wat_binnen_het_venster_gebeurde() -> None:
    """Whole hours: the hour in which the window begins counts, the one before it does not."""
    rand = MELDING.uur - timedelta(days=7)
    assert stand(AANTAL, CRIMINEEL._replace(uur=rand)).telling == 1
    assert stand(AANTAL, CRIMINEEL._replace(uur=rand - timedelta(hours=1))).telling == 0
    assert stand(AANTAL, CRIMINEEL._replace(uur=NU + timedelta(hours=1))).telling == 0


@pytest.mark.parametrize(
    ("drempel", "past", "past_niet"),
    [
        (anders(), CRIMINEEL, MELDING),
        (anders(aard=(), thema=("geluid",)), MELDING, MELDING._replace(thema="drugs")),
        (anders(aard=(), plaats=("in-noodopvang",)), MELDING._replace(plaats="in-noodopvang"), MELDING),
        (anders(aard=(), gebied=("dorp",)), MELDING._replace(gebied="dorp"), MELDING),
        (anders(aard=(), gericht_tegen=("bewoners",)), MELDING._replace(gericht_tegen="bewoners"), MELDING),
        (anders(aard=(), ernst_vanaf=3), INCIDENT._replace(ernst=3), INCIDENT._replace(ernst=2)),
        (anders(aard=(), ernst_vanaf=1), INCIDENT._replace(ernst=1), MELDING._replace(ernst=9)),
        (anders(aard=(), gevolgen_openbare_orde=False), INCIDENT._replace(gevolgen=False), MELDING),
        (ENKEL, INCIDENT, INCIDENT._replace(gevolgen=False)),
        (anders(soort="enkel-incident", aard=()), INCIDENT._replace(gevolgen=False), MELDING),
        (anders(aard=()), MELDING, MELDING._replace(historisch=True)),
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


def test_wat_geen_drempel_kiest_maakt_voor_geen_drempel_uit() -> None:
    """Cells that are told apart only by what thresholds choose give what all of it gives, for the shipped profile."""
    toeval, drempels = Random(5), laad("zoetermeer").drempels
    cellen_ = [_willekeurig(toeval) for _ in range(400)]
    per = (WAARNAAR, kijken_naar(drempels))
    alles, gekozen = (cellen(teksten(cellen_), grenzen(drempels, NU), velden) for velden in per)
    assert len(gekozen) < len(alles)
    standen = [drempelstanden(drempels, LOCATIE, deel, NU, ()) for deel in (alles, gekozen)]
    assert standen[0] == standen[1]
    assert all(een.telling is None or een.telling > 0 for een in standen[0])


def _willekeurig(toeval: Random) -> Cel:
    return MELDING._replace(
        incident=toeval.random() < 0.3,
        uur=NU - timedelta(hours=toeval.randint(0, 600)),
        aard=toeval.choice(("overlast", "crimineel")),
        thema=toeval.choice(("geluid", "geweld", "intimidatie", "vernieling", "drugs")),
        plaats=toeval.choice(("in-noodopvang", "buiten-noodopvang")),
        kanaal=toeval.choice(("telefoon", "webformulier")),
        gericht_tegen=toeval.choice(("bewoners", "omwonenden")),
        gebied=toeval.choice(("dorp", "rokkeveen")),
        gevolgen=toeval.random() < 0.5,
        ernst=toeval.randint(1, 4),
        historisch=toeval.random() < 0.2,
        aantal=1,
    )
