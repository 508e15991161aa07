"""What follows from a meeting, as the doors and the clock call it."""

from collections.abc import Callable, Mapping
from uuid import UUID

from services.overleg.application.afspreken import Afspraakdienst
from services.overleg.application.berichten import Berichtdienst
from services.overleg.application.dossiers import Dossierdienst
from services.overleg.application.opleggen import Maatregeldienst
from services.overleg.application.verzoeken import Verzoekdienst
from services.overleg.store.afspraakrijen import AFSPRAAK_TE_LAAT, HERINNER_AAN_AFSPRAAK
from services.overleg.store.maatregelrijen import MAATREGEL_EINDIGT, MAATREGEL_LOOPT_AF
from shared.ledger import Transaction
from shared.profiel import Profielen

Termijn = Callable[[Transaction, UUID], None]


class Uitvoering:
    """Measures, agreements, requests and messages."""

    def __init__(self, profielen: Profielen) -> None:
        self.profielen = profielen
        self.maatregel, self.afspraak = Maatregeldienst(profielen), Afspraakdienst(profielen)
        self.verzoek, self.bericht = Verzoekdienst(profielen), Berichtdienst(profielen)
        self.dossier = Dossierdienst(profielen)

    @property
    def termijnen(self) -> Mapping[str, tuple[str, Termijn]]:
        """Each kind of timer: which of its data is the id, and what happens when it is due."""
        return {
            MAATREGEL_EINDIGT: ("maatregel", self.maatregel.verloop),
            MAATREGEL_LOOPT_AF: ("maatregel", self.maatregel.loopt_af),
            HERINNER_AAN_AFSPRAAK: ("afspraak", self.afspraak.herinner),
            AFSPRAAK_TE_LAAT: ("afspraak", self.afspraak.te_laat),
        }
