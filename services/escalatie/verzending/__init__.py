"""The way to people: channels through Apprise, and the signed link in a notice."""

from services.escalatie.verzending.kanalen import Kanalen
from services.escalatie.verzending.link import Bevestiglink, Bewijs, LinkOngeldig, LinkVerlopen

__all__ = ["Bevestiglink", "Bewijs", "Kanalen", "LinkOngeldig", "LinkVerlopen"]
