"""Numbers, addresses and the like are out of a text before it is stored.

Every number here is nobody's: test numbers of their standards, numbers kept free for fiction, plates and postcodes
with letters that are never issued (SS, SD, SA).
"""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared.maskering import masker, vind
from tests.maskering.rekentijd import groeit_gewoon, groeit_recht

GEVONDEN = {
    "e-mail": [
        "jan.jansen@example.org",
        "JAN+overlast@mail.example.nl",
        "jan@sub.voorbeeld.example",
        "jan (at) example.org",
        "jan[at]example.org",
        "jan＠example.org",
    ],
    "gebruikersnaam": [
        "@jan_123",
        "insta: jan.123",
        "Snapchat=@jan-123",
        "https://www.instagram.com/jan.123?igsh=1",
        "facebook.com/profile.php?id=1000",
        "t.me/jan123",
    ],
    "telefoonnummer": [
        "0612345678",
        "06-12345678",
        "06 - 12 34 56 78",
        "06.12.34.56.78",
        "06/12345678",
        "06_12345678",
        "06–12345678",
        "06\u00a01234\u00a05678",
        "0 6 1 2 3 4 5 6 7 8",
        "612345678",
        "٠٦١٢٣٤٥٦٧٨",
        "+31 (0)6 12345678",
        "+31612345678",
        "0031 6 12345678",
        "(079) 123 4567",
        "079-1234567",
        "088 123 4567",
        "+44 7700 900123",
        "+49 30 23125 001",
        "+1 202 555 0143",
    ],
    "bsn": ["111222333", "123456782", "1112.22.333", "123 456 782", "123-456-782"],
    "v-nummer": ["1234567890", "123.456.7890", "123 456 7890"],
    "iban": [
        "NL91ABNA0417164300",
        "NL91 ABNA 0417 1643 00",
        "nl91abna0417164300",
        "NL91ABNA0417164301",
        "DE89 3704 0044 0532 0130 00",
        "BE68 5390 0754 7034",
    ],
    "kenteken": [
        "SS-12-34",
        "12-34-SS",
        "12-SS-34",
        "SS-12-SD",
        "SS-SD-12",
        "12-SS-SD",
        "12-SSD-3",
        "1-SSD-23",
        "SS-123-D",
        "S-123-SD",
        "SSD-12-S",
        "S-12-SSD",
        "1-SS-234",
        "123-SS-4",
        "ss-123-d",
        "SS123D",
        "ss123d",
        "SS 123 D",
        "SA123A",
    ],
    "adres": [
        "2718 SS 12",
        "2718SS 12a",
        "2718 ss, nr. 12",
        "2718ss 12-14",
        "2718 SS",
        "2718SS",
        "2718ss",
        "2718 AL 12",
        "Dorpsstraat 12",
        "dorpsstraat 12 a",
        "Verzonnenlaan nummer 12",
        "Rokkeveenseweg 99999",
        "Burgemeester Verzonnenplein 12",
        "Dr. A.B. Verzonnenlaan 12",
        "nummer 12 in de Verzonnenlaan",
        "huisnummer 12 van de Verzonnenlaan",
    ],
}
GEWOON = [
    "Gisteren rond 23:00 stond er een groep van 5 bij de ingang, 3 van hen riepen.",
    "op 22-11-2026 om 10:00, op 01-02-2023 12:30, op 2026-11-22 10:00:00",
    "in 2023 op 12 mei, in 2024 IS het erger, tussen 2021 en 2022",
    "00:47 22-11-2026 en 22112026",
    "een boete van 1.000.000 euro of € 12.345,67, geen 111.222.333,00",
    "ik belde 112 en 0900-8844 en 0900 123456, 01 12 34 56 78 en 0800 7000 en 14 079",
    "5-mei-23 en 12-jan-2 en 3 mnd 10 en 10 km 50",
    "1000 kg, 1500km, 1600 mm, lijn 2, A12, N470, 4G, blok 12b",
    "IK KOM OM 12 EN OP 10 WEG",
    "de weg 3 keer over, in het park 3 jongens, de snelweg 12 keer",
    "winkelstraat 23:00 uur, Dorpsstraat 10.30 uur",
    "rekening 123456789, zaak 20230612345, melding 2026-0001234",
    "iets @ 10 uur, verhouding 1:2, a/b, en/of, x = 3",
    "2026-11-22T00:03:07.576175Z",
    "7f0c2a34-9b1d-4e02-8d11-0a1b2c3d4e5f",
    "",
]
TEKENS = string.ascii_letters + string.digits + " .,-/()@:+\n"
GEVALLEN = [(soort, tekst) for soort, teksten in GEVONDEN.items() for tekst in teksten]


