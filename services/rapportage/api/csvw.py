"""A published CSV described for programs: Metadata Vocabulary for Tabular Data (CSV on the Web, W3C).

The table itself stays as it was published, byte for byte; what it does not say stands beside it.
"""

from typing import Any
from urllib.parse import urlencode

from services.rapportage.application import Publicatie
from services.rapportage.duiding import bijnaam, noten
from services.rapportage.openbaar import NIET_GETOOND, lees_tijdvak
from services.rapportage.plek import Plek

MEDIA_TYPE = "application/csvm+json"
CSV, METADATA = "meldingen.csv", "meldingen-metadata.json"


def adres(bestand: str, publicatie: Publicatie) -> str:
    """Where a file of a publication is, seen from the others of it."""
    vraag = {"gemeente": publicatie.gemeente, "locatie": publicatie.locatie, "kwartaal": publicatie.periode}
    return f"{bestand}?{urlencode(vraag)}"


def koppeling(publicatie: Publicatie) -> str:
    """The header by which a reader of the CSV finds its description (RFC 8288)."""
    return f'<{adres(METADATA, publicatie)}>; rel="describedby"; type="{MEDIA_TYPE}"'


def metadata(publicatie: Publicatie, plek: Plek) -> dict[str, Any]:
    """Describe the table: what its columns are, that `x` is no number, and what the numbers do not say."""
    koppen, *_ = publicatie.rijen
    codes = lees_tijdvak(publicatie.periode, plek.zone).codes
    getallen = [
        {"name": code.replace("-", "_"), "titles": kop, "datatype": "integer", "null": NIET_GETOOND}
        for code, kop in zip(codes, koppen[1:], strict=True)
    ]
    naam = f"{plek.locatie.naam}, {publicatie.periode}{bijnaam(plek.locatie, publicatie.periode)}"
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "nl"}],
        "url": adres(CSV, publicatie),
        "dc:title": f"Meldingen per soort gedrag, {naam}",
        "dc:description": noten_bij(publicatie, plek),
        "dc:publisher": f"Gemeente {plek.profiel.gemeente.naam}",
        "dc:issued": publicatie.op.isoformat(),
        "dialect": {"encoding": "utf-8", "header": True},
        "tableSchema": {
            "columns": [{"name": koppen[0], "titles": koppen[0], "datatype": "string"}, *getallen],
            "primaryKey": koppen[0],
        },
    }


def noten_bij(publicatie: Publicatie, plek: Plek) -> list[str]:
    """What the page says beside this table."""
    kleinste, rond = publicatie.kleinste_getal, publicatie.afgerond_op
    return noten(plek.locatie, publicatie.periode, kleinste_getal=kleinste, afgerond_op=rond)
