"""Weighing again after a change: what counts now, against what was counted."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from services.escalatie.application.afweging import weeg
from services.escalatie.application.herzien import neem_weg, verplaats
from services.escalatie.application.openen import Zaken
from services.escalatie.application.tellen import van_meldingen
from services.escalatie.drempels.teller import Gewenst, Teller, verschil
from services.escalatie.voorval import Lid, Oorzaak, groepen, momenten
from shared.profiel import Drempel


def herweeg(
    zaken: Zaken,
    drempels: Sequence[Drempel],
    standen: Mapping[UUID, Lid],
    paren: Iterable[tuple[UUID, UUID]],
    oorzaak: Oorzaak,
) -> None:
    """Bring the counts of these meldingen in line with how they stand now."""
    gemeente, op_code = zaken.profiel.gemeente.code, {drempel.code: drempel for drempel in drempels}
    geteld = [rij for rij in van_meldingen(zaken.tx, gemeente, sorted(standen)) if rij.teller.drempel in op_code]
    wat = verschil(geteld, _gewenst(gemeente, drempels, standen, paren))
    for rij in wat.weg:
        neem_weg(zaken, op_code[rij.teller.drempel], rij, oorzaak)
    for rij, moment in wat.anders:
        waar = standen[moment.melding_id].waarneming
        verplaats(zaken, op_code[rij.teller.drempel], rij, moment, waar, oorzaak)
    for teller, moment in sorted(wat.nieuw, key=lambda nieuw: drempels.index(op_code[nieuw[0].drempel])):
        weeg(zaken, op_code[teller.drempel], teller, moment, standen[moment.melding_id].waarneming)


def _gewenst(
    gemeente: str,
    drempels: Sequence[Drempel],
    standen: Mapping[UUID, Lid],
    paren: Iterable[tuple[UUID, UUID]],
) -> list[Gewenst]:
    return [
        Gewenst(Teller(gemeente, plek.locatie, plek.drempel), moment, groep)
        for groep in groepen(standen, paren)
        for plek, moment in momenten(drempels, [standen[lid] for lid in sorted(groep)]).items()
    ]
