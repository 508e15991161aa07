"""When escalatie says no. Each docstring states the rule."""

from shared.facts import NietGevonden, Rejected


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
        super().__init__(f"Sluiten kan nog niet. Nog nodig: {'; '.join(ontbreekt)}.")
