// Says once a minute that this page is open, and shows who else has it open. Without this file the page just does not show it.
"use strict";
const place = document.querySelector("[data-present]");
const token = document.querySelector("input[name=csrfmiddlewaretoken]");
if (place && token) {
  let said = "";
  const beat = async () => {
    if (document.hidden) return;
    try {
      const answer = await fetch(place.dataset.present, { method: "POST", headers: { "X-CSRFToken": token.value } });
      const words = answer.ok ? (await answer.json()).words : "";
      // Said again only when it changed: a screen reader reads every change aloud.
      if (words !== said) place.textContent = said = words;
      place.hidden = !words;
    } catch { /* no network: the next beat tries again */ }
  };
  beat();
  setInterval(beat, 60000);
  document.addEventListener("visibilitychange", beat);
}
