"""Spreadsheets as small as they can be, made by hand: what an office program writes, without one."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

Rijen = Sequence[Sequence[str | float | bool | datetime]]
_NUL = datetime(1899, 12, 30)  # noqa: DTZ001  day zero of a spreadsheet
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:"
_SOORT = "application/vnd.oasis.opendocument.spreadsheet"
_XLSX = "http://schemas.openxmlformats.org/"


def schrijf_xlsx(pad: Path, rijen: Rijen) -> Path:
    """Write a workbook of Excel."""
    blad = "".join(f'<row r="{n}">{"".join(map(_cel, rij))}</row>' for n, rij in enumerate(rijen, 1))
    main, rel = f"{_XLSX}spreadsheetml/2006/main", f"{_XLSX}officeDocument/2006/relationships"
    pakket, open_ = f"{_XLSX}package/2006/relationships", "application/vnd.openxmlformats-officedocument.spreadsheetml."
    delen = {
        "[Content_Types].xml": f'<Types xmlns="{_XLSX}package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{open_}sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{open_}styles+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{open_}worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{pakket}"><Relationship Id="r1" Type="{rel}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{pakket}"><Relationship Id="r1" Type="{rel}/worksheet"'
        f' Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="{rel}/styles" Target="styles.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{rel}"><sheets><sheet name="A" sheetId="1" r:id="r1"/>'
        "</sheets></workbook>",
        "xl/styles.xml": f'<styleSheet xmlns="{main}"><cellXfs count="2"><xf numFmtId="0"/>'
        '<xf numFmtId="22"/></cellXfs></styleSheet>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{blad}</sheetData></worksheet>',
    }
    return _pak(pad, delen)


def schrijf_ods(pad: Path, rijen: Rijen) -> Path:
    """Write a sheet of LibreOffice."""
    blad = "".join(f"<table:table-row>{''.join(map(_ods_cel, rij))}</table:table-row>" for rij in rijen)
    namen = " ".join(f'xmlns:{naam}="{_OFFICE}{naam}:1.0"' for naam in ("office", "table", "text"))
    inhoud = (
        f'<office:document-content {namen} office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="A">{blad}</table:table></office:spreadsheet></office:body></office:document-content>'
    )
    manifest = f'<m:manifest xmlns:m="{_OFFICE}manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{_SOORT}"/>'
    delen = {"mimetype": _SOORT, "content.xml": inhoud, "META-INF/manifest.xml": f"{manifest}</m:manifest>"}
    return _pak(pad, delen)


def _pak(pad: Path, delen: dict[str, str]) -> Path:
    with ZipFile(pad, "w", ZIP_DEFLATED) as zak:
        for naam, inhoud in delen.items():
            zak.writestr(naam, inhoud)
    return pad


def _cel(waarde: str | float | bool | datetime) -> str:
    if isinstance(waarde, bool):
        return f'<c t="b"><v>{int(waarde)}</v></c>'
    if isinstance(waarde, datetime):
        verschil = waarde - _NUL
        return f'<c s="1"><v>{verschil.total_seconds() / 86_400:.9f}</v></c>'
    if isinstance(waarde, str):
        return f'<c t="inlineStr"><is><t>{escape(waarde)}</t></is></c>'
    return f"<c><v>{waarde}</v></c>"


def _ods_cel(waarde: str | float | bool | datetime) -> str:
    if isinstance(waarde, bool):
        soort, kenmerk = "boolean", f'office:boolean-value="{str(waarde).lower()}"'
    elif isinstance(waarde, datetime):
        soort, kenmerk = "date", f'office:date-value="{waarde.isoformat()}"'
    elif isinstance(waarde, str):
        soort, kenmerk = "string", ""
    else:
        soort, kenmerk = "float", f'office:value="{waarde}"'
    tekst = f"<text:p>{escape(str(waarde))}</text:p>"
    return f'<table:table-cell office:value-type="{soort}" {kenmerk}>{tekst}</table:table-cell>'
