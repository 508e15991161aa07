"""What the invented reporters write. Nobody in it exists; every text says so where it is shown."""

OMGEVING: dict[str, tuple[str, ...]] = {
    "geluid": (
        "Harde muziek uit een auto op het parkeerterrein tot na middernacht.",
        "Veel stemmen op straat, een half uur lang. Daarna was het weer rustig.",
        "Een groep staat te praten onder het raam. Wij kunnen niet slapen.",
    ),
    "jeugd": (
        "Een groep jongeren hangt bij het speelveld. Er wordt geroepen naar voorbijgangers.",
        "Scooters rijden hard over het fietspad bij de halte.",
    ),
    "verward-gedrag": (
        "Iemand loopt te schreeuwen bij de bushalte en lijkt in de war. Ik maakte mij zorgen.",
        "Een persoon zat lang op de stoep te huilen. Hulp leek nodig.",
    ),
    "vernieling": (
        "De bank in het plantsoen is stuk. Dat was gisteren nog niet zo.",
        "Er is een ruit van de fietsenstalling kapot.",
    ),
    "winkeldiefstal": (
        "Er is iets weggenomen uit de winkel. De beelden zijn bewaard.",
        "Weer een diefstal bij de kassa. Het personeel is geschrokken.",
    ),
    "drugs": ("Er wordt gehandeld op het parkeerterrein, elke avond rond negen uur.",),
    "verkeer": (
        "Auto's staan dubbel geparkeerd voor de ingang. De bus kan er niet langs.",
        "Taxi's keren op de stoep. Dat is gevaarlijk voor kinderen.",
    ),
    "overig": (
        "Er ligt veel afval naast de containers.",
        "Ik wil weten wie ik kan bellen als er 's avonds iets is.",
    ),
}

TEGEN_BEWONERS: dict[str, tuple[str, ...]] = {
    "intimidatie": (
        "Mensen die naar de opvang liepen werden uitgescholden vanuit een auto.",
        "Bij de halte werd tegen bewoners geroepen dat ze weg moesten. Er waren kinderen bij.",
        "Er hangen dreigende briefjes aan het hek van de opvang.",
    ),
    "vernieling": (
        "Fietsen van bewoners zijn lekgestoken bij het hek.",
        "Er is vuurwerk over het hek gegooid naar het terrein van de opvang.",
    ),
    "geweld": ("Een bewoner is geduwd bij de supermarkt. Omstanders hebben geholpen.",),
    "geluid": ("Er wordt getoeterd voor de opvang, elke keer door dezelfde auto's.",),
    "jeugd": ("Een groep jongeren roept bij de speelplaats naar kinderen uit de opvang.",),
    "verkeer": ("Auto's rijden langzaam langs bewoners die naar de halte lopen, en volgen hen.",),
    "overig": (
        "Er worden foto's gemaakt van mensen die de opvang in en uit gaan.",
        "Er zijn stickers op het hek geplakt over de mensen die er wonen.",
    ),
}

INCIDENT: dict[str, tuple[str, ...]] = {
    "geweld": ("Ruzie in de gemeenschappelijke keuken. De beveiliging heeft twee mensen uit elkaar gehaald.",),
    "verward-gedrag": ("Een bewoner was erg overstuur. De huisartsenpost is gebeld.",),
    "vernieling": ("Een deur op de tweede verdieping is ingetrapt.",),
    "intimidatie": ("Onbekenden stonden bij de ingang en schreeuwden naar bewoners en personeel.",),
    "geluid": ("Onrust op de gang na een brandalarm. Iedereen was na een uur weer binnen.",),
}

BESCHADIGD = (
    "Een ruit naast de ingang is ingegooid. Niemand is gewond, de beveiliging staat erbij en houdt het in de gaten."
)
"""Of the message that comes in damaged: how it ends does not arrive."""

VOOR_AANKOMST = (
    "Ik woon in de buurt en wil weten wanneer de opvang opengaat.",
    "Er staan nu al vrachtwagens op de stoep bij het gebouw.",
    "Bij het lege gebouw staat vaak een groep jongeren.",
    "Er is graffiti op de muur van het gebouw gespoten, gericht tegen de mensen die komen.",
)

BEVINDINGEN = (
    "Het speelt vooral tussen 21.00 en 23.00 uur, op vrijdag en zaterdag.",
    "Handhaving is twee keer gaan kijken. De tweede keer was er niemand.",
    "Het COA heeft erover gesproken met de mensen die het aanging.",
    "De politie heeft het gezien en blijft het volgen.",
    "Dit is minder dan de vorige keer.",
)

AFSPRAKEN = (
    ("Loop deze week op vrijdag en zaterdag een extra ronde tussen 21.00 en 23.00 uur.", "handhaving"),
    ("Bespreek de huisregels voor de avond in het bewonersoverleg.", "coa"),
    ("Rijd 's avonds vaker langs de halte en het speelveld.", "politie"),
    ("Laat de omwonenden weten wat er is afgesproken.", "gemeente"),
)
"""What is agreed, and with whom."""
