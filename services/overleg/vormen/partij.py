"""Which partners of the profile a caller is, and what that lets them do."""

from services.overleg.werkbeelden import Afspraakbeeld
from shared.profiel import Maatregelsoort, Profielen, Rol
from shared.web import Wie
from shared.web.weigering import GeenToegang

REGIE = frozenset({Rol.OOV, Rol.BURGEMEESTER})


def eigen(profielen: Profielen, wie: Wie) -> list[str]:
    """The codes of the partners that have this caller's role."""
    alle = [partner for profiel in profielen.alle() for partner in profiel.partners]
    return list(dict.fromkeys(partner.code for partner in alle if wie.rol is not None and partner.rol is wie.rol))


def eis_van_mij(profielen: Profielen, wie: Wie, afspraak: Afspraakbeeld) -> None:
    """Who agreed to do it says that it is done, or the municipality.

    Raises:
        GeenToegang: somebody else (403).
    """
    if wie.rol not in REGIE and afspraak.wie not in eigen(profielen, wie):
        raise GeenToegang("Alleen wie de afspraak uitvoert of de gemeente kan dit vastleggen.")


def eis_bevoegd(wie: Wie, soort: Maatregelsoort | None) -> None:
    """Whose measure it is imposes it.

    Raises:
        GeenToegang: another role (403), with the rule of the catalogue in the reason.
    """
    if soort is not None and wie.rol is not soort.bevoegd:
        raise GeenToegang(f"Alleen de rol '{soort.bevoegd}' mag '{soort.naam}' opleggen.")
