const pause = 2000;

/**
 * Saves a form while it is filled in, and shows when, with what the system calculates from it. Nothing is sent in the middle of a letter
 * that is being composed.
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
      status.textContent = "Chưa lưu tự động được. Bấm Lưu khi có mạng.";
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
    if (answer.status === 401) return { message: "Phiên làm việc đã hết. Bấm Lưu để đăng nhập lại; những gì bạn nhập được giữ." };
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  }

  function show({ message, before = {}, calculated = {} }) {
    status.textContent = message;
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
