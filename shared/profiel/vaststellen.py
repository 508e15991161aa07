"""The profile in force is a fact: a decision of last year is explained by the profile of last year."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from uuid import NAMESPACE_URL, UUID, uuid5

from shared.contracts import Fact
from shared.contracts.elk import ProfielVastgesteld
from shared.ledger import Transaction
from shared.profiel.laden import herlees
from shared.profiel.profielen import Profielen
from shared.profiel.schema import Profiel


def profielstroom(gemeente: str) -> UUID:
    """The stream with the profiles of one gemeente."""
    return uuid5(NAMESPACE_URL, f"meldketen/profiel/{gemeente}")


def stel_vast(tx: Transaction, profielen: Profielen) -> None:
    """Record each profile that is not the one in force already; the start of a service calls this."""
    for profiel in profielen.alle():
        stroom = profielstroom(profiel.gemeente.code)
        vorige = _vastgesteld(tx.facts(stroom))
        if not vorige or vorige[-1].sha256 != profiel.sha256:
            tx.append(stroom, _feit(profiel, tx.op))


def profiel_op(feiten: Iterable[Fact], moment: datetime) -> Profiel | None:
    """The profile in force at a moment, from the facts of its stream; None before the first."""
    geldend = [feit for feit in _vastgesteld(feiten) if feit.geldig_vanaf <= moment]
    return _uit(geldend[-1].inhoud) if geldend else None


def _vastgesteld(feiten: Iterable[Fact]) -> list[ProfielVastgesteld]:
    return [feit for feit in feiten if isinstance(feit, ProfielVastgesteld)]


def _feit(profiel: Profiel, op: datetime) -> ProfielVastgesteld:
    return ProfielVastgesteld(
        gemeente=profiel.gemeente.code,
        versie=profiel.versie,
        sha256=profiel.sha256,
        geldig_vanaf=op,
        inhoud=profiel.tekst,
    )


@lru_cache(maxsize=32)
def _uit(inhoud: str) -> Profiel:
    return herlees(inhoud)
