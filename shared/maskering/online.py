"""The names that people have on social networks: handles, and addresses of profiles."""

import re
from collections.abc import Iterator

from shared.maskering.gelijk import noemt, per_begin, waar, waar_begint
from shared.maskering.woordsoort import Soort, onbekend, soort

NETWERKEN = (
    *(
        "instagram",
        "insta",
        "facebook",
        "fb",
        "tiktok",
        "twitter",
        "snapchat",
        "snap",
        "linkedin",
        "youtube",
        "telegram",
    ),
    *(
        "messenger",
        "threads",
        "discord",
        "reddit",
        "twitch",
        "skype",
        "signal",
        "strava",
        "vinted",
        "mastodon",
        "bluesky",
        "bsky",
    ),
    *(
        "nextdoor",
        "pinterest",
        "tumblr",
        "github",
        "roblox",
        "steam",
        "bereal",
        "onlyfans",
        "soundcloud",
        "marktplaats",
    ),
)
ACCOUNTS = (
    *("gebruikersnaam", "gebruiker", "username", "nickname", "schermnaam", "chatnaam", "inlognaam", "profielnaam"),
    "account",
)
_WAAR = per_begin((*NETWERKEN, *ACCOUNTS))
_OF = "|".join(NETWERKEN)
_OF_ACCOUNT = "|".join((*NETWERKEN, *ACCOUNTS))
_HOST = re.compile(r"(?:https?://)?[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}$", re.IGNORECASE)
_PROFIEL = re.compile(
    rf"(?:https?://)?(?:[a-z-]{{1,12}}\.)?(?:(?:{_OF})\.(?:com|me|net|tv|gg|social|app|org)"
    r"|(?:instagram|facebook|fb|tiktok|twitter|linkedin|youtube)\.(?:nl|be|de)|x\.com|(?:t|m|wa)\.me|youtu\.be"
    r"|vk\.com|insta\.com"
    r"|linktr\.ee|(?:paypal|tikkie|bunq|about|cash)\.(?:me|app)|ko-fi\.com|patreon\.com|gofundme\.com"
    r"|flickr\.com|last\.fm|open\.spotify\.com)$",
    re.IGNORECASE,
)
_LANGSTE_HOST = 80
_PAD = re.compile(r"/\S*[\w/]")
_PERSOONLIJK = re.compile(
    r"/(?:[\w.-]{1,40}/){0,2}(?:~|@|(?:u|id|users?|profiles?|profiel|gebruikers?|in|author|auteur|athletes?"
    r"|members?|leden|lid|people|personen|add|c"
    r"|channel|kanaal|verkoper|seller|albums?|pay|wall|account|spelers?|players?|bewoner|medewerker|team)/\w"
    r"|\S{0,80}[?&](?:u|uid|user\w{0,8}|gebruiker\w{0,6}|profile\w{0,4}|profiel|owner|account|naam|name|login"
    r"|author|member|lid|by|van|from|e?mail"
    r"|handle|channel|seller|verkoper|id_user|nick\w{0,5})=\w"
    r"|\S{0,40}(?:profile?|profiel|user|member|account|lid)\S{0,20}[?&]\w{1,12}=\w)",
    re.IGNORECASE,
)
"""A path that leads to somebody, whatever the site."""
_EIGEN_PLEK = re.compile(
    r"(?:https?://)?(?!www\.)[\w-]{2,40}\.(?:tumblr|wordpress|blogspot|weebly|wixsite|substack|carrd"
    r"|jimdo(?:site)?|webnode|bandcamp|deviantart|github)"
    r"\.(?:com|nl|be|io|co|me)(?:/\S*\w)?",
    re.IGNORECASE,
)
_PLEKKEN = per_begin(
    (
        *("tumblr.", "wordpress.", "blogspot.", "weebly.", "wixsite.", "substack.", "carrd.", "jimdo", "webnode."),
        *("bandcamp.", "deviantart.", "github."),
    )
)
_SCHUINE_STREEP = re.compile(
    rf"(?<!\w)(?:{_OF})(?:\.| punt | )com(?:/| / | slash | schuine streep )\w[\w.-]{{0,39}}(?<![.-])", re.IGNORECASE
)
_MET_LOGIN = re.compile(r"https?://[^\s/@]{1,80}@\S*[\w/]", re.IGNORECASE)
_HANDLE = re.compile(r"@(?<!\w@)[\w.@-]{1,60}\w")
_NA_TEKEN = re.compile(rf"(?<!\w)(?:{_OF_ACCOUNT})\s?[:=]\s?@?[\w.-]{{1,39}}\w", re.IGNORECASE)
_NA_WOORD = re.compile(
    rf"(?<!\w)(?:{_OF_ACCOUNT})(?: ?account| ?naam)?"
    r"(?: is| heet| heet ze| heet hij| onder| als| van|:)*(?:,(?= [a-z]))? [(\"'“‘«]{0,2}"
    r"(?:(?=[\w.-]{0,30}(?:[0-9_]|\w\.\w))([\w.-]{2,39}\w)|([a-z]{4,30})(?![\w.@-]))",
    re.IGNORECASE,
)
"""Without a sign it must look like no word: with a digit, a dot or an underscore, or a word nobody knows."""
_STREEP = re.compile(r"_(?<=[^\W_]_)(?=_*[^\W_])")
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_ERVOOR, _ERNA = re.compile(r"[\w.-]{1,40}$"), re.compile(r"[\w.-]{0,40}\w(?:#[0-9]{4}(?!\w))?")
_LANGSTE_NAAM = 40
_EIGEN_VORM = re.compile(
    r"[/:#](?:(?<=u/)(?<![\w./]u/)[\w-]{3,30}|(?<=live:)(?<!\wlive:)[\w.]{2,40}\w|(?<=\w#)[0-9]{4}(?!\w))",
    re.IGNORECASE,
)
"""`u/naam` of Reddit, `live:naam` of Skype, `naam#1234` of Discord."""
_ERVOOR_EIGEN = re.compile(r"[\w.]{1,32}$")


