// Passkeys: asks the device, puts its answer in the form, sends the form. Data comes from the page as JSON in
// <script type="application/json" id="passkey-options">, or, on the sign-in page, from the form's own address.
"use strict";

const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const known = (list = []) => list.map((one) => ({ ...one, id: bytes(one.id) }));

// A passkey belongs to a name; an address in digits has none.
const works =
  window.isSecureContext && "PublicKeyCredential" in window && !/^(\d+\.){3}\d+$|^\[/.test(location.hostname);

async function create(asked, form) {
  const alone = form.elements.passwordless?.checked ?? false;
  const chosen = { ...asked.authenticatorSelection, residentKey: alone ? "required" : "discouraged", requireResidentKey: alone };
  if (alone) chosen.userVerification = "required";
  const publicKey = {
    ...asked,
    authenticatorSelection: chosen,
    challenge: bytes(asked.challenge),
    user: { ...asked.user, id: bytes(asked.user.id) },
    excludeCredentials: known(asked.excludeCredentials),
  };
  const made = await navigator.credentials.create({ publicKey });
  return described(made, { attestationObject: text(made.response.attestationObject) });
}

async function get(asked) {
  const publicKey = { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) };
  const shown = await navigator.credentials.get({ publicKey });
  const { authenticatorData, signature, userHandle } = shown.response;
  return described(shown, {
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    userHandle: userHandle ? text(userHandle) : null,
  });
}

const described = (credential, response) => ({
  id: credential.id,
  rawId: text(credential.rawId),
  type: credential.type,
  authenticatorAttachment: credential.authenticatorAttachment ?? null,
  clientExtensionResults: credential.getClientExtensionResults(),
  response: { ...response, clientDataJSON: text(credential.response.clientDataJSON) },
});

async function options(form) {
  if (form.dataset.passkey !== "fetch") return JSON.parse(document.getElementById("passkey-options").textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  return await answer.json();
}

async function ask(form) {
  const trouble = form.querySelector("[data-trouble]");
  trouble.hidden = true;
  try {
    const all = await options(form);
    const asked = (all.creation_options ?? all.request_options).publicKey;
    const answer = form.dataset.passkey === "create" ? await create(asked, form) : await get(asked);
    form.querySelector("[data-credential]").value = JSON.stringify(answer);
    form.submit();
  } catch {
    trouble.hidden = false;
  }
}

if (works) {
  for (const note of document.querySelectorAll("[data-no-passkey]")) note.hidden = true;
  for (const form of document.querySelectorAll("[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      ask(form);
    });
  }
}
