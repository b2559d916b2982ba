const pause = 1000;

/**
 * Saves a form while it is filled in, and shows when, with what the system calculates from it and what is wrong. Nothing is sent in the
 * middle of a letter that is being composed.
 */
export function saveWhileTyping(page) {
  const form = page.querySelector("form[data-autosave]");
  if (!form) return;
  const status = form.querySelector("[data-saved]");
  let [timer, composing, running, again] = [undefined, false, false, false];

  form.addEventListener("compositionstart", () => { composing = true; });
  form.addEventListener("compositionend", () => { composing = false; later(); });
  form.addEventListener("input", event => { if (event.target.type !== "file") later(); });
  form.addEventListener("submit", () => clearTimeout(timer));

  function later() {
    clearTimeout(timer);
    timer = setTimeout(save, pause);
  }

  async function save() {
    if (composing) return;
    if (running) {
      again = true;
      return;
    }
    running = true;
    try {
      show(await send());
    } catch {
      status.textContent = "Chưa lưu tự động được. Bấm Lưu và tiếp tục khi có mạng.";
    } finally {
      running = false;
      if (again) {
        again = false;
        later();
      }
    }
  }

  async function send() {
    const content = new FormData(form);
    for (const input of form.querySelectorAll("input[type=file]")) content.delete(input.name);
    const answer = await fetch(form.action, { method: "POST", body: content, headers: { Accept: "application/json" } });
    if (answer.status === 401) return { message: "Phiên làm việc đã hết. Bấm Lưu và tiếp tục để đăng nhập lại; những gì bạn nhập được giữ." };
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  function show({ message, before = {}, calculated = {}, faults }) {
    status.textContent = message;
    if (faults) showFaults(form, faults);
    for (const [name, mark] of Object.entries(before)) {
      const input = form.elements.namedItem(name);
      if (input) input.value = mark;
    }
    for (const [id, text] of Object.entries(calculated)) {
      const output = page.getElementById(id)?.querySelector("output");
      if (output) output.textContent = text;
    }
  }
}

function showFaults(form, faults) {
  for (const group of form.querySelectorAll(".govuk-form-group--error")) group.classList.remove("govuk-form-group--error");
  for (const old of form.querySelectorAll(".govuk-error-message")) if (!old.closest(".vks-uploads")) old.remove();
  for (const input of form.querySelectorAll("[aria-invalid]")) {
    input.removeAttribute("aria-invalid");
    input.classList.remove("govuk-input--error");
    describe(input, descriptions(input).filter(id => id !== `${input.id}-loi`));
  }
  for (const [id, text] of Object.entries(faults)) {
    const place = document.getElementById(id);
    if (place) showFault(place, text);
  }
}

/** At an input, or at the group of a question that has several. */
function showFault(place, text) {
  const message = document.createElement("p");
  message.className = "govuk-error-message";
  message.id = `${place.id}-loi`;
  message.textContent = text;
  const group = place.closest(".vks-field");
  group.classList.add("govuk-form-group--error");
  if (place === group) {
    group.querySelector("legend, .vks-field__label").after(message);
    return;
  }
  place.before(message);
  place.setAttribute("aria-invalid", "true");
  place.classList.add("govuk-input--error");
  describe(place, [...descriptions(place), message.id]);
}

function descriptions(input) {
  return (input.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
}

function describe(input, ids) {
  if (ids.length) input.setAttribute("aria-describedby", ids.join(" "));
  else input.removeAttribute("aria-describedby");
}
