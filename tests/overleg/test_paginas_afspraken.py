"""Agreements, messages and requests on their pages, from the form to the end."""

from re import DOTALL, search
from uuid import UUID

from shared.contracts.overleg import (
    AfspraakGemaakt,
    AfspraakNagekomen,
    BerichtGepubliceerd,
    VerzoekBeantwoord,
    VerzoekGedaan,
)
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.test_paginas_uitvoering import verborgen
from tests.overleg.voorbeelden import PLEK, lokaal, melding
from tests.web import csrf_uit, met_sessie


async def test_een_afspraak_van_begin_tot_eind(kantoor: Kantoor) -> None:
    """Made from an agenda item, seen in the matrix by who does it, done, and never by somebody else (KG-2.2.1)."""
    id_ = kantoor.proef.ontvang(melding(kantoor.proef.nu))
    punt, oov = kantoor.proef.punt(id_), await kantoor.scherm(Rol.OOV)
    (overleg_id,) = kantoor.proef.staat_op(id_)
    weg = f"/afspraken/nieuw?gemeente=gm0637&amp;agendapuntId={punt}"
    assert weg not in (await oov.get(f"/overleg/{overleg_id}")).text
    kantoor.proef.open(overleg_id)
    assert weg in (await oov.get(f"/overleg/{overleg_id}")).text
    assert weg not in (await (await kantoor.scherm(Rol.POLITIE)).get(f"/overleg/{overleg_id}")).text
    pagina = await oov.get(weg.replace("&amp;", "&"))
    velden = verborgen(pagina.text, "/afspraken/nieuw")
    leeg = await oov.post("/afspraken/nieuw", data=velden)
    assert (leeg.status_code, "Geef antwoord op de vraag: Wie doet het?" in leeg.text) == (400, True)
    velden |= {"wat": "Twee avonden extra toezicht op het plein", "wie": "handhaving", "uiterlijk": "2026-02-12"}
    assert "Bij dit punt van" in leeg.text
    assert "Geluid" in leeg.text, "for which item it is"
    voorbij = await oov.post("/afspraken/nieuw", data=velden | {"uiterlijk": "2026-02-03"})
    assert (voorbij.status_code, 'id="uiterlijk-fout"' in voorbij.text) == (400, True)
    assert "ligt in het verleden; kies een dag die nog komt" in voorbij.text
    assert "Koggenland" not in voorbij.text, "a slip breaks no rule of another municipality"
    terug = (await oov.post("/afspraken/nieuw", data=velden)).headers["location"]
    assert terug == f"/overleg/{overleg_id}?bij={punt}&gedaan=afgesproken#punt-{punt}"
    blad = (await oov.get(terug)).text
    assert search(
        rf'id="punt-{punt}".*?<strong>Afspraak:</strong> <a href="/afspraken/[^"]+">Twee avonden', blad, DOTALL
    )
    assert (
        "De afspraak is gemaakt" in (await oov.get(terug)).text.partition(f'id="punt-{punt}"')[2].partition("</li>")[0]
    )
    (feit,) = kantoor.proef.feiten(AfspraakGemaakt)
    assert isinstance(feit, AfspraakGemaakt)
    pad = f"/afspraken/{feit.afspraak_id}"
    assert (feit.meldingen, feit.agendapunt_id, feit.uiterlijk) == ((id_,), punt, lokaal(2026, 2, 12, 23, 59))
    handhaving, politie = await kantoor.scherm(Rol.HANDHAVING), await kantoor.scherm(Rol.POLITIE)
    assert "extra toezicht" in (await handhaving.get("/afspraken")).text
    mag_niet = await politie.post(f"{pad}/nagekomen", data={"csrf": csrf_uit((await politie.get("/overleg")).text)})
    assert mag_niet.status_code == 403
    csrf = csrf_uit((await handhaving.get(pad)).text)
    klaar = await handhaving.post(f"{pad}/nagekomen", data={"csrf": csrf, "uitkomst": "Het was rustig."})
    assert klaar.status_code == 303
    assert len(kantoor.proef.feiten(AfspraakNagekomen)) == 1
    assert "Het was rustig." in (await oov.get(pad)).text


