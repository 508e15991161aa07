"""Whether the police hears of an incident because of what was put right just now (LVS-0.3). Pure.

Intake warns nobody. It reads in the profile what escalatie is asked to do: nobody is promised what may not come.
"""

from collections.abc import Sequence
from typing import Literal

from shared.contracts import Fact
from shared.contracts.intake import Gezegd, IncidentGemeld, MeldingGecorrigeerd, Registratie
from shared.profiel import Drempel, Profiel, Rol

Alarm = Literal["", "nu", "onzeker"]


def alarm(feiten: Sequence[Fact], profiel: Profiel, *, samen: bool) -> Alarm:
    """Say whether a correction now brings the police their first warning of this incident, or of a weapon (LVS-0.3).

    `samen`: it is one event with another. That one, or an earlier answer, may have warned them before.
    """
    incident, net = feiten[0], [feit for feit in feiten if isinstance(feit, MeldingGecorrigeerd)][-1:]
    if not net or not isinstance(incident, IncidentGemeld) or incident.registratie is Registratie.HISTORISCH:
        return ""
    eerder = [gezegd for feit in feiten if feit is not net[0] and (gezegd := _gevolgen(feit)) is not None]
    nu, toch_een_wapen = _gevolgen(net[0]), net[0].wapen is Gezegd.JA
    if not (nu or (nu is None and eerder[-1] and toch_een_wapen)):
        return ""
    al_gewaarschuwd = nu and any(eerder)
    return "onzeker" if al_gewaarschuwd or samen or not _waarschuwt(profiel, incident.locatie) else "nu"


def _gevolgen(feit: Fact) -> bool | None:
    return getattr(feit, "gevolgen_openbare_orde", None)


def _waarschuwt(profiel: Profiel, locatie: str) -> bool:
    """Say whether each incident with consequences at this location warns the police at once."""
    politie = {ladder.code for ladder in profiel.ladders if Rol.POLITIE in ladder.treden[0].rollen}
    return any(_altijd(drempel, locatie) and drempel.ladder in politie for drempel in profiel.drempels)


def _altijd(drempel: Drempel, locatie: str) -> bool:
    nauwer = (drempel.aard, drempel.thema, drempel.plaats, drempel.gebied, drempel.gericht_tegen, drempel.ernst_vanaf)
    hier = not drempel.locaties or locatie in drempel.locaties
    return drempel.soort == "enkel-incident" and bool(drempel.gevolgen_openbare_orde) and hier and not any(nauwer)
