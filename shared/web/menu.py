"""The ways in: what stands at the top of every page, for who may go there, and where one is among them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from shared.web.toegang.wie import Wie, mag


@dataclass(frozen=True, slots=True)
class Ingang:
    """One entry of the navigation. `medewerker`: what somebody who signed in must be allowed as well.

    `onder`: the entry that it belongs to; who may not open that one finds it at the top. `ook`: another entry beside
    whose pages it stands.
    """

    pad: str
    naam: str
    actie: str
    medewerker: str = ""
    onder: str = ""
    ook: str = ""

    def staat_open(self, wie: Wie) -> bool:
        """Say whether somebody may go in here."""
        return mag(wie, self.medewerker if self.medewerker and wie.aangemeld else self.actie)

    def omvat(self, pad: str) -> bool:
        """Say whether a page is this one, or lies below it."""
        return pad == self.pad or (self.pad != "/" and pad.startswith(f"{self.pad}/"))


INGANGEN: Sequence[Ingang] = (
    Ingang("/", "Vandaag", "vandaag.lezen"),
    Ingang("/melden", "Melden", "melding.doen", medewerker="melding.registreren"),
    Ingang("/volgen", "Volgen", "melding.volgen", onder="/melden"),
    Ingang("/meldkaart", "Wie belt u?", "meldkaart.lezen", onder="/melden"),
    Ingang("/meldingen", "Meldingen", "meldingen.lezen"),
    Ingang("/aan-mij", "Aan u doorgezet", "doorgezet.lezen", onder="/meldingen"),
    Ingang("/doorzettingen", "Nog niet bezorgd", "melding.behandelen", onder="/meldingen"),
    Ingang("/coa-berichten", "COA-berichten", "coa-berichten.lezen", onder="/meldingen"),
    Ingang("/overleg", "Overleg", "overleg.lezen"),
    Ingang("/afspraken", "Afspraken", "afspraken.lezen", onder="/overleg"),
    Ingang("/verzoeken", "Verzoeken", "verzoeken.lezen", onder="/overleg"),
    Ingang("/berichten", "Berichten", "berichten.lezen", onder="/overleg"),
    Ingang("/overleg/agenda", "In uw eigen agenda", "agenda.abonneren", onder="/overleg"),
    Ingang("/maatregelen", "Maatregelen", "maatregelen.lezen"),
    Ingang("/escalaties", "Escalaties", "escalatie.lezen"),
    Ingang("/piket", "Piket", "piket.lezen", onder="/escalaties"),
    Ingang("/kanalen", "Kanalen", "kanalen.lezen", onder="/escalaties", ook="/beheer"),
    Ingang("/geen-stille-misser", "Gemiste waarschuwingen", "missers.lezen", onder="/escalaties"),
    Ingang("/rapportage", "Rapportage", "weekbeeld.lezen"),
    Ingang("/rapportage/weekbeeld", "Weekbeeld", "weekbeeld.lezen", onder="/rapportage"),
    Ingang("/rapportage/nieuw", "Sinds het vorige overleg", "overleg.lezen", onder="/rapportage"),
    Ingang("/rapportage/veranderd", "Wat is er veranderd", "weekbeeld.lezen", onder="/rapportage"),
    Ingang("/rapportage/doorlooptijden", "Doorlooptijden", "weekbeeld.lezen", onder="/rapportage"),
    Ingang("/rapportage/kwaliteit", "Kwaliteit", "weekbeeld.lezen", onder="/rapportage"),
    Ingang("/rapportage/evaluatie", "Evaluatie", "weekbeeld.lezen", onder="/rapportage"),
    Ingang("/rapportage/verslag", "Kwartaal en jaar", "weekbeeld.lezen", onder="/rapportage"),
    Ingang("/rapportage/indicatoren", "Doelen", "indicatoren.lezen", onder="/rapportage"),
    Ingang("/raadsverslag", "Voor de raad", "raadsverslag.lezen", onder="/rapportage"),
    Ingang("/open-data", "Openbare cijfers", "open-data.lezen", onder="/rapportage"),
    Ingang("/beheer", "Beheer", "beheer.lezen"),
    Ingang("/beheer/gezondheid", "Gezondheid", "beheer.lezen", onder="/beheer"),
    Ingang("/beheer/profiel", "Profiel", "beheer.lezen", onder="/beheer"),
    Ingang("/beheer/toegang", "Toegang", "beheer.sleutels", onder="/beheer"),
    Ingang("/beheer/audit", "Audit", "audit.lezen", onder="/beheer"),
    Ingang("/beheer/bewaren", "Bewaren", "bewaren.lezen", onder="/beheer"),
    Ingang("/beheer/winkeliers", "Winkeliers", "groepen.beheren", onder="/beheer"),
    Ingang("/zoeken", "Zoeken", "zoeken"),
)
HOORT_BIJ = {"/tijdlijn": ("/meldingen", "/aan-mij"), "/meldingen": ("/meldingen", "/aan-mij", "/escalaties")}
"""Pages that lie elsewhere than where one comes from: the first of these that is open."""


def present(paths: Collection[str], overleg: str = "") -> Sequence[Ingang]:
    """Keep the entries that lead to a page of this installation. `overleg`: what people call the meeting there."""
    return tuple(_genoemd(ingang, overleg) for ingang in INGANGEN if ingang.pad in paths)


def _genoemd(ingang: Ingang, overleg: str) -> Ingang:
    return replace(ingang, naam=f"{ingang.naam} ({overleg})") if overleg and ingang.pad == "/overleg" else ingang


@dataclass(frozen=True, slots=True)
class Kruimel:
    """A step on the way to where one is."""

    pad: str
    naam: str


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where somebody is: the entries at the top, those beside this page, and the way to it."""

    menu: Sequence[Ingang]
    naast: Sequence[Ingang]
    kruimels: Sequence[Kruimel]
    hier: Ingang | None
    boven: Ingang | None

    def is_hier(self, ingang: Ingang) -> bool:
        """Say whether the page lies below this entry."""
        return ingang == (self.hier if self.hier in self.menu else self.boven)


