// Keeps what somebody is filling in while this tab is open: a reload, the back button or a lost network loses nothing.
// It stays in this tab alone, and is forgotten when the form was received and when the person signs out.
"use strict";
const SENT = "sent", WHO = "who", here = location.pathname + location.search;
const form = document.querySelector("form[data-draft]");
const isAnswered = document.querySelector("[data-said]") || (form && form.dataset.bound);

// Somebody else sits at this screen now: what the one before wrote is not for him, also when that sign-in just ended.
const who = document.body.dataset.who ?? "";
if (sessionStorage.getItem(WHO) !== who) { sessionStorage.clear(); sessionStorage.setItem(WHO, who); }

// The page before this one sent a form: the server answered, so the draft is of no use any more. The same page without an
// answer means that nothing arrived.
const sent = sessionStorage.getItem(SENT);
if (sent && (sent !== here || isAnswered)) sessionStorage.removeItem("draft " + sent);
sessionStorage.removeItem(SENT);
let isOut = false;
document.querySelector("form.sign-out")?.addEventListener("submit", () => { isOut = true; sessionStorage.clear(); });

if (form) {
  const key = "draft " + here;
  const fields = () => [...form.elements].filter((field) => field.name && !["hidden", "file", "password", "submit"].includes(field.type));
  const version = () => form.elements.version?.value ?? "";
  const isTicked = (field) => ["checkbox", "radio"].includes(field.type);
  const said = (field) => (isTicked(field) ? field.checked : field.multiple ? [...field.selectedOptions].map((one) => one.value) : field.value);
  const put = (field, value) => {
    if (isTicked(field)) field.checked = value;
    else if (field.multiple) for (const one of field.options) one.selected = value.includes(one.value);
    else field.value = value;
  };
  const written = () => JSON.stringify([version(), fields().map((field) => [field.name, said(field)])]);
  const asServed = written();

  const kept = form.dataset.bound ? null : sessionStorage.getItem(key);
  if (kept && kept !== asServed) {
    const [of, values] = JSON.parse(kept);
    const now = fields();
    if (of === version() && values.length === now.length && values.every(([name], place) => name === now[place].name)) {
      values.forEach(([, value], place) => put(now[place], value));
      const note = document.createElement("p");
      note.className = "draft";
      note.setAttribute("role", "status");
      const again = document.createElement("button");
      again.type = "button";
      again.className = "btn btn-outline-primary";
      again.textContent = form.dataset.fresh;
      again.addEventListener("click", () => { isTouched = false; sessionStorage.removeItem(key); location.replace(location.href); });
      note.append(form.dataset.draft + " ", again);
      form.prepend(note);
    }
  }
  // Only what a person touched is a draft: the editor sets a text anew when it opens.
  let isTouched = false;
  const keep = () => {
    if (!isTouched || isOut) return;
    const now = written();
    if (now === asServed) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, now);
  };
  for (const kind of ["input", "change", "keyup", "paste"]) form.addEventListener(kind, () => { isTouched = true; keep(); });
  window.addEventListener("pagehide", keep);
  form.addEventListener("submit", () => { keep(); sessionStorage.setItem(SENT, here); });
}
