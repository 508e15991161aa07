"""A melding, from what somebody states to a fact. Pure: the moment, the ids and the profile come in as arguments."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from services.intake.bezwaren import KANAAL_COA, KANAAL_STANDAARD, Omstandigheid, tegen_incident, tegen_melding
from services.intake.opgave import IncidentOpgave, MeldingOpgave, Opgave
from shared.contracts.intake import Aangifte, Aard, GerichtTegen, Gezegd, IncidentGemeld, MeldingOntvangen, Registratie
from shared.facts import Fout, OngeldigeInvoer, Rejected

THEMA_STANDAARD = "overig"

Waarneming = MeldingOntvangen | IncidentGemeld


class AndereInhoud(Rejected):
    """One reference stands for one melding: the same reference with another content is refused (409)."""


def ontvang(
    opgave: MeldingOpgave, bij: Omstandigheid, *, melding_id: UUID, bezwaren: Sequence[Fout] = ()
) -> MeldingOntvangen:
    """Accept a melding (LVS-2.1 to 2.4). `bezwaren` are objections to its shape, to be told in the same answer.

    Raises:
        OngeldigeInvoer: every field that must change.
    """
    _weiger(bezwaren, tegen_melding(opgave, bij))
    return MeldingOntvangen(
        **_waarneming(opgave, bij, melding_id),
        kanaal=opgave.kanaal or KANAAL_STANDAARD,
        terugkoppeling_gewenst=opgave.terugkoppeling is not None and opgave.terugkoppeling.gevraagd,
    )


def meld_incident(
    opgave: IncidentOpgave, bij: Omstandigheid, *, melding_id: UUID, bezwaren: Sequence[Fout] = ()
) -> IncidentGemeld:
    """Accept an incident of the COA (LVS-0.3, LVS-0.4).

    Raises:
        OngeldigeInvoer: every field that must change.
    """
    _weiger(bezwaren, tegen_incident(opgave, bij))
    velden: dict[str, Any] = _waarneming(opgave, bij, melding_id)
    velden["klok_wijkt_af"] |= opgave.politie_gebeld_op is not None and opgave.politie_gebeld_op > bij.op
    return IncidentGemeld(
        **velden,
        kanaal=KANAAL_COA,
        gevolgen_openbare_orde=opgave.gevolgen_openbare_orde,
        ernst=opgave.ernst,
        politie_gebeld_op=opgave.politie_gebeld_op,
        wapen=opgave.wapen or Gezegd.ONBEKEND,
        nog_gaande=opgave.nog_gaande or Gezegd.ONBEKEND,
    )


def zelfde_inhoud(eerder: Waarneming, nu: Waarneming) -> bool:
    """Tell whether two facts state the same; what depends on the moment of receipt does not count, nor does the text.

    The text is compared by its seal, which is another one each time: see `application`.
    """
    return type(eerder) is type(nu) and _inhoud(eerder) == _inhoud(nu)


def _inhoud(feit: Waarneming) -> dict[str, Any]:
    return feit.model_dump(exclude={"melding_id", "registratie", "klok_wijkt_af", "tekstzegel"})


def _waarneming(opgave: Opgave, bij: Omstandigheid, melding_id: UUID) -> dict[str, Any]:
    gebeurd = opgave.voorgevallen_op or bij.op
    oud = bij.historisch or bij.op - gebeurd > bij.keuzes.historisch_na
    return {
        "gemeente": bij.keuzes.gemeente,
        "locatie": opgave.locatie,
        "melding_id": melding_id,
        "aard": opgave.aard or Aard.NOG_TE_BEPALEN,
        "plaats": opgave.plaats,
        "voorgevallen_op": gebeurd,
        "dagdeel": opgave.dagdeel,
        "gericht_tegen": opgave.gericht_tegen or GerichtTegen.ONBEKEND,
        "thema": opgave.thema or THEMA_STANDAARD,
        "gebied": opgave.gebied,
        "aangifte": opgave.aangifte or Aangifte.ONBEKEND,
        "publieke_taak": bool(opgave.publieke_taak),
        "registratie": Registratie.HISTORISCH if oud else Registratie.DIRECT,
        "klok_wijkt_af": gebeurd > bij.op,
    }


def _weiger(vorm: Sequence[Fout], inhoud: Iterable[Fout]) -> None:
    """Refuse with one objection for each field: where the shape is wrong, the field is not missing as well."""
    genoemd = {fout.veld.partition(".")[0] for fout in vorm}
    fouten = [*vorm, *(fout for fout in inhoud if fout.veld.partition(".")[0] not in genoemd)]
    if fouten:
        raise OngeldigeInvoer(*fouten)