def plaats(menu: Sequence[Ingang], wie: Wie, pad: str) -> Plaats:
    """Say where a page is, among what this role may open."""
    mogelijk = {ingang.pad: ingang for ingang in menu if ingang.staat_open(wie)}
    hier = _hier(mogelijk, pad)
    boven = _boven(hier, mogelijk)
    top = [een for een in mogelijk.values() if not wie.aangemeld or een.onder not in mogelijk]
    naast = [een for een in mogelijk.values() if boven and boven.pad in (een.pad, een.onder, een.ook)]
    naast.sort(key=lambda een: boven is not None and een.ook == boven.pad)  # what belongs elsewhere too comes last
    toont = wie.aangemeld and hier is not None and len(naast) > 1
    return Plaats(top, naast if toont else [], _kruimels(hier, boven, wie, pad), hier, boven)


def _hier(mogelijk: dict[str, Ingang], pad: str) -> Ingang | None:
    elders = next((paden for begin, paden in HOORT_BIJ.items() if pad.startswith(f"{begin}/")), ())
    if gevonden := next((mogelijk[een] for een in elders if een in mogelijk), None):
        return gevonden
    return max((een for een in mogelijk.values() if een.omvat(pad)), key=lambda een: len(een.pad), default=None)


def _boven(hier: Ingang | None, mogelijk: dict[str, Ingang]) -> Ingang | None:
    return mogelijk.get(hier.onder, hier) if hier else None


NUMMER = len(str(UUID(int=0)))
TUSSEN = {"overleg": "Dit overleg", "meldingen": "Deze melding"}
"""What lies between a list and a page about one thing in it, by the list."""


def _kruimels(hier: Ingang | None, boven: Ingang | None, wie: Wie, pad: str) -> Sequence[Kruimel]:
    """Give the steps before this page; none for a page at the top, which the menu marks."""
    if hier is None or boven is None or pad == boven.pad or boven.pad in ("/", "/melden"):
        return ()
    begin = Kruimel("/", "Vandaag" if wie.aangemeld else "Begin")
    stappen = [begin, *(Kruimel(een.pad, een.naam) for een in dict.fromkeys((boven, hier)) if een.pad != pad)]
    delen = pad.split("/")
    if len(delen) > 3 and len(delen[2]) == NUMMER and delen[1] in TUSSEN and f"/{delen[1]}" == hier.pad:
        stappen.append(Kruimel("/".join(delen[:3]), TUSSEN[delen[1]]))
    return stappen
