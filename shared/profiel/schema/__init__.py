"""The gemeenteprofiel: what differs between municipalities is data here, never an `if` on a name.

Every rule cites the line it comes from (`regel`) and whose number it is (`herkomst`).
"""

from shared.profiel.schema.basis import Keuze, Rol, Rollen
from shared.profiel.schema.doelen import Beleid, Doel, Indicator, Kerncijfer, Richting, Speerpunt
from shared.profiel.schema.doorzetten import Dagklok, Doorzetregel, Doorzetten, Hartslag
from shared.profiel.schema.drempel import Drempel, Signaal
from shared.profiel.schema.escalatie import Kanaal, Ladder, Trede, TweedeStap
from shared.profiel.schema.gemeente import Gebied, Gemeente, Locatie, Partner
from shared.profiel.schema.maatregel import (
    Afspraken,
    Berichten,
    Dossierkluis,
    Maatregelsoort,
    Verzoeksoort,
    Voorwaarde,
)
from shared.profiel.schema.melder import (
    Bewaartermijn,
    Lijn,
    Meldkaart,
    Meldkaartregel,
    Sjabloon,
    Terugkoppelen,
)
from shared.profiel.schema.meldingen import Meldingen
from shared.profiel.schema.overleg import WEEKDAGEN, Bespreken, Fase, Onderwerp, Reeks, Weekdag
from shared.profiel.schema.piket import Piketdienst, Piketlaag, Rooster, Stilte
from shared.profiel.schema.profiel import Profiel

__all__ = [
    "WEEKDAGEN",
    "Afspraken",
    "Beleid",
    "Berichten",
    "Bespreken",
    "Bewaartermijn",
    "Dagklok",
    "Doel",
    "Doorzetregel",
    "Doorzetten",
    "Dossierkluis",
    "Drempel",
    "Fase",
    "Gebied",
    "Gemeente",
    "Hartslag",
    "Indicator",
    "Kanaal",
    "Kerncijfer",
    "Keuze",
    "Ladder",
    "Lijn",
    "Locatie",
    "Maatregelsoort",
    "Meldingen",
    "Meldkaart",
    "Meldkaartregel",
    "Onderwerp",
    "Partner",
    "Piketdienst",
    "Piketlaag",
    "Profiel",
    "Reeks",
    "Richting",
    "Rol",
    "Rollen",
    "Rooster",
    "Signaal",
    "Sjabloon",
    "Speerpunt",
    "Stilte",
    "Terugkoppelen",
    "Trede",
    "TweedeStap",
    "Verzoeksoort",
    "Voorwaarde",
    "Weekdag",
]
