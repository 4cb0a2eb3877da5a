// Selected words go along: into the field of a note, or with the link to a new one. Without this file one types them.
"use strict";
const MOST = 600;
const chosen = (place) => {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed || !place?.contains(selection.getRangeAt(0).commonAncestorContainer)) return "";
  // Numbers of notes in the text, and what is read aloud only, are not words of the text.
  const words = selection.getRangeAt(0).cloneContents();
  for (const number of words.querySelectorAll("sup.ref, .sr")) number.remove();
  for (const block of words.querySelectorAll("p, li, h2, h3, h4, td, th, br, blockquote")) block.append(" ");
  return words.textContent.replace(/\s+/g, " ").trim().slice(0, MOST);
};

const source = document.querySelector("[data-quote-from]"), field = document.querySelector("[name=quote]");
if (source && field) {
  document.addEventListener("selectionchange", () => {
    const words = chosen(source);
    if (!words) return;
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

for (const link of document.querySelectorAll("[data-quote-link]")) {
  const text = link.closest("section")?.querySelector(".read"), plain = link.href;
  // Before the click: on some devices the click itself lets go of what was selected.
  const take = () => {
    const words = chosen(text);
    link.href = words ? `${plain}&woorden=${encodeURIComponent(words)}` : plain;
  };
  for (const kind of ["pointerdown", "keydown", "focus"]) link.addEventListener(kind, take);
}
