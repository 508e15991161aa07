"""A last look before a measure stands: what is remarkable about it, and nothing recorded by looking."""

from dataclasses import replace
from datetime import datetime
from re import findall
from uuid import uuid4

import pytest

from services.overleg.grenzen import kanttekeningen, toets
from services.overleg.maatregel import Maatregel, MaatregelGeweigerd
from shared.contracts.overleg import MaatregelOpgelegd
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.test_maatregelgrenzen import KENT, NU, WIE, aanvraag, bestaand
from tests.overleg.test_paginas_uitvoering import KORT, NAGEKEKEN, nieuw, verborgen
from tests.overleg.voorbeelden import DAG, UUR

GEDRAG = "Beschrijf gedrag en wat u zag, niet wie iemand is of bij welke groep hij hoort."


def kort_verbod(over: int = 0) -> Maatregel:
    """A short ban of one day on this person, so many days from now."""
    return replace(bestaand("gebiedsverbod-kort", NU + over * DAG, NU + (over + 1) * DAG), betrokkene=WIE)


@pytest.mark.parametrize(
    ("begin", "eind", "zegt"),
    [
        (NU - 365 * DAG, NU - 364 * DAG, "al voorbij"),
        (NU - DAG, NU, "al voorbij"),
        (NU - 2 * DAG, NU + DAG, "achteraf"),
        (NU + 366 * DAG, NU + 367 * DAG, "meer dan een jaar"),
        (NU - DAG, NU + UUR, ""),
        (NU + 365 * DAG, NU + 366 * DAG, ""),
    ],
)
def test_een_vreemde_tijd_valt_op(begin: datetime, eind: datetime, zegt: str) -> None:
    """What is over, recorded afterwards or far away is said; what begins now is not."""
    wat = aanvraag("gebiedsverbod-kort", ingaande=begin, eindigt=eind)
    gezegd = kanttekeningen(wat, KENT, (), soort="gebiedsverbod-kort", op=NU)
    assert len(gezegd) == bool(zegt)
    assert all(zegt in each.tekst for each in gezegd)


def test_wat_er_al_geldt_valt_op() -> None:
    """A second ban on the same person at the same time is said, with which; not one that is over or withdrawn."""
    kort = kort_verbod()
    eerder = kort_verbod(-9)
    weg = replace(kort_verbod(), ingetrokken=True)
    wat = aanvraag("gebiedsverbod-lang")
    (een,) = kanttekeningen(wat, KENT, (kort, eerder, weg), soort="gebiedsverbod-lang", op=NU)
    assert een.maatregel_id == kort.id
    assert "'Gebiedsverbod voor korte tijd', vanaf 10-02-2026 12.00 uur tot 11-02-2026 12.00 uur" in een.tekst
    gebied = bestaand("alcoholverbod", NU, None)
    ander = bestaand("cameratoezicht", NU, None)
    (ook,) = kanttekeningen(aanvraag("alcoholverbod"), KENT, (gebied, ander), soort="alcoholverbod", op=NU)
    assert ook.maatregel_id == gebied.id
    assert ook.tekst.startswith("In dit gebied")


def test_een_botsing_zegt_waarmee_en_wat_te_doen() -> None:
    """Where it is written, when the other applies, and that one chooses another time or withdraws it (TB-3.2)."""
    kort = kort_verbod()
    with pytest.raises(MaatregelGeweigerd) as nee:
        toets(KENT.soort("meldplicht"), aanvraag("meldplicht"), KENT, (kort,), door=Rol.BURGEMEESTER, op=NU)
    assert nee.value.botst_met == kort.id
    for zegt in ("Toolbox, paragraaf 3.2", "tot 11-02-2026 12.00 uur", "Kies een tijd daarbuiten", "trek die eerst in"):
        assert zegt in nee.value.reden


