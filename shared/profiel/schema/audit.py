"""How long a municipality keeps who looked at what and did what (BIO2 8.15)."""

from datetime import timedelta

from shared.profiel.schema.basis import MetRegel
from shared.profiel.vormen import Duur

VANZELF = timedelta(days=365)
"""Where the profile is silent."""


class Audit(MetRegel):
    """The term of a line, counted from when it was written."""

    bewaren: Duur
