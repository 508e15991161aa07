"""What happens to a measure after it was imposed: extended, withdrawn, near its end, over."""

from datetime import datetime

from services.overleg.maatregel.weigering import MaatregelVoorbij
from services.overleg.maatregel.zaak import Maatregel, MaatregelFact, waarschuw_op
from shared.contracts.overleg import MaatregelIngetrokken, MaatregelLooptAf, MaatregelVerlengd, MaatregelVerlopen
from shared.profiel.schema import Maatregelsoort


def verleng(
    maatregel: Maatregel, soort: Maatregelsoort, eindigt: datetime, *, motivering: str | None = None
) -> MaatregelVerlengd:
    """Let a measure go on that passed `toets_verlenging`."""
    return MaatregelVerlengd(
        gemeente=maatregel.gemeente,
        locatie=maatregel.locatie,
        maatregel_id=maatregel.id,
        eindigt=eindigt,
        van=maatregel.eindigt,
        keer=maatregel.verlengd + 1,
        regel=soort.regel,
        motivering=motivering,
        waarschuw_op=waarschuw_op(soort, maatregel.ingaande, eindigt),
    )


def trek_in(maatregel: Maatregel, op: datetime, *, door: str, motivering: str | None = None) -> list[MaatregelFact]:
    """End a measure before its term; once.

    Raises:
        MaatregelVoorbij: its term is over already.
    """
    if maatregel.ingetrokken:
        return []
    if maatregel.verlopen or (maatregel.eindigt is not None and maatregel.eindigt <= op):
        raise MaatregelVoorbij("Deze maatregel is al afgelopen en kan niet meer worden ingetrokken.")
    return [
        MaatregelIngetrokken(
            gemeente=maatregel.gemeente,
            locatie=maatregel.locatie,
            maatregel_id=maatregel.id,
            door=door,
            motivering=motivering,
        )
    ]


def loopt_af(maatregel: Maatregel, op: datetime) -> list[MaatregelFact]:
    """Say that the end is near, once for each end."""
    eind, vanaf = maatregel.eindigt, maatregel.waarschuw_op
    if maatregel.voorbij or maatregel.gewaarschuwd or eind is None or vanaf is None or not vanaf <= op < eind:
        return []
    return [
        MaatregelLooptAf(
            gemeente=maatregel.gemeente,
            locatie=maatregel.locatie,
            maatregel_id=maatregel.id,
            soort=maatregel.soort,
            eindigt=eind,
            regel=maatregel.regel,
        )
    ]


def verloop(maatregel: Maatregel, op: datetime) -> list[MaatregelFact]:
    """The term is over; once."""
    if maatregel.voorbij or maatregel.eindigt is None or op < maatregel.eindigt:
        return []
    return [MaatregelVerlopen(gemeente=maatregel.gemeente, locatie=maatregel.locatie, maatregel_id=maatregel.id)]
