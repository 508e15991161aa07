"""The signals of Signalen, the melding system of many Dutch municipalities, in our words; for files and the webhook.

Who reported is not taken over: Signalen keeps in touch with its own reporters.
"""

from services.intake.signalen.vorm import KAART, KOLOMMEN, record
from services.intake.signalen.webhook import antwoord, opgave_uit

__all__ = ["KAART", "KOLOMMEN", "antwoord", "opgave_uit", "record"]
