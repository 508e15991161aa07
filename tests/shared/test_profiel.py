"""A profile is right, or every mistake in it is named with its line."""

import re
from datetime import time, timedelta
from pathlib import Path

import pytest

from shared.facts import NietGevonden
from shared.profiel import Profielen, ProfielFout, Rol, kanalen_voor, laad, lees
from shared.profiel.laden import MEEGELEVERD

ZOETERMEER = (MEEGELEVERD / "zoetermeer.toml").read_text(encoding="utf-8")
NAMEN = ["zoetermeer", "leidschendam-voorburg", "koggenland"]


def fouten(tekst: str) -> list[tuple[int, str, str]]:
    """What is refused in a text; nothing when it is accepted."""
    try:
        lees(tekst, "zoetermeer.toml")
    except ProfielFout as fout:
        return [tuple(gebrek) for gebrek in fout.fouten]
    return []


def met(oud: str, nieuw: str) -> tuple[str, int]:
    """Zoetermeer with one piece of text replaced, and the line where that stands."""
    voor, gevonden, na = ZOETERMEER.partition(oud)
    assert gevonden, oud
    return voor + nieuw + na, voor.count("\n") + 1


@pytest.mark.parametrize("naam", NAMEN)
def test_meegeleverde_profielen_kloppen(naam: str) -> None:
    """Each shipped profile is accepted, and its OIN is clearly an example."""
    profiel = laad(naam)
    assert profiel.gemeente.oin.startswith("0000000123456789")
    assert len(profiel.versie) == 12


def test_zoetermeer_is_het_plan() -> None:
    """The plan of Zoetermeer stands in data: LVS-1.1, 1.2, 1.5, 1.6, 2.3 and 2.4."""
    profiel = laad("zoetermeer")
    lvos, politieoverleg = profiel.reeks("lvos"), profiel.reeks("politieoverleg")
    assert lvos
    assert politieoverleg
    assert [(fase.ritme, fase.maanden, fase.voorlopig) for fase in lvos.fasen] == [
        ("ad-hoc", None, False),
        ("wekelijks", 3, False),
        ("wekelijks", None, True),
    ]
    assert (lvos.weekdag, lvos.tijd, lvos.bespreekt_meldingen) == ("dinsdag", time(10), True)
    assert politieoverleg.na == "lvos"
    assert profiel.meldingen.plaats_verplicht
    assert [plaats.code for plaats in profiel.meldingen.plaatsen] == ["in-noodopvang", "buiten-noodopvang"]


def test_zoetermeer_waarschuwt() -> None:
    """LVS-0.3 goes to the police at once with a second step; LVS-1.6 to all three of the driehoek at once."""
    profiel = laad("zoetermeer")
    onverwijld, driehoek = profiel.ladder("politie-onverwijld"), profiel.ladder("driehoek")
    assert onverwijld
    assert driehoek
    assert onverwijld.tweede_stap
    assert onverwijld.treden[0].rollen == (Rol.POLITIE,)
    assert onverwijld.tweede_stap.binnen == timedelta(minutes=30)
    assert set(driehoek.treden[0].rollen) == {Rol.BURGEMEESTER, Rol.POLITIE, Rol.OM}
    drempel = profiel.drempel("driehoek-aantal")
    assert drempel
    assert (drempel.grens, drempel.venster, drempel.stelt_overleg_voor) == (5, timedelta(days=7), "driehoek")


