"""From an agenda item to what follows, and back, on the pages."""

from collections.abc import Sequence
from re import findall, search
from uuid import UUID

import pytest

from services.overleg.application.vergaderen import Notitie
from shared.profiel import Rol
from shared.web import Wie
from tests.overleg.conftest import Kantoor
from tests.overleg.test_paginas_uitvoering import verborgen
from tests.overleg.voorbeelden import UUR, melding


async def test_van_agendapunt_tot_maatregel_op_het_scherm(kantoor: Kantoor) -> None:
    """The item leads to the form, through the choice of a kind; the measure then leads back to its meldingen."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.BURGEMEESTER)
    id_ = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    weg = f"agendapuntId={proef.punt(id_)}"
    assert weg not in (await scherm.get(f"/overleg/{lvos}")).text
    proef.open(lvos)
    assert weg not in (await scherm.get(f"/overleg/{lvos}")).text  # first somebody says what came out of it
    proef.noteer(lvos, [Notitie(proef.punt(id_), "Er is iets nodig.")])
    verwijzing = search(rf'href="(/maatregelen\?[^"]*{weg})#nieuw"', (await scherm.get(f"/overleg/{lvos}")).text)
    assert verwijzing
    keuze = (await scherm.get(verwijzing[1].replace("&amp;", "&"))).text
    zit_erin = f'name="agendapuntId" value="{proef.punt(id_)}"'
    assert zit_erin in keuze
    pagina = (await scherm.get(f"/maatregelen/nieuw?soort=alcoholverbod&{weg}")).text
    assert zit_erin in pagina
    assert zit_erin not in (await scherm.get(f"/maatregelen/nieuw?soort=crisismaatregel&{weg}")).text
    velden = verborgen(pagina, "/maatregelen/nieuw") | {
        "gebied": "rokkeveen",
        "ingaande": "2026-02-05T12:00",
        "toelichting": "Rust.",
    }
    gemaakt = await scherm.post(
        "/maatregelen/nieuw", data=velden | {"eindigt": "2026-02-12T12:00", "stap": "vastleggen"}
    )
    assert gemaakt.status_code == 303, gemaakt.text
    assert f'href="/tijdlijn/{id_}"' in (await scherm.get(gemaakt.headers["location"])).text


async def test_bij_een_punt_staat_wat_eruit_kan_volgen(kantoor: Kantoor) -> None:
    """Where oov notes something: an agreement, a measure, a request and a message, each with the item."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    id_ = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    proef.open(lvos)
    html = (await scherm.get(f"/overleg/{lvos}/punt/{proef.punt(id_)}")).text
    adressen = findall(rf'href="(/[a-z/]+\?[^"#]*agendapuntId={proef.punt(id_)})', html)
    assert len(adressen) == 4
    zit_erin = f'name="agendapuntId" value="{proef.punt(id_)}"'
    for adres in (each.replace("&amp;", "&") for each in adressen):
        pagina = await scherm.get(adres)
        assert (pagina.status_code, zit_erin in pagina.text or "/verzoeken" in adres) == (200, True)
    burgemeester = await kantoor.scherm(Rol.BURGEMEESTER)
    for pad in (
        f"/verzoeken?agendapuntId={proef.punt(id_)}",
        f"/verzoeken/nieuw?soort=politiecapaciteit&agendapuntId={proef.punt(id_)}",
    ):
        assert zit_erin in (await burgemeester.get(pad)).text


async def test_bij_een_punt_staat_wat_er_is_gemeld(kantoor: Kantoor, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its number on the agenda, and what was written; where intake runs elsewhere, the way to that."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    leeg, id_ = proef.ontvang(melding(proef.nu - UUR)), proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    pad = f"/overleg/{lvos}/punt/{proef.punt(id_)}"
    html = (await scherm.get(pad)).text
    (nummer,) = findall(rf'id="punt-{proef.punt(id_)}">(\d+)\. ', (await scherm.get(f"/overleg/{lvos}")).text)
    assert f"<h1>Noteer bij punt {nummer}</h1>" in html
    assert f'href="/meldingen/agenda/{lvos}#melding-{id_}">Lees wat er is gemeld' in html

    async def teksten(lezer: Wie, meldingen: Sequence[UUID]) -> dict[UUID, str]:
        assert lezer.rol is Rol.OOV
        return {each: "Harde <b>muziek</b>." if each == id_ else "" for each in meldingen}

    monkeypatch.setattr(kantoor.loket, "teksten", teksten)
    html = (await scherm.get(pad)).text
    assert '<p class="citaat">Harde &lt;b&gt;muziek&lt;/b&gt;.</p>' in html
    assert "Lees wat er is gemeld" not in html
    assert "Er is geen toelichting." in (await scherm.get(f"/overleg/{lvos}/punt/{proef.punt(leeg)}")).text


async def test_de_nummers_zijn_voor_wie_de_agenda_leest(kantoor: Kantoor) -> None:
    """As the page of the meeting counts for this reader; who may not read it is told nothing."""
    proef, vraag = kantoor.proef, kantoor.loket.agenda_van
    id_ = proef.ontvang(melding(proef.nu))
    (lvos,) = proef.staat_op(id_)
    punten = await vraag(Wie(Rol.OOV), lvos)
    assert [(punt.nr, list(punt.meldingen)) for punt in punten] == [(1, []), (2, []), (3, [id_])]
    for ander in (Wie(Rol.COMMUNICATIE), Wie(Rol.JONGERENWERK), Wie(Rol.COA, locatie="elders"), Wie(None)):
        assert await vraag(ander, lvos) == ()
