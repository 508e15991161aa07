"""What cannot be done with a melding, and why."""

from shared.facts import Rejected


class IsIngetrokken(Rejected):
    """A withdrawn melding does not count: nothing is done with it but reopening."""

    def __init__(self) -> None:
        super().__init__("Deze melding is ingetrokken. Heropen de melding eerst.")


class IsGesloten(Rejected):
    """Nothing more is done with a closed melding, until it is reopened."""

    def __init__(self) -> None:
        super().__init__("Deze melding is afgesloten. Heropen de melding eerst.")


class IsOpen(Rejected):
    """Only what is closed or withdrawn can be reopened."""

    def __init__(self) -> None:
        super().__init__("Deze melding is niet afgesloten of ingetrokken: heropenen kan alleen dan.")


class MoetIetsZijn(Rejected):
    """The municipality registers which kind of behaviour it was (LVS-2.3)."""

    regel = "LVS-2.3"

    def __init__(self) -> None:
        super().__init__("Kies welke aard het is: overlast, strafbaar gedrag of zorgen om iemand.")


class GeenIncident(Rejected):
    """Only the COA states what an incident meant for public order (LVS-0.3)."""

    regel = "LVS-0.3"

    def __init__(self) -> None:
        super().__init__("Gevolgen voor de openbare orde, ernst en het bellen van de politie horen bij een incident.")


class NietAanZichzelf(Rejected):
    """A melding is not linked to itself."""

    def __init__(self) -> None:
        super().__init__("Een melding kan niet aan zichzelf worden gekoppeld. Kies een andere melding.")


class AlGekoppeld(Rejected):
    """Two meldingen are linked once: undo that link first."""

    def __init__(self) -> None:
        super().__init__("Deze twee meldingen zijn al gekoppeld. Maak die koppeling eerst los.")


class HeeftAlHoofd(Rejected):
    """A melding belongs under one main melding at most."""

    def __init__(self) -> None:
        super().__init__("Deze melding hoort al bij een andere melding. Maak die koppeling eerst los.")


class Kring(Rejected):
    """Who belongs under another cannot be above it as well."""

    def __init__(self) -> None:
        super().__init__("De gekozen melding hoort zelf al bij deze melding. Koppel ze andersom, of kies een andere.")


class NietGekoppeld(Rejected):
    """Only a link that is there can be undone."""

    def __init__(self) -> None:
        super().__init__("Deze twee meldingen zijn niet gekoppeld.")


class AndereGemeente(Rejected):
    """Meldingen of two municipalities are not linked."""

    def __init__(self) -> None:
        super().__init__("Meldingen van verschillende gemeenten kunnen niet worden gekoppeld.")


class AlDoorgezet(Rejected):
    """A melding goes to a partner once (KG-2.3b)."""

    regel = "KG-2.3b"

    def __init__(self, partner: str) -> None:
        super().__init__(f"Deze melding is al doorgezet naar {partner}. Een tweede keer is niet nodig.")


class IsHistorisch(Rejected):
    """What was registered as history is never forwarded."""

    regel = "KG-2.3b"

    def __init__(self) -> None:
        super().__init__("Deze melding is achteraf ingevoerd: zij telt mee in de cijfers en wordt niet doorgezet.")
