"""What people see and do: the same doors as a browser opens, without JavaScript."""

from re import findall, search
from uuid import UUID

from shared.contracts.overleg import AgendapuntBesproken, OverlegGeannuleerd
from shared.profiel import Rol
from tests.overleg.conftest import Kantoor
from tests.overleg.voorbeelden import UUR, incident, lokaal, melding
from tests.web import bezoeker, csrf_uit


async def test_het_overzicht_noemt_wat_komt_en_wat_wacht(kantoor: Kantoor) -> None:
    """The next meetings first; what must be closed and what no meeting discusses stands out."""
    proef = kantoor.proef
    proef.ontvang(melding(proef.nu))
    proef.ontvang(melding(proef.nu, locatie="zoetermeer"))
    proef.nu = lokaal(2026, 2, 10) + UUR
    html = (await (await kantoor.scherm(Rol.OOV)).get("/overleg")).text
    assert "Nog te sluiten" in html
    assert "Meldingen zonder overleg" in html
    assert "dinsdag 17 februari 2026 10.00 uur" in html


async def test_de_pagina_zegt_wanneer_iets_als_gemist_telt(kantoor: Kantoor) -> None:
    """By which rule the chair hears of it, and whose term that is: of the series, or of the profile."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    proef.ontvang(melding(proef.nu, locatie="zoetermeer"))
    html = (await scherm.get(f"/overleg/{overleg_id}")).text
    assert "Dit overleg is iedere week in de eerste maanden na de komst van de bewoners." in html
    assert search(r"Sluit dit overleg voor .*11 februari 2026.*De gemeente koos deze termijn", html)
    lijst = (await scherm.get("/overleg")).text
    assert "24 uur na ontvangst nog op geen agenda" in lijst
    assert "deze termijn is ingesteld door de gemeente op dinsdag 15 september 2026" in lijst
    proef.nu = lokaal(2026, 2, 11, 10)
    proef.sluit(overleg_id)
    assert "Sluit dit overleg voor" not in (await scherm.get(f"/overleg/{overleg_id}")).text
    sql = "SELECT overleg_id FROM overleggen WHERE reeks = 'politieoverleg' ORDER BY aanvang LIMIT 1"
    ((ander,),) = proef.ledger.query_sync(sql, ())
    assert "Sluit dit overleg voor" not in (await scherm.get(f"/overleg/{ander}")).text


async def test_een_leeg_overzicht_is_een_gewone_pagina(kantoor: Kantoor) -> None:
    """A role that sits at no table sees an empty list, no error."""
    antwoord = await (await kantoor.scherm(Rol.ZORG)).get("/overleg")
    assert antwoord.status_code == 200
    assert "Er staat geen overleg gepland" in antwoord.text


async def test_vergaderen_met_de_muis_of_het_toetsenbord(kantoor: Kantoor) -> None:
    """Open, tick what was not discussed, close: the item stands in the next meeting."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    wel, niet = proef.ontvang(melding(proef.nu)), proef.ontvang(incident(proef.nu))
    (overleg_id,) = proef.staat_op(wel)
    pad = f"/overleg/{overleg_id}"
    dicht = await scherm.get(pad)
    assert "Geluid" in dicht.text
    assert "Met gevolgen voor de openbare orde" in dicht.text
    assert f"{pad}/sluit" not in dicht.text
    zonder = await scherm.post(f"{pad}/open", data={"csrf": csrf_uit(dicht.text)})
    assert (zonder.status_code, "eerder wilt openen" in zonder.text) == (400, True)
    assert f"{pad}/sluit" not in (await scherm.get(pad)).text
    await scherm.post(f"{pad}/open", data={"csrf": csrf_uit(dicht.text), "zeker": "true"})
    open_ = await scherm.get(pad)
    getoond = findall(r'name="getoond" value="([0-9a-f-]+)"', open_.text)
    assert set(map(UUID, getoond)) == {proef.punt(wel), proef.punt(niet)}
    assert "Alles is besproken: 2 punten, ook de 2 waarbij niets is vastgelegd" in open_.text
    velden = {"csrf": csrf_uit(open_.text), "getoond": getoond, "bevindingen": "Rustig."}
    zwijgt = await scherm.post(f"{pad}/sluit", data=velden | {"zeker": "true"})
    assert (zwijgt.status_code, ">Kies of alles is besproken" in zwijgt.text) == (400, True)
    assert "Dat moet nog komen." in zwijgt.text, "it was planned for another day"
    assert "U hebt nog niet aangekruist wie er is" in zwijgt.text
    velden |= {"wat": "gekozen", "besproken": str(proef.punt(wel))}
    waarom = await scherm.post(f"{pad}/sluit", data=velden | {"zeker": "true", "reden": " "})
    assert (waarom.status_code, "Schrijf in een paar woorden waarom" in waarom.text) == (400, True)
    velden |= {"reden": "Eerder gehouden. Bel 06-12345678."}
    onzeker = await scherm.post(f"{pad}/sluit", data=velden)
    assert (onzeker.status_code, "Kruis aan dat u het zeker weet" in onzeker.text) == (400, True)
    assert "Rustig." in onzeker.text
    assert f'value="{proef.punt(wel)}" checked' in onzeker.text, "nothing is lost"
    assert f'name="besproken" value="{proef.punt(niet)}" checked' not in onzeker.text
    te_lang = await scherm.post(f"{pad}/sluit", data=velden | {"zeker": "true", "bevindingen": "x" * 4_001})
    assert (te_lang.status_code, "x" * 4_001 in te_lang.text, 'id="bevindingen-fout"' in te_lang.text) == (
        400,
        True,
        True,
    )
    antwoord = await scherm.post(f"{pad}/sluit", data=velden | {"zeker": "true"})
    assert (antwoord.status_code, antwoord.headers["location"]) == (303, pad)
    gesloten = (await scherm.get(pad)).text
    assert len(proef.feiten(AgendapuntBesproken)) == 3, "the melding, and the two fixed items"
    assert (
        "1 besproken, 1 naar het volgende overleg. Daarnaast 2 vaste of terugkerende punten zonder notitie" in gesloten
    )
    assert gesloten.count(">Besproken</span>") == 1, "of what nobody was asked about, nobody says so"
    assert "Rustig." in gesloten
    reden = "Toelichting bij het sluiten</dt><dd>Eerder gehouden. Bel [telefoonnummer]."
    assert reden in gesloten
    verslag = (await scherm.get(f"{pad}/verslag")).text
    assert reden in verslag
    assert "Zonder bevinding of besluit</dt><dd>Het enige besproken punt" in verslag
    volgende = search(r'href="(/overleg/[0-9a-f-]+)">Bekijk dat overleg', gesloten)
    assert volgende
    assert "een eerder overleg</a>" in (await scherm.get(volgende[1])).text


