"""The legal limits of measures (TB-3, LVS-3, KN-4): who may impose them, on what, for how long, after and beside what.

Each limit is one small function that holds a request against data of the catalogue and refuses with its rule.
"""

from collections.abc import Iterable
from datetime import datetime

from services.overleg.grenzen import afscherming, doel, gebied, gezag, samengaan, termijn, verlenging, vooraf
from services.overleg.grenzen import voorwaarden as gronden
from services.overleg.grenzen.kanttekening import Kanttekening, kanttekeningen
from services.overleg.maatregel import Aanvraag, Catalogus, Maatregel
from shared.profiel.schema import Maatregelsoort, Rol

toets_verlenging = verlenging.toets
steunt_op = gebied.aanwijzing


def toets(
    soort: Maatregelsoort,
    aanvraag: Aanvraag,
    catalogus: Catalogus,
    andere: Iterable[Maatregel],
    *,
    door: Rol | None,
    op: datetime,
) -> None:
    """Hold a request against every limit of its kind; `andere` are measures of the same betrokkene or in the same area.

    Raises:
        MaatregelGeweigerd: with the rule and the reason.
    """
    bestaand = [maatregel for maatregel in andere if not maatregel.ingetrokken]
    gezag.toets(soort, aanvraag, door)
    afscherming.toets(soort, aanvraag)
    doel.toets(soort, aanvraag)
    gebied.toets(soort, aanvraag, catalogus)
    termijn.toets(soort, aanvraag, catalogus)
    termijn.toets_aaneengesloten(soort, aanvraag, bestaand)
    vooraf.toets(soort, aanvraag, op)
    gronden.toets(soort, aanvraag)
    gebied.toets_aanwijzing(soort, aanvraag, catalogus, bestaand)
    samengaan.toets(soort, aanvraag.betrokkene, (aanvraag.ingaande, aanvraag.eindigt), catalogus, bestaand)


__all__ = ["Kanttekening", "kanttekeningen", "steunt_op", "toets", "toets_verlenging"]
