"""What the page with the weekbeeld shows beside the form."""

from collections.abc import Mapping

from services.rapportage.plek import Plek
from services.rapportage.staafbeeld import staafbeeld
from services.rapportage.weekbeeld import Weekbeeld


def weekvelden(beeld: Weekbeeld, _: Plek) -> Mapping[str, object]:
    """Give the picture, and its bars per day."""
    return {
        "beeld": beeld,
        "meldingen_per_dag": staafbeeld("Meldingen per dag", beeld.per_dag, lambda dag: dag.meldingen),
        "incidenten_per_dag": staafbeeld("Incidenten per dag", beeld.per_dag, lambda dag: dag.incidenten),
    }