async def test_waar_iets_is_afgesproken_telt_niet_stil_als_niet_besproken(kantoor: Kantoor) -> None:
    """The item with an agreement is ticked beforehand; who unticks it hears so first, and says that it is meant."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    met, zonder = proef.ontvang(melding(proef.nu)), proef.ontvang(melding(proef.nu))
    (overleg_id,) = proef.staat_op(met)
    pad, proef.nu = f"/overleg/{overleg_id}", lokaal(2026, 2, 10, 9, 50)
    proef.open(overleg_id)
    proef.aanwezig(overleg_id, ["gemeente"])
    wat = {"wat": "Extra toezicht.", "wie": "gemeente", "uiterlijk": "2026-02-12", "agendapuntId": str(proef.punt(met))}
    assert (await kantoor.als(Rol.OOV).post("/overleg/v1/afspraken", json=wat)).status_code == 201
    blad = (await scherm.get(pad)).text
    assert search(rf'value="{proef.punt(met)}" checked> <span>.*\(met afspraak\)', blad)
    assert f'name="besproken" value="{proef.punt(zonder)}" checked' not in blad
    assert "2 punten, ook het punt waarbij niets is vastgelegd" in blad
    assert 'name="toch"' not in blad
    velden = {"csrf": csrf_uit(blad), "wat": "gekozen", "zeker": "true"}
    eerst = await scherm.post(f"{pad}/sluit", data=velden)
    assert (eerst.status_code, "U kruiste 0 van de 2 punten aan." in eerst.text) == (400, True)
    assert search(r"<li>\d+\. Melding .* van .* <small>\(met afspraak\)", eerst.text)
    assert not proef.feiten(AgendapuntBesproken)
    assert (await scherm.post(f"{pad}/sluit", data=velden | {"toch": "true"})).status_code == 303
    assert len(proef.staat_op(met)) == 1, "it moved on, as was meant"


async def test_sluiten_zonder_de_gemeente_vraagt_waarom(kantoor: Kantoor) -> None:
    """Only who is of the municipality at the table is missed, and only where it was invited; else nothing is asked."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    pad, proef.nu = f"/overleg/{overleg_id}", lokaal(2026, 2, 10, 9, 50)
    proef.open(overleg_id)
    for aanwezig, gevraagd in (("politie", True), ("gemeente", False)):
        velden = {"csrf": csrf_uit((await scherm.get(pad)).text)}
        await scherm.post(f"{pad}/aanwezig", data=velden | {"aanwezig": aanwezig})
        blad = (await scherm.get(pad)).text
        assert ("Niet aangekruist bij wie er is: Gemeente Zoetermeer." in blad) == gevraagd
        assert ('name="reden"' in blad) == gevraagd
        antwoord = await scherm.post(f"{pad}/sluit", data=velden | {"wat": "gekozen", "zeker": "true"})
        assert antwoord.status_code == (400 if gevraagd else 303)
    assert "Toelichting bij het sluiten" not in (await scherm.get(pad)).text


