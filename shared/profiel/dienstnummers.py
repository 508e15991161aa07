"""Whom to call at night: the numbers of functions that a profile gives to who is warned, and which it leaves out."""

from collections.abc import Iterator, Sequence

from shared.profiel.schema import Profiel, Rol
from shared.profiel.schema.escalatie import Dienstnummer
from shared.woorden import rolnaam


def nummers_bij(profiel: Profiel, locatie: str) -> Sequence[Dienstnummer]:
    """Give the numbers for one location: its own before those for all."""
    geldig = [een for een in profiel.dienstnummers if een.locatie in (None, locatie)]
    return sorted(geldig, key=lambda een: een.locatie is None)


def zonder_nummer(profiel: Profiel, locatie: str) -> Sequence[Rol]:
    """Say whom notices tell to call there while the profile does not say how (LVS-0.3)."""
    bekend = {een.rol for een in nummers_bij(profiel, locatie)}
    tweede = [ladder.tweede_stap for ladder in profiel.ladders if ladder.tweede_stap]
    plek = profiel.locatie(locatie)
    nodig = dict.fromkeys(rol for stap in tweede for rol in stap.door)
    nodig |= {Rol.BURGEMEESTER: None} if any(stap.bel is None for stap in tweede) else {}
    nodig |= {Rol.COA: None} if plek and plek.soort == "opvanglocatie" else {}
    return [rol for rol in nodig if rol not in bekend]


def hints(profiel: Profiel) -> Iterator[str]:
    """Say, in Dutch, what is no error and yet leaves somebody at night without a number."""
    for plek in profiel.locaties:
        if plek.soort == "opvanglocatie":
            for rol in zonder_nummer(profiel, plek.code):
                wie = f"{rolnaam(rol)} bij {plek.naam}"
                yield f"geen nummer voor dag en nacht van {wie}; vul het in bij [[dienstnummers]]"
    voorbeelden = [een.wie for een in profiel.dienstnummers if not een.nummer.strip("0 -+")]
    if voorbeelden:
        yield f"dit nummer is nog een voorbeeld: {', '.join(voorbeelden)}"
