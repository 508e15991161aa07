"""The text of a notice: what, where, when, why, what to do now. No personal data, no details (promise 7). Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from services.escalatie.alarm import Alarm
from services.escalatie.gebeurd import tegen_wie
from services.escalatie.regels import vindplaats
from services.escalatie.staat import Escalatie, Status
from services.escalatie.voorval import Lid
from services.escalatie.woorden import duur, klok, rol_naam, tijdstip
from shared.contracts.escalatie import DrempelHerzien, DrempelOverschreden, Herkomst, Stap
from shared.kortnummer import kortnummer
from shared.profiel.dienstnummers import nummers_bij, zonder_nummer
from shared.profiel.eigen import INCIDENT_GEWEIGERD, NAMEN
from shared.profiel.regels import regelwoorden, volgens
from shared.profiel.schema import Profiel, Rol
from shared.profiel.schema.escalatie import TweedeStap
from shared.verzending.vormen import Bericht
from shared.woorden import MAANDEN, opsomming

BERICHT_KLAAR = (
    "Het bericht van het COA is afgehandeld. Is er niets meer te doen, dan kan deze escalatie worden gesloten."
)
POLITIE = "0900-8844"
"""The number of the police in the whole country, where there is no danger at this moment."""
ONGEZIEN = "Een melding telt ook mee als de gemeente haar nog niet heeft bekeken."
_WEER_OPEN = {
    "verlopen": "Iemand heeft dit bevestigd, maar daarna gebeurde er te lang niets. Daarom krijgt u dit bericht.",
    "teruggenomen": "De bevestiging is teruggenomen. Daarom krijgt u dit bericht.",
}


@dataclass(frozen=True, slots=True)
class Zaak:
    """Everything that the notices of one escalation may tell. `erbij`: meldingen that joined after the opening."""

    escalatie: Escalatie
    overschreden: DrempelOverschreden
    profiel: Profiel
    erbij: int = 0
    herzien: DrempelHerzien | None = None
    politie_op: datetime | None = None
    """When the police confirmed."""
    leden: tuple[Lid, ...] = ()
    """The meldingen that it began with, where several were counted, as they stand now."""

    @property
    def plek(self) -> str:
        """The location as people call it."""
        locatie = self.profiel.locatie(self.escalatie.locatie)
        if locatie is None and self.escalatie.locatie == "alle":
            return self.profiel.gemeente.naam
        return locatie.naam if locatie else self.escalatie.locatie

    @property
    def bericht_klaar(self) -> bool:
        """Whether it is about COA messages that could not be taken, and every one of them was handled."""
        over_bericht = self.overschreden.drempel == INCIDENT_GEWEIGERD
        return over_bericht and self.herzien is not None and not self.herzien.nog_overschreden

    @property
    def tekst_open(self) -> bool:
        """Whether who is warned may read what was reported: an incident with consequences (LVS-0.3)."""
        drempel = self.profiel.drempel(self.overschreden.drempel)
        return bool(drempel and drempel.soort == "enkel-incident" and drempel.gevolgen_openbare_orde)

    @property
    def is_techniek(self) -> bool:
        """Whether it is about the system: a message nobody can read, or a sender or Meldketen itself that stopped."""
        drempel = self.profiel.drempel(self.overschreden.drempel)
        return self.overschreden.drempel in NAMEN or bool(drempel and "locatie-stil" in drempel.signalen)

    @property
    def stelt_overleg_voor(self) -> bool:
        """Whether an extra meeting was proposed because of it."""
        drempel = self.profiel.drempel(self.overschreden.drempel)
        return bool(drempel and drempel.stelt_overleg_voor)


@dataclass(frozen=True, slots=True)
class Omstandigheid:
    """What is the matter with this one notice: late, somebody stands in, an answer is possible."""

    te_laat: bool = False
    opmerking: str = ""
    vervangt: str = ""
    """The role that could not be reached."""
    code: str = ""
    """What to send back instead of using the link."""


GEWOON = Omstandigheid()


def bericht(zaak: Zaak, alarm: Alarm, *, url: str, omstandigheid: Omstandigheid = GEWOON) -> Bericht:
    """Write the notice for one role."""
    tweede = alarm.stap is not Stap.ONTVANGEN
    onderwerp = "Burgemeester nog niet ingelicht" if tweede else "Escalatie"
    delen = (
        _kop(zaak, alarm, omstandigheid),
        _wat(zaak),
        _doe_nu(zaak, alarm, url, omstandigheid.code),
        _vast(zaak),
    )
    tekst = "\n\n".join("\n".join(deel) for deel in map(tuple, delen) if deel)
    return Bericht(f"{onderwerp}: {zaak.overschreden.omschrijving}, {zaak.plek}", tekst)


def waarom(overschreden: DrempelOverschreden, profiel: Profiel) -> str:
    """Say which rule this is, where it stands, and whose number it is."""
    woorden = volgens(overschreden.regel, profiel)
    regel = f"{woorden[:1].upper()}{woorden[1:]} ({vindplaats(overschreden.regel)})."
    if overschreden.herkomst is Herkomst.DOCUMENT:
        return f"{regel} Die afspraak staat in dat document."
    return f"{regel} De grens is ingesteld door de gemeente{_ingesteld_op(overschreden.ingesteld_op)}."


def opdracht(zaak: Zaak, rol: str, stap: Stap) -> str:
    """Say what this role must do now."""
    tweede = zaak.escalatie.tweede_stap
    zelf = tweede is None or rol in tweede.door
    if stap is not Stap.ONTVANGEN:
        wie = (
            f"Licht nu de burgemeester in{_bel(zaak)}"
            if zelf
            else f"Bel {te_bellen(zaak, Rol.POLITIE)} en zorg dat de burgemeester nu wordt ingelicht"
        )
        return f"{wie}. Bevestig het daarna."
    if zelf:
        return BERICHT_KLAAR if zaak.bericht_klaar else zaak.overschreden.wat_nu
    if zaak.politie_op and zaak.escalatie.status is Status.BEVESTIGD:
        return _politie_weet_het(zaak, zaak.politie_op)
    bel = te_bellen(zaak, Rol.POLITIE)
    return f"Bevestig dat u dit bericht hebt. Bel daarna {bel} en vraag of zij hiermee bezig is."


def _politie_weet_het(zaak: Zaak, op: datetime) -> str:
    nog = "" if zaak.escalatie.burgemeester_ingelicht else " Iemand moet nog melden dat de burgemeester het weet."
    return f"De politie heeft bevestigd om {klok(op, zaak.profiel.zone)}.{nog}"


@dataclass(frozen=True, slots=True)
class Belregel:
    """Whom to call: a function, and its number."""

    wie: str
    nummer: str
    wanneer: str


def belregels(zaak: Zaak, rol: str) -> tuple[Belregel, ...]:
    """Give whom this role can call about it, day and night, as far as the profile says; nobody calls himself."""
    nummers = nummers_bij(zaak.profiel, zaak.escalatie.locatie)
    regels = [Belregel(een.wie, een.nummer, een.wanneer) for een in nummers if een.rol != rol]
    if (tweede := _tweede_stap(zaak)) and tweede.bel and rol != Rol.BURGEMEESTER:
        regels.append(Belregel("Burgemeester, dienstnummer", tweede.bel, "dag en nacht"))
    return tuple(regels)


def te_bellen(zaak: Zaak, rol: str) -> str:
    """Name a role with its number, that of the location first; the police has one everywhere."""
    nummers = [een.nummer for een in nummers_bij(zaak.profiel, zaak.escalatie.locatie) if een.rol == rol]
    nummers += [POLITIE] if rol == Rol.POLITIE else []
    return f"{rol_naam(rol)} ({nummers[0]})" if nummers else rol_naam(rol)


def zonder_nummer_voor(zaak: Zaak, rol: str) -> tuple[str, ...]:
    """Name whom this role may have to call while the profile gives no number."""
    ontbreekt = zonder_nummer(zaak.profiel, zaak.escalatie.locatie)
    return tuple(rol_naam(een) for een in ontbreekt if een != rol)


def _bel(zaak: Zaak) -> str:
    """With which number, where the profile gives one."""
    tweede = _tweede_stap(zaak)
    return f": bel {tweede.bel}" if tweede and tweede.bel else ""


def _tweede_stap(zaak: Zaak) -> TweedeStap | None:
    """Read it in the profile: facts hold no numbers."""
    drempel = zaak.profiel.drempel(zaak.overschreden.drempel)
    ladder = zaak.profiel.ladder(drempel.ladder) if drempel else None
    return ladder.tweede_stap if ladder else None


def _kop(zaak: Zaak, alarm: Alarm, omstandigheid: Omstandigheid) -> Iterator[str]:
    yield f"Dit bericht is voor {rol_naam(alarm.rol)}."
    if aanleiding := _aanleiding(zaak, alarm):
        yield aanleiding
    if omstandigheid.vervangt:
        yield f"U krijgt dit als vervanging: {rol_naam(omstandigheid.vervangt)} is nu niet bereikbaar."
    if omstandigheid.opmerking:
        yield f"Let op: {omstandigheid.opmerking}."
    if omstandigheid.te_laat:
        yield "Let op: dit bericht komt later dan bedoeld, want het systeem stond stil."


def _aanleiding(zaak: Zaak, alarm: Alarm) -> str:
    """Say why this notice comes now; empty for the first."""
    if alarm.op_verzoek:
        return "U vroeg om een nieuwe link, want de vorige was verlopen."
    if alarm.stap is not Stap.ONTVANGEN:
        return "Nog niemand heeft bevestigd dat de burgemeester is ingelicht. De termijn is voorbij."
    if zaak.escalatie.weer_open:
        return _WEER_OPEN[zaak.escalatie.weer_open]
    if alarm.ronde > 1:
        return f"Herinnering {alarm.ronde - 1}: nog niemand heeft dit bericht bevestigd."
    eerder = "Wie eerder is gewaarschuwd, heeft niet op tijd bevestigd. Daarom krijgt u dit bericht."
    return eerder if alarm.trede else ""


def _wat(zaak: Zaak) -> Iterator[str]:
    feit, zone = zaak.overschreden, zaak.profiel.zone
    yield f"Wat: {feit.omschrijving}"
    yield f"Waar: {zaak.plek}"
    if feit.voorgevallen_op:
        yield f"Wanneer: {tijdstip(feit.voorgevallen_op, zone)}"
    if feit.venster and not (feit.groei or feit.verwachting):
        lengte = duur(feit.venster.tot - feit.venster.van)
        yield (
            f"Hoeveel: {feit.telling} meldingen in {lengte}, tot en met {tijdstip(feit.venster.tot, zone)}. "
            f"De grens is {feit.grens}."
        )
    if tegen := tegen_wie(zaak.leden):
        yield f"Tegen wie: {tegen}. {ONGEZIEN}"
    if feit.toelichting:
        yield f"{'Gemeld' if feit.soort == 'enkel-incident' else 'Reden'}: {feit.toelichting}"
    if zaak.herzien:
        yield f"Veranderd: {zaak.herzien.uitleg}"
    if zaak.erbij:
        yield f"Erbij gekomen: {zaak.erbij}"
    if feit.politie_gebeld_op:
        yield f"Politie gebeld: het COA belde de politie op {tijdstip(feit.politie_gebeld_op, zone)}."


def _doe_nu(zaak: Zaak, alarm: Alarm, url: str, code: str) -> Iterator[str]:
    yield f"Doe nu: {opdracht(zaak, alarm.rol, alarm.stap)}"
    yield f"Bevestigen: {url}"
    if code:
        yield f"Antwoorden kan ook: stuur BEVESTIG {code} terug."
    if nummers := [f"{een.wie} {een.nummer}" for een in belregels(zaak, alarm.rol)]:
        yield f"Nummers: {'; '.join(nummers)}."
    escalatie, zone = zaak.escalatie, zaak.profiel.zone
    if alarm.stap is not Stap.ONTVANGEN:
        return
    if escalatie.klim_op is None:
        yield f"Al bevestigd door {opsomming(_bevestigers(escalatie))}. Bevestig zelf ook."
    elif escalatie.trede + 1 < len(escalatie.treden):
        volgende = opsomming([rol_naam(rol) for rol in escalatie.treden[escalatie.trede + 1].rollen])
        yield f"Bevestigt niemand voor {klok(escalatie.klim_op, zone)}? Dan waarschuwen wij {volgende}."
    else:
        yield f"Bevestigt niemand voor {klok(escalatie.klim_op, zone)}? Dan krijgt u dit bericht opnieuw."


def _vast(zaak: Zaak) -> Iterator[str]:
    yield f"Escalatie: {kortnummer(zaak.escalatie.id)}"
    yield f"Regel: {regelwoorden(zaak.overschreden.regel, zaak.profiel)}"
    yield f"Waarom u dit krijgt: {waarom(zaak.overschreden, zaak.profiel)}"


def _bevestigers(escalatie: Escalatie) -> list[str]:
    return sorted({rol_naam(rol) for stap, rol in escalatie.bevestigd if stap is Stap.ONTVANGEN})


def _ingesteld_op(dag: str | None) -> str:
    if dag is None:
        return ""
    moment = date.fromisoformat(dag)
    return f" op {moment.day} {MAANDEN[moment.month - 1]} {moment.year}"
