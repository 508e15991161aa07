"""The text of a notice: what, where, when, why, what to do now. No personal data, no details (promise 7). Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from services.escalatie.alarm import Alarm
from services.escalatie.geweigerd import WAT_NU_COA
from services.escalatie.regels import vindplaats
from services.escalatie.situatie import WEER_OPEN, anders, gezegd, niet_op_tijd, wat_er_is
from services.escalatie.staat import Status
from services.escalatie.woorden import klok, rol_naam
from services.escalatie.zaak import Zaak
from shared.contracts.escalatie import DrempelOverschreden, Herkomst, Stap
from shared.kortnummer import kortnummer
from shared.profiel.dienstnummers import nummers_bij, zonder_nummer
from shared.profiel.regels import regelwoorden, volgens
from shared.profiel.schema import Profiel, Rol
from shared.profiel.schema.escalatie import TweedeStap
from shared.verzending.vormen import Bericht
from shared.woorden import MAANDEN

BERICHT_KLAAR = (
    "Het bericht van het COA is afgehandeld. Is er niets meer te doen, dan kan deze escalatie worden gesloten."
)
POLITIE = "0900-8844"
"""The number of the police in the whole country, where there is no danger at this moment."""
DAAROM = "Daarom krijgt u dit bericht."


@dataclass(frozen=True, slots=True)
class Omstandigheid:
    """What is the matter with this one notice: late, somebody stands in, an answer is possible."""

    te_laat: bool = False
    opmerking: str = ""
    vervangt: str = ""
    """The role that could not be reached."""
    code: str = ""
    """What to send back instead of using the link."""
    op: datetime | None = None
    """When it is written: an hour of another day is said with its day."""


GEWOON = Omstandigheid()


def bericht(zaak: Zaak, alarm: Alarm, *, url: str, omstandigheid: Omstandigheid = GEWOON) -> Bericht:
    """Write the notice for one role."""
    tweede = alarm.stap is not Stap.ONTVANGEN
    onderwerp = "Burgemeester nog niet ingelicht" if tweede else "Escalatie"
    delen = (
        _eerst(zaak),
        _kop(zaak, alarm, omstandigheid),
        (f"{kop}: {regel}" for kop, regel in (("Wat", zaak.overschreden.omschrijving), *wat_er_is(zaak))),
        _doe_nu(zaak, alarm, url, omstandigheid),
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


def opdracht(zaak: Zaak, rol: str, stap: Stap, op: datetime | None, *, nummer: bool = True) -> str:
    """Say what this role must do now; on a page the number (`bel_nu`) and the confirming are buttons."""
    tweede = zaak.escalatie.tweede_stap
    zelf = tweede is None or rol in tweede.door
    politie = te_bellen(zaak, Rol.POLITIE) if nummer else rol_naam(Rol.POLITIE)
    if stap is not Stap.ONTVANGEN:
        wie = (
            f"Licht nu de burgemeester in{_bel(zaak) if nummer else ''}"
            if zelf
            else f"Bel {politie} en zorg dat de burgemeester nu wordt ingelicht"
        )
        return f"{wie}. Bevestig het daarna." if nummer else f"{wie}."
    if zelf:
        return _wat_nu(zaak, rol)
    if zaak.politie_op and zaak.escalatie.status is Status.BEVESTIGD:
        return _politie_weet_het(zaak, zaak.politie_op, op)
    return f"Bevestig dat u dit bericht hebt. Bel daarna {politie} en vraag of zij hiermee bezig is."


def daarna(zaak: Zaak, rol: str, op: datetime) -> str:
    """Say what this role still has to do when it confirmed everything, for beside `bel_nu`: to confirm is not to do."""
    tweede = zaak.escalatie.tweede_stap
    if tweede is None:
        return _wat_nu(zaak, rol)
    if rol in tweede.door:
        return f"Bel {rol_naam(Rol.COA)} voor het laatste nieuws."
    if zaak.politie_op:
        return _politie_weet_het(zaak, zaak.politie_op, op)
    return f"Bel {rol_naam(Rol.POLITIE)} en vraag of zij hiermee bezig is."


def _wat_nu(zaak: Zaak, rol: str) -> str:
    """Say what the rule asks of this role: the COA knows itself what was in a message of its own."""
    if zaak.bericht_klaar:
        return BERICHT_KLAAR
    return WAT_NU_COA if zaak.over_bericht and rol == Rol.COA else zaak.overschreden.wat_nu


def _politie_weet_het(zaak: Zaak, politie_op: datetime, op: datetime | None) -> str:
    nog = "" if zaak.escalatie.burgemeester_ingelicht else " Iemand moet nog melden dat de burgemeester het weet."
    return f"De politie heeft bevestigd om {klok(politie_op, zaak.profiel.zone, op)}.{nog}"


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
    """Name a role with its number."""
    nummer = _nummer(zaak, rol)
    return f"{rol_naam(rol)} ({nummer})" if nummer else rol_naam(rol)


def bel_nu(zaak: Zaak, rol: str, stap: Stap | None) -> tuple[str, str] | None:
    """Give whom this role calls for what it must do now, and the number; `stap`: None where all is confirmed."""
    wie = _wie_nu(zaak, rol, stap)
    nummer = _nummer(zaak, wie) if wie else ""
    return (rol_naam(wie), nummer) if wie and nummer else None


def _wie_nu(zaak: Zaak, rol: str, stap: Stap | None) -> Rol | None:
    tweede, inlichten = zaak.escalatie.tweede_stap, Stap.BURGEMEESTER_INGELICHT
    if tweede is None:
        return Rol.COA if zaak.over_bericht and rol != Rol.COA and not zaak.bericht_klaar else None
    if rol in tweede.door:
        return {inlichten: Rol.BURGEMEESTER, None: Rol.COA}.get(stap)
    weet = zaak.politie_op and (stap is None or zaak.escalatie.status is Status.BEVESTIGD)
    return None if weet and stap is not inlichten else Rol.POLITIE


def _nummer(zaak: Zaak, rol: Rol | str) -> str:
    """Give that of the location first; the police has one everywhere, the burgemeester that of the second step."""
    nummers = [een.nummer for een in nummers_bij(zaak.profiel, zaak.escalatie.locatie) if een.rol == rol]
    if rol == Rol.BURGEMEESTER and (tweede := _tweede_stap(zaak)) and tweede.bel:
        return tweede.bel
    return nummers[0] if nummers else POLITIE if rol == Rol.POLITIE else ""


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


def _eerst(zaak: Zaak) -> Iterator[str]:
    """A channel may cut off what is long: before all else whether there is a weapon and whether it goes on."""
    if eerst := gezegd(zaak.overschreden):
        yield eerst


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
        return f"{WEER_OPEN[zaak.escalatie.weer_open]} {DAAROM}"
    if alarm.ronde > 1:
        return f"Herinnering {alarm.ronde - 1}: nog niemand heeft dit bericht bevestigd."
    eerder = niet_op_tijd(zaak.escalatie, alarm.trede, alarm.rol)
    return f"{eerder} {DAAROM}" if eerder else ""


def _doe_nu(zaak: Zaak, alarm: Alarm, url: str, omstandigheid: Omstandigheid) -> Iterator[str]:
    yield f"Doe nu: {opdracht(zaak, alarm.rol, alarm.stap, omstandigheid.op)}"
    yield f"Bevestigen: {url}"
    if omstandigheid.code:
        yield f"Antwoorden kan ook: stuur BEVESTIG {omstandigheid.code} terug."
    if nummers := [f"{een.wie} {een.nummer}" for een in belregels(zaak, alarm.rol)]:
        yield f"Nummers: {'; '.join(nummers)}."
    if alarm.stap is Stap.ONTVANGEN:
        yield anders(zaak, alarm.stap, alarm.rol, omstandigheid.op)


def _vast(zaak: Zaak) -> Iterator[str]:
    yield f"Escalatie: {kortnummer(zaak.escalatie.id)}"
    yield f"Regel: {regelwoorden(zaak.overschreden.regel, zaak.profiel)}"
    yield f"Waarom u dit krijgt: {waarom(zaak.overschreden, zaak.profiel)}"


def _ingesteld_op(dag: str | None) -> str:
    if dag is None:
        return ""
    moment = date.fromisoformat(dag)
    return f" op {moment.day} {MAANDEN[moment.month - 1]} {moment.year}"
