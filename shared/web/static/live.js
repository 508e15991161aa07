// Keeps the parts of a page that are marked with data-live up to date, without a reload. A page works without it.
// The server rings (server-sent events); then the same address is fetched again, with the rights of that moment.
"use strict";
(() => {
  const plek = document.querySelector("[data-stroom]");
  if (!plek || !window.EventSource || !window.fetch) return;

  const RUST = 500;      // milliseconds between two fetches, and longer where the server needs long
  const OMROEP = 20000;  // between two sentences that are read aloud
  const LATER = 60000;   // before a stream that was refused is asked for again
  const knop = plek.querySelector("[data-pauze]");
  const omroep = plek.querySelector("[data-omroep]");
  const verbinding = plek.querySelector("[data-verbinding]");
  let bron = null, stil = false, bezig = false, nodig = false, wekker = 0;
  let gezegd = zin(), laatst = 0, straks = 0;

  function zin() { return document.querySelector("[data-zin]").textContent.trim(); }

  function meld(tekst) { verbinding.textContent = tekst; verbinding.hidden = !tekst; }

  function zeg() {
    const wacht = laatst + OMROEP - Date.now();
    clearTimeout(straks);
    if (wacht > 0) { straks = setTimeout(zeg, wacht); return; }
    if (zin() !== gezegd) { gezegd = omroep.textContent = zin(); laatst = Date.now(); }
  }

  // Nothing changes under somebody's hands: a part that has the focus, or in which text is selected, waits.
  function inGebruik(deel) {
    const keuze = getSelection();
    return deel.contains(document.activeElement)
      || (keuze && !keuze.isCollapsed && deel.contains(keuze.anchorNode));
  }

  function neemOver(nieuw) {
    for (const deel of document.querySelectorAll("[data-live]")) {
      const ander = nieuw.getElementById(deel.id);
      if (!ander || ander.innerHTML === deel.innerHTML) continue;
      if (inGebruik(deel)) nodig = true;
      else deel.replaceChildren(...ander.childNodes);
    }
    zeg();
  }

  function werkBij() {
    nodig = true;
    if (stil || bezig || document.hidden) return;
    bezig = true;
    nodig = false;
    const begin = performance.now();
    fetch(location.href, { cache: "no-store" })
      .then(antwoord => antwoord.ok ? antwoord.text() : Promise.reject(antwoord.status))
      .then(tekst => { if (stil) return; neemOver(new DOMParser().parseFromString(tekst, "text/html")); meld(""); })
      .catch(() => { if (!stil) meld("Bijwerken lukt nu niet. Deze cijfers kunnen oud zijn. Ververs de pagina."); })
      .finally(() => {
        bezig = false;
        clearTimeout(wekker);
        if (nodig) wekker = setTimeout(werkBij, Math.max(RUST, 2 * (performance.now() - begin)));
      });
  }

  function open() {
    sluit();
    if (stil || document.hidden) return;
    bron = new EventSource(plek.dataset.stroom);
    bron.onmessage = werkBij;
    bron.addEventListener("einde", () => { sluit(); wekker = setTimeout(opnieuw, 1000 + 2000 * Math.random()); });
    bron.onerror = () => {
      if (bron && bron.readyState === EventSource.CLOSED) { sluit(); wekker = setTimeout(opnieuw, LATER); }
    };
  }

  function opnieuw() { open(); werkBij(); }

  function sluit() { clearTimeout(wekker); if (bron) bron.close(); bron = null; }

  knop.hidden = false;
  knop.addEventListener("click", () => {
    stil = !stil;
    knop.textContent = stil ? "Werk weer bij" : "Zet bijwerken stil";
    meld(stil ? "Bijwerken staat stil." : "");
    if (stil) sluit(); else opnieuw();
  });
  document.addEventListener("visibilitychange", () => { if (document.hidden) sluit(); else opnieuw(); });
  document.addEventListener("focusout", () => { if (nodig) setTimeout(werkBij, 0); });
  open();
})();
