"""The COA says something else of its incident: a weapon after all, or that it is over (LVS-0.3)."""

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from services.escalatie.application.openen import Zaken
from services.escalatie.application.tellen import HISTORISCH, van_meldingen
from services.escalatie.application.vastleggen import herzie
from services.escalatie.drempels.teller import Telrij
from services.escalatie.drempels.telling import Overschrijding
from services.escalatie.gebeurd import wat_gebeurde
from services.escalatie.situatie import GEZEGD, in_zinnen
from services.escalatie.voorval import Lid, Wijziging, telmoment
from shared.contracts.intake import Gezegd, IncidentGemeld
from shared.profiel import Drempel

TOCH = "Het COA verbeterde een eerder bericht hierover: er is toch een wapen gezien of genoemd."


def herzeg(
    zaken: Zaken, drempels: Sequence[Drempel], was: Lid, lid: Lid, wijziging: Wijziging, *, samen: Iterable[UUID]
) -> None:
    """Say it with the escalation; a weapon after all warns anew, for who confirmed did so of something else.

    `samen`: the meldingen of this event, of which one counts for all.
    """
    anders = _anders(was, wijziging)
    if not anders or lid.ingetrokken or not _wekt(was) or not _wekt(lid):
        return
    op_code = {drempel.code: drempel for drempel in drempels if _over_een(drempel)}
    for rij in van_meldingen(zaken.tx, zaken.profiel.gemeente.code, sorted(samen)):
        drempel = op_code.get(rij.teller.drempel)
        if drempel and rij.besteed_aan not in ("", HISTORISCH):
            _leg_vast(zaken, drempel, UUID(rij.besteed_aan), anders)
            if anders.get("wapen") is Gezegd.JA:
                _waarschuw(zaken, drempel, rij, lid)


def _anders(was: Lid, wijziging: Wijziging) -> Mapping[str, Gezegd]:
    gezegd = {naam: getattr(wijziging, naam, None) for naam in GEZEGD}
    return {naam: nu for naam, nu in gezegd.items() if nu is not None and nu is not getattr(was.waarneming, naam, nu)}


def _wekt(lid: Lid) -> bool:
    return isinstance(lid.waarneming, IncidentGemeld) and lid.waarneming.gevolgen_openbare_orde


def _over_een(drempel: Drempel) -> bool:
    return drempel.soort == "enkel-incident" and bool(drempel.gevolgen_openbare_orde)


def _leg_vast(zaken: Zaken, drempel: Drempel, escalatie_id: UUID, anders: Mapping[str, Gezegd]) -> None:
    nieuw = " Daarover gaat een nieuwe waarschuwing uit." if anders.get("wapen") is Gezegd.JA else ""
    herzie(
        zaken.tx,
        drempel,
        escalatie_id,
        door_feit=zaken.feit,
        oorzaak="gecorrigeerd",
        telling=1,
        nog_overschreden=True,
        uitleg=f"Het COA verbeterde wat het zei. {in_zinnen(anders)}{nieuw}",
        **anders,
    )


def _waarschuw(zaken: Zaken, drempel: Drempel, rij: Telrij, lid: Lid) -> None:
    moment = telmoment(lid)
    wat = f"{TOCH} {wat_gebeurde(zaken.profiel, lid.waarneming)}"
    vol = Overschrijding(moment.moment, moment.moment, (moment,), toelichting=wat)
    vorige = UUID(rij.besteed_aan)
    nieuw = zaken.opnieuw(rij.teller, drempel, lid.waarneming, vol, f"melding/{lid.id}", vorige)
    zaken.onthoud(rij.teller, rij.moment, str(nieuw))
