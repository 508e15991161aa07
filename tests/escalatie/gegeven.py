"""What the tests of escalatie start from: moments, a ladder, an opened escalation."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

from services.escalatie.opening import open_
from services.escalatie.staat import Escalatie, given
from shared.contracts import Fact
from shared.contracts.escalatie import DrempelOverschreden, Herkomst, Stap
from shared.contracts.intake import Aard, IncidentGemeld, IncidentGeweigerd, MeldingOntvangen
from shared.profiel.schema import Drempel, Ladder, Rol, Trede, TweedeStap

BEGIN = datetime(2026, 11, 22, 2, 7, tzinfo=UTC)
MINUUT, UUR, DAG = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
GEMEENTE, LOCATIE = "gm0637", "rokkeveenseweg"
ESCALATIE = UUID("11111111-1111-4111-8111-111111111111")
MELDING = UUID("22222222-2222-4222-8222-222222222222")

POLITIE_LADDER = Ladder(
    code="politie-onverwijld",
    regel="LVS-0.3",
    herkomst=Herkomst.GEMEENTE,
    ingesteld_op=BEGIN.date(),
    treden=(
        Trede(rollen=(Rol.POLITIE,), wacht=10 * MINUUT),
        Trede(rollen=(Rol.PIKET, Rol.OOV), wacht=20 * MINUUT),
    ),
    herhaal=15 * MINUUT,
    tweede_stap=TweedeStap(
        stap=Stap.BURGEMEESTER_INGELICHT, door=(Rol.POLITIE,), binnen=30 * MINUUT, anders=(Rol.OOV, Rol.PIKET)
    ),
)
DRIEHOEK_LADDER = Ladder(
    code="driehoek",
    regel="LVS-1.6",
    herkomst=Herkomst.GEMEENTE,
    ingesteld_op=BEGIN.date(),
    treden=(Trede(rollen=(Rol.BURGEMEESTER, Rol.POLITIE, Rol.OM), wacht=30 * MINUUT),),
    herhaal=30 * MINUUT,
)

VERLOPENDE_LADDER = POLITIE_LADDER.model_copy(update={"bevestiging_verloopt": 2 * UUR})


def overschreden(escalatie_id: UUID = ESCALATIE) -> DrempelOverschreden:
    """A threshold that was crossed by one incident."""
    return DrempelOverschreden(
        gemeente=GEMEENTE,
        locatie=LOCATIE,
        escalatie_id=escalatie_id,
        drempel="incident-openbare-orde",
        regel="LVS-0.3",
        herkomst=Herkomst.DOCUMENT,
        profielversie="0123456789ab",
        feiten=("a" * 32,),
        venster=None,
        telling=1,
        grens=1,
        omschrijving="Incident met gevolgen voor de openbare orde",
        wat_nu="Licht de burgemeester in.",
        voorgevallen_op=BEGIN - 5 * MINUUT,
    )


def geopend(ladder: Ladder = POLITIE_LADDER, op: datetime = BEGIN) -> tuple[Fact, ...]:
    """An escalation that was just opened."""
    return open_(overschreden(), ladder, meldingen=(MELDING,), op=op)


def stand(*facts: Iterable[Fact]) -> Escalatie:
    """The state after these facts."""
    escalatie = given(fact for deel in facts for fact in deel)
    assert escalatie is not None
    return escalatie


def melding(nummer: int = 1, *, op: datetime = BEGIN, **anders: object) -> MeldingOntvangen:
    """A report about nuisance."""
    velden: dict[str, object] = {
        "gemeente": GEMEENTE,
        "locatie": LOCATIE,
        "melding_id": uuid5(MELDING, str(nummer)),
        "aard": Aard.CRIMINEEL,
        "plaats": "buiten-noodopvang",
        "voorgevallen_op": op,
        "kanaal": "telefoon",
    }
    return MeldingOntvangen.model_validate(velden | anders)


def incident(nummer: int = 1, *, op: datetime = BEGIN, **anders: object) -> IncidentGemeld:
    """An incident with consequences for public order."""
    velden: dict[str, object] = {
        "gemeente": GEMEENTE,
        "locatie": LOCATIE,
        "melding_id": uuid5(MELDING, f"incident {nummer}"),
        "aard": Aard.CRIMINEEL,
        "plaats": "in-noodopvang",
        "voorgevallen_op": op,
        "kanaal": "coa",
        "gevolgen_openbare_orde": True,
        "ernst": 3,
    }
    return IncidentGemeld.model_validate(velden | anders)


def drempel(**anders: object) -> Drempel:
    """Three of a kind within a week."""
    velden: dict[str, object] = {
        "code": "driehoek-aantal",
        "soort": "aantal",
        "omschrijving": "Drie meldingen van crimineel gedrag binnen zeven dagen",
        "locaties": (LOCATIE,),
        "aard": ("crimineel",),
        "grens": 3,
        "venster": timedelta(days=7),
        "ladder": "driehoek",
        "wat_nu": "Beslis of de driehoek bijeenkomt.",
        "regel": "LVS-1.6",
        "herkomst": "gemeente",
        "ingesteld_op": BEGIN.date(),
        "stelt_overleg_voor": "driehoek",
    }
    return Drempel.model_validate(velden | anders)


def geweigerd(nummer: int) -> IncidentGeweigerd:
    """A COA message in quarantine."""
    reden = "ernst: moet tussen 1 en 4 liggen"
    return IncidentGeweigerd(gemeente=GEMEENTE, locatie=LOCATIE, quarantaine_id=UUID(int=nummer), reden=reden)
