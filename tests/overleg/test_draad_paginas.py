"""From an agenda item to what follows, and back, on the pages."""

from re import findall, search

from services.overleg.application.vergaderen import Notitie
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.test_paginas_uitvoering import verborgen
from tests.overleg.voorbeelden import melding


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