@pytest.mark.parametrize(
    ("oud", "nieuw", "pad", "reden"),
    [
        ('ladder = "driehoek"', 'ladder = "drie-hoek"', "drempels[1].ladder", "'drie-hoek' bestaat niet; bekende ladd"),
        ('deelnemers = ["coa", "politie"', 'deelnemers = ["coa", "polisie"', "reeksen[0].deelnemers[1]", "bestaat n"),
        ('locaties = ["rokkeveenseweg"]', 'locaties = ["hier"]', "reeksen[0].locaties[0]", "bekende locaties: rokk"),
        ('niet_samen_met = ["meldplicht", "groeps', 'niet_samen_met = ["x", "groeps', "niet_samen_met[0]", "bestaat"),
        ('thema = ["geweld"', 'thema = ["lawaai"', "drempels[2].thema[0]", "bekende thema's: geluid"),
        ('voor = "driehoek"', 'voor = "vierhoek"', "drempels[1].stelt_overleg_voor", "bekende reeksen: lvos"),
        ('na = "lvos"', 'na = "lvo"', "reeksen[1].na", "'lvo' bestaat niet"),
        ('code = "gm0637"', 'code = "0637"', "gemeente.code", "de CBS-code, zoals gm0637"),
        ('code = "gm0637"', 'code = "gm٠٦٣٧"', "gemeente.code", "de CBS-code, zoals gm0637"),
        ('oin = "00000001234567890000"', 'oin = "123"', "gemeente.oin", "een OIN van 20 cijfers"),
        ('tijdzone = "Europe/Amsterdam"', 'tijdzone = "Zoetermeer"', "gemeente.tijdzone", "deze tijdzone bestaat n"),
        ('code = "zoetermeer"', 'code = "rokkeveenseweg"', "locaties[1].code", "staat er al"),
        ('rol = "om"\nurls', 'rol = "politie"\nurls', "kanalen[2].rol", "staat er al"),
        (
            'aard = ["crimineel"]',
            'aard = ["fout"]',
            "drempels[1].aard[0]",
            "kies uit: overlast, crimineel, ggz, nog-te",
        ),
        ('venster = "P7D"', "venster = 7", "drempels[1].venster", '"P7D" (7 dagen)'),
        ('venster = "P7D"', 'venster = "7"', "drempels[1].venster", '"P7D" (7 dagen)'),
        ('venster = "P7D"', 'venster = "PT0S"', "drempels[1].venster", "langer zijn dan nul"),
        ('weekdag = "dinsdag"', 'weekdag = "Dinsdag"', "reeksen[0].weekdag", "kies uit: maandag, dinsdag"),
        ('tijd = "10:00"', 'tijd = "tien uur"', "reeksen[0].tijd", 'zoals "10:00"'),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "om de week", "reeksen[2].herhaling", "een herhaling van RFC 5545"),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "FREQ=WEEKLY;BYDAY=XX", "reeksen[2].herhaling", "niet te lezen"),
        ("vanaf = 2026-01-05", 'weekdag = "maandag"', "reeksen[2].weekdag", "één ritme"),
        ('besluit_over = "lvos"', 'besluit_over = "praathuis"', "reeksen[3].besluit_over", "bestaat niet"),
        ('aansluitend_op = "bewonersoverleg"', 'aansluitend_op = "beheersoverleg"', "reeksen[6]", "naar zichzelf"),
        ("grens = 5", 'grens = "vijf"', "drempels[1].grens", "een geheel getal"),
        ("grens = 5", "grens = 0", "drempels[1].grens", "moet 1 of hoger zijn"),
        ("plaats_verplicht = true", 'plaats_verplicht = "zeker"', "meldingen.plaats_verplicht", "true of false"),
        (
            "eerste_bewoners_op = 2026-09-29",
            'eerste_bewoners_op = "29-9"',
            "locaties[0].eerste",
            "hier hoort een datum",
        ),
        ('regel = "LVS-0.3"', 'regel = "plan"', ".regel", "zoals LVS-2.4"),
        ('soort = "opvanglocatie"', 'soort = "woning"', "locaties[0].soort", "kies uit: opvanglocatie, wijk, gemeente"),
        ('rollen = ["politie"]', "rollen = []", "ladders[0].treden[0].rollen", "mag niet leeg zijn"),
        ('door = ["politie"]', 'door = ["om"]', "ladders[0].tweede_stap.door[0]", "staat op geen trede"),
        (
            '"wekelijks", maanden = 3, regel = "LVS-1.1"',
            '"soms", regel = "LVS-1.1"',
            "reeksen[0].fasen[1].ritme",
            "kies uit",
        ),
        ("bevoegd = ", 'kleur = "rood"\nbevoegd = ', "maatregelen[0].kleur", "bekend zijn: regel, herkomst"),
        ('urls = ["${MELDKETEN_KANAAL_OM}"]', 'urls = ["mailto://u:geheim@x.nl"]', "kanalen[2].urls[0]", "geen adres"),
        ('urls = ["${MELDKETEN_KANAAL_OM}"]', 'urls = ["mailto://u:${X}@x.nl"]', "kanalen[2].urls[0]", "geen adres"),
        ("[[maatregelen]]", "[[maatregelen]]\n[[maatregelen]]", "maatregelen[0].code", "ontbreekt; dit veld is verpl"),
    ],
)
def test_een_fout_heeft_regel_pad_en_reden(oud: str, nieuw: str, pad: str, reden: str) -> None:
    """Each mistake is named where it stands, with what is expected there."""
    tekst, regel = met(oud, nieuw)
    eigen = [fout for fout in fouten(tekst) if fout[0] == regel]
    assert eigen, fouten(tekst)
    assert any(pad in fout[1] and reden in fout[2] for fout in eigen), eigen


