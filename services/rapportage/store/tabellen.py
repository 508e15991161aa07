"""The tables of rapportage: its own log, and the views that are a function of it.

Every row of a view is made of one event alone and says which one (`source`, `keten`, `place`), so the order in which
events of different sources arrive cannot matter. Only `standen` follows from all that is known of one melding; such a
row says which event began it. `bekend_op` is the event's `ce-time`: what was known then is a filter
on it. There are no separate indexes, only UNIQUE constraints: these follow a table when a rebuild renames it.
"""

from dataclasses import dataclass

from shared.ledger import Table

FEIT = ("source", "keten", "place")
"""Which event a row comes from."""


@dataclass(frozen=True)
class Tabel:
    """One table: its columns after `FEIT`, what makes a row unique beside `FEIT`, and what is searched by."""

    naam: str
    kolommen: tuple[str, ...]
    per: tuple[str, ...] = ()
    zoek: tuple[tuple[str, ...], ...] = ()

    @property
    def namen(self) -> tuple[str, ...]:
        """All columns, in the order of a row."""
        return (*FEIT, *(kolom.split()[0] for kolom in self.kolommen))

    def maak(self, achtervoegsel: str = "") -> str:
        """Return the CREATE TABLE statement, for the table itself or for one beside it."""
        sleutel = f"PRIMARY KEY ({', '.join((*FEIT, *self.per))})"
        zoek = [f"UNIQUE ({', '.join(dict.fromkeys((*velden, *FEIT, *self.per)))})" for velden in self.zoek]
        kolommen = ["source TEXT NOT NULL", "keten TEXT NOT NULL", "place BIGINT NOT NULL", *self.kolommen]
        return f"CREATE TABLE IF NOT EXISTS {self.naam}{achtervoegsel} ({', '.join([*kolommen, sleutel, *zoek])})"

    def voeg_toe(self, aantal: int = 1, achtervoegsel: str = "") -> str:
        """Return the INSERT of so many rows; a row that is there already stays as it is."""
        rij = f"({', '.join('?' * len(self.namen))})"
        rijen = ", ".join([rij] * aantal)
        return f"INSERT INTO {self.naam}{achtervoegsel} VALUES {rijen} ON CONFLICT DO NOTHING"  # noqa: S608


