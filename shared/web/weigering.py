"""What the doors themselves refuse, beside the refusals of the domain."""

from shared.facts import Rejected


class GeenToegang(Rejected):
    """Known, and not allowed to do this."""


class NietAangemeld(Rejected):
    """Nobody came along with the request, or a key that does not work (any more)."""


class Onbereikbaar(Rejected):
    """Somebody else's system that is needed for this does not answer now."""


class VreemdAdres(Rejected):
    """The request names a host that is not ours: a wrong setting, or a name that was made to point here."""

    def __init__(self) -> None:
        super().__init__("Deze site hoort niet bij dit adres. Gebruik het adres dat de beheerder heeft ingesteld.")


class GeenJson(Rejected):
    """A body of another kind: a form, a file, a photograph."""

    def __init__(self) -> None:
        super().__init__(
            "Stuur JSON, met Content-Type: application/json. Bestanden en foto’s nemen wij niet aan: daar staan vaak"
            " mensen op, en een melding moet anoniem blijven."
        )


class TeDruk(Rejected):
    """So many requests of this kind are being answered that one more would only make all of them wait."""

    def __init__(self) -> None:
        super().__init__(
            "Het is nu te druk. Stuurde u net iets? Dat is niet bewaard. Wacht 5 seconden en probeer het opnieuw."
            " Bel bij direct gevaar 112."
        )


class TeVaak(Rejected):
    """Too many requests from one address; `na` seconds and it may be tried again."""

    def __init__(self, na: int) -> None:
        super().__init__(f"U doet dit te vaak achter elkaar. Probeer het over {na} seconden opnieuw.")
        self.na = na