@pytest.mark.parametrize(
    ("weg", "kop", "pad", "reden"),
    [
        ('venster = "P7D"\n', 'code = "driehoek-aantal"', "drempels[1]", "venster ontbreekt"),
        ("ingesteld_op = 2026-09-15\n", 'code = "ambtelijk-overleg"', "reeksen[2]", "ingesteld_op ontbreekt"),
        ('weekdag = "donderdag"\n', 'code = "politieoverleg"', "reeksen[1]", "weekdag ontbreekt"),
        ('tijd = "09:00"\n', 'code = "politieoverleg"', "reeksen[1]", "tijd ontbreekt"),
        ("vanaf = 2026-01-05\n", 'code = "ambtelijk-overleg"', "reeksen[2]", "vanaf ontbreekt"),
        ('naam = "Politieoverleg"\n', 'code = "politieoverleg"', "reeksen[1].naam", "ontbreekt; dit veld is verplicht"),
        ('maanden = 3, regel = "LVS-1.1"', 'naam = "eerste-maanden"', "reeksen[0].fasen[1]", "maanden ontbreekt"),
        ("bespreekt_meldingen = true\n", 'code = "rokkeveenseweg"', "locaties[0]", "nu geen enkele"),
    ],
)
def test_wat_ontbreekt_wijst_naar_zijn_tabel(weg: str, kop: str, pad: str, reden: str) -> None:
    """What is missing is named at the table where it belongs: the header, or the line of an inline table."""
    tekst, _ = met(weg, 'regel = "LVS-1.1"' if "maanden = 3" in weg else "")
    regel = tekst[: tekst.index(kop)].count("\n") + (1 if "eerste-maanden" in kop else 0)
    assert [fout for fout in fouten(tekst) if fout[:2] == (regel, pad) and reden in fout[2]], fouten(tekst)


def test_twee_reeksen_bespreken_dezelfde_locatie() -> None:
    """LVS-2.4: of every reception location exactly one series discusses the meldingen."""
    tekst, _ = met('weekdag = "donderdag"', 'bespreekt_meldingen = true\nweekdag = "donderdag"')
    [(_, pad, reden)] = fouten(tekst)
    assert pad == "locaties[0]"
    assert reden.endswith("nu lvos en politieoverleg")


def test_alle_fouten_in_een_keer() -> None:
    """A wrong value does not hide a code that does not exist; the list follows the file."""
    tekst = ZOETERMEER.replace('code = "gm0637"', 'code = "x"').replace('ladder = "driehoek"', 'ladder = "weg"')
    tekst = tekst.replace('rollen = ["politie"]', 'rollen = ["niemand"]')
    gevonden = fouten(tekst)
    assert [pad for _, pad, _ in gevonden] == [
        "gemeente.code",
        "drempels[1].ladder",
        "drempels[2].ladder",
        "ladders[0].treden[0].rollen[0]",
        "ladders[0].tweede_stap.door[0]",
    ]
    assert [regel for regel, _, _ in gevonden] == sorted(regel for regel, _, _ in gevonden)


def test_de_zin_voor_de_gebruiker() -> None:
    """File, line, field and reason, in Dutch, one a line."""
    tekst, regel = met('ladder = "driehoek"', 'ladder = "drie-hoek"')
    with pytest.raises(ProfielFout) as gevangen:
        lees(tekst, "zoetermeer.toml")
    assert str(gevangen.value) == (
        f"zoetermeer.toml, regel {regel}, drempels[1].ladder: "
        "'drie-hoek' bestaat niet; bekende ladders: politie-onverwijld, driehoek, verslechtering, voorzitter, "
        "locatie-stil"
    )


@pytest.mark.parametrize(
    ("tekst", "regel", "reden"),
    [
        ("[gemeente]\nnaam = Zoetermeer", 2, "tekst hoort tussen aanhalingstekens"),
        ("[gemeente]\nnaam", 2, "na de naam van een veld hoort een ="),
        ('[gemeente]\nnaam = "a"\nnaam = "b"', 3, "dit veld staat er twee keer"),
        ("[gemeente]\n[gemeente]\n", 2, "deze tabel staat er twee keer"),
        ("a = [1,\n2\n", 2, "de lijst is niet afgesloten"),
        ('a = "open\nb = 1', 1, "de tekst is niet afgesloten"),
        ("[gemeente\n", 1, "de kop is niet afgesloten"),
        ("a = 1 2\n", 1, "geen geldige TOML"),
        ("", 1, "ontbreekt"),
        ("gemeente = 3\nlocaties = 4\nmeldingen = [5]", 1, "hier hoort een tabel met velden"),
    ],
)
def test_geen_toml_of_iets_heel_anders(tekst: str, regel: int, reden: str) -> None:
    """Text that is not TOML, or nothing like a profile, is refused with a line and in Dutch."""
    assert [fout for fout in fouten(tekst) if fout[0] == regel and reden in fout[2]], fouten(tekst)


