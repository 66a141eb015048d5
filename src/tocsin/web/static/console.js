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

// The queue from the keyboard: j and k go up and down, Enter opens, x chooses.
const rows = [...document.querySelectorAll("[data-rows] > li")];
let at = -1;
function stand(place) {
  if (at >= 0) rows[at].removeAttribute("data-at");
  at = Math.max(0, Math.min(rows.length - 1, place));
  rows[at].setAttribute("data-at", "");
  rows[at].querySelector(".subject").focus();
  rows[at].scrollIntoView({ block: "nearest" });
}
document.addEventListener("keydown", event => {
  if (!rows.length || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.closest("input:not([type=checkbox]), select, textarea, summary, button")) return;
  if (event.key === "j") stand(at + 1);
  else if (event.key === "k") stand(at - 1);
  else if (event.key === "x" && at >= 0) rows[at].querySelector("[type=checkbox]")?.click();
  else return;
  event.preventDefault();
});

// Live updates: the page says that the queue has changed, and changes nothing under anybody's hands.
for (const told of document.querySelectorAll("[data-live]")) {
  new EventSource(told.dataset.live).addEventListener("changed", event => {
    told.querySelector("[data-count]").textContent = event.data;
    told.hidden = false;
  });
}

// Files that are dropped go into the field of the form.
for (const place of document.querySelectorAll("[data-drop]")) {
  const field = place.querySelector("[type=file]");
  const over = isOver => place.classList.toggle("over", isOver);
  place.addEventListener("dragover", event => { event.preventDefault(); over(true); });
  place.addEventListener("dragleave", () => over(false));
  place.addEventListener("drop", event => {
    event.preventDefault();
    over(false);
    field.files = event.dataTransfer.files;
  });
}

// How much of an upload has been sent. What is refused is told, and not sent once more.
for (const form of document.querySelectorAll("[data-progress]")) {
  const sending = form.querySelector("[data-sending]"), refused = form.querySelector("[data-refused]");
  const button = form.querySelector("button");
  const end = ([problem, ...rest]) => {
    sending.hidden = true;
    button.disabled = false;
    refused.querySelector("strong").textContent = problem ?? form.dataset.lost;
    refused.querySelector("p").textContent = rest.join(" ");
    refused.hidden = false;
  };
  form.addEventListener("submit", event => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    sending.hidden = false;
    refused.hidden = true;
    button.disabled = true;
    request.upload.addEventListener("progress", sent => {
      sending.querySelector("progress").value = (100 * sent.loaded) / sent.total;
    });
    request.addEventListener("load", () => {
      if (request.status < 400) location.assign(request.responseURL);
      else end(told(request.responseXML));
    });
    request.addEventListener("error", () => end([]));
    request.responseType = "document";
    request.open("POST", form.action);
    request.send(new FormData(form));
  });
}

// What a page says that refuses something: what is wrong, and what to do.
function told(page) {
  const all = which => [...(page?.querySelectorAll(which) ?? [])].map(one => one.textContent.trim());
  const alert = all("[role=alert]:not([hidden]) > *");
  return alert.length ? alert : all("main > h1, main > .lead");
}