def test_wat_mist_staat_op_een_rij() -> None:
    """One line for each ground that is missing, one for those of which any will do."""
    with pytest.raises(MaatregelGeweigerd) as nee:
        toets(
            KENT.soort("gebiedsverbod-lang"),
            aanvraag("gebiedsverbod-lang", voorwaarden=()),
            KENT,
            (),
            door=Rol.BURGEMEESTER,
            op=NU,
        )
    los, groep = nee.value.mist
    assert los == "Er is ernstige vrees voor verdere verstoring van de openbare orde"
    assert groep.startswith("minstens één hiervan: ‘De openbare orde is herhaaldelijk verstoord")


async def test_hoe_lang_het_mag_per_keer_en_in_totaal(kantoor: Kantoor) -> None:
    """A long ban: three months at a time, a year with its extensions; a short one has one limit."""
    scherm, kort = await nieuw(kantoor)
    lang = (await scherm.get("/maatregelen/nieuw?soort=gebiedsverbod-lang")).text
    assert "Hoogstens 3 maanden per keer. Met verlengingen mee hoogstens 12 maanden." in lang
    assert "per keer" not in kort.text


async def test_eerst_nakijken_dan_vastleggen(kantoor: Kantoor) -> None:
    """The first time everything is shown in words and nothing stands; changing brings back what was filled in."""
    scherm, pagina = await nieuw(kantoor)
    velden = verborgen(pagina.text, "/maatregelen/nieuw") | KORT | {"voorwaarden": ["overlast", "geweld"]}
    lang_geleden = velden | {"ingaande": "2020-11-24T10:00", "eindigt": "2020-11-25T10:00"}
    lang_geleden["omGeraadpleegdOp"] = "2020-11-23T10:00"
    kijk = await scherm.post("/maatregelen/nieuw", data=lang_geleden)
    assert (kijk.status_code, "Deze maatregel is al voorbij" in kijk.text) == (200, True)
    kijk = await scherm.post("/maatregelen/nieuw", data=velden)
    assert "Er was overlast; Er was geweld" in kijk.text
    assert "Let hierop" not in kijk.text
    assert "Bij dit zaaknummer staat hier nog geen maatregel." in kijk.text
    assert "Lees de toelichting nog een keer: gaat zij over gedrag" in kijk.text
    assert "Dat is geen juridische toets" in kijk.text
    assert "Neem dan een uitzondering op in het besluit" in kijk.text
    assert GEDRAG in pagina.text
    assert kantoor.proef.feiten(MaatregelOpgelegd) == []
    verder = dict(findall(r'type="hidden" name="(\w+)" value="([^"]*)"', kijk.text)) | {
        "voorwaarden": findall(r'name="voorwaarden" value="([^"]*)"', kijk.text)
    }
    terug = await scherm.post("/maatregelen/nieuw", data=verder | {"stap": "wijzigen"})
    assert 'value="geweld" checked' in terug.text
    assert "drie avonden achtereen" in terug.text
    assert (await scherm.post("/maatregelen/nieuw", data=verder | NAGEKEKEN)).status_code == 303
    (feit,) = kantoor.proef.feiten(MaatregelOpgelegd)
    assert isinstance(feit, MaatregelOpgelegd)
    assert feit.voorwaarden == ("overlast", "geweld")
    later = velden | {"aanvraag": str(uuid4())}
    tweede = await scherm.post("/maatregelen/nieuw", data=later)
    assert "Bij dit zaaknummer staat hier nog geen maatregel." not in tweede.text
    assert "Voor deze betrokkene geldt al" in tweede.text


async def test_overleg_in_de_toekomst_heet_zo(kantoor: Kantoor) -> None:
    """Consulted in 2030 is said to be in the future, not that it must come before the measure."""
    scherm, pagina = await nieuw(kantoor)
    velden = verborgen(pagina.text, "/maatregelen/nieuw") | KORT | {"omGeraadpleegdOp": "2030-01-01T10:00"}
    antwoord = await scherm.post("/maatregelen/nieuw", data=velden)
    assert (antwoord.status_code, "ligt in de toekomst" in antwoord.text) == (409, True)
