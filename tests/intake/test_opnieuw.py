"""Erasing again by the register: what is as it was left stays, what is otherwise goes."""

from pathlib import Path
from uuid import UUID

import pytest

from services.intake.kluis import Contact, Doel, Lezer
from shared.contracts.elk import GegevensVernietigd
from shared.contracts.intake import MeldingOntvangen
from shared.facts import NietGevonden
from shared.ledger import StoreUnavailable
from shared.profiel import Rol
from shared.wisregister import KLUIS, Wisregel, lees
from tests.intake.bewaard import gemeld, verschillen
from tests.intake.proef import MELDINGEN, NU, Proef
from tests.intake.test_kluis import CONTACT, CONTEXT, GEMEENTE, LEZER, maak_kluis


def regel(feit: GegevensVernietigd, **anders: object) -> Wisregel:
    """The line of a fact."""
    velden = {naam: getattr(feit, naam) for naam in ("soort", "betreft", "zegel", "nieuw_zegel")}
    return Wisregel.model_validate({"opslag": "intake", "keten": "a", "op": NU, **velden, **anders})


async def toelichting(proef: Proef, melding_id: str) -> str | None:
    """What the desk reads."""
    gelezen: str | None = (await proef.als(Rol.MELDPUNT).get(f"{MELDINGEN}/{melding_id}")).json().get("toelichting")
    return gelezen


async def test_van_een_gemaskeerde_tekst_blijft_de_rest_als_zij_is_zoals_zij_was_gelaten(proef: Proef) -> None:
    """Only where the masking is not there any more, or is another one, the whole text goes; twice is harmless."""
    bon = await gemeld(proef)
    zegel = next(feit.tekstzegel for feit in proef.feiten() if isinstance(feit, MeldingOntvangen))
    opdracht = {"zegel": zegel, "woorden": ["galerij"]}
    assert (await proef.als(Rol.OOV).post(f"{MELDINGEN}/{bon['meldingId']}/_verberg", json=opdracht)).status_code == 200
    feit = proef.feiten()[-1]
    assert isinstance(feit, GegevensVernietigd)
    assert proef.dienst.wis_opnieuw is not None
    assert await proef.dienst.wis_opnieuw([regel(feit)], proef.context()) == {}
    assert "[gemaskeerd]" in (await toelichting(proef, bon["meldingId"]) or "")
    ander = regel(feit, nieuw_zegel="0" * 64)
    assert await proef.dienst.wis_opnieuw([ander], proef.context()) == {"deel-van-tekst": 1}
    assert await toelichting(proef, bon["meldingId"]) is None
    assert await proef.dienst.wis_opnieuw([ander], proef.context()) == {}
    assert verschillen(proef) == []


async def test_een_contact_zonder_melding_gaat_op_zijn_nummer(proef: Proef, tmp_path: Path) -> None:
    """The vault has a line of its own: what an old copy of it brings back goes, whatever the ledger knows."""
    kluis = maak_kluis(str(tmp_path), tmp_path / "ergens.jsonl")
    nummer = await kluis.bewaar(Contact(email="kanarie@voorbeeld.nl"), proef.context())
    eigen = Wisregel(opslag="kluis", keten="a", op=NU, soort=KLUIS, betreft=nummer)
    assert proef.dienst.wis_opnieuw is not None
    assert await proef.dienst.wis_opnieuw([eigen], proef.context()) == {"kluis": 1}
    with pytest.raises(NietGevonden):
        await kluis.lees(
            nummer, gemeente="gm0637", doel=Doel.VERZOEK_MELDER, lezer=Lezer("meldpunt"), context=proef.context()
        )
    kluis.sluit()


async def test_zonder_regel_blijft_het_contact(tmp_path: Path) -> None:
    """The line comes first: a register that cannot be written keeps the key where it is."""
    (tmp_path / "bezet").write_text("a file where the folder of the register must be")
    kluis = maak_kluis(str(tmp_path), tmp_path / "bezet" / "register.jsonl")
    nummer = await kluis.bewaar(CONTACT, CONTEXT)
    with pytest.raises(StoreUnavailable, match="wisregister"):
        await kluis.vernietig(nummer, CONTEXT)
    gelezen = await kluis.lees(nummer, gemeente=GEMEENTE, doel=Doel.VERZOEK_MELDER, lezer=LEZER, context=CONTEXT)
    assert gelezen == CONTACT
    kluis.sluit()
    kluis = maak_kluis(str(tmp_path), tmp_path / "register.jsonl")
    await kluis.vernietig(nummer, CONTEXT)
    assert [(een.opslag, een.soort, een.betreft) for een in lees(tmp_path / "register.jsonl")] == [
        ("kluis", KLUIS, UUID(str(nummer)))
    ]
    kluis.sluit()
