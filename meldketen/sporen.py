"""Whether traces leave this process, and to where. What that takes is loaded only then: it is an extra."""

from contextlib import AbstractContextManager, nullcontext
from importlib.util import find_spec


class GeenSporen(Exception):
    """Traces were asked for and cannot be made. The text is for the operator."""


def sporen(adres: str, deel: float) -> AbstractContextManager[None]:
    """Send the traces of this process to a collector at `adres`, if one is set.

    Raises:
        GeenSporen: the packages for it are not installed, or this is no address.
    """
    if not adres:
        return nullcontext()
    if not adres.startswith(("http://", "https://")):
        raise GeenSporen("MELDKETEN_SPOREN is geen adres. Geef er een als http://collector:4318, of laat het leeg.")
    if find_spec("opentelemetry.sdk") is None:
        raise GeenSporen(
            "Voor sporen (MELDKETEN_SPOREN) ontbreekt OpenTelemetry. "
            "Installeer meldketen[sporen], of haal de instelling weg."
        )
    from shared.tracing.otlp import exported

    return exported(adres, deel)
