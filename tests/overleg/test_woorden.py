"""Words about origin, religion and health in the notes of a meeting: pointed out, never refused."""

from re import search

from services.overleg.application.vergaderen import Notitie
from shared.contracts.overleg import OverlegGesloten
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import melding
from tests.web import csrf_uit

BEVINDING = "Marokkaanse jongens zorgen voor overlast."


async def test_een_notitie_wordt_een_keer_aangewezen(kantoor: Kantoor) -> None:
    """Before it is stored; a tick takes the word out, and without one it is stored as it stands."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    (overleg_id,) = proef.staat_op(id_ := proef.ontvang(melding(proef.nu)))
    proef.open(overleg_id)
    pad = f"/overleg/{overleg_id}/punt/{proef.punt(id_)}"
    velden = {"csrf": csrf_uit((await scherm.get(pad)).text), "bevinding": BEVINDING, "besluit": "Een moslim spreken."}
    voor = proef.ledger.last_place()
    gewezen = await scherm.post(pad, data=velden)
    assert (gewezen.status_code, proef.ledger.last_place()) == (200, voor)
    assert "U schrijft ‘Marokkaanse’. Zegt dat iets over het gedrag? Zo niet, haal het weg." in gewezen.text
    assert f"{BEVINDING}</textarea>" in gewezen.text
    gezien = {"gezien": "marokkaanse|moslim", "weg": ["Marokkaanse", "moslim"]}
    assert (await scherm.post(pad, data=velden | gezien)).status_code == 303
    html = (await scherm.get(f"/overleg/{overleg_id}")).text
    assert "[weggehaald] jongens zorgen" in html
    assert "Een [weggehaald] spreken." in html
    assert "Kijk nog even naar deze woorden" not in html
    assert (await scherm.post(pad, data=velden | {"gezien": "marokkaanse|moslim"})).status_code == 303
    assert BEVINDING in (await scherm.get(f"/overleg/{overleg_id}")).text


async def test_bij_het_sluiten_staan_de_woorden_nog_een_keer(kantoor: Kantoor) -> None:
    """With the way to each note, and a box: what was looked at may stand in the record, for it may be about that."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    (overleg_id,) = proef.staat_op(id_ := proef.ontvang(melding(proef.nu)))
    proef.open(overleg_id)
    proef.noteer(overleg_id, [Notitie(proef.punt(id_), BEVINDING)])
    pad = f"/overleg/{overleg_id}"
    html = (await scherm.get(pad)).text
    assert search(rf"‘Marokkaanse’\. <a href=\"{pad}/punt/{proef.punt(id_)}\"", html)
    velden = {"csrf": csrf_uit(html), "getoond": str(proef.punt(id_)), "wat": "alles", "reden": "Proef."}
    velden |= {"zeker": "true", "bevindingen": "Een Syrische man is gehoord."}
    zwijgt = await scherm.post(f"{pad}/sluit", data=velden)
    assert (zwijgt.status_code, 'id="nagekeken-fout"' in zwijgt.text) == (400, True)
    velden["nagekeken"] = "true"
    nieuw = await scherm.post(f"{pad}/sluit", data=velden)
    assert (nieuw.status_code, "Haal ‘Syrische’ weg uit de bevindingen" in nieuw.text) == (400, True)
    assert proef.feiten(OverlegGesloten) == []
    klaar = await scherm.post(f"{pad}/sluit", data=velden | {"gezien": "syrische", "weg": "Syrische"})
    assert klaar.status_code == 303
    html = (await scherm.get(pad)).text
    assert "Een [weggehaald] man is gehoord." in html
    assert BEVINDING in html
