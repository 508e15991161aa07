"""Every limit of the catalogue, one line each: what is asked, and the line of the document that forbids it."""

from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

import pytest

from services.overleg.grenzen import steunt_op, toets
from services.overleg.maatregel import Aanvraag, Catalogus, Maatregel, MaatregelGeweigerd, catalogus, vraagt_gebied
from shared.contracts.overleg import GerichtOp
from shared.profiel import Rol
from tests.overleg.voorbeelden import DAG, GEMEENTE, PLEK, UUR, lokaal, meegeleverd

PROFIEL = meegeleverd("zoetermeer")
KENT = catalogus(PROFIEL)
NU = lokaal(2026, 2, 10, 12)
WIE = UUID("3f0c2f0e-58a5-4a3b-9d5e-0b7a7b1c2d3e")
TWAALF = 12 * UUR


def gronden(code: str) -> tuple[str, ...]:
    """Every condition of a kind, stated."""
    return tuple(each.code for each in KENT.soort(code).voorwaarden)


def aanvraag(code: str, **anders: Any) -> Aanvraag:
    """A request of this kind that nothing forbids."""
    soort = KENT.soort(code)
    persoon = "persoon" in soort.gericht_op
    wat: dict[str, Any] = {
        "gericht_op": GerichtOp.PERSOON if persoon else GerichtOp.GEBIED,
        "ingaande": NU + UUR,
        "eindigt": NU + UUR + (TWAALF if soort.aaneengesloten else DAG),
        "gebied": "rokkeveen" if vraagt_gebied(soort) or not persoon else None,
        "betrokkene": WIE if persoon else None,
        "om_geraadpleegd_op": NU - UUR,
        "driehoek_op": NU - UUR,
        "voorwaarden": gronden(code),
        "toegelicht": bool(soort.voorwaarden),
    }
    if soort.afgeschermd:
        wat |= {"betrokkene": None, "gebied": None, "toegelicht": False}
    return Aanvraag(**wat | anders)


def bestaand(soort: str, begin: datetime, eind: datetime | None, **anders: Any) -> Maatregel:
    """A measure that stands already."""
    return Maatregel(uuid4(), soort, GEMEENTE, PLEK, None, begin, eind, gebied="rokkeveen", **anders)


RISICO = bestaand("veiligheidsrisicogebied", NU - DAG, NU + 30 * DAG)


def regel_van(code: str, wat: Aanvraag, *andere: Maatregel, door: Rol | None = None, kent: Any = KENT) -> str | None:
    """By which rule it is refused; None: it is imposed."""
    soort = kent.soort(code)
    try:
        toets(soort, wat, kent, andere, door=door or soort.bevoegd, op=NU)
    except MaatregelGeweigerd as geweigerd:
        return geweigerd.regel
    return None


def met(code: str, **anders: Any) -> Catalogus:
    """The catalogue with one kind changed."""
    return replace(KENT, soorten={**KENT.soorten, code: KENT.soort(code).model_copy(update=anders)})


ZONDER_APV = met("gebiedsverbod-kort", gebieden=("dorp",))
ZONDER_VERORDENING = met("veiligheidsrisicogebied", verordening=None)


@pytest.mark.parametrize("code", [soort.code for soort in PROFIEL.maatregelen])
def test_elke_maatregel_van_de_catalogus_kan_worden_opgelegd(code: str) -> None:
    """Each row has its rule and source, and passes where nothing forbids it."""
    soort = KENT.soort(code)
    assert soort.regel
    assert soort.bron
    kent = ZONDER_APV if code == "gebiedsverbod-acuut" else KENT
    wat = aanvraag(code, gebied="rokkeveen") if soort.wijkt_voor else aanvraag(code)
    assert regel_van(code, wat, RISICO, kent=kent) is None


@pytest.mark.parametrize("code", [soort.code for soort in PROFIEL.maatregelen])
def test_niemand_anders_dan_het_bevoegd_gezag(code: str) -> None:
    """Whoever is not the authority of the catalogue is refused, with the rule of that row."""
    soort = KENT.soort(code)
    for rol in Rol:
        if rol is not soort.bevoegd:
            assert regel_van(code, aanvraag(code), RISICO, door=rol) == soort.regel


