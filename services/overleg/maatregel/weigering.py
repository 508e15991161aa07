"""What the domain refuses about measures."""

from shared.facts import NietGevonden, Rejected


class MaatregelGeweigerd(Rejected):
    """A measure that breaks a limit is not imposed; `regel` is the line of the catalogue that sets the limit."""

    def __init__(self, reden: str, regel: str) -> None:
        super().__init__(reden)
        self.regel = regel  # type: ignore[misc]  # the catalogue's rule is data of the profile, not of this class


class AndereAanvraag(Rejected):
    """An id that was used stands for the request that came with it, not for another one."""


class MaatregelVoorbij(Rejected):
    """A measure that is over is not extended or withdrawn: that would change what was."""


class MaatregelOnbekend(NietGevonden):
    """There is no measure with this id."""

    def __init__(self, reden: str = "Deze maatregel bestaat niet. Kijk in de lijst van maatregelen.") -> None:
        super().__init__(reden)