async def test_op_tijd_openen_vraagt_niets(kantoor: Kantoor) -> None:
    """The box stands there as long as the domain would refuse, and no longer (LVS-2.4)."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    pad = f"/overleg/{overleg_id}"
    ver = (await scherm.get(pad)).text
    assert "Dat is nog 5 dagen. Een melding of incident van morgen wordt dan dus niet in dit overleg besproken." in ver
    assert "Een geopend overleg gaat niet terug naar gepland." in ver
    proef.nu = lokaal(2026, 2, 10, 9, 44)
    vandaag = (await scherm.get(pad)).text
    assert ('name="zeker"' in vandaag, "Dat is nog" in vandaag) == (True, False)
    proef.nu = lokaal(2026, 2, 10, 9, 45)
    op_tijd = (await scherm.get(pad)).text
    assert 'name="zeker"' not in op_tijd
    assert (await scherm.post(f"{pad}/open", data={"csrf": csrf_uit(op_tijd)})).status_code == 303
    assert "Sluit het overleg" in (await scherm.get(pad)).text


async def test_twee_punten_laten_liggen(kantoor: Kantoor) -> None:
    """Several boxes at once."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    twee = [proef.ontvang(melding(proef.nu)) for _ in range(2)]
    (overleg_id,) = proef.staat_op(twee[0])
    proef.open(overleg_id)
    pagina = await scherm.get(f"/overleg/{overleg_id}")
    velden = {"csrf": csrf_uit(pagina.text), "wat": "gekozen", "reden": "Eerder gehouden."}
    await scherm.post(f"/overleg/{overleg_id}/sluit", data=velden | {"zeker": "true"})
    assert all(proef.staat_op(id_) not in ([], [overleg_id]) for id_ in twee)


