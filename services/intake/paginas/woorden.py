"""The words on screen for our codes. What a profile names, the profile words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from shared.contracts.intake import Aangifte, Aard, Dagdeel, GerichtTegen, Gezegd
from shared.ledger import from_iso
from shared.profiel import Profiel, Profielen
from shared.profiel.regels import regelwoorden
from shared.wanneer import gebeurd
from shared.web.opmaak import kort
from shared.web.talen import Taal, lees_taal
from shared.woorden import AARDEN, GERICHT_TEGEN
from shared.woorden import ERNST as HOE_ERNSTIG
from shared.zoeken import noemt

Opties = list[tuple[str, str]]

AARD_VRAGEN: Opties = [
    ("overlast", "Overlast, bijvoorbeeld lawaai of hinder"),
    ("crimineel", "Iets strafbaars, bijvoorbeeld diefstal, vernieling of geweld"),
    ("ggz", "Zorgen om iemand die hulp nodig lijkt te hebben"),
]
DAGDELEN: Opties = [(deel.value, lees_taal("nl")(f"vraag.wanneer.{deel}")) for deel in Dagdeel]
"""In the words of the public form."""
ZONDER_DAGDEEL = Taal("nl", {**lees_taal("nl").teksten, "fout.tijd.leeg": "Vul de tijd in. Ongeveer is goed."})
"""Those words for a form that asks for no part of the day."""
AANGIFTE = {
    Aangifte.GEDAAN: "Ja",
    Aangifte.NIET_GEDAAN: "Nee",
    Aangifte.ONBEKEND: "Weet ik niet",
}
SOORTEN = {"melding": "Melding", "incident": "Incident (COA)"}
STATUSSEN = {
    "ontvangen": "Ontvangen",
    "in-behandeling": "In behandeling",
    "gesloten": "Afgesloten",
    "ingetrokken": "Ingetrokken",
}
GEZEGDEN = {"wapen": "Wapen gezien of genoemd", "nogGaande": "Nog gaande volgens het COA"}
"""What only an incident has, and the COA may leave open."""
ANTWOORDEN: Opties = [("ja", "Ja"), ("nee", "Nee"), ("onbekend", "Dat weet ik niet")]
NIETS = "–"
"""Where nothing was filled in."""
ERNST = {ernst: f"{ernst} van 4 ({woord})" for ernst, woord in HOE_ERNSTIG.items()}


class Woorden:
    """Words for every code of the loaded profiles."""

    def __init__(self, profielen: Profielen) -> None:
        self._profielen = profielen.alle()
        self._per_gemeente = {profiel.gemeente.code: _namen(profiel) for profiel in self._profielen}

    def naam(self, veld: str, gemeente: str, code: str | None) -> str:
        """Write a code as its municipality calls it; a code that left the profile since is shown as it is."""
        return self._per_gemeente.get(gemeente, {}).get((veld, code or ""), code or NIETS)

    def telefoon(self, gemeente: str) -> str:
        """Give the number of a municipality for whoever wants to ask something; empty where its profile has none."""
        contacten = (profiel.gemeente.privacy for profiel in self._van(gemeente))
        return next((een.telefoon for een in contacten if een and een.telefoon), "")

    def locaties(self, gemeente: str | None = None, locatie: str | None = None) -> Opties:
        """Give every location to choose from, or only one's own, as `gemeente:code`."""
        meer = len(self._profielen) > 1
        return [
            (f"{profiel.gemeente.code}:{plek.code}", f"{plek.naam}, {profiel.gemeente.naam}" if meer else plek.naam)
            for profiel in self._profielen
            for plek in profiel.locaties
            if gemeente in (None, profiel.gemeente.code) and locatie in (None, plek.code)
        ]

    def keuzes(self, veld: str, gemeente: str | None = None) -> Opties:
        """Give what any of the profiles, or that of one municipality, offers for `plaatsen`, `themas` or `kanalen`."""
        return _eenmaal(keuze for profiel in self._van(gemeente) for keuze in getattr(profiel.meldingen, veld))

    def gebieden(self, gemeente: str | None = None, locatie: str | None = None) -> Opties:
        """Give every area of every location, or those of one."""
        plekken = (plek for profiel in self._van(gemeente) for plek in profiel.locaties)
        return _eenmaal(gebied for plek in plekken if locatie in (None, plek.code) for gebied in plek.gebieden)

    def partners(self, gemeente: str) -> Opties:
        """Give to whom a melding can be handed over."""
        return _eenmaal(partner for profiel in self._van(gemeente) for partner in profiel.partners)

    def partner(self, gemeente: str, code: str) -> str:
        """Name a partner; one that left the profile since is shown as it is."""
        return dict(self.partners(gemeente)).get(code, code)

    def regel(self, gemeente: str, regel: str) -> str:
        """Name a rule; with whose it is, where this municipality did not adopt its document."""
        return regelwoorden(regel, *self._van(gemeente))

    def zone(self, gemeente: str) -> ZoneInfo:
        """In which this municipality reads its clock."""
        return next(iter([profiel.zone for profiel in self._van(gemeente)] or [ZoneInfo("Europe/Amsterdam")]))

    def codes(self, woord: str) -> dict[str, list[tuple[str, str]]]:
        """Give what a typed word says of fields: per field the codes, each with its municipality, whose name has it."""
        gevonden: dict[str, list[tuple[str, str]]] = {}
        for gemeente, namen in self._per_gemeente.items():
            for (veld, code), naam in namen.items():
                if noemt(naam, woord):
                    gevonden.setdefault(veld, []).append((gemeente, code))
        return gevonden

    def kort(self, inhoud: Mapping[str, Any]) -> str:
        """Name a melding by what it is about and when it happened."""
        moment = gebeurd(from_iso(inhoud["voorgevallenOp"]), inhoud["dagdeel"])
        thema = self.naam("thema", inhoud["gemeente"], inhoud["thema"])
        return f"{AARDEN[Aard(inhoud['aard'])]}, {thema}, {kort(moment)}"

    def _van(self, gemeente: str | None) -> list[Profiel]:
        return [profiel for profiel in self._profielen if gemeente in (None, profiel.gemeente.code)]

    def plaats_verplicht(self) -> bool:
        """Whether every profile asks where it happened."""
        return all(profiel.meldingen.plaats_verplicht for profiel in self._profielen)

    def beschreven(self, inhoud: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Write the fields of a melding or incident as label and words."""
        gemeente = inhoud["gemeente"]
        yield "Aard", AARDEN[Aard(inhoud["aard"])]
        for label, veld in (("Locatie", "locatie"), ("Plaats", "plaats"), ("Buurt", "gebied"), ("Thema", "thema")):
            yield label, self.naam(veld, gemeente, inhoud[veld])
        yield "Getroffen", GERICHT_TEGEN[GerichtTegen(inhoud["gerichtTegen"])]
        yield "Binnengekomen via", self.naam("kanaal", gemeente, inhoud["kanaal"])
        yield "Aangifte gedaan", AANGIFTE[Aangifte(inhoud["aangifte"])].replace("Weet ik niet", "Onbekend")
        yield "Tegen iemand met een publieke taak", "Ja" if inhoud["publiekeTaak"] else "Nee, of niet bekend"
        if "ernst" in inhoud:
            yield "Gevolgen voor de openbare orde", _ja_nee(inhoud["gevolgenOpenbareOrde"])
            yield "Ernst", ERNST[inhoud["ernst"]]
            for veld, label in GEZEGDEN.items():
                if (gezegd := inhoud.get(veld, Gezegd.ONBEKEND)) != Gezegd.ONBEKEND:
                    yield label, "Ja" if gezegd == Gezegd.JA else "Nee"


def _namen(profiel: Profiel) -> dict[tuple[str, str], str]:
    gevraagd = profiel.meldingen
    keuzes: dict[str, Iterable[Any]] = {
        "locatie": profiel.locaties,
        "plaats": gevraagd.plaatsen,
        "kanaal": gevraagd.kanalen,
        "thema": gevraagd.themas,
        "gebied": (gebied for plek in profiel.locaties for gebied in plek.gebieden),
    }
    aarden = {("aard", aard.value): naam for aard, naam in AARDEN.items()}
    return aarden | {(veld, keuze.code): keuze.naam for veld, reeks in keuzes.items() for keuze in reeks}


def _eenmaal(keuzes: Iterable[Any]) -> Opties:
    gezien: dict[str, str] = {}
    for keuze in keuzes:
        gezien.setdefault(keuze.code, keuze.naam)
    return list(gezien.items())


def _ja_nee(waar: bool) -> str:
    return "Ja" if waar else "Nee"
