"""A number or a name that the words before it announce, also where its own shape would not give it away.

Every number here is nobody's; those that pass no test of digits are found by their announcement alone.
"""

from itertools import product

import pytest

from shared.maskering import masker

BSN = [
    "bsn",
    "BSN",
    "burgerservicenummer",
    "burger service nummer",
    "sofinummer",
    "sofi nummer",
    "sofi",
    "soci",
    "socinummer",
]
NA_BSN = [" ", ": ", "-nummer ", " nr ", " nr. ", " kaartje ", " is ", " was ", " van Jansen "]
V_NUMMER = [
    *[
        "v-nummer",
        "V-nummer",
        "v nummer",
        "v.nummer",
        "v-nr",
        "v-nr.",
        "v nrs",
        "v-num",
        "v-num.",
        "vnummer",
        "v-nummers",
    ],
    *["vreemdelingennummer", "vreemdelingen nummer", "nummer", "Nummers"],
]
KENTEKEN = ["kenteken", "Kenteken", "kentekens", "kentekenplaat", "nummerbord", "nummerplaat", "plaatje", "PLAAT"]
NETWERKEN = ["instagram", "insta", "facebook", "fb", "tiktok", "snapchat", "snap", "linkedin", "youtube"]
NA_NETWERK = [
    " ",
    " account ",
    "account ",
    " naam ",
    "naam ",
    " is ",
    " heet ",
    " heet ze ",
    " heet hij ",
    " onder ",
    " als ",
]
PROFIELEN = [
    *["facebook.com/q", "www.facebook.com/q", "https://m.facebook.com/q"],
    *[
        "fb.me/q",
        "twitter.net/q",
        "tiktok.nl/@q",
        "x.com/q",
        "t.me/q",
        "wa.me/31612345678",
        "youtu.be/q",
        "FACEBOOK.COM/q",
    ],
    *[
        "https://site.example/~q",
        "https://site.example/u/q",
        "https://site.example/user/q",
        "https://site.example/users/q",
    ],
    *["https://site.example/profile/q", "https://site.example/profiel/q/foto", "https://site.example/gebruiker/q"],
    *[
        "https://site.example/in/q",
        "https://site.example/author/q",
        "https://site.example/@q",
        "HTTPS://SITE.example/U/q",
    ],
]
MAIL = [
    "x_q@y.example",
    "x_q @y.example",
    "x_q@ y.example",
    "x_q(at)y.example",
    "x_q [AT] y.example",
    "x_q(At)y.example",
]
EEN_GEHEEL = {
    "Fatima2718 SS": "[naam][adres]",
    "0612345678Fatima": "[telefoonnummer][naam]",
    "INSTA: jan.123": "[gebruikersnaam]",
    "TIKTOK jan_1": "TIKTOK [gebruikersnaam]",
    "ik ben x_q(AT)y.example": "ik ben [e-mail]",
}
GELIJK = [
    "０６１２３４５６７８",
    "06‑12345678",
    "06\u00ad12345678",
    "06\u2009123\u200945678",
    "𝟎𝟔𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖",
    "06－12345678",
]
GEEN = [
    *["xbsn 123456789", "bsn 12345678901", "nummer 01234567890"],
    *["buitenkenteken W-123 AB", "kenteken 123456", "kenteken is stuk 12", "12345-SS-12", "12-SS-34-5"],
    *["aa12bb", "facebook.com/", "x@y", "@x", "a@@b", "snap dat niet", "insta", "facebook en twitter"],
    *["https://site.example/nieuws/3", "foto.example/a", "fotofacebook.org/a", "01-02-2019", "20190102", "19990102"],
    *["06123456789", "0123456789", "+999 12345678", "zaak 06123456", "1.123456782", "123456782,5", "123456782x"],
    *["12.123.456.7891", "1234567891.5", "x1234567891", "NL91ABNA0417164300x", "xNL91ABNA0417164301"],
]


@pytest.mark.parametrize("woord", BSN)
def test_een_bsn_dat_zo_heet(woord: str) -> None:
    """Also with a typing error in it."""
    for tussen in NA_BSN:
        assert masker(f"zijn {woord}{tussen}123 456 789 of").endswith(" [bsn] of"), tussen


@pytest.mark.parametrize("woord", V_NUMMER)
def test_een_v_nummer_dat_zo_heet(woord: str) -> None:
    """Also one that begins with a nought, and in any grouping."""
    for tussen in (" ", ": ", " is ", " was "):
        assert masker(f"zijn {woord}{tussen}01 23 45 67 89 of").endswith("[v-nummer] of"), tussen


@pytest.mark.parametrize("nummer", ["v1234567891", "V-1234567891", "v12 345 6789", "V-123.456.7891"])
def test_een_v_nummer_met_zijn_letter(nummer: str) -> None:
    """The letter goes with it."""
    assert masker(f"dossier {nummer} hier") == "dossier [v-nummer] hier"


@pytest.mark.parametrize("woord", KENTEKEN)
def test_een_kenteken_van_elders(woord: str) -> None:
    """Of any country, where it is said to be one; the words after it stay."""
    for tussen, plaat in product([" ", ": ", " is ", " was ", " nummer "], ["W-123 AB", "WAB 1234", "B AB 123"]):
        assert masker(f"{woord}{tussen}{plaat} en weg") == f"{woord}{tussen}[kenteken] en weg"


@pytest.mark.parametrize("netwerk", NETWERKEN)
def test_een_naam_op_een_netwerk(netwerk: str) -> None:
    """With a digit, a dot or an underscore no sign is needed."""
    for tussen, wie in product(NA_NETWERK, ["q_wie", "q.wie", "qwie7"]):
        begin = f"zij zit op {netwerk}{tussen}"
        assert masker(f"{begin}{wie}, zei hij") == f"{begin}[gebruikersnaam], zei hij"


@pytest.mark.parametrize("netwerk", NETWERKEN)
def test_een_naam_achter_een_teken(netwerk: str) -> None:
    """Then it may look like any word, and goes with its network."""
    for teken in (": ", "=", " = @", ": @"):
        assert masker(f"zij, {netwerk}{teken}qwie, is") == "zij, [gebruikersnaam], is", teken


@pytest.mark.parametrize("adres", PROFIELEN)
def test_het_adres_van_een_profiel(adres: str) -> None:
    """Of a network, and on any site where a name is in the address."""
    assert masker(f"kijk op {adres}, zei hij") == "kijk op [gebruikersnaam], zei hij"


@pytest.mark.parametrize("adres", MAIL)
def test_een_mailadres(adres: str) -> None:
    """However it is written."""
    assert masker(f"mail {adres} maar") == "mail [e-mail] maar"


@pytest.mark.parametrize(("tekst", "gemaskeerd"), EEN_GEHEEL.items())
def test_wat_aan_elkaar_hangt(tekst: str, gemaskeerd: str) -> None:
    """What hung onto a find is seen once that is gone; capitals hide nothing."""
    assert masker(tekst) == gemaskeerd


@pytest.mark.parametrize("nummer", GELIJK)
def test_cijfers_en_streepjes_uit_andere_schriften(nummer: str) -> None:
    """They are read as the plain ones."""
    assert masker(f"bel {nummer} maar") == "bel [telefoonnummer] maar"
    assert masker("㎏ en ⅷ") == "㎏ en ⅷ"


@pytest.mark.parametrize("tekst", GEEN)
def test_wat_er_alleen_op_lijkt(tekst: str) -> None:
    """Other words before it, other digits around it, amounts and days."""
    assert masker(f"dus {tekst} dus") == f"dus {tekst} dus"