async def test_wie_niet_sluit_ziet_geen_knop(kantoor: Kantoor) -> None:
    """The police reads the agenda; without the token of the session nobody changes anything."""
    proef, politie = kantoor.proef, await kantoor.scherm(Rol.POLITIE)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    assert "<form" not in (await politie.get(f"/overleg/{overleg_id}")).text.partition("<main")[2]
    zonder = await (await kantoor.scherm(Rol.OOV)).post(f"/overleg/{overleg_id}/open")
    assert zonder.status_code == 403
    assert proef.staat_op(proef.ontvang(melding(proef.nu))) == [overleg_id]


async def test_kijken_verandert_niets(kantoor: Kantoor) -> None:
    """GET and HEAD on every page: not one fact more."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    voor = proef.ledger.last_place()
    for pad in ("/overleg", f"/overleg/{overleg_id}", "/maatregelen"):
        assert (await scherm.get(pad)).status_code == (await scherm.head(pad)).status_code == 200
    assert proef.ledger.last_place() == voor


async def test_de_volgorde_op_het_scherm(kantoor: Kantoor) -> None:
    """Numbers put the items in order; what the agenda finds by itself has no number before the meeting."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    vroeg, laat = proef.ontvang(melding(proef.nu - 2 * UUR)), proef.ontvang(melding(proef.nu))
    (overleg_id,) = proef.staat_op(vroeg)
    pad = f"/overleg/{overleg_id}/volgorde"
    pagina = (await scherm.get(pad)).text
    assert set(map(UUID, findall(r'id="plek-([0-9a-f-]+)"', pagina))) == {proef.punt(vroeg), proef.punt(laat)}
    velden = {"csrf": csrf_uit(pagina), str(proef.punt(laat)): "1", str(proef.punt(vroeg)): "2"}
    assert (await scherm.post(pad, data=velden)).status_code == 303
    pagina = (await scherm.get(pad)).text
    assert [UUID(id_) for id_ in findall(r'id="plek-([0-9a-f-]+)"', pagina)] == [proef.punt(laat), proef.punt(vroeg)]


