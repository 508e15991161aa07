"""After a copy was put back: erase again what was erased since it was made."""

import asyncio
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from meldketen.winkel import Winkel, nu
from shared.wisregister import RegisterFout, Wisregel, Wisregister, begin_van, laatste, lees


def lees_registers(paden: Sequence[Path], eigen: Path) -> list[Wisregel] | None:
    """Read these registers, or else the one of this installation; None: there is none.

    Raises:
        RegisterFout: one cannot be read.
    """
    te_lezen = [*paden] or ([eigen] if eigen.exists() else [])
    return [regel for pad in te_lezen for regel in lees(pad)] if te_lezen else None


def keur_register(regels: Iterable[Wisregel], ketens: Mapping[str, str]) -> None:
    """See that a register is about these ledgers (by name, their ids), whichever copy of them.

    Raises:
        RegisterFout: it is of another installation.
    """
    genoemd = {(regel.opslag, begin_van(regel.keten)) for regel in regels}
    eigen = {(naam, begin_van(keten)) for naam, keten in ketens.items()}
    if not genoemd & eigen:
        raise RegisterFout(
            "Dit wisregister is leeg of van een andere installatie: het noemt geen van deze grootboeken. Geef met "
            "--register het register van de installatie waar de kopie van is."
        )


def wis_opnieuw(winkel: Winkel, regels: Sequence[Wisregel]) -> Mapping[str, int]:
    """Erase what the register says, and what is over its term; return how much there was of each kind.

    The lines go into the register of this installation too: the next copy may need them.

    Raises:
        StoreUnavailable: not finished; do it again.
    """
    register, op = Wisregister(winkel.omgeving.instellingen.wisbestand), nu().op
    bekend = set(lees(register.path)) if register.path.exists() else set()
    register.noteer([regel for regel in regels if regel not in bekend])
    gewist = asyncio.run(_wis(winkel, laatste(regels)))
    for dienst in winkel.diensten:
        register.werk_bij(dienst.ledger, op)
    return gewist


async def _wis(winkel: Winkel, regels: Sequence[Wisregel]) -> Counter[str]:
    gewist: Counter[str] = Counter()
    for dienst in winkel.diensten:
        if dienst.wis_opnieuw is not None:
            gewist.update(await dienst.wis_opnieuw(regels, nu()))
    return gewist
