// The form of one partner. Behind a link it saves and sends; as a file it makes an answer to send back.
(() => {
  "use strict";
  const config = JSON.parse(document.getElementById("pv-config").textContent);
  const say = config.texts;
  const form = document.getElementById("pv-form");
  const status = document.getElementById("pv-status");
  const result = document.getElementById("pv-result");
  const fields = [...form.querySelectorAll("fieldset")];
  const boxes = (field) => [...field.querySelectorAll("input")];
  const words = (field) => field.querySelector("textarea");
  const label = (box) => box.parentElement.textContent.trim();
  const tell = (text) => { status.textContent = text; };

  const answers = () => {
    const said = {};
    for (const field of fields) {
      const codes = boxes(field).filter((box) => box.checked).map((box) => box.value);
      const text = words(field) ? words(field).value.trim() : "";
      if (codes.length || text) said[field.dataset.part] = { codes, words: text };
    }
    return said;
  };
  const isEmpty = () => Object.keys(answers()).length === 0;

  // One that stands alone takes the others away, and the other way round; at most as many as are asked for.
  // What was refused is told until something else is done.
  let refused = "";
  const settle = (field, box) => {
    if (!box.checked || box.type === "radio") return;
    const isAlone = "alone" in box.dataset;
    for (const other of boxes(field)) {
      if (other !== box && (isAlone || "alone" in other.dataset)) other.checked = false;
    }
    const most = Number(field.dataset.most || 0);
    if (most && boxes(field).filter((one) => one.checked).length > most) {
      box.checked = false;
      refused = say.most.replace("{n}", String(most));
      tell(refused);
    }
  };

  // What looks like something about a person is shown and asked about; nothing is taken out.
  const persons = config.persons.patterns.map(({ pattern, flags, name, check }) =>
    ({ regex: new RegExp(pattern, `${flags}g`), name, check }));
  const isOrganisation = (text) => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) || []).some((word) =>
    config.persons.organisations.some((mark) => word === mark || (mark.length > 3 && word.endsWith(mark))
      || (mark.length >= config.persons.longMark && word.includes(mark))));
  const weights = [9, 8, 7, 6, 5, 4, 3, 2, -1];
  const isCitizenNumber = (text) => {
    const digits = text.replace(/\D/g, "");
    const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
    return digits.length === 9 && Number(digits) % 100000 !== 0 && sum % 11 === 0;
  };
  const holds = (check, match) => (check === "eleven" ? isCitizenNumber(match[0])
    : check !== "organisation" || !isOrganisation(match.groups.name));
  const personIn = (text) => {
    for (const { regex, name, check } of persons) {
      for (const match of text.matchAll(regex)) if (holds(check, match)) return `${name}: “${match[0].trim()}”`;
    }
    return "";
  };
  const ownNames = [...config.persons.names].sort((one, other) => other.length - one.length).map((name) =>
    new RegExp(`(?<![\\p{L}\\p{N}_])${name.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}(?![\\p{L}\\p{N}_])`, "giu"));
  const look = (field) => {
    const text = words(field) ? words(field).value : "";
    const found = personIn(text) && personIn(ownNames.reduce((left, name) => left.replace(name, "·"), text));
    const shown = found ? `${say.person.replace("{found}", () => found)}. ${say.leave}` : "";
    const place = field.querySelector(".pv-person");
    if (place.textContent !== shown) place.textContent = shown;
  };

  const summary = () => {
    const list = document.getElementById("pv-summary");
    list.replaceChildren();
    for (const field of fields) {
      const chosen = boxes(field).filter((box) => box.checked).map(label);
      const text = words(field) ? words(field).value.trim() : "";
      if (!chosen.length && !text) continue;
      const question = document.createElement("dt");
      question.textContent = field.querySelector("legend").textContent;
      const answer = document.createElement("dd");
      answer.textContent = [...chosen, ...(text ? [text] : [])].join("; ");
      list.append(question, answer);
    }
  };
  const show = () => {
    summary();
    result.hidden = false;
    document.getElementById("pv-send").scrollIntoView();
    result.querySelector("h2").focus({ preventScroll: true });
  };

  // As a file: a small file and a block of text, both read back by the museum.
  const day = () => {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
  };
  const block = () => {
    const lines = [];
    for (const field of fields) {
      const chosen = boxes(field).filter((box) => box.checked).map(label);
      const text = words(field) ? words(field).value.trim().replace(/\s+/g, " ") : "";
      if (!chosen.length && !text) continue;
      lines.push(field.querySelector("legend").textContent, ...chosen.map((one) => `[x] ${one}`));
      if (text) lines.push(`${config.block.answer}: ${text}`);
      lines.push("");
    }
    lines.push(`--- ${config.block.end} ---`, `${config.block.made}: ${config.file.made}`,
      `${config.block.filled}: ${day()}`, `${config.block.reference}: ${config.file.partner}`);
    return lines.join("\n");
  };
  const makeReady = () => {
    const link = document.getElementById("pv-file");
    const data = JSON.stringify({ ...config.file, filled: day(), answers: answers() });
    if (link.href.startsWith("blob:")) URL.revokeObjectURL(link.href);
    link.href = URL.createObjectURL(new Blob([data], { type: "application/json" }));
    link.download = `${say.file}-${config.file.name.replace(/[^\p{L}\p{N} -]+/gu, " ").trim().slice(0, 60)}.json`;
    document.getElementById("pv-block").value = block();
    show();
  };

  // Behind a link: kept as it is typed, given when it is sent.
  const address = (what) => `${location.pathname.replace(/\/+$/, "")}/${what}${location.search}`;
  let waiting = 0;
  let turn = Promise.resolve();
  let isTyped = false;
  const ask = async (what, body) => {
    try {
      const answer = await fetch(address(what), {
        method: "POST", cache: "no-store", credentials: "omit", keepalive: document.hidden,
        headers: { "content-type": "application/json" }, body: JSON.stringify(body),
      });
      if (answer.ok) return "";
      return answer.status === 404 ? say.closed : say.away;
    } catch {
      return say.away;
    }
  };
  // One after the other: an older state never overtakes a newer one.
  const inTurn = (work) => { turn = turn.then(work, work); return turn; };
  const save = () => inTurn(async () => {
    if (!isTyped) return;
    isTyped = false;
    tell(refused || say.saving);
    const wrong = await ask("save", { answers: answers() });
    tell(wrong || refused || say.saved);
    if (!wrong || wrong === say.closed) return;
    isTyped = true;
    clearTimeout(waiting);
    waiting = setTimeout(save, 5000);
  });
  const typed = () => {
    isTyped = true;
    clearTimeout(waiting);
    waiting = setTimeout(save, 500);
  };

  // Municipalities of the region: one tap puts a name with the words, the next takes it away.
  const pieces = (text) => text.split(/[;\n]/).map((one) => one.trim()).filter(Boolean);
  const press = () => {
    for (const place of form.querySelectorAll(".pv-place")) {
      const named = pieces(words(place.closest("fieldset")).value);
      place.setAttribute("aria-pressed", String(named.includes(place.textContent)));
    }
  };
  for (const group of form.querySelectorAll(".pv-places")) {
    group.hidden = false;
    group.addEventListener("click", (event) => {
      if (!event.target.matches(".pv-place")) return;
      const text = words(group.closest("fieldset"));
      const name = event.target.textContent;
      const named = pieces(text.value);
      text.value = (named.includes(name) ? named.filter((one) => one !== name) : [...named, name]).join("; ");
      text.dispatchEvent(new Event("input", { bubbles: true }));
    });
  }

  form.addEventListener("input", (event) => {
    const field = event.target.closest("fieldset");
    refused = "";
    if (event.target.matches("input")) settle(field, event.target);
    look(field);
    press();
    if (config.link) typed();
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (isEmpty()) { tell(say.empty); return; }
    if (!config.link) { makeReady(); return; }
    clearTimeout(waiting);
    isTyped = false;
    const wrong = await inTurn(() => ask("send", { answers: answers() }));
    tell(wrong || say.sent);
    if (!wrong) show();
  });
  document.getElementById("pv-wipe").addEventListener("click", async () => {
    if (!confirm(say.wipe)) return;
    clearTimeout(waiting);
    isTyped = false;
    const wrong = config.link ? await inTurn(() => ask("wipe", {})) : "";
    if (wrong) { tell(wrong); return; }
    for (const field of fields) {
      for (const box of boxes(field)) box.checked = false;
      if (words(field)) words(field).value = "";
      look(field);
    }
    press();
    result.hidden = true;
    tell(say.wiped);
  });
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  document.getElementById("pv-print").addEventListener("click", () => {
    document.body.classList.add("pv-printing");
    print();
    document.body.classList.remove("pv-printing");
  });
  const copy = document.getElementById("pv-copy");
  if (copy) copy.addEventListener("click", async () => {
    const text = document.getElementById("pv-block");
    text.select();
    try { await navigator.clipboard.writeText(text.value); } catch { document.execCommand("copy"); }
    tell(say.copied);
  });
  if (config.link) {
    // The other language opens with what was typed just now.
    for (const other of document.querySelectorAll(".ps-languages a")) {
      other.addEventListener("click", async (event) => {
        if (!isTyped) return;
        event.preventDefault();
        clearTimeout(waiting);
        await save();
        location.href = other.href;
      });
    }
    document.addEventListener("visibilitychange", () => { if (document.hidden && isTyped) save(); });
    if (config.isSent) { summary(); result.hidden = false; }
    if (config.begin) tell(config.begin);
  } else {
    addEventListener("beforeunload", (event) => { if (!isEmpty() && result.hidden) event.preventDefault(); });
  }
  fields.forEach(look);
  press();
})();