async def test_noteren_en_verzetten_op_het_scherm(kantoor: Kantoor) -> None:
    """A finding at an item, who is there, another moment; a moment that breaks the order is said above the form."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    (overleg_id,) = proef.staat_op(id_ := proef.ontvang(melding(proef.nu)))
    pad = f"/overleg/{overleg_id}"
    csrf = csrf_uit((await scherm.get(f"{pad}/wijzig")).text)
    fout = await scherm.post(f"{pad}/verzet", data={"csrf": csrf, "naar": "2026-02-13T10:00"})
    assert (fout.status_code, "Politieoverleg" in fout.text) == (409, True)
    vaag = await scherm.post(f"{pad}/verzet", data={"csrf": csrf, "naar": "woensdag"})
    assert (vaag.status_code, 'schrijf het als <span class="dag">22-11-2026</span> 01.15.' in vaag.text) == (400, True)
    assert '<input type="text" id="naar" name="naar" value="woensdag"' in vaag.text, "a field for moments would drop it"
    goed = await scherm.post(f"{pad}/verzet", data={"csrf": csrf, "naar": "11-2-2026 10.00", "toelichting": "Zaal."})
    assert goed.status_code == 303
    assert "eerst stond het op dinsdag 10 februari" in (await scherm.get(pad)).text
    proef.open(overleg_id)
    noteer = f"{pad}/punt/{proef.punt(id_)}"
    leeg = await scherm.post(noteer, data={"csrf": csrf, "bevinding": " "})
    assert (leeg.status_code, "Vul een bevinding of een besluit in" in leeg.text) == (400, True)
    lang = await scherm.post(noteer, data={"csrf": csrf, "bevinding": "b" * 4001})
    assert (lang.status_code, "b" * 4001 in lang.text) == (400, True)
    assert "Uw tekst is te lang. U gebruikte 4.001 tekens. Er passen er 4.000." in lang.text
    stuur = {"csrf": csrf, "bevinding": "Het bleef rustig.", "besluit": "Niets extra."}
    terug = (await scherm.post(noteer, data=stuur)).headers["location"]
    assert terug == f"{pad}?bij={proef.punt(id_)}&gedaan=genoteerd#punt-{proef.punt(id_)}"
    bij = (await scherm.get(terug)).text
    assert "De notitie is bewaard." in bij.partition(f'id="punt-{proef.punt(id_)}"')[2].partition("</li>")[0]
    assert f'name="besproken" value="{proef.punt(id_)}" checked' in bij, "what was noted was discussed"
    assert "Bereid dit overleg voor" not in bij, "it has begun"
    voor = proef.ledger.last_place()
    gewist = await scherm.post(noteer, data={"csrf": csrf, "bevinding": "Het bleef rustig.", "besluit": " "})
    assert (gewist.status_code, 'id="besluit-fout"' in gewist.text, "Niets extra." in gewist.text) == (400, True, True)
    assert proef.ledger.last_place() == voor
    await scherm.post(f"{pad}/aanwezig", data={"csrf": csrf, "aanwezig": ["coa", "politie"]})
    html = (await scherm.get(pad)).text
    assert "Het bleef rustig." in html
    assert "<dt>Aanwezig</dt><dd>COA, Politie</dd>" in html


async def test_annuleren_vraagt_een_reden_en_of_u_het_zeker_weet(kantoor: Kantoor) -> None:
    """One click cancels nothing; what was written stays on the page."""
    proef, scherm = kantoor.proef, await kantoor.scherm(Rol.OOV)
    (overleg_id,) = proef.staat_op(proef.ontvang(melding(proef.nu)))
    pad = f"/overleg/{overleg_id}"
    csrf = csrf_uit((await scherm.get(f"{pad}/wijzig")).text)
    zonder = await scherm.post(f"{pad}/annuleer", data={"csrf": csrf, "zeker": "true"})
    assert (zonder.status_code, "Schrijf waarom dit overleg niet doorgaat" in zonder.text) == (400, True)
    onzeker = await scherm.post(f"{pad}/annuleer", data={"csrf": csrf, "reden": "Ziek."})
    assert (onzeker.status_code, "komt niet terug" in onzeker.text, 'value="Ziek."' in onzeker.text) == (
        400,
        True,
        True,
    )
    assert proef.feiten(OverlegGeannuleerd) == []
    goed = await scherm.post(f"{pad}/annuleer", data={"csrf": csrf, "reden": "Ziek.", "zeker": "true"})
    assert (goed.status_code, len(proef.feiten(OverlegGeannuleerd))) == (303, 1)


async def test_een_andere_gemeente_houdt_dit_overleg_niet(kantoor: Kantoor) -> None:
    """Oov of elsewhere neither sees the meeting nor opens, notes or closes it (404: it is not even told of it)."""
    proef, id_ = kantoor.proef, kantoor.proef.ontvang(melding(kantoor.proef.nu))
    (overleg_id,) = proef.staat_op(id_)
    elders = bezoeker(kantoor.app, **{"Sec-Fetch-Site": "same-origin"})
    code = kantoor.toegang.maak_link(Rol.OOV, gemeente="gm1598").partition("code=")[2]
    assert (await elders.post("/aanmelden", data={"code": code})).status_code == 303
    velden = {"csrf": csrf_uit((await elders.get("/overleg")).text), "zeker": "true"}
    pad, voor = f"/overleg/{overleg_id}", proef.ledger.last_place()
    assert (await elders.get(pad)).status_code == 404
    assert (await elders.post(f"{pad}/open", data=velden)).status_code == 404
    del velden["zeker"]
    for stap in ("aanwezig", "sluit", f"punt/{proef.punt(id_)}"):
        assert (await elders.post(f"{pad}/{stap}", data=velden)).status_code == 404
    assert proef.ledger.last_place() == voor
