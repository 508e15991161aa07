"""What this caller sees, and for which municipality this caller acts."""

from services.overleg.application import voorstellen
from services.overleg.application.zicht import Zicht, reeksen_van
from services.overleg.beelden import Maatregelbeeld, Overlegbeeld
from shared.facts import Fout, OngeldigeInvoer
from shared.kluis import Lezer
from shared.profiel import Profielen, Rol
from shared.web import Wie, eis_locatie, mag
from shared.web.weigering import GeenToegang


def ziet(profielen: Profielen, wie: Wie, *, locatie: str | None = None, gemeente: str | None = None) -> Zicht:
    """The limits of this reader.

    Raises:
        GeenToegang: another place was asked for than one's own (403).
    """
    if locatie is not None:
        eis_locatie(wie, locatie)
    if gemeente is not None and wie.gemeente not in (None, gemeente):
        raise GeenToegang("U ziet alleen uw eigen gemeente.")
    reeksen = reeksen_van(profielen, wie.rol)
    return Zicht(wie.gemeente, wie.locatie, reeksen, vertrouwelijk=mag(wie, "vertrouwelijk.lezen"))


def voor_gemeente(profielen: Profielen, wie: Wie, gevraagd: str | None) -> str:
    """The municipality for which somebody acts: the one named, one's own, or the only one.

    Raises:
        GeenToegang: another municipality than one's own. OngeldigeInvoer: several are possible, or none such.
    """
    if wie.gemeente is not None and gevraagd not in (None, wie.gemeente):
        raise GeenToegang("U doet dit alleen voor uw eigen gemeente.")
    enige = profielen.enige()
    code = gevraagd or wie.gemeente or (enige.gemeente.code if enige else "")
    if code not in profielen:
        raise OngeldigeInvoer(Fout("gemeente", "vul de code in van een gemeente van deze installatie, zoals gm0637"))
    return code


def beslisser(profielen: Profielen, overleg: Overlegbeeld) -> Rol:
    """Who decides whether a proposed meeting goes on."""
    return voorstellen.beslisser(profielen.van(overleg.gemeente), overleg.deelnemers)


def eis_beslisser(profielen: Profielen, wie: Wie, overleg: Overlegbeeld) -> Rol:
    """Refuse who does not decide about this proposal; return as what they decide.

    Raises:
        GeenToegang: somebody else does (403).
    """
    door = beslisser(profielen, overleg)
    if wie.rol is not door:
        raise GeenToegang("Over dit voorstel beslist een ander. Op de pagina van het overleg staat wie.")
    return door


def eis_hele_gemeente(wie: Wie) -> Wie:
    """Refuse who is bound to one location: what is asked belongs to no location.

    Raises:
        GeenToegang: the key or session is bound to a location (403).
    """
    if wie.locatie is not None:
        raise GeenToegang("Dit hoort bij de hele gemeente. U ziet alleen uw eigen locatie.")
    return wie


def lezer_van(wie: Wie) -> Lezer:
    """Who reads a vault, as its logbook names them: by role and key or session."""
    return Lezer(str(wie.rol), wie.id)


def verhul(wie: Wie, maatregel: Maatregelbeeld) -> Maatregelbeeld:
    """Leave the betrokkene, and what was written about why, out for who may not know it."""
    weg = {"betrokkene": None, "toelichting": None}
    return maatregel if mag(wie, "betrokkene.lezen") else maatregel.model_copy(update=weg)
