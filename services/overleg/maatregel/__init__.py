"""A measure: what is asked, what was imposed, and when it is over. Its limits stand in `grenzen`."""

from services.overleg.maatregel.aanvraag import Aanvraag
from services.overleg.maatregel.catalogus import (
    ALTIJD_AFGESCHERMD,
    GEBIEDSVERBODEN,
    Catalogus,
    afgeschermd,
    catalogus,
    vraagt_gebied,
)
from services.overleg.maatregel.loop import loopt_af, trek_in, verleng, verloop
from services.overleg.maatregel.weigering import (
    AndereAanvraag,
    MaatregelGeweigerd,
    MaatregelOnbekend,
    MaatregelVoorbij,
)
from services.overleg.maatregel.zaak import Maatregel, MaatregelFact, evolve, given, leg_op, van, waarschuw_op

__all__ = [
    "ALTIJD_AFGESCHERMD",
    "GEBIEDSVERBODEN",
    "Aanvraag",
    "AndereAanvraag",
    "Catalogus",
    "Maatregel",
    "MaatregelFact",
    "MaatregelGeweigerd",
    "MaatregelOnbekend",
    "MaatregelVoorbij",
    "afgeschermd",
    "catalogus",
    "evolve",
    "given",
    "leg_op",
    "loopt_af",
    "trek_in",
    "van",
    "verleng",
    "verloop",
    "vraagt_gebied",
    "waarschuw_op",
]
