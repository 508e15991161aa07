"""What an agenda holds besides what was put on it: fixed items, agreements that are due, measures that end."""

from collections.abc import Iterable
from uuid import UUID, uuid5

from services.overleg.overleg.zaak import Agendapunt
from shared.contracts.overleg import Puntsoort
from shared.profiel.schema import Onderwerp

VANZELF: frozenset[Puntsoort] = frozenset({"vast", "afspraak", "maatregel"})
"""What the next agenda finds again by itself, so that it never has to move on."""


def vaste_punten(overleg_id: UUID, vast: Iterable[Onderwerp]) -> list[Agendapunt]:
    """The fixed items of one meeting; the same each time they are made."""
    return [
        Agendapunt(uuid5(overleg_id, f"vast/{punt.code}"), (), punt.regel, punt.vertrouwelijk, None, "vast", punt.code)
        for punt in vast
    ]


def afspraakpunt(overleg_id: UUID, afspraak_id: UUID, wie: str, regel: str) -> Agendapunt:
    """An agreement that is due or overdue; `wie` is the partner who does it."""
    punt_id = uuid5(overleg_id, f"afspraak/{afspraak_id}")
    return Agendapunt(punt_id, (), regel, soort="afspraak", onderwerp=wie, afspraak_id=afspraak_id)


def maatregelpunt(overleg_id: UUID, maatregel_id: UUID, soort: str, regel: str) -> Agendapunt:
    """A measure that ends soon: known to who may know of measures."""
    punt_id = uuid5(overleg_id, f"maatregel/{maatregel_id}")
    return Agendapunt(punt_id, (), regel, True, None, "maatregel", soort, maatregel_id=maatregel_id)
