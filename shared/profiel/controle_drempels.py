"""What must fit within and between the thresholds of a profile. Like `controle`, it looks at the raw TOML values."""

import re
from collections.abc import Iterator
from typing import Any

from shared.profiel.posities import Pad
from shared.profiel.vinden import tabellen, teksten

Melding = tuple[Pad, str]
Ruw = dict[str, Any]
VERWIJZINGEN = (
    ("drempels.*.ladder", "ladders", "ladders"),
    ("drempels.*.locaties.*", "locaties", "locaties"),
    ("drempels.*.stelt_overleg_voor", "reeksen", "reeksen"),
    ("drempels.*.thema.*", "meldingen.themas", "thema's"),
    ("drempels.*.plaats.*", "meldingen.plaatsen", "plaatsen"),
    ("drempels.*.gebied.*", "locaties.*.gebieden", "gebieden"),
    ("drempels.*.onderdrukt_door.*", "drempels", "drempels"),
)
_NODIG = {
    "aantal": {"venster": 'een aantal telt binnen een venster, zoals "P7D"'},
    "groei": {
        "venster": 'groei gaat over de laatste dagen, zoals "P28D"',
        "grens": "noem het kleinste aantal waarbij groei iets zegt",
    },
    "jaarnorm": {"grens": "noem hoeveel het er in een jaar hoogstens mogen zijn"},
    "uitblijven": {"signalen": "noem wat er uitblijft, zoals agenda-gemist"},
}
_ALLEEN_BIJ = {
    "grens": ({"aantal", "groei", "jaarnorm"}, "één incident of signaal is hier genoeg"),
    "venster": ({"aantal", "groei"}, "hier wordt niet binnen een venster geteld"),
    "vergelijk_met": ({"groei"}, "alleen groei vergelijkt met de tijd ervoor"),
    "kans_hoogstens": ({"groei"}, "alleen groei rekent met een kans"),
    "reeks": ({"jaarnorm"}, "alleen een jaarnorm gaat over ingevoerde cijfers"),
    "signalen": ({"uitblijven"}, "alleen uitblijven gaat over signalen"),
}
_DAGEN = {"venster": (7, 91), "vergelijk_met": (56, 364)}
_HELE_DAGEN = re.compile(r"P(?:(\d+)W|(\d+)D)")


def gebreken_in_drempels(profiel: Ruw) -> Iterator[Melding]:
    """Everything that does not fit, as (path, Dutch reason)."""
    for regel in (_nodig, _misplaatst, _dagen, _onderdrukking, _kring):
        yield from regel(profiel)


def _nodig(profiel: Ruw) -> Iterator[Melding]:
    for pad, drempel in tabellen(profiel, "drempels.*"):
        for veld, waarom in _NODIG.get(str(drempel.get("soort")), {}).items():
            if not drempel.get(veld):
                yield pad, f"{veld} ontbreekt; {waarom}"


def _misplaatst(profiel: Ruw) -> Iterator[Melding]:
    for pad, drempel in tabellen(profiel, "drempels.*"):
        for veld, (soorten, waarom) in _ALLEEN_BIJ.items():
            if veld in drempel and drempel.get("soort") not in soorten and drempel[veld] != 1:
                yield (*pad, veld), f"{veld} hoort bij soort {' of '.join(sorted(soorten))}; {waarom}"


def _dagen(profiel: Ruw) -> Iterator[Melding]:
    for pad, drempel in tabellen(profiel, "drempels.*"):
        for veld, (minst, meest) in _DAGEN.items():
            waarde = drempel.get(veld)
            if drempel.get("soort") == "groei" and isinstance(waarde, str) and not minst <= dagen(waarde) <= meest:
                yield (*pad, veld), f'groei telt hele dagen: van "P{minst}D" tot en met "P{meest}D"'


def dagen(duur: str) -> int:
    """Read a number of whole days or weeks; 0 when it is another kind of duration."""
    gevonden = _HELE_DAGEN.fullmatch(duur)
    return 0 if gevonden is None else int(gevonden[1] or 0) * 7 + int(gevonden[2] or 0)


def _onderdrukking(profiel: Ruw) -> Iterator[Melding]:
    """What is of the highest importance is never held back (quiet hours never, a larger one never)."""
    gewoon = {
        str(ladder.get("code")) for _, ladder in tabellen(profiel, "ladders.*") if ladder.get("belang") == "normaal"
    }
    for pad, drempel in tabellen(profiel, "drempels.*"):
        if not drempel.get("onderdrukt_door"):
            continue
        if drempel.get("soort") in ("enkel-incident", "uitblijven"):
            yield (*pad, "onderdrukt_door"), "elk incident en elk gemist signaal waarschuwt zelf"
        elif drempel.get("ladder") not in gewoon:
            yield (
                (*pad, "onderdrukt_door"),
                'van de ladder moet belang = "normaal" zijn; het hoogste wijkt nergens voor',
            )


def _kring(profiel: Ruw) -> Iterator[Melding]:
    door = {
        str(drempel.get("code")): [code for _, code in teksten(drempel, "onderdrukt_door.*")]
        for _, drempel in tabellen(profiel, "drempels.*")
    }
    for pad, drempel in tabellen(profiel, "drempels.*"):
        if str(drempel.get("code")) in _boven(door, str(drempel.get("code"))):
            yield (*pad, "onderdrukt_door"), "zo onderdrukken drempels elkaar, en hoort niemand iets"


def _boven(door: dict[str, list[str]], code: str) -> set[str]:
    gezien: set[str] = set()
    open_ = list(door.get(code, ()))
    while open_:
        hoger = open_.pop()
        if hoger not in gezien:
            gezien.add(hoger)
            open_.extend(door.get(hoger, ()))
    return gezien
