"""The record on paper: what a reader must not miss, and what stands there when there is little to say."""

from typing import Any
from uuid import UUID

from services.overleg.paginas.stuk import gegevens
from shared.contracts.intake import Dagdeel
from shared.wanneer import Gebeurd
from tests.overleg.voorbeelden import AMSTERDAM, lokaal

MELDING = {
    "soort": "Melding",
    "gebeurd": lokaal(2026, 2, 3, 21),
    "aard": "Overlast",
    "thema": "Geluid",
    "plaats": "Buiten de noodopvang",
    "gericht_tegen": "Omwonenden",
    "openbare_orde": False,
    "ernst": "",
    "toestand": [],
}
NIETS: dict[str, Any] = {"meldingen": [], "geheim": False, "ingetrokken": False, "van": None, "naar": None}
NIETS |= {
    "onbekend": 0,
    "sinds": [],
    "escalaties": [],
    "ingelicht": [],
    "bevinding": None,
    "besluit": None,
    "toelichting": None,
    "status": "Besproken",
    "open": False,
    "nr": 3,
    "id": UUID(int=3),
}
LEEG: dict[str, Any] = {
    "code": "gesloten",
    "begonnen": True,
    "gehouden": [("Gepland", "dinsdag")],
    "locatie": "Noodopvang",
    "aanwezig": [],
}
LEEG |= {"afwezig": [], "gesloten_op": lokaal(2026, 2, 10, 11), "reden_sluiten": None}
LEEG |= {"zonder_notitie": "", "bevindingen": None, "telling": [], "correcties": [], "bronnen": {}}


def stuk(*punten: dict[str, Any], **anders: object) -> dict[str, Any]:
    """A paper with these items under one head."""
    delen = [{"naam": "Meldingen en incidenten", "punten": punten}] if punten else []
    return gegevens({**LEEG, "delen": delen, **anders}, [], AMSTERDAM, volledig=True)


def punt(**anders: object) -> dict[str, Any]:
    """An item about one melding, unless said otherwise."""
    return {**NIETS, "soort": "melding", "kop": "Melding", "regel": "LVS-2.4", "meldingen": [MELDING], **anders}


def test_een_melding_is_een_rij() -> None:
    """When, what, where, towards whom, and what was done with it."""
    (deel,) = stuk(punt())["delen"]
    (rij,) = deel["rijen"]
    assert [rij[wat] for wat in ("nr", "wanneer", "wat", "waar", "tegen", "uitkomst")] == [
        "3",
        "03-02-2026 21.00",
        "Melding: overlast, geluid",
        "Buiten de noodopvang",
        "Omwonenden",
        "Besproken",
    ]
    assert (deel["punten"], rij["merken"], rij["sinds"], rij["noten"]) == ([], [], [], [])
    avond = {**MELDING, "gebeurd": Gebeurd(lokaal(2026, 2, 3, 18), Dagdeel.AVOND)}
    assert stuk(punt(meldingen=[avond]))["delen"][0]["rijen"][0]["wanneer"] == "03-02-2026, avond"


def test_wat_niet_gemist_mag_worden_staat_erbij() -> None:
    """Confidential, withdrawn, with consequences for public order, carried over: each is said, once."""
    zwaar = {"ernst": "4 van 4 (calamiteit)", "toestand": ["Er is een wapen gezien of genoemd"]}
    erg = punt(
        meldingen=[{**MELDING, "openbare_orde": True, **zwaar}], geheim=True, ingetrokken=True, van="eerder", onbekend=1
    )
    (rij,) = stuk(erg)["delen"][0]["rijen"]
    assert rij["merken"] == [
        "Vertrouwelijk",
        "Ernst: 4 van 4 (calamiteit)",
        "Er is een wapen gezien of genoemd",
        "Met gevolgen voor de openbare orde",
        "Telt niet mee",
        "Bleef liggen in een eerder overleg",
        "Van de melding is nog niets bekend",
    ]
    (deel,) = gegevens({**LEEG, "delen": [{"naam": "x", "punten": [erg]}]}, [], AMSTERDAM, volledig=False)["delen"]
    assert deel["rijen"][0]["merken"][0] == "Wat hierover vertrouwelijk is, staat in het volledige verslag"
    bevindingen = punt(soort="bevindingen", meldingen=[], van="eerder")
    assert stuk(bevindingen)["delen"][0]["punten"][0]["merken"] == ["Besproken"]