ONTVANGEN = Tabel(
    "ontvangen",
    (
        "naam TEXT NOT NULL",
        "id TEXT NOT NULL",
        "tijd TEXT NOT NULL",
        "gemeente TEXT NOT NULL",
        "locatie TEXT NOT NULL",
        "correlatie TEXT NOT NULL",
        "oorzaak TEXT NOT NULL",
        "stream TEXT NOT NULL",
        "version BIGINT NOT NULL",
        "ketenhash TEXT NOT NULL",
        "data BYTEA NOT NULL",
    ),
    zoek=(("stream",),),
)
WAARNEMINGEN = Tabel(
    "waarnemingen",
    (
        "melding_id TEXT NOT NULL",
        "versie BIGINT NOT NULL",
        "soort TEXT NOT NULL",
        "bekend_op TEXT NOT NULL",
        "gemeente TEXT NOT NULL",
        "locatie TEXT NOT NULL",
        "voorgevallen_op TEXT NOT NULL",
        "aard TEXT NOT NULL",
        "plaats TEXT NOT NULL",
        "kanaal TEXT NOT NULL",
        "gericht_tegen TEXT NOT NULL",
        "thema TEXT NOT NULL",
        "ernst BIGINT NOT NULL",
        "gevolgen BIGINT NOT NULL",
        "historisch BIGINT NOT NULL",
        "gebied TEXT NOT NULL",
        "aangifte TEXT NOT NULL",
        "gewenst BIGINT NOT NULL",
        "dagdeel TEXT NOT NULL",
    ),
    zoek=(("gemeente", "locatie", "bekend_op"), ("melding_id", "versie")),
)
BIJSTELLINGEN = Tabel(
    "bijstellingen",
    (
        "melding_id TEXT NOT NULL",
        "versie BIGINT NOT NULL",
        "bekend_op TEXT NOT NULL",
        "voorgevallen_op TEXT NOT NULL",
        "aard TEXT NOT NULL",
        "plaats TEXT NOT NULL",
        "gericht_tegen TEXT NOT NULL",
        "thema TEXT NOT NULL",
        "ernst BIGINT NOT NULL",
        "gevolgen BIGINT NOT NULL",
        "telt BIGINT NOT NULL",
        "gebied TEXT NOT NULL",
        "aangifte TEXT NOT NULL",
        "dagdeel TEXT NOT NULL",
    ),
    zoek=(("melding_id", "versie"),),
)
"""What changed in a melding that stands: an empty text or -1 is what did not change; `dagdeel` goes with the moment."""
STANDEN = Tabel(
    "standen",
    (
        "melding_id TEXT NOT NULL",
        "gemeente TEXT NOT NULL",
        "locatie TEXT NOT NULL",
        "voorgevallen_op TEXT NOT NULL",
        "bekend_op TEXT NOT NULL",
        "bekend_tot TEXT NOT NULL",
        "kenmerken TEXT NOT NULL",
    ),
    zoek=(
        ("gemeente", "locatie", "voorgevallen_op", "bekend_op", "bekend_tot", "kenmerken"),
        ("melding_id",),
    ),
)
"""A melding that counts, as it was known from one moment to another: what is counted, at any peildatum (`standen.py`).

All that a count asks for stands in what it is searched by, so that the table itself is not read.
"""
OVERLEGMOMENTEN = Tabel(
    "overlegmomenten",
    (
        "overleg_id TEXT NOT NULL",
        "naam TEXT NOT NULL",
        "bekend_op TEXT NOT NULL",
        "gemeente TEXT NOT NULL",
        "locatie TEXT NOT NULL",
        "soort TEXT NOT NULL",
        "reeks TEXT NOT NULL",
        "aanvang TEXT NOT NULL",
        "voorlopig BIGINT NOT NULL",
    ),
    zoek=(("gemeente", "locatie", "aanvang"), ("overleg_id", "naam")),
)
AGENDAMOMENTEN = Tabel(
    "agendamomenten",
    (
        "overleg_id TEXT NOT NULL",
        "agendapunt_id TEXT NOT NULL",
        "naam TEXT NOT NULL",
        "bekend_op TEXT NOT NULL",
        "vertrouwelijk BIGINT NOT NULL",
    ),
    zoek=(("overleg_id", "agendapunt_id"),),
)
MAATREGELMOMENTEN = Tabel(
    "maatregelmomenten",
    (
        "maatregel_id TEXT NOT NULL",
        "naam TEXT NOT NULL",
        "bekend_op TEXT NOT NULL",
        "gemeente TEXT NOT NULL",
        "locatie TEXT NOT NULL",
        "soort TEXT NOT NULL",
        "gericht_op TEXT NOT NULL",
        "ingaande TEXT NOT NULL",
        "eindigt TEXT NOT NULL",
        "regel TEXT NOT NULL",
    ),
    zoek=(("gemeente", "naam", "ingaande"), ("maatregel_id", "naam")),
)
ESCALATIEMOMENTEN = Tabel(
    "escalatiemomenten",
    (
        "escalatie_id TEXT NOT NULL",
        "naam TEXT NOT NULL",
        "bekend_op TEXT NOT NULL",
        "gemeente TEXT NOT NULL",
        "locatie TEXT NOT NULL",
        "drempel TEXT NOT NULL",
        "regel TEXT NOT NULL",
        "stap TEXT NOT NULL",
        "rol TEXT NOT NULL",
        "tweede_stap BIGINT NOT NULL",
    ),
    zoek=(("gemeente", "naam", "bekend_op"), ("escalatie_id", "naam")),
)
VERWIJZINGEN = Tabel(
    "verwijzingen",
    ("melding_id TEXT NOT NULL", "zaak_id TEXT NOT NULL", "hele_zaak BIGINT NOT NULL"),
    per=("melding_id",),
    zoek=(("melding_id",),),
)
MELDINGMOMENTEN = Tabel(
    "meldingmomenten",
    (
        "melding_id TEXT NOT NULL",
        "naam TEXT NOT NULL",
        "bekend_op TEXT NOT NULL",
        "wie TEXT NOT NULL",
        "wat TEXT NOT NULL",
        "zaak_id TEXT NOT NULL",
        "uiterlijk TEXT NOT NULL",
        "regel TEXT NOT NULL",
    ),
    per=("melding_id",),
    zoek=(("melding_id",), ("zaak_id",)),
)
"""What was done with a melding. `wie`: a partner; `wat`: the outcome or kind; `uiterlijk`: by when it had to be."""
AFSPRAAKMOMENTEN = Tabel(
    "afspraakmomenten",
    (
        "afspraak_id TEXT NOT NULL",
        "naam TEXT NOT NULL",
        "bekend_op TEXT NOT NULL",
        "gemeente TEXT NOT NULL",
        "locatie TEXT NOT NULL",
        "wie TEXT NOT NULL",
        "uiterlijk TEXT NOT NULL",
        "regel TEXT NOT NULL",
        "overleg_id TEXT NOT NULL",
    ),
    zoek=(("gemeente", "naam", "bekend_op"), ("afspraak_id", "naam")),
)
LOCATIEMOMENTEN = Tabel(
    "locatiemomenten",
    (
        "gemeente TEXT NOT NULL",
        "locatie TEXT NOT NULL",
        "naam TEXT NOT NULL",
        "bekend_op TEXT NOT NULL",
        "sinds TEXT NOT NULL",
        "regel TEXT NOT NULL",
    ),
    zoek=(("gemeente", "locatie", "bekend_op"),),
)
KERNCIJFERS = Tabel(
    "kerncijfers",
    (
        "gemeente TEXT NOT NULL",
        "reeks TEXT NOT NULL",
        "eenheid TEXT NOT NULL",
        "van TEXT NOT NULL",
        "tot TEXT NOT NULL",
        "waarde DOUBLE PRECISION NOT NULL",
        "bron TEXT NOT NULL",
        "bekend_op TEXT NOT NULL",
    ),
    per=("van", "tot"),
    zoek=(("gemeente", "bekend_op"),),
)
"""Figures of the municipality that were imported: of the same days the one that became known last holds."""

VIEWS = (
    WAARNEMINGEN,
    BIJSTELLINGEN,
    STANDEN,
    OVERLEGMOMENTEN,
    AGENDAMOMENTEN,
    MAATREGELMOMENTEN,
    ESCALATIEMOMENTEN,
    VERWIJZINGEN,
    MELDINGMOMENTEN,
    AFSPRAAKMOMENTEN,
    KERNCIJFERS,
    LOCATIEMOMENTEN,
)
"""What a rebuild makes again."""
PER_NAAM = {tabel.naam: tabel for tabel in VIEWS}

LOGBOEK = Table("rapportage", tuple(tabel.maak() for tabel in (ONTVANGEN, *VIEWS)))
"""For `open_ledger`: the log and its views stand beside rapportage's own facts."""
