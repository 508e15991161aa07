"""Which classes of the NL Design System each of our words stands for: a page says `klas("knop stil")`, and no more."""

from typing import Final

_HOOFD = "utrecht-button utrecht-button--primary-action"
_LINK = "utrecht-button-link utrecht-button-link--html-a"
KLASSEN: Final = {
    "knop": _HOOFD,
    "knop stil": "utrecht-button utrecht-button--secondary-action",
    "knop tekst": "utrecht-button utrecht-button--subtle",
    "knop gevaar": f"{_HOOFD} knop--gevaar",
    "knop groot": f"{_HOOFD} knop--groot",
    "knoppen": "utrecht-button-group",
    "linkknop": f"{_LINK} utrecht-button-link--primary-action",
    "linkknop stil": f"{_LINK} utrecht-button-link--secondary-action",
    "linkknop groot": f"{_LINK} utrecht-button-link--primary-action knop--groot",
    "veld": "utrecht-form-field",
    "veld fout": "utrecht-form-field utrecht-form-field--invalid",
    "uitleg": "utrecht-form-field-description",
    "foutmelding": "utrecht-form-field-error-message",
    "vrij": "veld__vrij",
    "keuze": "utrecht-form-label utrecht-form-label--checkbox keuze",
    "bericht uitleg": "utrecht-alert utrecht-alert--info",
    "bericht goed": "utrecht-alert utrecht-alert--ok",
    "bericht let-op": "utrecht-alert utrecht-alert--warning",
    "bericht fout": "utrecht-alert utrecht-alert--error",
    "bericht inhoud": "utrecht-alert__content",
    "etiket": "utrecht-status-badge utrecht-status-badge--neutral",
    "etiket goed": "utrecht-status-badge utrecht-status-badge--success",
    "etiket let-op": "utrecht-status-badge utrecht-status-badge--warning",
    "etiket fout": "utrecht-status-badge utrecht-status-badge--danger",
    "tabel": "utrecht-table-container",
    "tabel smal": "utrecht-table-container smal",
    "tabel schuif": "utrecht-table-container schuif",
    "tabel vouw": "utrecht-table-container vouw",
    "menu": "menu utrecht-nav-bar",
    "menu breed": "menu menu--breed utrecht-nav-bar",
    "menu smal": "menu menu--smal utrecht-nav-bar",
    "menu inhoud": "utrecht-nav-bar__content",
    "menu lijst": "utrecht-nav-list",
    "menu punt": "utrecht-nav-list__item",
    "menu link": "utrecht-nav-list__link",
    "kruimels": "waar kruimels utrecht-breadcrumb-nav",
    "kruimels lijst": "utrecht-breadcrumb-nav__list utrecht-breadcrumb-nav__list--html-ol",
    "kruimels punt": "utrecht-breadcrumb-nav__item",
    "kruimels link": "utrecht-breadcrumb-nav__link",
    "sla-over": "utrecht-skip-link utrecht-skip-link--visible-on-focus",
    "kop": "kop utrecht-page-header",
    "kop inhoud": "kop__regel utrecht-page-header__content",
    "inhoud": "inhoud utrecht-page-body",
    "inhoud binnen": "utrecht-page-body__content",
    "voet": "voet utrecht-page-footer",
    "voet inhoud": "utrecht-page-footer__content",
}


def klas(woord: str, soort: str = "") -> str:
    """Give the classes of a word, of one kind of it if given.

    Raises:
        KeyError: a word that nobody knows, which is a mistake in a template.
    """
    return KLASSEN[f"{woord} {soort}".strip()]