def test_wat_er_later_mee_gebeurde_en_wat_er_gezegd_is() -> None:
    """A correction with its moment; findings and decisions, each with its label."""
    later = [{"wat": "Gecorrigeerd: strafbaar gedrag", "op": lokaal(2026, 2, 4, 9)}]
    (rij,) = stuk(punt(sinds=later, bevinding="Rustig.", besluit="Niets."))["delen"][0]["rijen"]
    assert rij["sinds"] == ["Gecorrigeerd: strafbaar gedrag op 04-02-2026 09.00"]
    assert rij["noten"] == [["Bevinding", "Rustig."], ["Besluit", "Niets."]]


def test_een_regel_die_voor_alles_geldt_staat_er_een_keer() -> None:
    """At the head where all items share it, else at each of them."""
    vast = {"soort": "vast", "meldingen": []}
    (samen,) = stuk(punt(**vast), punt(**vast))["delen"]
    assert (samen["regel"], [each["regel"] for each in samen["punten"]]) == ("LVS-2.4", ["", ""])
    (apart,) = stuk(punt(**vast), punt(**vast, regel="LVS-2.1"))["delen"]
    assert (apart["regel"], [each["regel"] for each in apart["punten"]]) == ("", ["LVS-2.4", "LVS-2.1"])


def test_een_punt_zegt_wat_ervan_kwam() -> None:
    """Discussed, moved on, or nothing where nobody was asked; with its number, as on the page."""
    for status, naar, merken in (
        ("Besproken", None, ["Besproken"]),
        ("Naar het volgende overleg", "volgende", ["Naar het volgende overleg"]),
        ("", None, []),
    ):
        (een,) = stuk(punt(soort="verzoek", meldingen=[], naar=naar, status=status))["delen"][0]["punten"]
        assert (een["nr"], een["merken"]) == ("3", merken)
    open_ = stuk(punt(soort="verzoek", meldingen=[], open=True, status="Open"))
    assert open_["delen"][0]["punten"][0]["merken"] == []


def test_een_afspraak_staat_bij_haar_punt() -> None:
    """Who does what by when, below what was found there, beside the list of all."""
    afspraak = {"wat": "Extra ronde.", "wie": "Handhaving", "uiterlijk": lokaal(2026, 2, 17, 23, 59)}
    bij = [{**afspraak, "agendapunt_id": UUID(int=3)}, {**afspraak, "wat": "Elders.", "agendapunt_id": None}]
    delen = [{"naam": "Meldingen", "punten": [punt(bevinding="Rustig.")]}]
    papier = gegevens({**LEEG, "delen": delen}, bij, AMSTERDAM, volledig=True)
    assert papier["delen"][0]["rijen"][0]["noten"] == [
        ["Bevinding", "Rustig."],
        ["Afspraak", "Extra ronde. (Handhaving, uiterlijk 17 februari 2026)"],
    ]
    assert len(papier["afspraken"]) == 2


def test_niemand_schreef_op_wie_er_was() -> None:
    """A record says so, instead of leaving the line out."""
    assert ["Aanwezig", "Niet vastgelegd"] in stuk()["kenmerken"]
    assert "Niet vastgelegd" not in str(stuk(begonnen=False)["kenmerken"]), "an agenda: nobody could be there yet"
    allen_weg = stuk(afwezig=["COA"])["kenmerken"]
    assert (["Afwezig", "COA"] in allen_weg, "Niet vastgelegd" in str(allen_weg)) == (True, False)
    assert ["Toelichting bij het sluiten", "Eerder klaar."] in stuk(reden_sluiten="Eerder klaar.")["kenmerken"]
    assert stuk()["vast"]
    open_ = stuk(code="geopend", gesloten_op=None)
    assert (open_["vast"], "Vastgesteld" in str(open_["kenmerken"])) == (False, False)


def test_afspraken_en_correcties_staan_in_het_stuk() -> None:
    """Who does what by when; and a correction says at which item."""
    afspraak = {"wat": "Extra ronde.", "wie": "Handhaving", "uiterlijk": lokaal(2026, 2, 17, 23, 59)}
    afspraak["agendapunt_id"] = None
    correcties = [{"op": lokaal(2026, 2, 11), "bij": "Melding", "tekst": "Twee avonden."}]
    correcties.append({"op": lokaal(2026, 2, 12), "bij": None, "tekst": "Drie."})
    papier = gegevens({**LEEG, "delen": [], "correcties": correcties}, [afspraak], AMSTERDAM, volledig=False)
    assert papier["afspraken"] == [["Extra ronde.", "Handhaving", "17 februari 2026"]]
    assert papier["correcties"] == [
        "woensdag 11 februari 2026 10.00 uur, bij Melding: Twee avonden.",
        "donderdag 12 februari 2026 10.00 uur: Drie.",
    ]
    assert papier["versie"] == "Verslag zonder vertrouwelijke delen"
