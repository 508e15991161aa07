"""Masking or erasing a text afterwards: no masker finds everything, and no text is kept for ever.

The row gets another text and another salt; the fact of it carries the old and the new seal, so every text stays
accounted for and the chain of facts stays whole.
"""

import re
from collections.abc import Callable, Sequence
from uuid import UUID

from services.intake.application.bevoegd import eis_zichtbaar
from services.intake.application.schoonmaak import schrob_straks
from services.intake.bewaartermijn import REGEL
from services.intake.store.tekstregister import EEN_TEKST
from shared.contracts.elk import GegevensVernietigd
from shared.facts import Fout, NietGevonden, OngeldigeInvoer
from shared.ledger import Transaction
from shared.maskering import Gemaskeerd, masker
from shared.teksten import vervang
from shared.web import Wie
from shared.wisregister import DEEL

MASKER = "[gemaskeerd]"
UseCase = Callable[[Transaction], None]


def verberg(door: Wie, melding_id: UUID, zegel: str, woorden: Sequence[str]) -> UseCase:
    """Replace words in one text of a melding, or the whole of it where none are given.

    Raises (when it runs):
        NietGevonden: no such text of this melding, or not theirs. OngeldigeInvoer: none of the words stand in it.
    """

    def use_case(tx: Transaction) -> None:
        feiten = tx.facts(melding_id)
        rijen = tx.query(EEN_TEKST, (zegel,))
        if not feiten or not rijen or rijen[0][0] != str(melding_id) or rijen[0][2]:
            raise NietGevonden("Deze tekst is er niet (meer).")
        eis_zichtbaar(door, {"locatie": feiten[0].locatie, "gemeente": feiten[0].gemeente})
        reden = "gemaskeerd door een medewerker" if woorden else "gewist door een medewerker"
        wis_tekst(tx, melding_id, zegel, reden=reden, regel=REGEL, door=str(door.rol), woorden=woorden)

    return use_case


def wis_tekst(
    tx: Transaction,
    melding_id: UUID,
    zegel: str,
    *,
    reden: str,
    regel: str,
    door: str | None = None,
    woorden: Sequence[str] = (),
) -> None:
    """Replace a text for good and record that; without `woorden` nothing of it stays."""
    melding = tx.facts(melding_id)[0]
    nieuw_zegel = vervang(tx, zegel, _zonder(tx, zegel, woorden)) if woorden else vervang(tx, zegel)
    feit = GegevensVernietigd(
        gemeente=melding.gemeente,
        locatie=melding.locatie,
        soort=DEEL if woorden else "tekst",
        reden=reden,
        betreft=melding_id,
        zegel=zegel,
        nieuw_zegel=nieuw_zegel,
        door=door,
        regel=regel,
    )
    tx.append(melding_id, feit)
    schrob_straks(tx)


def _zonder(tx: Transaction, zegel: str, woorden: Sequence[str]) -> Gemaskeerd:
    tekst: str = tx.query("SELECT tekst FROM teksten WHERE id = ?", (zegel,))[0][0]
    patroon = "|".join(re.escape(woord) for woord in sorted(woorden, key=len, reverse=True))
    nieuw, keren = re.subn(patroon, MASKER, tekst, flags=re.IGNORECASE)
    if not keren:
        raise OngeldigeInvoer(Fout("woorden", "deze woorden staan niet in de tekst"))
    return masker(nieuw)
