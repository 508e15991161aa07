"""What makes an answer to a notice count: the signed link, and the code to send back."""

from services.escalatie.verzending.antwoord import Antwoordcode
from services.escalatie.verzending.levensteken import Levensteken
from services.escalatie.verzending.link import Bevestiglink, Bewijs, LinkOngeldig, LinkVerlopen

__all__ = ["Antwoordcode", "Bevestiglink", "Bewijs", "Levensteken", "LinkOngeldig", "LinkVerlopen"]
