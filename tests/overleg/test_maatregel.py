"""The limits of measures: each refusal cites the line that sets the limit."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID, uuid1, uuid4, uuid5

import pytest
from hypothesis import given as elke
from hypothesis import settings
from hypothesis import strategies as st

from services.overleg.grenzen import toets
from services.overleg.maatregel import (
    Aanvraag,
    Catalogus,
    Maatregel,
    MaatregelGeweigerd,
    leg_op,
)
from shared.contracts.overleg import GerichtOp
from shared.facts import OngeldigeInvoer
from shared.profiel import Rol
from tests.overleg.voorbeelden import AMSTERDAM, DAG, GEMEENTE, PLEK, UUR, lokaal, profiel

NU = lokaal(2026, 2, 10, 12)
WIE = UUID("3f0c2f0e-58a5-4a3b-9d5e-0b7a7b1c2d3e")
SOORTEN = {soort.code: soort for soort in profiel().maatregelen}
CATALOGUS = Catalogus(SOORTEN, {"rokkeveen", "dorp"}, AMSTERDAM)
KORT = Aanvraag(
    gericht_op=GerichtOp.PERSOON,
    ingaande=NU + UUR,
    eindigt=NU + 25 * UUR,
    gebied="rokkeveen",
    betrokkene=WIE,
    om_geraadpleegd_op=NU - UUR,
)
LANG = replace(KORT, eindigt=NU + 60 * DAG)


def lopend(soort: str, **anders: Any) -> Maatregel:
    """A measure on the same betrokkene at the same time."""
    wat = {"betrokkene": WIE, "ingaande": NU - DAG, "eindigt": NU + 30 * DAG, **anders}
    return Maatregel(id=uuid4(), soort=soort, gemeente=GEMEENTE, locatie=PLEK, **wat)


def mag(code: str, aanvraag: Aanvraag, *andere: Maatregel) -> None:
    """This may be imposed: nothing refuses it."""
    toets(SOORTEN[code], aanvraag, CATALOGUS, andere, door=Rol.BURGEMEESTER, op=NU)


def regel_van(code: str, aanvraag: Aanvraag, *andere: Maatregel, door: Rol = Rol.BURGEMEESTER) -> str:
    """By which rule a request is refused."""
    with pytest.raises(MaatregelGeweigerd) as geweigerd:
        toets(SOORTEN[code], aanvraag, CATALOGUS, andere, door=door, op=NU)
    return geweigerd.value.regel


def test_een_kort_gebiedsverbod_wordt_opgelegd() -> None:
    """By the burgemeester, in an area of the council, for a term of the council, after consulting the OM (TB-3.2)."""
    mag("gebiedsverbod-kort", KORT)
    feit = leg_op(SOORTEN["gebiedsverbod-kort"], KORT, maatregel_id=uuid4(), gemeente=GEMEENTE, locatie=PLEK)
    assert (feit.grondslag, feit.bevoegd_gezag, feit.regel) == ("APV", "burgemeester", "TB-3.2")
    assert (feit.gebied, feit.betrokkene, feit.eindigt) == ("rokkeveen", WIE, KORT.eindigt)


@pytest.mark.parametrize("ander", ["meldplicht", "groepsverbod"])
def test_een_kort_gebiedsverbod_gaat_niet_samen_met(ander: str) -> None:
    """Not beside a running meldplicht or groepsverbod of the same betrokkene (TB-3.2)."""
    assert regel_van("gebiedsverbod-kort", KORT, lopend(ander)) == "TB-3.2"


@pytest.mark.parametrize("code", ["meldplicht", "groepsverbod"])
def test_en_andersom_ook_niet(code: str) -> None:
    """A meldplicht or groepsverbod is refused while a short gebiedsverbod runs: the same line forbids it (TB-3.2)."""
    assert regel_van(code, LANG, lopend("gebiedsverbod-kort")) == "TB-3.2"


def test_wel_samen_met_een_lang_gebiedsverbod() -> None:
    """A long gebiedsverbod may be combined with a meldplicht or groepsverbod (TB-3.2)."""
    for code in ("meldplicht", "groepsverbod"):
        mag(code, LANG, lopend("gebiedsverbod-lang"))
        mag("gebiedsverbod-lang", LANG, lopend(code))


@pytest.mark.parametrize(
    ("code", "loopt", "met"),
    [("meldplicht", "gebiedsverbod-kort", "Meldplicht"), ("gebiedsverbod-kort", "groepsverbod", "Groepsverbod")],
)
def test_de_weigering_zegt_wat_wel_samen_mag(code: str, loopt: str, met: str) -> None:
    """In either order the long one, from the catalogue; a catalogue that forbids that too names nothing (TB-3.2)."""
    lang = SOORTEN["gebiedsverbod-lang"]
    ook = replace(CATALOGUS, soorten={**SOORTEN, lang.code: lang.model_copy(update={"niet_samen_met": (code, loopt)})})
    for kent, wel in ((CATALOGUS, [(lang.code, lang.naam)]), (ook, [])):
        with pytest.raises(MaatregelGeweigerd) as geweigerd:
            toets(SOORTEN[code], KORT, kent, [lopend(loopt)], door=Rol.BURGEMEESTER, op=NU)
        assert list(geweigerd.value.wel_samen) == wel
        zegt = f"Wel mag '{lang.naam}' samengaan met '{met}', als aan de voorwaarden is voldaan."
        assert (zegt in geweigerd.value.reden) == bool(wel)


@pytest.mark.parametrize(
    "ander",
    [
        lopend("meldplicht", betrokkene=uuid4()),
        lopend("meldplicht", eindigt=KORT.ingaande),
        lopend("meldplicht", ingaande=KORT.eindigt),
    ],
)
def test_een_ander_of_een_andere_tijd_is_geen_combinatie(ander: Maatregel) -> None:
    """Only the same betrokkene at the same time counts; one ends where the next begins (TB-3.2)."""
    mag("gebiedsverbod-kort", KORT, ander)


def test_zonder_einde_loopt_een_maatregel_altijd_nog() -> None:
    """A meldplicht without an end overlaps everything after its begin (TB-3.2)."""
    assert regel_van("gebiedsverbod-kort", KORT, lopend("meldplicht", eindigt=None)) == "TB-3.2"


def test_langer_dan_de_raad_bepaalde() -> None:
    """The term of the profile is the longest (TB-3.2); exactly that long is allowed."""
    termijn = SOORTEN["gebiedsverbod-kort"].termijn_hoogstens
    assert termijn is not None
    precies = replace(KORT, eindigt=KORT.ingaande + termijn)
    mag("gebiedsverbod-kort", precies)
    te_lang = replace(KORT, eindigt=KORT.ingaande + termijn + timedelta(minutes=1))
    assert regel_van("gebiedsverbod-kort", te_lang) == "TB-3.2"


def test_een_tijdelijke_maatregel_heeft_een_einde() -> None:
    """Without an end it would last longer than the term (TB-3.2)."""
    assert regel_van("gebiedsverbod-kort", replace(KORT, eindigt=None)) == "TB-3.2"


@pytest.mark.parametrize(("code", "regel"), [("meldplicht", "TB-3.5"), ("groepsverbod", "TB-3.4")])
def test_drie_kalendermaanden(code: str, regel: str) -> None:
    """The term of article 172a is counted in months on the local calendar (TB-3.5, TB-3.4)."""
    begin = lokaal(2026, 2, 10)
    precies = replace(LANG, ingaande=begin, eindigt=lokaal(2026, 5, 10), om_geraadpleegd_op=None)
    mag(code, precies)
    assert regel_van(code, replace(precies, eindigt=lokaal(2026, 5, 10, 11))) == regel


def test_te_lang_zegt_tot_wanneer_en_wat_wel_kan() -> None:
    """The last moment on the clocks of the municipality, and the ban of the profile that can last as long as asked."""
    with pytest.raises(MaatregelGeweigerd) as geweigerd:
        mag("gebiedsverbod-kort", LANG)
    kort, lang = (SOORTEN[f"gebiedsverbod-{hoe}"].naam for hoe in ("kort", "lang"))
    assert geweigerd.value.reden == (
        f"'{kort}' mag hoogstens 28 dagen duren: uiterlijk tot 10-03-2026 13.00 uur. "
        f"Langer kan met '{lang}': hoogstens 3 maanden, als aan de voorwaarden is voldaan."
    )
    with pytest.raises(MaatregelGeweigerd) as ook:
        mag("gebiedsverbod-kort", replace(LANG, eindigt=NU + 200 * DAG))
    assert "Langer kan" not in ook.value.reden


def test_een_gebiedsverbod_zonder_gebied_bestaat_niet() -> None:
    """Whatever the profile asks: who is banned must know from where (TB-3.2)."""
    assert regel_van("gebiedsverbod-lang", replace(LANG, gebied=None)) == "TB-3.2"
    mag("gebiedsverbod-lang", LANG)


@pytest.mark.parametrize("gebied", [None, "delft"])
def test_alleen_in_een_gebied_van_de_raad(gebied: str | None) -> None:
    """The council says where: no area or another one is refused (TB-3.2)."""
    assert regel_van("gebiedsverbod-kort", replace(KORT, gebied=gebied)) == "TB-3.2"


def test_een_onbekend_gebied_bij_een_andere_maatregel() -> None:
    """Where the council set no areas, it is still one of the profile: no street gets in."""
    assert regel_van("gebiedsverbod-lang", replace(LANG, gebied="delft")) == "TB-3.2"


@pytest.mark.parametrize("gesproken", [None, KORT.ingaande, NU + timedelta(minutes=5)])
def test_het_om_is_vooraf_geraadpleegd(gesproken: Any) -> None:
    """Consulted before it takes effect, and not in the future (TB-3.2)."""
    assert regel_van("gebiedsverbod-kort", replace(KORT, om_geraadpleegd_op=gesproken)) == "TB-3.2"


@pytest.mark.parametrize("later", [0 * UUR, UUR / 2])
def test_achteraf_raadplegen_is_niet_vooraf(later: timedelta) -> None:
    """A measure recorded after it took effect: the OM was asked at that moment or later, so too late (TB-3.2)."""
    begon = NU - 2 * UUR
    assert regel_van("gebiedsverbod-kort", replace(KORT, ingaande=begon, om_geraadpleegd_op=begon + later)) == "TB-3.2"
    mag("gebiedsverbod-kort", replace(KORT, ingaande=begon, om_geraadpleegd_op=begon - UUR))


@pytest.mark.parametrize("door", [rol for rol in Rol if rol is not Rol.BURGEMEESTER])
def test_alleen_het_bevoegd_gezag(door: Rol) -> None:
    """Nobody but the burgemeester imposes a gebiedsverbod (TB-3.2)."""
    assert regel_van("gebiedsverbod-kort", KORT, door=door) == "TB-3.2"


@pytest.mark.parametrize("anders", [{"bevoegd_gezag": Rol.OM}, {"grondslag": "artikel 172a Gemeentewet"}])
def test_gezag_en_grondslag_zijn_die_van_de_catalogus(anders: dict[str, Any]) -> None:
    """Whoever states another authority or basis than the catalogue's is refused (TB-3.2)."""
    assert regel_van("gebiedsverbod-kort", replace(KORT, **anders)) == "TB-3.2"
    mag("gebiedsverbod-kort", replace(KORT, bevoegd_gezag=Rol.BURGEMEESTER, grondslag="APV"))


