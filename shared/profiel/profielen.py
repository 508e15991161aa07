"""The profiles that an installation works with: one, or several municipalities together."""

from collections.abc import Iterable

from shared.facts import NietGevonden
from shared.profiel.schema import Profiel


class Profielen:
    """What a service gets. Every gemeente stands in it once; a location code may be used by two."""

    def __init__(self, profielen: Iterable[Profiel]) -> None:
        self._alle: dict[str, Profiel] = {}
        for profiel in profielen:
            if profiel.gemeente.code in self._alle:
                raise ValueError(f"{profiel.gemeente.naam} ({profiel.gemeente.code}) heeft twee profielen; geef er één")
            self._alle[profiel.gemeente.code] = profiel

    def __contains__(self, gemeente: str) -> bool:
        return gemeente in self._alle

    def alle(self) -> tuple[Profiel, ...]:
        """Every profile, in the order of loading."""
        return tuple(self._alle.values())

    def van(self, gemeente: str) -> Profiel:
        """The profile of a gemeente by CBS code (`gm0637`).

        Raises:
            NietGevonden: this installation does not serve it.
        """
        if gemeente not in self._alle:
            raise NietGevonden(f"Deze installatie heeft geen profiel van gemeente {gemeente}.")
        return self._alle[gemeente]

    def enige(self) -> Profiel | None:
        """The profile, when there is one only."""
        return self.alle()[0] if len(self._alle) == 1 else None

    def voor_locatie(self, code: str) -> Profiel | None:
        """The profile that has this location; none when nobody has it, or two have."""
        met = [profiel for profiel in self._alle.values() if profiel.locatie(code)]
        return met[0] if len(met) == 1 else None

    def versie(self, gemeente: str) -> str:
        """Which text of the profile decides: the first 12 hex digits of its SHA-256."""
        return self.van(gemeente).versie
