"""Every fact that others publish, by name; for reading back what stands in the log."""

from inspect import isclass
from types import ModuleType

from pydantic import ValidationError

from services.rapportage.tijdlijn import Gebeurd
from shared.bus import Event
from shared.contracts import Fact, elk, escalatie, intake, overleg, read


def _vormen(*modules: ModuleType) -> dict[str, type[Fact]]:
    alles = [waarde for module in modules for waarde in vars(module).values()]
    return {vorm.__name__: vorm for vorm in alles if isclass(vorm) and issubclass(vorm, Fact)}


_VORMEN = _vormen(intake, overleg, escalatie, elk)


def gebeurd(event: Event) -> Gebeurd:
    """Read an event as a fact; without one where it is of a kind, or a form, that this version does not know."""
    vorm = _VORMEN.get(event.naam)
    try:
        fact = read(vorm, event.data) if vorm else None
    except ValidationError:
        fact = None
    return Gebeurd(event.source, event.place, event.tijd, event.naam, event.stream, fact)
