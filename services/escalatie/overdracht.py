"""Duty passes to another: what the one who gets it is told, and when that is tried again. Pure."""

from datetime import datetime, timedelta

from services.escalatie.bezorging import pauze
from services.escalatie.rooster import Beurt
from services.escalatie.woorden import tijdstip
from shared.contracts.escalatie.piket import PiketOvergedragen
from shared.profiel.schema import Profiel
from shared.verzending.vormen import Bericht, Uitslag

GEEN_KANAAL = "deze dienst heeft geen eigen kanaal"


def bericht(profiel: Profiel, beurt: Beurt, lopend: int, basis_url: str) -> Bericht:
    """Tell somebody that duty starts."""
    tot = tijdstip(beurt.tot, profiel.zone)
    wat = "Er loopt nu geen escalatie." if not lopend else f"Er lopen nu {lopend} escalaties. Bekijk ze meteen."
    if lopend == 1:
        wat = "Er loopt nu 1 escalatie. Bekijk die meteen."
    tekst = (
        f"U hebt nu piket ({beurt.dienst}), tot {tot}.\n\n{wat}\n\n"
        f"Escalaties: {basis_url}/escalaties\nRooster: {basis_url}/piket"
    )
    return Bericht("Uw piket begint nu", tekst)


def overgedragen(
    profiel: Profiel,
    rol: str,
    beurt: Beurt,
    vorige: str | None,
    uitslagen: list[Uitslag],
    *,
    lopend: int,
    poging: int,
    op: datetime,
) -> PiketOvergedragen:
    """Record that duty passed, and whether the one who has it now was told so."""
    gelukt = next((uit for uit in uitslagen if not uit.fout), None)
    fout = next((uit for uit in uitslagen if uit.fout), None)
    probeer = fout and not gelukt and op + pauze(poging) < beurt.tot
    return PiketOvergedragen(
        gemeente=profiel.gemeente.code,
        rol=rol,
        dienst=str(beurt.dienst),
        vorige=vorige,
        van=beurt.van,
        tot=beurt.tot,
        lopend=lopend,
        uitkomst="gemeld" if gelukt else "niet-gemeld",
        kanaal=gelukt.kanaal if gelukt else fout.kanaal if fout else None,
        reden=None if gelukt else fout.fout if fout else GEEN_KANAAL,
        poging=poging,
        opnieuw_op=op + pauze(poging) if probeer else None,
    )


def volgende_blik(beurt: Beurt, opnieuw_op: datetime | None, op: datetime) -> datetime:
    """When to look again: at the next change, at the next attempt, and every hour for gaps."""
    return min(filter(None, (beurt.tot if beurt.tot > op else None, opnieuw_op, op + timedelta(hours=1))))
