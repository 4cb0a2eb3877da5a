// Buttons that put a word in the text where the writer was. Without this file one types it.
"use strict";
let writing = null;
document.addEventListener("focusin", (event) => { if (event.target.closest("[contenteditable=true]")) writing = event.target; });
for (const button of document.querySelectorAll("[data-insert]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const place = writing || document.querySelector("[contenteditable=true]") || document.querySelector("textarea[data-rich]");
    place.focus();
    // The editor hears of it as of a key that was typed, and can undo it.
    document.execCommand("insertText", false, button.dataset.insert);
  });
}
