"""The public form: one question a page, all answers in the page itself, nothing kept until it is sent."""

from services.intake.paginas.publiek.formulier import Publiek

__all__ = ["Publiek"]