def test_een_profiel_dat_niet_op_de_bus_past() -> None:
    """The profile travels as one event of at most 64 KiB."""
    assert fouten(ZOETERMEER + "#" * 60_000) == [(1, "", "het profiel is te groot; hoogstens ongeveer 55.000 tekens")]


def test_bestand_dat_er_niet_is() -> None:
    """The message says which profiles are shipped."""
    with pytest.raises(ProfielFout, match=r"geef het pad van een bestand, of een van: koggenland, leid.*, zoetermeer"):
        laad("zoetemeer")


def test_een_eigen_bestand(tmp_path: Path) -> None:
    """Any path will do, also with a byte order mark."""
    pad = tmp_path / "eigen.toml"
    pad.write_bytes(b"\xef\xbb\xbf" + ZOETERMEER.encode())
    assert laad(pad) == laad(str(pad)) == laad("zoetermeer")


def test_verkeerde_codering(tmp_path: Path) -> None:
    """A file that is not UTF-8 is refused at the line of the first wrong byte."""
    pad = tmp_path / "eigen.toml"
    pad.write_bytes('[gemeente]\nnaam = "Súdwest"\n'.encode("latin-1"))
    with pytest.raises(ProfielFout, match=r"eigen\.toml, regel 2: bewaar het bestand als UTF-8"):
        laad(pad)


def test_de_versie_is_de_tekst() -> None:
    """One changed character is another version; a copy that was changed no longer stands for the text."""
    profiel, ander = lees(ZOETERMEER), lees(ZOETERMEER + "# later\n")
    assert profiel.versie == lees(ZOETERMEER).versie != ander.versie
    assert profiel.tekst == ZOETERMEER
    assert profiel.model_copy(update={"partners": ()}).versie != profiel.versie


def test_meer_gemeenten() -> None:
    """One installation serves several municipalities; who is not served is said."""
    profielen = Profielen(laad(naam) for naam in NAMEN)
    assert profielen.van("gm1598").gemeente.naam == "Koggenland"
    assert profielen.enige() is None
    assert profielen.versie("gm0637") == laad("zoetermeer").versie
    gevonden = profielen.voor_locatie("rokkeveenseweg")
    assert gevonden
    assert gevonden.gemeente.code == "gm0637"
    assert profielen.voor_locatie("nergens") is None
    dezelfde_code = lees(laad("koggenland").tekst.replace('"koggenland"', '"zoetermeer"'))
    assert Profielen([laad("zoetermeer"), dezelfde_code]).voor_locatie("zoetermeer") is None
    assert "gm0000" not in profielen
    with pytest.raises(NietGevonden):
        profielen.van("gm0000")


def test_een_gemeente_staat_er_een_keer() -> None:
    """Two profiles of one municipality would each decide otherwise."""
    with pytest.raises(ValueError, match="twee profielen"):
        Profielen([laad("zoetermeer"), laad("zoetermeer")])


@pytest.mark.parametrize(
    ("omgeving", "kanalen"),
    [
        ({}, ()),
        ({"MELDKETEN_KANAAL_POLITIE": ""}, ()),
        ({"MELDKETEN_KANAAL_POLITIE": "json://a"}, ("json://a",)),
        ({"MELDKETEN_KANAAL_POLITIE": "json://a  mailto://b"}, ("json://a", "mailto://b")),
        ({"WACHT": "json://wacht"}, ("json://wacht",)),
        ({"WACHT": "json://wacht", "MELDKETEN_KANAAL_POLITIE": "json://a"}, ("json://a",)),
    ],
)
def test_kanalen_uit_de_omgeving(omgeving: dict[str, str], kanalen: tuple[str, ...]) -> None:
    """The environment fills in what the profile names, and MELDKETEN_KANAAL_<ROL> goes before it."""
    profiel = lees(ZOETERMEER.replace("${MELDKETEN_KANAAL_POLITIE}", "${WACHT}"))
    assert kanalen_voor(profiel, Rol.POLITIE, omgeving) == kanalen
    assert kanalen_voor(profiel, "politie", omgeving) == kanalen


SOORT_REGEL = re.compile(r"[\w-]+(?=\s*=)|\[+[\w.-]+\]+|\S")
"""What tells one kind of line from another: its key, the table that it begins, or how it begins."""


def test_een_weggevallen_regel_is_nooit_een_crash() -> None:
    """Whatever kind of line is lost, the profile is accepted or refused with a line number within the file."""
    regels = ZOETERMEER.splitlines()
    soorten = {gevonden.group(): plek for plek, regel in enumerate(regels) if (gevonden := SOORT_REGEL.match(regel))}
    assert len(soorten) > 100
    for weg in soorten.values():
        for regelnummer, _, reden in fouten("\n".join(regels[:weg] + regels[weg + 1 :])):
            assert 1 <= regelnummer <= len(regels)
            assert reden
