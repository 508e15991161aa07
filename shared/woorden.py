"""The words on screen for codes that every page shows."""

from collections.abc import Sequence

from shared.contracts.intake import Aard, GerichtTegen
from shared.profiel.schema import Rol

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
AARDEN = {
    Aard.OVERLAST: "Overlast",
    Aard.CRIMINEEL: "Strafbaar gedrag",
    Aard.GGZ: "Zorgen om iemand",
    Aard.NOG_TE_BEPALEN: "Nog te bepalen",
}
"""LVS-2.3 says crimineel gedrag and GGZ-gedrag: these are the words for people who do not read plans,
and who are no doctors: what they saw, and not what somebody has."""
GERICHT_TEGEN = {
    GerichtTegen.OMWONENDEN: "Omwonenden",
    GerichtTegen.BEWONERS: "Bewoners van de opvang",
    GerichtTegen.VERGUNNINGHOUDERS: "Vergunninghouders",
    GerichtTegen.MEDEWERKERS: "Medewerkers",
    GerichtTegen.ONDERNEMERS: "Winkeliers of ondernemers",
    GerichtTegen.OPENBARE_RUIMTE: "De openbare ruimte",
    GerichtTegen.ONBEKEND: "Onbekend",
}
ERNST = {1: "licht", 2: "matig", 3: "ernstig", 4: "calamiteit"}
ROLLEN = {
    Rol.MELDPUNT: "Meldpunt",
    Rol.COA: "COA",
    Rol.POLITIE: "Politie",
    Rol.HANDHAVING: "Handhaving",
    Rol.JONGERENWERK: "Jongerenwerk",
    Rol.ZORG: "Zorg",
    Rol.OOV: "Openbare orde en veiligheid",
    Rol.BURGEMEESTER: "Burgemeester",
    Rol.OM: "Openbaar Ministerie",
    Rol.PIKET: "Piket",
    Rol.COMMUNICATIE: "Communicatie",
    Rol.RAAD: "Gemeenteraad",
    Rol.BEHEER: "Beheer",
}

DIENSTEN = {"intake": "Meldingen", "overleg": "Overleg", "escalatie": "Escalaties", "rapportage": "Rapportage"}
"""What each service is about; its own name stands in logs, commands and the handbook."""

VELDEN = {
    "tm": "Tot en met",
    "peildatum": "Bekend op",
    "sleutelrol": "Rol van de sleutel",
    "naar": "Nieuw moment",
    "gerichtTegen": "Getroffen",
}
"""Fields of pages whose name says something else than their label."""
ZEGT_ZELF = frozenset({"zeker", "nagekeken"})
"""Fields of which every reason is a whole sentence."""


def rolnaam(rol: Rol | str) -> str:
    """Write a role as people call it."""
    return ROLLEN[Rol(rol)]


def opsomming(delen: Sequence[str], slot: str = "en") -> str:
    """Write `a, b en c`."""
    *eerste, laatste = delen
    return f"{', '.join(eerste)} {slot} {laatste}" if eerste else laatste


def dienstnaam(naam: str) -> str:
    """Write a service as its subject, with its own name where that is another: `Meldingen (intake)`."""
    onderwerp = DIENSTEN.get(naam, naam)
    return onderwerp if onderwerp.lower() == naam else f"{onderwerp} ({naam})"


def veldnaam(veld: str) -> str:
    """Write the name of a field as words: `voorgevallenOp` is Voorgevallen op; nothing where the reason says it all."""
    last = veld.rpartition(".")[2]
    if last in VELDEN or last in ZEGT_ZELF:
        return VELDEN.get(last, "")
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in last.replace("-", " "))
    return words.strip().replace("_", " ").capitalize() or "Verzoek"
