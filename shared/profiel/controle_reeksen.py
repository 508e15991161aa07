"""What must fit within and between the series of a profile. Like `controle`, it looks at the raw TOML values."""

from collections.abc import Iterator
from typing import Any

from shared.profiel.posities import Pad
from shared.profiel.vinden import tabellen, teksten

Melding = tuple[Pad, str]
Ruw = dict[str, Any]
_NAAR_ANDERE = ("na", "tussen", "aansluitend_op", "besluit_over")
VERWIJZINGEN = tuple((f"reeksen.*.{veld}", "reeksen", "reeksen") for veld in _NAAR_ANDERE)
_BRONNEN = ("weekdag", "herhaling", "maanden_na_aankomst", "aansluitend_op")


def gebreken_in_reeksen(profiel: Ruw) -> Iterator[Melding]:
    """Everything that does not fit, as (path, Dutch reason)."""
    for regel in (_ritme, _tijd, _telling, _vast, _kring, _twee_keer):
        yield from regel(profiel)


def _ritme(profiel: Ruw) -> Iterator[Melding]:
    for pad, reeks in tabellen(profiel, "reeksen.*"):
        gezegd = [veld for veld in _BRONNEN if veld in reeks]
        if len(gezegd) > 1:
            yield (*pad, gezegd[0]), f"kies één van {' en '.join(gezegd)}: een reeks heeft één ritme"


def _tijd(profiel: Ruw) -> Iterator[Melding]:
    for pad, reeks in tabellen(profiel, "reeksen.*"):
        if {"herhaling", "maanden_na_aankomst"} & reeks.keys() and "tijd" not in reeks:
            yield pad, "tijd ontbreekt; een overleg op een vaste dag heeft een vaste tijd"


def _telling(profiel: Ruw) -> Iterator[Melding]:
    for pad, reeks in tabellen(profiel, "reeksen.*"):
        delen = str(reeks.get("herhaling", "")).split(";")
        om_de_zoveel = [deel for deel in delen if deel.startswith("INTERVAL=") and deel != "INTERVAL=1"]
        zonder_dag = "herhaling" in reeks and not any(deel.startswith("BY") for deel in delen)
        if (om_de_zoveel or zonder_dag) and "vanaf" not in reeks:
            yield pad, "vanaf ontbreekt; zeg vanaf welke dag er geteld wordt"


def _vast(profiel: Ruw) -> Iterator[Melding]:
    for pad, reeks in tabellen(profiel, "reeksen.*"):
        vast = any(fase.get("ritme") == "vast" for _, fase in tabellen(reeks, "fasen.*"))
        if vast and not {"weekdag", "herhaling"} & reeks.keys():
            yield pad, "herhaling ontbreekt; een fase met een vast ritme vraagt er een"


def _kring(profiel: Ruw) -> Iterator[Melding]:
    reeksen = {str(reeks.get("code")): reeks for _, reeks in tabellen(profiel, "reeksen.*")}
    for pad, reeks in tabellen(profiel, "reeksen.*"):
        for veld in ("na", "aansluitend_op", "tussen"):
            if _komt_terug(reeksen, str(reeks.get("code")), veld):
                yield (*pad, veld), "deze reeks wijst langs andere reeksen naar zichzelf; dat kan niet"


def _komt_terug(reeksen: dict[str, Ruw], begin: str, veld: str) -> bool:
    gezien, nu = set[str](), reeksen.get(begin, {}).get(veld)
    while isinstance(nu, str) and nu not in gezien:
        if nu == begin:
            return True
        gezien.add(nu)
        nu = reeksen.get(nu, {}).get(veld)
    return False


def _twee_keer(profiel: Ruw) -> Iterator[Melding]:
    """A melding stands on one agenda; two series at one location would both claim it (LVS-2.4)."""
    for veld, wat in (("bespreekt_meldingen", "meldingen"), ("bespreekt_incidenten", "incidenten")):
        bezet: dict[str, str] = {}
        for pad, reeks in tabellen(profiel, "reeksen.*"):
            for plek, locatie in teksten(reeks, "locaties.*") if reeks.get(veld) is True else ():
                eerste = bezet.setdefault(locatie, str(reeks.get("code")))
                if eerste != reeks.get("code") and not (veld == "bespreekt_meldingen" and _opvang(profiel, locatie)):
                    yield (*pad, *plek), f"'{eerste}' bespreekt de {wat} van '{locatie}' al; één reeks doet dat"


def _opvang(profiel: Ruw, code: str) -> bool:
    """For a reception location `controle` says it, with the location."""
    return any(
        plek.get("soort") == "opvanglocatie" for _, plek in tabellen(profiel, "locaties.*") if plek.get("code") == code
    )
