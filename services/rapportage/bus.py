"""What rapportage takes from the bus: everything, as it is."""

from services.rapportage.store import bewaar

BRONNEN = ("intake", "overleg", "escalatie")

raw = bewaar