@pytest.mark.parametrize(("soort", "tekst"), GEVALLEN)
@pytest.mark.parametrize(
    "zin", ["{}", "Bel of schrijf: {}.", "({})", "zie {} en 3 keer\nop 22-11-2026", "{}, of niet?"]
)
def test_gevonden(soort: str, tekst: str, zin: str) -> None:
    """Each notation is replaced by its kind, whole, wherever it stands; a second time changes nothing."""
    gemaskeerd = masker(zin.format(tekst))
    assert gemaskeerd == zin.format(f"[{soort}]")
    assert masker(gemaskeerd) == gemaskeerd


@pytest.mark.parametrize("tekst", GEWOON)
def test_gewone_tekst_blijft(tekst: str) -> None:
    """Dates, times, amounts, public numbers and ordinary words stay as they are."""
    assert masker(tekst) == tekst


def test_meer_in_een_tekst() -> None:
    """Every find of a text goes, also those beside each other."""
    tekst = "Jan, 06-12345678/079-1234567, jan@example.org, Dorpsstraat 12a, 8011 AB Zwolle, SS-123-D, 111222333"
    assert masker(tekst) == ("[naam], [telefoonnummer]/[telefoonnummer], [e-mail], [adres], [kenteken], [bsn]")


def test_de_plek_klopt_ook_bij_vreemde_tekens() -> None:
    """Places are those of the text as it was written, for whoever shows them on a page."""
    tekst = "😀 hé – bel ٠٦\u200a١٢٣٤٥٦٧٨!"
    [vondst] = vind(tekst)
    assert tekst[vondst.begin : vondst.eind] == "٠٦\u200a١٢٣٤٥٦٧٨"


@given(st.text(st.sampled_from(TEKENS), max_size=60), st.sampled_from(GEVALLEN), st.text(max_size=60))
def test_wat_er_ook_omheen_staat(voor: str, geval: tuple[str, str], na: str) -> None:
    """Whatever stands on the lines around it, the find goes."""
    _, tekst = geval
    assert tekst not in masker(f"{voor} .\n{tekst}\n. {na}")


@given(st.text(max_size=200))
def test_vondsten_staan_op_volgorde_en_los(tekst: str) -> None:
    """Finds lie within the text, in order, without overlap."""
    vondsten = vind(tekst)
    randen = [rand for vondst in vondsten for rand in (vondst.begin, vondst.eind)]
    assert randen == sorted(randen)
    assert all(0 <= vondst.begin < vondst.eind <= len(tekst) for vondst in vondsten)


@pytest.mark.parametrize(
    "stuk", ["a", "1", "1 ", "06-", "a.", "@", "a@", "NL91 ", "0612345678 ", "2718 SS ", "(at)", "-", "aa-", "s1"]
)
def test_geen_tekst_houdt_de_deur_bezet(stuk: str) -> None:
    """Four times as long takes about four times as long, also in a text made to be slow; squares would take sixteen."""
    kort, lang = ((stuk * lengte)[: lengte - 1] + "@" for lengte in (1000, 4000))
    assert groeit_gewoon(kort, lang)


@pytest.mark.parametrize("stuk", ["7", "@", "AB", "ab", " ", ".", "x.nl/foto/", "op 1 ", "van de Van "])
def test_de_tijd_groeit_met_de_lengte(stuk: str) -> None:
    """Each looks like the beginning of something that is masked, over and over: nothing is done again for each."""
    assert groeit_recht(*((stuk * lengte)[:lengte] for lengte in (1000, 10_000)))
