"""Who of the municipality's own accounts may do what: from what its identity provider says to a role here."""

from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from shared.profiel.schema.basis import Deel, Rol
from shared.profiel.vormen import Code, Naam


class Rolwaarde(Deel):
    """One value of the claim, and the role that it gives. The first in the profile that somebody has is theirs."""

    waarde: Naam
    rol: Rol
    locatie: Code | None = None

    @model_validator(mode="after")
    def _coa_heeft_een_locatie(self) -> Self:
        if self.rol is Rol.COA and self.locatie is None:
            raise ValueError("locatie ontbreekt; de rol coa ziet alleen de eigen locatie")
        return self


class Aanmelden(Deel):
    """`claim`: where the roles stand in the id token; dots lead into objects (`realm_access.roles`)."""

    claim: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_.:/-]{1,200}$")] = "roles"
    rollen: Annotated[tuple[Rolwaarde, ...], Field(min_length=1)]
