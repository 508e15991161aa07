"""Goals and indicators of a municipality, as known at a moment (KN-besluit-2, LV-3)."""

from datetime import datetime

from services.rapportage.doelen import indicatoren as i
from services.rapportage.doelen.bril import ALLES, Bril
from services.rapportage.doelen.cijferreeks import Reeks, reeksen
from services.rapportage.plek import Kijker, alle_plekken
from services.rapportage.store import Cijfervragen, Vragen
from services.rapportage.week import lees_peildatum
from shared.facts import Fout, NietGevonden, OngeldigeInvoer
from shared.ledger import Ledger
from shared.profiel import Profiel, Profielen


class Indicatorendienst:
    """Makes them from the imported figures alone. Dates come in as text: the profile knows their zone."""

    def __init__(self, ledger: Ledger, profielen: Profielen) -> None:
        self._vragen, self._cijfers, self._profielen = Vragen(ledger), Cijfervragen(ledger), profielen

    def profiel(self, kijker: Kijker, gemeente: str | None = None) -> Profiel:
        """Find the municipality, among those of which somebody may see something.

        Raises:
            NietGevonden: it is not among them. OngeldigeInvoer: there are more and none was named.
        """
        van_hen = {plek.sleutel[0]: plek.profiel for plek in alle_plekken(self._profielen) if kijker.ziet(plek)}
        gekozen = [profiel for code, profiel in van_hen.items() if gemeente in (None, code)]
        if not gekozen:
            raise NietGevonden("Deze gemeente is er niet, of niet voor u. Kies een gemeente uit de lijst.")
        if len(gekozen) > 1:
            raise OngeldigeInvoer(Fout("gemeente", f"Kies een gemeente: {', '.join(sorted(van_hen))}."))
        return gekozen[0]

    def profielen(self, kijker: Kijker) -> list[Profiel]:
        """Return the municipalities of which somebody may see something."""
        van_hen = {plek.sleutel[0]: plek.profiel for plek in alle_plekken(self._profielen) if kijker.ziet(plek)}
        return list(van_hen.values())

    async def indicatoren(
        self,
        profiel: Profiel,
        nu: datetime,
        *,
        hele_getallen: bool,
        peildatum: str | None = None,
        jaar: int | None = None,
    ) -> i.Indicatoren:
        """Show every priority, goal and series, in `jaar` and before; without it in the year of the peildatum.

        `hele_getallen`: small numbers too; the council and everybody else sees them shielded.

        Raises:
            OngeldigeInvoer: an unreadable peildatum, or one to come.
        """
        moment = lees_peildatum(peildatum, nu, profiel.zone)
        gelezen = await self._vragen.gelezen()
        jaar = jaar or moment.astimezone(profiel.zone).year
        alle = {code: reeks.tot_en_met(jaar) for code, reeks in (await self.reeksen(profiel, moment)).items()}
        bril = ALLES if hele_getallen else Bril(profiel.publicatie.kleinste_getal)
        return i.Indicatoren(
            gemeente=profiel.gemeente.code,
            gemeente_naam=profiel.gemeente.naam,
            peildatum=moment,
            profielversie=profiel.versie,
            gelezen=gelezen,
            kleinste_getal=bril.kleinste,
            speerpunten=i.speerpunten(profiel, alle, jaar, bril),
            doelen=i.doelen(profiel, alle, jaar, bril),
            cijfers=i.cijfers(profiel, alle, bril),
        )

    async def reeksen(self, profiel: Profiel, moment: datetime) -> dict[str, Reeks]:
        """Return every imported series."""
        return reeksen(await self._cijfers.cijfers(profiel.gemeente.code, moment))