GRENZEN: list[tuple[str, str, str, dict[str, Any], tuple[Maatregel, ...]]] = [
    ("TB-3.2", "172 lid 3 waar de APV het regelt", "gebiedsverbod-acuut", {"gebied": "rokkeveen"}, ()),
    ("TB-3.2", "172 lid 3 zonder gebied", "gebiedsverbod-acuut", {"gebied": None}, ()),
    ("TB-3.2", "langdurig zonder gebied", "gebiedsverbod-lang", {"gebied": None}, ()),
    ("TB-3.2", "zonder advies van het OM", "gebiedsverbod-lang", {"om_geraadpleegd_op": None}, ()),
    ("TB-3.2", "langer dan drie maanden", "gebiedsverbod-lang", {"eindigt": NU + 100 * DAG}, ()),
    ("TB-3.2", "zonder ernstige vrees", "gebiedsverbod-lang", {"voorwaarden": ("herhaalde-verstoring",)}, ()),
    ("TB-3.2", "zonder herhaling of leidende rol", "gebiedsverbod-lang", {"voorwaarden": ("ernstige-vrees",)}, ()),
    ("TB-3.2", "zonder toelichting", "gebiedsverbod-lang", {"toegelicht": False}, ()),
    ("TB-3.2", "met een onbekende voorwaarde", "gebiedsverbod-kort", {"voorwaarden": ("overlast", "zin")}, ()),
    ("TB-3.4", "zonder dreiging van herhaling", "groepsverbod", {"voorwaarden": ("eerder-in-groep",)}, ()),
    ("TB-3.5", "zonder dat de orde verstoord is", "meldplicht", {"voorwaarden": ()}, ()),
    ("TB-3.3", "zonder wapens", "veiligheidsrisicogebied", {"voorwaarden": ("niet-langer",)}, ()),
    ("TB-3.3", "zonder dat iemand iets stelt", "veiligheidsrisicogebied", {"voorwaarden": None}, ()),
    ("TB-3.3", "zonder de driehoek", "veiligheidsrisicogebied", {"driehoek_op": None}, ()),
    ("TB-3.3", "de driehoek achteraf", "veiligheidsrisicogebied", {"driehoek_op": NU + 2 * UUR}, ()),
    ("TB-3.3", "zonder einde", "veiligheidsrisicogebied", {"eindigt": None}, ()),
    ("TB-3.3", "op een persoon", "veiligheidsrisicogebied", {"gericht_op": GerichtOp.PERSOON, "betrokkene": WIE}, ()),
    ("TB-3.3", "ook met spoed langs de driehoek", "veiligheidsrisicogebied-spoed", {"driehoek_op": None}, ()),
    ("TB-3.3", "fouilleren buiten een aangewezen gebied", "preventief-fouilleren", {}, ()),
    ("TB-3.3", "fouilleren in een ander gebied", "preventief-fouilleren", {"gebied": "dorp"}, (RISICO,)),
    ("TB-3.3", "fouilleren langer dan de aanwijzing", "preventief-fouilleren", {},
     (bestaand("veiligheidsrisicogebied", NU - DAG, NU + 5 * UUR),)),
    ("TB-3.3", "fouilleren vóór de aanwijzing", "preventief-fouilleren", {},
     (bestaand("veiligheidsrisicogebied", NU + 2 * UUR, NU + 30 * DAG),)),
    ("TB-3.3", "fouilleren na intrekking", "preventief-fouilleren", {}, (replace(RISICO, ingetrokken=True),)),
    ("TB-3.3", "langer dan twaalf uur", "preventief-fouilleren", {"eindigt": NU + 14 * UUR}, (RISICO,)),
    ("TB-3.3", "twaalf uur achtereen, in twee delen", "preventief-fouilleren", {"eindigt": NU + 9 * UUR},
     (RISICO, bestaand("preventief-fouilleren", NU - 5 * UUR, NU + UUR))),
    ("TB-3.3", "aansluitend aan een latere", "preventief-fouilleren", {"eindigt": NU + 9 * UUR},
     (RISICO, bestaand("preventief-fouilleren", NU + 9 * UUR, NU + 15 * UUR))),
    ("TB-3.4", "samenscholing zonder aanleiding", "samenscholingsverbod", {"voorwaarden": ()}, ()),
    ("KN-4", "huisverbod langer dan tien dagen", "tijdelijk-huisverbod", {"eindigt": NU + 12 * DAG}, ()),
    ("KN-4", "huisverbod met een betrokkene", "tijdelijk-huisverbod", {"betrokkene": WIE}, ()),
    ("KN-4", "huisverbod met een gebied", "tijdelijk-huisverbod", {"gebied": "rokkeveen"}, ()),
    ("KN-4", "huisverbod zonder hulp", "tijdelijk-huisverbod",
     {"gericht_op": GerichtOp.PERSOON, "voorwaarden": ("huiselijk-geweld",)}, ()),
    ("LVS-3.1", "crisismaatregel met een melding", "crisismaatregel", {"meldingen": (uuid4(),)}, ()),
    ("LVS-3.1", "crisismaatregel met een overleg", "crisismaatregel", {"overleg_id": uuid4()}, ()),
    ("LVS-3.1", "crisismaatregel met een toelichting", "crisismaatregel", {"toegelicht": True}, ()),
    ("KN-4", "woonoverlast zonder stopgesprek", "woonoverlast", {"voorwaarden": ("bemiddeling-overwogen",)}, ()),
    ("LVS-3.1", "noodbevel zonder acute verstoring", "noodbevel", {"voorwaarden": ()}, ()),
    ("TB-3.7", "camera's zonder afweging van privacy", "cameratoezicht", {"voorwaarden": ("regie-politie",)}, ()),
    ("TB-3.7", "camera's zonder gebied", "cameratoezicht", {"gebied": None}, ()),
    ("TB-3.6", "alcoholverbod op een persoon", "alcoholverbod",
     {"gericht_op": GerichtOp.PERSOON, "betrokkene": WIE}, ()),
    ("TB-2.9", "regiemodel zonder eind", "regiemodel", {"eindigt": None}, ()),
]  # fmt: skip


