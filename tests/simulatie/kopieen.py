"""Copies of the installation of one world, and what happens when it, or one service of it, is put back from one."""

import shutil
from pathlib import Path

from meldketen.kopie import maak_kopie as kopieer
from meldketen.kopie import zet_terug as herstel
from tests.shared.busproef import NU
from tests.simulatie.dienst import BRONNEN
from tests.simulatie.wereld import Wereld


def maak_kopie(wereld: Wereld) -> None:
    """A copy is made while everything runs."""
    if not wereld.gespleten:
        wereld.mappen += 1
        doel = wereld.wortel / f"kopie{wereld.mappen}"
        kopieer(wereld.map, doel, NU)
        wereld.kopie = doel, len(wereld.waarnemer.boeken["intake"].bij())


def zet_terug(wereld: Wereld) -> None:
    """The installation is lost and put back from its copy, on the same bus or on an empty one."""
    if wereld.kopie is None:
        return
    for proces in list(wereld.processen):
        wereld.laat_vallen(proces)
    bevestigd = _bevestigd_in_kopie(wereld, wereld.kopie[1])
    wereld.waarnemer.sluit()
    wereld.nieuwe_map()
    _herstel(wereld, wereld.kopie[0], wereld.map)
    wereld.waarnemer.bevestigd = bevestigd
    wereld.kopie, wereld.gespleten = None, False
    _oude_of_lege_stroom(wereld)


def zet_intake_terug(wereld: Wereld) -> None:
    """Only intake is lost and put back: the others have heard facts that it does not know any more."""
    luisteraars = (wereld.waarnemer.boeken["overleg"], wereld.waarnemer.boeken["rapportage"])
    if wereld.kopie is None or wereld.gespleten or not all(boek.tot("intake")[0] for boek in luisteraars):
        return
    for proces in [each for each in wereld.processen if each.dienst == "intake"]:
        wereld.laat_vallen(proces)
    bevestigd = _bevestigd_in_kopie(wereld, wereld.kopie[1])
    wereld.waarnemer.vervang("intake")
    apart = wereld.wortel / f"apart{wereld.mappen}"
    _herstel(wereld, wereld.kopie[0], apart)
    for rest in wereld.map.glob("intake.db*"):
        rest.unlink()
    shutil.move(apart / "intake.db", wereld.map / "intake.db")
    wereld.waarnemer.bevestigd = bevestigd
    wereld.gespleten = True
    _oude_of_lege_stroom(wereld)


def _herstel(wereld: Wereld, kopie: Path, map_: Path) -> None:
    if wereld.bouw.vergeet_keten:
        shutil.copytree(kopie, map_)
    else:
        herstel(kopie, map_)


def _bevestigd_in_kopie(wereld: Wereld, feiten: int) -> set[int]:
    """Return what was confirmed and stands in the copy: what came later is lost with the installation."""
    return wereld.waarnemer.bevestigd & {feit.nr for feit in wereld.waarnemer.boeken["intake"].bij()[:feiten]}


def _oude_of_lege_stroom(wereld: Wereld) -> None:
    wereld.oude_stroom = bool(wereld.server.stroom and wereld.server.stroom.berichten)
    kent = all(wereld.waarnemer.boeken[dienst].tot(bron)[0] for dienst, van in BRONNEN.items() for bron in van)
    if not kent or wereld.toeval.random() < 0.5:
        wereld.wis()  # who has heard of nobody yet takes whatever is there for the beginning: docs/bewijs.md
    wereld.begin_alles()