@pytest.mark.parametrize(("doel", "wie"), [(GerichtOp.GEBIED, None), (GerichtOp.GROEP, WIE)])
def test_alleen_op_wat_de_catalogus_noemt(doel: GerichtOp, wie: UUID | None) -> None:
    """A short gebiedsverbod is aimed at a person (TB-3.2)."""
    assert regel_van("gebiedsverbod-kort", replace(KORT, gericht_op=doel, betrokkene=wie)) == "TB-3.2"


def test_een_persoon_heeft_een_kenmerk() -> None:
    """Without betrokkene no combination can be checked (TB-3.2)."""
    assert regel_van("gebiedsverbod-kort", replace(KORT, betrokkene=None)) == "TB-3.2"


def test_een_gebied_heeft_geen_betrokkene() -> None:
    """A measure on an area says nothing about a person."""
    camera = SOORTEN["gebiedsverbod-kort"].model_copy(update={"gericht_op": ("gebied",)})
    with pytest.raises(MaatregelGeweigerd, match="geen betrokkene"):
        toets(camera, replace(KORT, gericht_op=GerichtOp.GEBIED), CATALOGUS, [], door=Rol.BURGEMEESTER, op=NU)


@pytest.mark.parametrize(
    "wie", [uuid1(), uuid5(WIE, "jan"), UUID("3f0c2f0e-58a5-4a3b-dd5e-0b7a7b1c2d3e"), UUID(int=0), UUID(int=900101123)]
)
def test_een_betrokkene_is_willekeurig(wie: UUID) -> None:
    """Only a random id: one derived from a name, a machine or a number is refused (LVS-2.2)."""
    assert regel_van("gebiedsverbod-kort", replace(KORT, betrokkene=wie)) == "LVS-2.2"


