"""Public holidays, from the library that keeps them."""

from datetime import date
from functools import cache

import holidays


@cache
def _van(jaar: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("NL", years=jaar))


def is_feestdag(dag: date) -> bool:
    """Whether a day is a public holiday in the Netherlands."""
    return dag in _van(dag.year)
