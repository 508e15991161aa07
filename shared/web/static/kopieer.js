// Shows a button that copies a text of the page, where the browser can; without it the text is written down.
// A field to copy from is selected as a whole by whoever comes in it.
"use strict";
(() => {
  for (const veld of document.querySelectorAll("input[readonly]")) veld.addEventListener("focus", () => veld.select());
  if (!navigator.clipboard) return;
  for (const knop of document.querySelectorAll("[data-kopieer]")) {
    const uitkomst = knop.parentElement.querySelector("[role=status]");
    knop.addEventListener("click", () => {
      const bron = document.getElementById(knop.dataset.kopieer);
      navigator.clipboard.writeText((bron.value ?? bron.textContent).trim()).then(
        () => { uitkomst.textContent = knop.dataset.gelukt; },
        () => { uitkomst.textContent = knop.dataset.mislukt; },
      );
    });
    knop.parentElement.hidden = false;
  }
})();
