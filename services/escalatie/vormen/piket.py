"""What the doors take and give of the rota and the channels."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AwareDatetime, Field

from services.escalatie.application import Kanaalstand, Roosterstand
from services.escalatie.piket import Stuk
from services.escalatie.rooster import Beurt
from services.escalatie.vormen.basis import Code, Gemeentecode, Vorm
from shared.profiel.schema import Rol

_MOMENT = r"\d{4}-\d\d-\d\dT[0-9:.+Z-]{8,30}"
Beurtkeuze = Annotated[str, Field(pattern=rf"^[a-z0-9-]{{1,40}}\|{_MOMENT}\|{_MOMENT}$")]


class Roostervraag(Vorm):
    """Welk rooster u wilt zien, en hoe ver vooruit."""

    gemeente: Gemeentecode | None = None
    rol: Rol | None = None
    van: AwareDatetime | None = None
    tot: AwareDatetime | None = None


class Waar(Vorm):
    """Van welk rooster: de gemeente alleen waar er meer zijn."""

    gemeente: Gemeentecode | None = None
    rol: Rol = Rol.PIKET


class Dienststuk(Vorm):
    """Een dienst, en van wanneer tot wanneer."""

    dienst: Code
    van: AwareDatetime
    tot: AwareDatetime

    def stuk(self) -> Stuk:
        """As the domain knows it."""
        return Stuk(self.dienst, self.van, self.tot)


class Vervanging(Waar, Dienststuk):
    """Wie van wanneer tot wanneer dienst heeft, in plaats van wat het rooster zegt."""


class Ruil(Waar):
    """Twee diensten die elkaars beurt overnemen."""

    een: Dienststuk
    ander: Dienststuk


class Beurtvorm(Vorm):
    """Van wanneer tot wanneer iemand dienst heeft; zonder dienst: niemand."""

    van: datetime
    tot: datetime
    dienst: str | None
    bron: str


class Wijzigingvorm(Vorm):
    """Een wijziging op het rooster."""

    wijziging_id: UUID
    dienst: str
    van: datetime
    tot: datetime
    soort: str


class Roostervorm(Vorm):
    """Een rooster: wie nu dienst heeft, wie daarna, en wanneer niemand."""

    gemeente: str
    rol: str
    regel: str
    diensten: list[str]
    terugval: list[str]
    nu: Beurtvorm
    beurten: list[Beurtvorm]
    gaten: list[Beurtvorm]
    wijzigingen: list[Wijzigingvorm]


class Roosters(Vorm):
    """De roosters die u mag zien."""

    roosters: list[Roostervorm]


class Ingelezenvorm(Vorm):
    """Wat er uit een agenda is overgenomen."""

    nieuw: int
    al_bekend: int


class Kanaalvorm(Vorm):
    """Hoe het met een kanaal van een rol gaat."""

    gemeente: str
    rol: str
    kanaal: str
    gelukt_op: datetime | None
    mislukt_op: datetime | None
    reden: str | None
    mislukt_achtereen: int


class Kanalenlijst(Vorm):
    """Elk kanaal dat is gebruikt."""

    kanalen: list[Kanaalvorm]


class Kanaaltest(Vorm):
    """Aan welke rol u een proefbericht stuurt, of aan welke dienst van het rooster."""

    rol: Rol
    dienst: Code | None = None
    gemeente: Gemeentecode | None = None


class Testuitslag(Vorm):
    """Wat een kanaal met het proefbericht deed."""

    kanaal: str
    gelukt: bool
    reden: str | None = None


class Testuitslagen(Vorm):
    """Wat elk kanaal met het proefbericht deed."""

    uitslagen: list[Testuitslag]


class Antwoord(Vorm):
    """Wat een poort voor sms of e-mail doorgeeft: een antwoord van een mens, of dat een bericht is aangekomen."""

    soort: Literal["antwoord", "aangekomen"] = "antwoord"
    tekst: str


class Antwoorduitslag(Vorm):
    """Wat er met het antwoord is gedaan, als zin om terug te sturen."""

    gedaan: bool
    tekst: str


class Vervangformulier(Vorm):
    """Wat iemand op de pagina invult om een ander dienst te laten hebben; tijden zijn die op de klok aan de muur."""

    rol: Rol = Rol.PIKET
    dienst: Code
    van: datetime
    tot: datetime


class Ruilformulier(Vorm):
    """Welke twee beurten worden geruild."""

    rol: Rol = Rol.PIKET
    een: Beurtkeuze
    ander: Beurtkeuze


class Agenda(Waar):
    """Een agenda (iCalendar) als tekst."""

    agenda: str


class Vervalformulier(Vorm):
    """Welke wijziging vervalt."""

    rol: Rol = Rol.PIKET
    wijziging_id: UUID


def roostervorm(stand: Roosterstand) -> Roostervorm:
    """Turn a rota into what the API gives."""
    return Roostervorm(
        gemeente=stand.profiel.gemeente.code,
        rol=str(stand.rooster.rol),
        regel=stand.rooster.regel,
        diensten=[dienst.code for dienst in stand.rooster.diensten],
        terugval=[str(rol) for rol in stand.rooster.terugval],
        nu=_beurt(stand.nu),
        beurten=[_beurt(beurt) for beurt in stand.beurten],
        gaten=[_beurt(gat) for gat in stand.gaten],
        wijzigingen=[
            Wijzigingvorm(wijziging_id=een.id, dienst=een.dienst, van=een.van, tot=een.tot, soort=een.soort)
            for een in stand.wijzigingen
        ],
    )


def kanaalvorm(stand: Kanaalstand) -> Kanaalvorm:
    """Turn the health of a channel into what the API gives."""
    return Kanaalvorm(
        gemeente=stand.gemeente,
        rol=stand.rol,
        kanaal=stand.kanaal,
        gelukt_op=stand.gelukt_op,
        mislukt_op=stand.mislukt_op,
        reden=stand.reden if stand.achtereen else None,
        mislukt_achtereen=stand.achtereen,
    )


def _beurt(beurt: Beurt) -> Beurtvorm:
    return Beurtvorm(van=beurt.van, tot=beurt.tot, dienst=beurt.dienst, bron=beurt.bron)