@pytest.mark.parametrize("eindigt", [KORT.ingaande, KORT.ingaande - UUR])
def test_het_einde_ligt_na_het_begin(eindigt: Any) -> None:
    """A measure that ended before it began is a mistake (TB-3.2)."""
    assert regel_van("gebiedsverbod-kort", replace(KORT, eindigt=eindigt)) == "TB-3.2"


def test_een_maatregel_buiten_de_catalogus() -> None:
    """What the profile does not know cannot be imposed."""
    with pytest.raises(OngeldigeInvoer, match="gebiedsverbod-kort"):
        CATALOGUS.soort("verbanning")


@settings(max_examples=150, deadline=None)
@elke(
    begin=st.integers(-200, 200),
    duur=st.integers(1, 200),
    kort=st.integers(1, 200),
    ander=st.sampled_from(["meldplicht", "groepsverbod"]),
    eerst_kort=st.booleans(),
)
def test_wat_de_tabel_verbiedt_komt_er_nooit_door(
    begin: int, duur: int, kort: int, ander: str, eerst_kort: bool
) -> None:
    """Refused exactly when the two overlap, in whatever order they are imposed (TB-3.2)."""
    een = replace(KORT, eindigt=KORT.ingaande + kort * UUR)
    twee = replace(LANG, ingaande=KORT.ingaande + begin * UUR, eindigt=KORT.ingaande + (begin + duur) * UUR)
    overlappen = begin < kort and begin + duur > 0
    (code, nieuw), (oud_code, oud) = (("gebiedsverbod-kort", een), (ander, twee))[:: 1 if not eerst_kort else -1]
    bestaand = lopend(oud_code, ingaande=oud.ingaande, eindigt=oud.eindigt)
    if overlappen:
        assert regel_van(code, nieuw, bestaand) == "TB-3.2"
    else:
        mag(code, nieuw, bestaand)
