"""What the domain refuses about measures."""

from collections.abc import Sequence
from uuid import UUID

from shared.facts import NietGevonden, Rejected


class MaatregelGeweigerd(Rejected):
    """A measure that breaks a limit is not imposed; `regel` is the line of the catalogue that sets the limit."""

    def __init__(
        self,
        reden: str,
        regel: str,
        *,
        mist: Sequence[str] = (),
        botst_met: UUID | None = None,
        wel_samen: Sequence[tuple[str, str]] = (),
    ) -> None:
        super().__init__(reden)
        self.regel = regel  # type: ignore[misc]  # the catalogue's rule is data of the profile, not of this class
        self.mist = tuple(mist)
        """What is missing, one line each, where the reason sums it up."""
        self.botst_met = botst_met
        """The measure that this one cannot go with."""
        self.wel_samen = tuple(wel_samen)
        """Code and name of the kinds that can go together instead."""


class AndereAanvraag(Rejected):
    """An id that was used stands for the request that came with it, not for another one."""


class MaatregelVoorbij(Rejected):
    """A measure that is over is not extended or withdrawn: that would change what was."""


class MaatregelOnbekend(NietGevonden):
    """There is no measure with this id."""

    def __init__(self, reden: str = "Deze maatregel bestaat niet. Kijk in de lijst van maatregelen.") -> None:
        super().__init__(reden)
