"""The signed link in a notice."""

from services.escalatie.verzending.link import Bevestiglink, Bewijs, LinkOngeldig, LinkVerlopen

__all__ = ["Bevestiglink", "Bewijs", "LinkOngeldig", "LinkVerlopen"]
