"""When escalatie says no. Each docstring states the rule."""

from collections.abc import Sequence

from shared.facts import Fout, NietGevonden, OngeldigeInvoer, Rejected


class OnbekendeEscalatie(NietGevonden):
    """Only what exists can be confirmed or closed."""

    def __init__(self) -> None:
        super().__init__("Deze escalatie bestaat niet. Kijk op de pagina Escalaties.")


class AlGesloten(Rejected):
    """A closed escalation is over: nothing can be confirmed or closed any more (promise 6)."""

    def __init__(self) -> None:
        super().__init__("Deze escalatie is al gesloten. U hoeft niets meer te doen.")


class NietOpDeLadder(Rejected):
    """Who was not to be warned cannot stop the ladder: that would silence the ones who must act (promise 6)."""

    def __init__(self, rol: str) -> None:
        super().__init__(f"De rol {rol} staat niet op de ladder van deze escalatie en kan haar niet bevestigen.")


class NietBevestigd(Rejected):
    """Who confirmed nothing has nothing to take back."""

    def __init__(self) -> None:
        super().__init__("Uw rol heeft deze stap niet bevestigd, of de bevestiging is al teruggenomen of verlopen.")


class GeenTweedeStap(Rejected):
    """Only a ladder with a second step has one to confirm (LVS-0.3)."""

    regel = "LVS-0.3"

    def __init__(self) -> None:
        super().__init__("Bij deze escalatie hoort geen stap 'burgemeester ingelicht'. Bevestig alleen de ontvangst.")


class NietDezeRol(Rejected):
    """The second step is for those whom the ladder names: the police informs the burgemeester (LVS-0.3)."""

    regel = "LVS-0.3"

    def __init__(self, rol: str, wel: str) -> None:
        super().__init__(f"De rol {rol} kan deze stap niet bevestigen. Dat kan wel: {wel}.")


class StapOntbreekt(Rejected):
    """An escalation is not closed before every obligatory step was taken (LVS-0.3, promise 6)."""

    regel = "LVS-0.3"

    def __init__(self, ontbreekt: tuple[str, ...]) -> None:
        super().__init__(f"Sluiten kan nog niet. Dit moet nog gebeuren: {'; '.join(ontbreekt)}.")


class GeenRooster(NietGevonden):
    """Only a role with a rota in the profile has duty."""

    def __init__(self, rol: str) -> None:
        super().__init__(f"Voor de rol {rol} staat geen rooster in het gemeenteprofiel.")


class OnbekendeDienst(OngeldigeInvoer):
    """Only a seat of the profile has duty: a name cannot slip in (promise 7)."""

    def __init__(self, dienst: str, bekend: Sequence[str]) -> None:
        super().__init__(Fout("dienst", f"deze dienst staat niet in het rooster; kies uit: {', '.join(bekend)}"))


class PiketInvoerOngeldig(OngeldigeInvoer):
    """A change of the rota is a stretch of time with a beginning and an end."""

    def __init__(self, veld: str, reden: str) -> None:
        super().__init__(Fout(veld, reden))


class OnbekendeWijziging(NietGevonden):
    """Only a change that holds can be taken back."""

    def __init__(self) -> None:
        super().__init__("Deze wijziging van het rooster bestaat niet, of is al vervallen.")


class GeenKanaal(Rejected):
    """A test message needs an address to go to."""

    def __init__(self, voor: str) -> None:
        naam = f"MELDKETEN_KANAAL_{voor.upper().replace('-', '_')}"
        super().__init__(f"Voor {voor} is geen kanaal ingesteld. Zet het adres in {naam} of in het gemeenteprofiel.")


class WelkeGemeente(OngeldigeInvoer):
    """With several municipalities somebody must say which."""

    def __init__(self) -> None:
        super().__init__(Fout("gemeente", "zeg van welke gemeente; deze installatie werkt voor meer gemeenten"))


class OnbekendAntwoord(NietGevonden):
    """Only the code of a notice about something that is going on confirms anything."""

    def __init__(self) -> None:
        super().__init__(
            "Deze code hoort bij geen bericht waarop nu een antwoord nodig is. Gebruik de link in het bericht."
        )
