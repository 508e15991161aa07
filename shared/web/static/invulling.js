// Asks first when a text that was typed on this page would be lost: by a link, or by the button of another form.
"use strict";
(() => {
  let verstuurd = null;  // the form whose button was pressed
  const getypt = veld => veld.form !== verstuurd && veld.value.trim() !== "" && veld.value !== veld.defaultValue;

  addEventListener("submit", moment => { verstuurd = moment.target; });
  addEventListener("beforeunload", moment => {
    if ([...document.querySelectorAll("textarea")].some(getypt)) moment.preventDefault();
    verstuurd = null;
  });
})();