async def test_een_afspraak_laten_vervallen_vraagt_een_vinkje(kantoor: Kantoor) -> None:
    """Without the tick the agreement stays open and the page says what to do; with it nobody has to do it any more."""
    oov = await kantoor.scherm(Rol.OOV)
    leeg, gezocht = [(await oov.get(f"/afspraken{vraag}")).text for vraag in ("?sorteer=wie", "?status=open")]
    assert "Er zijn nog geen afspraken. Een afspraak maakt u bij een punt van een" in leeg
    assert '<a href="/afspraken">Toon alle afspraken</a>' in gezocht
    velden = verborgen((await oov.get("/afspraken/nieuw")).text, "/afspraken/nieuw")
    velden |= {"wat": "Extra toezicht", "wie": "handhaving", "uiterlijk": "2026-02-12"}
    pad = (await oov.post("/afspraken/nieuw", data=velden)).headers["location"]
    csrf = {"csrf": csrf_uit((await oov.get(pad)).text)}
    onzeker = await oov.post(f"{pad}/vervallen", data=csrf)
    assert (onzeker.status_code, "Kruis aan dat u het zeker weet" in onzeker.text) == (400, True)
    assert "Laat de afspraak vervallen" in (await oov.get(pad)).text
    assert (await oov.post(f"{pad}/vervallen", data=csrf | {"zeker": "true"})).status_code == 303
    assert "Laat de afspraak vervallen" not in (await oov.get(pad)).text


async def test_wat_nog_moet_staat_boven_wat_klaar_is(kantoor: Kantoor) -> None:
    """However old it is; only who asks for another order gets another."""
    oov, paden = await kantoor.scherm(Rol.OOV), []
    for dag, wat in (("2026-02-10", "Als eerste klaar"), ("2026-02-20", "Moet nog")):
        velden = verborgen((await oov.get("/afspraken/nieuw")).text, "/afspraken/nieuw")
        velden |= {"wat": wat, "wie": "handhaving", "uiterlijk": dag}
        ver_weg = await oov.post("/afspraken/nieuw", data=velden | {"uiterlijk": "2199-01-01"})
        assert (ver_weg.status_code, "controleer het jaar" in ver_weg.text) == (400, True)
        paden.append((await oov.post("/afspraken/nieuw", data=velden)).headers["location"])
    csrf = csrf_uit((await oov.get(paden[0])).text)
    later = await oov.post(f"{paden[0]}/verzet", data={"csrf": csrf, "uiterlijk": "2199-01-01"})
    assert (later.status_code, 'id="uiterlijk-fout"' in later.text) == (400, True)
    assert (await oov.post(f"{paden[0]}/nagekomen", data={"csrf": csrf})).status_code == 303
    for vraag, eerst in (("", "Moet nog"), ("?sorteer=wie", "Als eerste klaar")):
        rij = (await oov.get(f"/afspraken{vraag}")).text.partition("<tbody")[2].partition("</tr>")[0]
        assert eerst in rij, vraag


