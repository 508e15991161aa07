"""The words on screen for codes that every page shows."""

from shared.profiel.schema import Rol

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


def rolnaam(rol: Rol | str) -> str:
    """Write a role as people call it."""
    return ROLLEN[Rol(rol)]


def veldnaam(veld: str) -> str:
    """Write the name of a field as words: `voorgevallenOp` is Voorgevallen op."""
    last = veld.rpartition(".")[2]
    words = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in last.replace("-", " "))
    return words.strip().replace("_", " ").capitalize() or "Verzoek"
