// Small comforts. Every page works without this file.
"use strict";
// With a live preview the button that counts again is not needed.
for (const button of document.querySelectorAll("[data-recount]")) button.hidden = true;
document.addEventListener("htmx:after:swap", () => {
  for (const button of document.querySelectorAll("[data-recount]")) button.hidden = true;
});