def gebruikersnamen(text: str) -> Iterator[tuple[int, int]]:
    """Handles (`@naam`), `insta: naam`, `naam_van_iemand`, and addresses of profiles."""
    yield from _profielen(text)
    if "://" in text:
        yield from (gevonden.span() for plek in waar(text, "http") if (gevonden := _MET_LOGIN.match(text, plek)))
    if plekken := waar_begint(text, _WAAR) + waar(text, "fb"):
        yield from _na_netwerk(text, plekken)
        yield from (
            gevonden.span() for gevonden in map(_SCHUINE_STREEP.match, [text] * len(plekken), plekken) if gevonden
        )
    if waar_begint(text, _PLEKKEN):
        yield from (gevonden.span() for gevonden in _EIGEN_PLEK.finditer(text))
    yield from (gevonden.span() for gevonden in _HANDLE.finditer(text))
    yield from _met_streep(text)
    for gevonden in _EIGEN_VORM.finditer(text) if noemt(text, "u/", "live:", "#") else ():
        if voor := _ERVOOR_EIGEN.search(text[max(0, gevonden.start() - _LANGSTE_NAAM) : gevonden.start()]):
            yield gevonden.start() - len(voor.group()), gevonden.end()


def _met_streep(text: str) -> Iterator[tuple[int, int]]:
    """`naam_van_iemand`: find the underscore first, and then what stands around it."""
    tot = 0
    for streep in _STREEP.finditer(text):
        vanaf = max(tot, streep.start() - _LANGSTE_NAAM)
        voor, na = _ERVOOR.search(text[vanaf : streep.start()]), _ERNA.match(text, streep.end())
        if voor and na:
            tot = na.end()
            begin = vanaf + voor.start()
            if any(teken.isalpha() for teken in text[begin:tot]):
                yield begin, tot


def _profielen(text: str) -> Iterator[tuple[int, int]]:
    """Find a slash first, and then what stands before it; what follows is looked at once for all slashes in it."""
    plek, einde, niemand = text.find("/"), 0, False
    while plek >= 0:
        if plek >= einde:
            pad = _PAD.match(text, plek)
            einde, niemand = pad.end() if pad else plek + 1, False
        host = _host(text, plek) if plek + 1 < einde else None
        if host and (
            _leidt_naar_iemand(host[0], text, plek, einde) or not (niemand or _is_van_niemand(text[plek:einde]))
        ):
            yield plek - len(host[0]), einde
            plek = einde - 1
        niemand = niemand or host is not None
        plek = text.find("/", plek + 1)


def _host(text: str, plek: int) -> re.Match[str] | None:
    ervoor = text[max(0, plek - _LANGSTE_HOST) : plek]
    return _HOST.search(ervoor) if ervoor[-1:].isalpha() else None


def _leidt_naar_iemand(host: str, text: str, plek: int, einde: int) -> bool:
    """The address of a network, or of somebody on any site."""
    persoonlijk = _PROFIEL.match(host) or _PERSOONLIJK.match(text, plek)
    return bool(persoonlijk) or _is_alleen_een_naam(text[plek:einde])


def _is_alleen_een_naam(pad: str) -> bool:
    """`vimeo.com/harriedrones`: one word behind the site, that is none."""
    return pad.isascii() and pad[1:].isalpha() and pad.islower() and onbekend(pad[1:])


def _is_van_niemand(pad: str) -> bool:
    """Whether no part of the path is a name, as in `site.example/foto/jan-smit`; then none of its end is."""
    return not (_STREEP.search(pad) or any(soort(deel) == Soort.NAAM for deel in _LETTERS.findall(pad)))


def _na_netwerk(text: str, plekken: list[int]) -> Iterator[tuple[int, int]]:
    yield from (gevonden.span() for plek in plekken if (gevonden := _NA_TEKEN.match(text, plek)))
    for naam in filter(None, (_NA_WOORD.match(text, plek) for plek in plekken)):
        if naam[1]:
            yield naam.span(1)
        elif soort(naam[2]) == Soort.VREEMD:
            yield naam.span(2)