async def test_een_bericht_gaat_langs_coa_en_politie(kantoor: Kantoor) -> None:
    """Draft, put before both, each with a remark, approved, published: in that order and no other (LVS-4)."""
    schrijft, keurt = await kantoor.scherm(Rol.COMMUNICATIE), await kantoor.scherm(Rol.OOV)
    velden = verborgen((await schrijft.get("/berichten/nieuw")).text, "/berichten/nieuw")
    velden |= {"onderwerp": "Overlast", "tekst": "Wij nemen maatregelen.", "publiek": "inwoners"}
    velden["locatie"] = "rokkeveenseweg"
    pad = (await schrijft.post("/berichten/nieuw", data=velden)).headers["location"]
    coa = await met_sessie(kantoor.app, kantoor.toegang, Rol.COA, PLEK)
    partners = [coa, await kantoor.scherm(Rol.POLITIE)]
    assert [(await partner.get(pad)).status_code for partner in partners] == [404, 404]
    csrf = {"csrf": csrf_uit((await schrijft.get(pad)).text)}
    te_vroeg = await schrijft.post(f"{pad}/publiceer", data=csrf | {"zeker": "true"})
    assert (te_vroeg.status_code, "LVS-4" in te_vroeg.text) == (409, True)
    assert (await schrijft.post(f"{pad}/leg-voor", data=csrf)).status_code == 303
    for partner in partners:
        zegt = {"csrf": csrf_uit((await partner.get(pad)).text), "instemming": "ja", "opmerking": "Akkoord."}
        assert (
            await keurt.post(f"{pad}/keur-goed", data={"csrf": csrf_uit((await keurt.get(pad)).text)})
        ).status_code == 409
        assert (await partner.post(f"{pad}/raadpleeg", data=zegt)).status_code == 303
    assert (await schrijft.post(f"{pad}/publiceer", data=csrf | {"zeker": "true"})).status_code == 409
    goed = {"csrf": csrf_uit((await keurt.get(pad)).text)}
    assert (await keurt.post(f"{pad}/keur-goed", data=goed)).status_code == 303
    onzeker = await schrijft.post(f"{pad}/publiceer", data=csrf)
    assert (onzeker.status_code, "Kruis aan dat u het zeker weet" in onzeker.text) == (400, True)
    csrf |= {"zeker": "true"}
    assert (await schrijft.post(f"{pad}/publiceer", data=csrf)).status_code == 303
    (feit,) = kantoor.proef.feiten(BerichtGepubliceerd)
    assert isinstance(feit, BerichtGepubliceerd)
    assert (feit.spoed, feit.niet_geraadpleegd) == (False, ())
    assert "Gepubliceerd" in (await schrijft.get(pad)).text


async def test_een_verzoek_vraagt_wat_het_nodig_heeft(kantoor: Kantoor) -> None:
    """A SPUK application needs a plan and a budget (TB-1.3); the answer stands with it."""
    scherm = await kantoor.scherm(Rol.OOV)
    assert "Er zijn nog geen verzoeken" in (await scherm.get("/verzoeken")).text
    pagina = await scherm.get("/verzoeken/nieuw", params={"soort": "spuk"})
    velden = verborgen(pagina.text, "/verzoeken/nieuw") | {"toelichting": "Extra toezicht rond de opvang"}
    zonder = await scherm.post("/verzoeken/nieuw", data=velden)
    assert (zonder.status_code, "TB-1.3" in zonder.text) == (409, True)
    velden |= {"plan": "Elke avond twee boa's, een half jaar.", "begrotingEuro": "80000"}
    pad = (await scherm.post("/verzoeken/nieuw", data=velden)).headers["location"]
    antwoord = {"csrf": csrf_uit((await scherm.get(pad)).text), "uitkomst": "deels", "toegekendEuro": "50000"}
    assert (await scherm.post(f"{pad}/antwoord", data=antwoord)).status_code == 303
    assert "Deels toegezegd" in (await scherm.get(pad)).text
    assert len(kantoor.proef.feiten(VerzoekGedaan)) == len(kantoor.proef.feiten(VerzoekBeantwoord)) == 1


async def test_een_verzoek_over_een_persoon_kent_alleen_een_kenmerk(kantoor: Kantoor) -> None:
    """Overplaatsing is asked of the COA, with a random id from the vault (LVS-0.2); the same case, the same id."""
    scherm = await kantoor.scherm(Rol.BURGEMEESTER)
    gezien: set[UUID | None] = set()
    for _ in range(2):
        pagina = await scherm.get("/verzoeken/nieuw", params={"soort": "overplaatsing"})
        velden = verborgen(pagina.text, "/verzoeken/nieuw") | {"toelichting": "Herhaald geweld", "dossier": "z-2026-9"}
        assert (await scherm.post("/verzoeken/nieuw", data=velden)).status_code == 303
    for feit in kantoor.proef.feiten(VerzoekGedaan):
        assert isinstance(feit, VerzoekGedaan)
        assert (feit.aan, feit.regel) == ("coa", "LVS-0.2")
        gezien.add(feit.betrokkene)
    assert len(gezien) == 1