@pytest.mark.parametrize(("regel", "wat", "code", "anders", "andere"), GRENZEN, ids=[each[1] for each in GRENZEN])
def test_elke_grens_noemt_zijn_regel(
    regel: str, wat: str, code: str, anders: dict[str, Any], andere: tuple[Maatregel, ...]
) -> None:
    """Refused, and by the line that sets this limit."""
    assert regel_van(code, aanvraag(code, **anders), *andere) == regel, wat


def test_zonder_verordening_geen_veiligheidsrisicogebied() -> None:
    """The council gives the power (article 151b); the urgent one needs none (article 174b, TB-3.3)."""
    assert (
        regel_van("veiligheidsrisicogebied", aanvraag("veiligheidsrisicogebied"), kent=ZONDER_VERORDENING) == "TB-3.3"
    )
    spoed = aanvraag("veiligheidsrisicogebied-spoed")
    assert regel_van("veiligheidsrisicogebied-spoed", spoed, kent=ZONDER_VERORDENING) is None


def test_fouilleren_steunt_op_de_aanwijzing() -> None:
    """The designation that it stands on is recorded; a break between two searches starts the hours again (TB-3.3)."""
    eerder = bestaand("preventief-fouilleren", NU - 11 * UUR, NU)
    wat = aanvraag("preventief-fouilleren")
    assert regel_van("preventief-fouilleren", wat, RISICO, eerder) is None
    elders = replace(bestaand("preventief-fouilleren", NU - 11 * UUR, NU + UUR), gebied="dorp")
    assert regel_van("preventief-fouilleren", wat, RISICO, elders) is None
    weg = replace(RISICO, id=uuid4(), ingetrokken=True)
    assert steunt_op(KENT.soort("preventief-fouilleren"), wat, [eerder, weg, RISICO]) == RISICO.id


def test_wat_is_ingetrokken_telt_niet_mee() -> None:
    """A withdrawn measure forbids nothing any more: no combination (TB-3.2), no hours of searching (TB-3.3)."""
    meldplicht = replace(bestaand("meldplicht", NU - DAG, NU + 30 * DAG), betrokkene=WIE)
    gezocht = bestaand("preventief-fouilleren", NU - 5 * UUR, NU + UUR)
    kort, zoeken = aanvraag("gebiedsverbod-kort"), aanvraag("preventief-fouilleren")
    assert regel_van("gebiedsverbod-kort", kort, meldplicht) == "TB-3.2"
    assert regel_van("gebiedsverbod-kort", kort, replace(meldplicht, ingetrokken=True)) is None
    assert regel_van("preventief-fouilleren", zoeken, RISICO, gezocht) == "TB-3.3"
    assert regel_van("preventief-fouilleren", zoeken, RISICO, replace(gezocht, ingetrokken=True)) is None


@pytest.mark.parametrize("code", ["overplaatsing", "htl-plaatsing", "inhouding-verstrekkingen"])
def test_wat_het_coa_doet_legt_de_gemeente_niet_op(code: str) -> None:
    """It can be requested (LVS-0.2)."""
    with pytest.raises(MaatregelGeweigerd) as geweigerd:
        KENT.soort(code)
    assert geweigerd.value.regel == "LVS-0.2"
