// Shows a button that copies a text of the page, where the browser can; without it the text is written down.
"use strict";
(() => {
  if (!navigator.clipboard) return;
  for (const knop of document.querySelectorAll("[data-kopieer]")) {
    const uitkomst = knop.parentElement.querySelector("[role=status]");
    knop.addEventListener("click", () => {
      navigator.clipboard.writeText(document.getElementById(knop.dataset.kopieer).textContent.trim()).then(
        () => { uitkomst.textContent = knop.dataset.gelukt; },
        () => { uitkomst.textContent = knop.dataset.mislukt; },
      );
    });
    knop.parentElement.hidden = false;
  }
})();
