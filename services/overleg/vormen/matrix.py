"""The afsprakenmatrix as a file for a spreadsheet."""

from collections.abc import Callable, Mapping, Sequence

from fastapi.responses import Response

from services.overleg.werkbeelden import Afspraakbeeld
from shared.profiel import Profielen
from shared.werkblad import Cel, Werkblad, als_csv, als_ods

KOPPEN = ("Wat", "Wie", "Uiterlijk", "Status", "Gemaakt op", "Uit overleg van", "Aantal meldingen", "Uitkomst", "Regel")
STATUS = {"open": "Open", "te-laat": "Te laat", "nagekomen": "Nagekomen", "vervallen": "Vervallen"}


def werkblad(afspraken: Sequence[Afspraakbeeld], profielen: Profielen) -> Werkblad:
    """The matrix as rows; partners by name, days on the municipality's calendar."""
    return Werkblad("Afspraken", KOPPEN, [_rij(afspraak, profielen) for afspraak in afspraken])


def _rij(afspraak: Afspraakbeeld, profielen: Profielen) -> list[Cel]:
    profiel = profielen.van(afspraak.gemeente)
    partner = profiel.partner(afspraak.wie)
    return [
        afspraak.wat,
        partner.naam if partner else afspraak.wie,
        afspraak.uiterlijk.astimezone(profiel.zone).date(),
        STATUS[afspraak.status],
        afspraak.gemaakt_op.astimezone(profiel.zone).date(),
        afspraak.aanvang.astimezone(profiel.zone).date() if afspraak.aanvang else None,
        len(afspraak.meldingen),
        afspraak.uitkomst,
        afspraak.regel,
    ]


def _bestand(inhoud: bytes, soort: str, naam: str) -> Response:
    return Response(inhoud, media_type=soort, headers={"Content-Disposition": f'attachment; filename="{naam}"'})


BESTANDEN: Mapping[str, Callable[[Werkblad], Response]] = {
    "csv": lambda blad: _bestand(als_csv(blad), "text/csv; charset=utf-8", "afspraken.csv"),
    "ods": lambda blad: _bestand(als_ods(blad), "application/vnd.oasis.opendocument.spreadsheet", "afspraken.ods"),
}
