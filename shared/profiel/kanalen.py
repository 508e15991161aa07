"""How a role is reached: Apprise addresses, of which the secrets are in the environment."""

import re
from collections.abc import Iterable, Mapping

from shared.profiel.schema import Partner, Profiel, Rol

_NAAM = re.compile(r"\$\{([A-Z][A-Z0-9_]*)\}")


def kanalen_voor(profiel: Profiel, rol: Rol | str, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Apprise addresses of a role; none where the environment does not hold what the profile names.

    `MELDKETEN_KANAAL_<ROL>` goes before the profile and may hold several addresses with spaces between them.
    """
    if voorrang := environ.get(f"MELDKETEN_KANAAL_{rol.upper()}", ""):
        return tuple(voorrang.split())
    kanaal = profiel.kanaal(rol)
    return uit_omgeving(kanaal.urls, environ) if kanaal else ()


def uit_omgeving(urls: Iterable[str], environ: Mapping[str, str]) -> tuple[str, ...]:
    """Apprise addresses for what the profile names; none for what the environment does not hold."""
    return tuple(adres for url in urls for adres in _NAAM.sub(lambda naam: environ.get(naam[1], ""), url).split())


def kanalen_van_partner(profiel: Profiel, partner: Partner, environ: Mapping[str, str]) -> tuple[str, ...]:
    """Apprise addresses of a partner: its own (`MELDKETEN_KANAAL_<CODE>`), or those of its role."""
    eigen = environ.get(f"MELDKETEN_KANAAL_{partner.code.upper().replace('-', '_')}", "")
    if eigen or partner.rol is None:
        return tuple(eigen.split())
    return kanalen_voor(profiel, partner.rol, environ)
