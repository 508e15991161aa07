"""Finding what is over its term. Each question names the municipality, for each has its own terms."""

CONTACT = (
    "SELECT c.melding_id FROM contactnummers c JOIN meldingen m ON m.id = c.melding_id"
    " LEFT JOIN beeindigd b ON b.melding_id = c.melding_id"
    " WHERE m.gemeente = ? AND (m.ontvangen_op < ? OR b.op < ?) ORDER BY m.ontvangen_op LIMIT ?"
)
VOLGCODE = (
    "SELECT v.zegel FROM volgcodes v JOIN meldingen m ON m.id = v.melding_id"
    " LEFT JOIN beeindigd b ON b.melding_id = v.melding_id"
    " WHERE m.gemeente = ? AND (m.ontvangen_op < ? OR b.op < ?) ORDER BY m.ontvangen_op LIMIT ?"
)
TEKST = (
    "SELECT r.zegel, r.melding_id FROM tekstregister r LEFT JOIN beeindigd b ON b.melding_id = r.melding_id"
    " WHERE r.gewist = 0 AND r.gemeente = ? AND r.soort IN (?, ?) AND (r.vastgelegd_op < ? OR b.op < ?)"
    " ORDER BY r.vastgelegd_op LIMIT ?"
)
QUARANTAINE = "SELECT id FROM coa_quarantaine WHERE ontvangen_op < ? LIMIT ?"
VERNIETIGD = "SELECT soort, aantal, laatst_op FROM vernietigd WHERE gemeente = ? ORDER BY soort"
