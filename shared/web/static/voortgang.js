// Keeps a page that says how far long work is up to date, and shows what was asked for once the work is done.
// Without this the page asks its browser to look again by itself.
"use strict";
(() => {
  const plek = document.querySelector("[data-voortgang]");
  const omroep = document.querySelector("[data-omroep]");
  if (!plek || !omroep || !window.fetch) return;

  const RUST = 1000;     // milliseconds between two looks
  const OMROEP = 20000;  // between two sentences that are read aloud
  let laatst = Date.now();

  function neemOver(nieuw) {
    const ander = nieuw.querySelector("[data-voortgang]");
    if (!ander) { location.reload(); return; }
    const balk = plek.querySelector("progress"), stand = ander.querySelector("progress");
    if (stand.hasAttribute("value")) balk.value = stand.value; else balk.removeAttribute("value");
    const zin = plek.querySelector("[data-zin]");
    zin.textContent = ander.querySelector("[data-zin]").textContent;
    if (Date.now() - laatst >= OMROEP) { omroep.textContent = zin.textContent; laatst = Date.now(); }
    straks();
  }

  function kijk() {
    fetch(location.href, { cache: "no-store" })
      .then(antwoord => antwoord.text())
      .then(tekst => neemOver(new DOMParser().parseFromString(tekst, "text/html")))
      .catch(straks);  // nobody answers between two states: look again
  }

  function straks() { setTimeout(kijk, RUST); }

  straks();
})();
