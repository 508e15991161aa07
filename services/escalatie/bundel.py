"""Several notices in one message: when there are too many to send one by one, none is dropped. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from services.escalatie.alarm import Alarm
from services.escalatie.bericht import Omstandigheid, bericht, waarom
from services.escalatie.situatie import gezegd
from services.escalatie.woorden import rol_naam, wanneer
from services.escalatie.zaak import Zaak
from shared.kortnummer import kortnummer
from shared.profiel.regels import regelwoorden
from shared.verzending.vormen import Bericht

IN_EEN = 25
"""So many notices fit in one message."""


@dataclass(frozen=True, slots=True)
class Post:
    """One notice with everything that its text needs."""

    zaak: Zaak
    alarm: Alarm
    url: str
    omstandigheid: Omstandigheid


def schrijf(posten: Sequence[Post]) -> Bericht:
    """Write one message for one role: the notice itself, or every one of them in short with its own link."""
    eerste = posten[0]
    if len(posten) == 1:
        return bericht(eerste.zaak, eerste.alarm, url=eerste.url, omstandigheid=eerste.omstandigheid)
    kop = (
        f"Dit bericht is voor {rol_naam(eerste.alarm.rol)}. Er zijn {len(posten)} escalaties tegelijk. "
        "Daarom staan zij samen in één bericht. Bevestig ze elk met hun eigen link."
    )
    delen = [f"{nummer}. {_kort(post)}" for nummer, post in enumerate(posten, start=1)]
    return Bericht(f"{len(posten)} escalaties tegelijk: {eerste.zaak.plek}", "\n\n".join([kop, *delen]))


def _kort(post: Post) -> str:
    feit, zone = post.zaak.overschreden, post.zaak.profiel.zone
    regels = [f"{feit.omschrijving}, {post.zaak.plek}"]
    if eerst := gezegd(feit):
        regels.append(eerst)
    if feit.voorgevallen_op:
        regels.append(f"Wanneer: {wanneer(feit.voorgevallen_op, feit.dagdeel, zone)}")
    regels += [
        f"Bevestigen: {post.url}",
        waarom(feit, post.zaak.profiel),
        f"Escalatie: {kortnummer(post.zaak.escalatie.id)}",
        f"Regel: {regelwoorden(feit.regel, post.zaak.profiel)}",
    ]
    return "\n".join(regels)
