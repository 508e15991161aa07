"""The ways in: what stands at the top of every page, for who may go there."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from shared.web.toegang.wie import Wie, mag


@dataclass(frozen=True, slots=True)
class Ingang:
    """One entry of the navigation. `medewerker`: what somebody who signed in must be allowed as well."""

    pad: str
    naam: str
    actie: str
    medewerker: str = ""

    def staat_open(self, wie: Wie) -> bool:
        """Say whether somebody may go in here."""
        return mag(wie, self.medewerker if self.medewerker and wie.aangemeld else self.actie)


INGANGEN: Sequence[Ingang] = (
    Ingang("/", "Vandaag", "vandaag.lezen"),
    Ingang("/melden", "Melden", "melding.doen", medewerker="melding.registreren"),
    Ingang("/volgen", "Volgen", "melding.volgen"),
    Ingang("/meldkaart", "Wie belt u?", "meldkaart.lezen"),
    Ingang("/meldingen", "Meldingen", "meldingen.lezen"),
    Ingang("/overleg", "Overleg", "overleg.lezen"),
    Ingang("/afspraken", "Afspraken", "afspraken.lezen"),
    Ingang("/maatregelen", "Maatregelen", "maatregelen.lezen"),
    Ingang("/verzoeken", "Verzoeken", "verzoeken.lezen"),
    Ingang("/berichten", "Berichten", "berichten.lezen"),
    Ingang("/escalaties", "Escalaties", "escalatie.lezen"),
    Ingang("/coa-berichten", "COA-berichten", "coa-berichten.lezen"),
    Ingang("/rapportage", "Rapportage", "weekbeeld.lezen"),
    Ingang("/raadsverslag", "Voor de raad", "raadsverslag.lezen"),
    Ingang("/open-data", "Openbare cijfers", "open-data.lezen"),
    Ingang("/beheer", "Beheer", "beheer.lezen"),
    Ingang("/beheer/bewaren", "Bewaren", "bewaren.lezen"),
    Ingang("/beheer/winkeliers", "Winkeliers", "groepen.beheren"),
)


def present(paths: Collection[str]) -> Sequence[Ingang]:
    """Keep the entries that lead to a page of this installation."""
    return tuple(ingang for ingang in INGANGEN if ingang.pad in paths)


def menu_for(menu: Sequence[Ingang], wie: Wie) -> Sequence[Ingang]:
    """Keep the entries that this role may open."""
    return tuple(ingang for ingang in menu if ingang.staat_open(wie))
