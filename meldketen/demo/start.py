"""`meldketen demo`: an empty folder, the invented year, and then the real clock goes on while you watch."""

import asyncio
import os
import re
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from meldketen.demo.klok import SpeelKlok
from meldketen.demo.mensen import Mensen
from meldketen.demo.scenario import INCIDENTEN, LOCATIE, aankomst, jaar, nu_gebeurt, publicaties
from meldketen.demo.spel import Spel
from meldketen.gegevensmap import AlInGebruik, Slot
from meldketen.keten import Keten, open_keten
from meldketen.start import Zeg, draai, stop_bij_signaal, tot_gereed
from meldketen.webserver import bind
from shared.logs import stel_in
from shared.profiel import Profiel, Profielen, Rol, laad
from shared.settings import Settings

PROFIEL = "zoetermeer"
MERK = "demo"
"""A folder that holds this file was made by a demo, and only such a folder is emptied."""
VERZONNEN = "Alles in deze demo is verzonnen."
KANALEN = (Rol.POLITIE, Rol.BURGEMEESTER, Rol.OM, Rol.OOV, Rol.PIKET, Rol.COA)
VAN_WIE_KIJKT = ("data", "adres", "poort", "publiek_adres", "logboek", "logniveau")
EEN_JAAR = timedelta(days=365)
Voortgang = Callable[[int, int], None]
"""How many events were played, and of how many."""


class GeenDemomap(Exception):
    """The folder holds something else, or a demo that still runs: nothing is thrown away. The text is for the user."""


def demo(instellingen: Settings, zeg: Zeg, voortgang: Voortgang) -> None:
    """Play the year and go on until SIGTERM or Ctrl-C (blocking).

    Raises:
        GeenDemomap, KanNietStarten: with the reason.
    """
    stel_in(instellingen.logboek, "ERROR")
    if niet := telt_niet(instellingen):
        zeg(f"In een demo telt niet: {', '.join(niet)}.")
    instellingen = van_de_demo(instellingen)
    _bewaar_berichten()
    _maak_leeg(instellingen.data)
    draai(_speel(instellingen, zeg, voortgang), instellingen)


def van_de_demo(instellingen: Settings) -> Settings:
    """Return how a demo is set: nothing of a real installation counts, neither its stores nor its server."""
    eigen = {naam: getattr(instellingen, naam) for naam in VAN_WIE_KIJKT}
    return Settings.model_construct(**eigen, snelheidslimiet=False, melding_bovenaan=VERZONNEN)


def telt_niet(instellingen: Settings) -> list[str]:
    """Name the settings of whoever starts it that a demo leaves alone, as they stand in the environment."""
    gezet = instellingen.model_dump(exclude_defaults=True, exclude=set(VAN_WIE_KIJKT)).keys()
    return [*(f"MELDKETEN_{naam.upper()}" for naam in sorted(gezet)), *_kanalen()]


def _kanalen() -> list[str]:
    return sorted(naam for naam in os.environ if naam.startswith("MELDKETEN_KANAAL_"))


def _bewaar_berichten() -> None:
    """Let no invented alarm reach a real telephone: every channel only stores."""
    for naam in _kanalen():
        del os.environ[naam]
    os.environ.update({f"MELDKETEN_KANAAL_{rol.upper()}": "bewaar://" for rol in KANALEN})


async def _speel(instellingen: Settings, zeg: Zeg, voortgang: Voortgang) -> None:
    sock = bind(instellingen.adres, instellingen.poort)
    instellingen = instellingen.model_copy(update={"poort": sock.getsockname()[1]})
    stop, nu = stop_bij_signaal(), datetime.now(UTC)
    profiel, klok = _profiel(instellingen.data, nu), SpeelKlok(nu - EEN_JAAR)
    async with open_keten(instellingen, Profielen([profiel]), sock, klok=klok) as keten:
        zeg(VERZONNEN)
        await tot_gereed(keten, stop)
        await _speel_jaar(keten, profiel, klok, nu, voortgang)
        await _vertel(keten, zeg)
        zeg(f"gereed: {instellingen.basis_url}")
        await stop.wait()


async def _speel_jaar(keten: Keten, profiel: Profiel, klok: SpeelKlok, nu: datetime, voortgang: Voortgang) -> None:
    gemeente, url = profiel.gemeente.code, keten.omgeving.instellingen.basis_url
    mensen = await asyncio.to_thread(Mensen, url, keten.omgeving.toegang, gemeente)
    zone = ZoneInfo(profiel.gemeente.tijdzone)
    voorvallen = jaar(nu, zone)
    spel = Spel(keten, klok, mensen, gemeente)
    spel.spreek_af(mensen.publicaties(publicaties(klok(), nu, zone)))
    await spel.speel(voorvallen, nu, lambda aantal: voortgang(aantal, len(voorvallen)))
    klok.loslaten()
    await spel.breng(nu_gebeurt(klok()))


async def _vertel(keten: Keten, zeg: Zeg) -> None:
    instellingen, toegang = keten.omgeving.instellingen, keten.omgeving.toegang
    zeg(f"Een jaar gespeeld, met {INCIDENTEN} incidenten. Er loopt nu een alarm: kijk bij Escalaties.")
    zeg("Eén bericht van het COA kwam beschadigd aan en wacht: kijk bij COA-berichten, als piket, OOV of beheer.")
    zeg(f"De verstuurde berichten staan in {instellingen.data / 'berichten'}.")
    zeg("Aanmelden (elke link werkt één keer):")
    for rol in Rol:
        pad = await asyncio.to_thread(partial(toegang.maak_link, rol, locatie=LOCATIE if rol is Rol.COA else None))
        zeg(f"  {rol:<13} {instellingen.basis_url}{pad}")


def _maak_leeg(folder: Path) -> None:
    if folder.exists() and any(folder.iterdir()):
        if not (folder / MERK).exists():
            raise GeenDemomap(f"De map {folder} is niet leeg en niet van een demo. Kies een andere map met --data.")
        try:
            with Slot(folder):
                shutil.rmtree(folder)
        except AlInGebruik as error:
            raise GeenDemomap(
                f"In de map {folder} draait al een demo (proces {error}). "
                "Stop die eerst, of kies een andere map met --data."
            ) from error
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    (folder / MERK).touch()


def _profiel(folder: Path, nu: datetime) -> Profiel:
    """Return the profile of Zoetermeer in which the first residents came twenty weeks ago."""
    dag = aankomst(nu)
    text = laad(PROFIEL).tekst
    for veld, datum in (("eerste_bewoners_op", dag), ("geopend_op", dag - timedelta(days=7))):
        text = re.sub(rf"^{veld} = \d{{4}}-\d\d-\d\d", f"{veld} = {datum}", text, flags=re.MULTILINE)
    pad = folder / "zoetermeer-demo.toml"
    pad.write_text(text)
    return laad(str(pad))
