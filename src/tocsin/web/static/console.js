// The console without this script reads the same; with it, it is quicker to work in.
"use strict";
document.documentElement.classList.add("scripted");

const token = form => form.querySelector("[name=_csrf_token]").value;

async function post(url, form, body) {
  const answer = await fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", "x-csrftoken": token(form) },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

// Passkeys: the server's question goes to the browser, the browser's answer to the server.
for (const form of document.querySelectorAll("[data-passkey]")) {
  form.addEventListener("submit", async event => {
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    const fields = Object.fromEntries(new FormData(form));
    const said = { organisation: fields.organisation || "", name: fields.name || "" };
    failed.hidden = true;
    try {
      const asked = await post(form.action + "/new", form, said);
      const makes = form.dataset.passkey === "create";
      const publicKey = makes
        ? PublicKeyCredential.parseCreationOptionsFromJSON(asked.options)
        : PublicKeyCredential.parseRequestOptionsFromJSON(asked.options);
      const key = await (makes ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey }));
      const done = await post(form.action, form, { ...said, ticket: asked.ticket, answer: key.toJSON() });
      location.assign(fields.to && fields.to !== "/" ? fields.to : done.to);
    } catch {
      failed.hidden = false;
    }
  });
}

// An invitation's secret comes behind the #, which no server sees.
for (const field of document.querySelectorAll("[data-fragment]")) {
  if (location.hash.length > 20) field.value = location.hash.slice(1);
}
