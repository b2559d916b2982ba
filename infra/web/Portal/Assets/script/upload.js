const [Patience, LongestPause, LongestRequest] = [8, 30_000, 220_000];

/**
 * Sends the files that are chosen block by block, at once and beside the form: a line that breaks costs one block, and the same file chosen
 * again goes on where it broke off. Without crypto.subtle, which a page that is not secure lacks, files go with the form.
 */
export function sendInBlocks(page) {
  if (!crypto.subtle) return;
  let [running, saving] = [Promise.resolve(), false];
  for (const input of page.querySelectorAll("input[type=file][data-upload]")) {
    const list = listAfter(input);
    input.addEventListener("change", () => {
      const files = [...input.files];
      input.value = "";
      for (const file of files) {
        const upload = new Sending(input, list, file);
        running = running.then(() => upload.run());
      }
    });
    input.form.addEventListener("submit", event => {
      const busy = list.querySelector("[data-sending]");
      if (!busy) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      busy.querySelector("[data-then]").textContent = "Trang tự lưu khi gửi xong tệp này.";
      busy.scrollIntoView({ block: "center" });
      void saveThen(input.form, event.submitter);
    }, true);
  }

  /** When every file has been sent; a file that was not keeps the page here. */
  async function saveThen(form, button) {
    if (saving) return;
    saving = true;
    await running;
    saving = false;
    if (!form.querySelector(".vks-uploads li")) form.requestSubmit(button);
  }
}

function listAfter(input) {
  const list = document.createElement("ul");
  list.className = "govuk-list vks-uploads";
  input.after(list);
  return list;
}

class Sending {
  #input; #list; #file; #row; #status; #bar; #button; #id; #cancelled = false; #stop = new AbortController();

  constructor(input, list, file) {
    [this.#input, this.#list, this.#file] = [input, list, file];
    this.#row = document.createElement("li");
    this.#row.dataset.sending = "";
    const name = document.createElement("span");
    name.className = "vks-break";
    name.textContent = file.name;
    this.#bar = document.createElement("progress");
    this.#bar.setAttribute("aria-label", `Đang gửi ${file.name}`);
    [this.#bar.max, this.#bar.value] = [Math.max(1, file.size), 0];
    this.#status = document.createElement("span");
    this.#status.className = "vks-small";
    this.#status.setAttribute("role", "status");
    this.#status.textContent = "Chờ gửi";
    const then = document.createElement("span");
    then.className = "vks-small";
    then.dataset.then = "";
    then.setAttribute("role", "status");
    this.#button = button(`Hủy gửi ${file.name}`, "Hủy", () => this.#cancel());
    this.#row.append(name, this.#bar, this.#status, then, this.#button);
    list.append(this.#row);
  }

  async run() {
    if (this.#cancelled) return;
    try {
      this.#refuseHere();
      this.#done(await this.#send());
    } catch (fault) {
      if (!this.#cancelled) this.#failed(fault);
    }
  }

  /** What the server would refuse after everything was sent. */
  #refuseHere() {
    const [limit, most] = [Number(this.#input.dataset.limit), Number(this.#input.dataset.most)];
    const count = this.#input.closest("fieldset").querySelectorAll(`[name="a.${CSS.escape(this.#input.dataset.upload)}"]`).length;
    if (this.#file.size > limit) throw new Refused(`Tệp quá lớn: mỗi tệp tối đa ${limit / 1024 / 1024} MB.`);
    if (this.#file.size === 0) throw new Refused("Tệp trống; hãy chọn tệp khác.");
    if (count >= most) throw new Refused(`Tối đa ${most} tệp.`);
  }

  async #send() {
    this.#status.textContent = "Đang đọc tệp";
    const digest = await crypto.subtle.digest("SHA-256", await this.#file.arrayBuffer());
    const sha256 = [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("");
    for (let [failures, kept] = [0, -1]; ;) {
      try {
        const begun = await this.#post("", { name: this.#file.name, length: this.#file.size, sha256 });
        this.#id = begun.id;
        if (begun.kept.length > kept) failures = 0;
        kept = begun.kept.length;
        await this.#sendBlocks(begun);
        this.#status.textContent = "Đang kiểm tra tệp";
        return await this.#post(`/${this.#id}/complete`, { field: this.#input.dataset.upload });
      } catch (fault) {
        failures += 1;
        if (fault instanceof Refused || this.#cancelled || failures > Patience) throw fault;
        this.#status.textContent = "Mất kết nối, đang thử lại";
        await this.#pause(Math.min(LongestPause, 500 * 2 ** failures));
      }
    }
  }

  async #sendBlocks({ blockLength, kept }) {
    const there = new Set(kept);
    let sent = 0;
    for (let block = 0; block * blockLength < this.#file.size; block++) {
      const part = this.#file.slice(block * blockLength, (block + 1) * blockLength);
      if (!there.has(block)) await this.#post(`/${this.#id}/blocks/${block}`, { block: part });
      sent += part.size;
      this.#bar.value = sent;
      this.#status.textContent = `${Math.floor(100 * sent / this.#file.size)}%`;
    }
  }

  async #post(path, values, stop = this.#stop.signal) {
    const form = this.#input.form;
    const content = new FormData();
    content.append("form-token", form.elements.namedItem("form-token").value);
    for (const [name, value] of Object.entries(values)) content.append(name, value);
    const answer = await fetch(`${form.action.replace(/\/sections\/[^/]*$/, "")}/uploads${path}`, {
      method: "POST",
      body: content,
      headers: { Accept: "application/json" },
      signal: AbortSignal.any([stop, AbortSignal.timeout(LongestRequest)]),
    });
    if (answer.status === 401) throw new Refused("Phiên làm việc đã hết. Đăng nhập lại rồi chọn lại tệp này; phần đã gửi được giữ.");
    if (answer.status === 429 || answer.status === 408 || answer.status >= 500) throw new Error(String(answer.status));
    if (!answer.ok) throw new Refused((await messageOf(answer)) ?? "Chưa gửi được tệp này. Tải lại trang rồi thử lại.");
    return answer.status === 204 ? undefined : answer.json();
  }

  /** Until then, or until there is a connection again. */
  #pause(milliseconds) {
    return new Promise(resolve => {
      setTimeout(resolve, milliseconds);
      addEventListener("online", resolve, { once: true });
      this.#stop.signal.addEventListener("abort", resolve, { once: true });
    });
  }

  async #cancel() {
    this.#cancelled = true;
    this.#stop.abort();
    this.#row.remove();
    if (this.#id) await this.#post(`/${this.#id}/cancel`, {}, new AbortController().signal).catch(() => {});
  }

  #done({ id, name, size, mark }) {
    const form = this.#input.form;
    const field = this.#input.dataset.upload;
    const row = this.#input.parentElement.querySelector("template").content.cloneNode(true);
    row.querySelector("[data-id]").value = id;
    row.querySelector("[data-remove]").value = id;
    const link = row.querySelector("a");
    link.href += id;
    link.textContent = name;
    row.querySelector("[data-size]").textContent = size;
    const files = this.#input.closest("fieldset").querySelector(".vks-files");
    if (![...files.querySelectorAll("[data-id], input[type=hidden]")].some(input => input.value === id)) files.append(row);
    form.elements.namedItem(`b.${field}`).value = mark;
    this.#row.remove();
  }

  #failed(fault) {
    delete this.#row.dataset.sending;
    this.#bar.remove();
    const refused = fault instanceof Refused;
    this.#status.className = "govuk-error-message vks-tight";
    this.#status.textContent = refused ? fault.message : "Chưa gửi được vì mất kết nối. Phần đã gửi được giữ.";
    this.#button.remove();
    if (!refused) {
      this.#row.append(button(`Gửi tiếp ${this.#file.name}`, "Gửi tiếp", () => {
        this.#row.remove();
        void new Sending(this.#input, this.#list, this.#file).run();
      }));
    }
    this.#row.append(button(`Bỏ ${this.#file.name} khỏi danh sách`, "Bỏ", () => this.#row.remove()));
  }
}

/** It is of no use to send the same again. */
class Refused extends Error {}

async function messageOf(answer) {
  return answer.headers.get("Content-Type")?.includes("json") ? (await answer.json()).message : undefined;
}

function button(label, text, pressed) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "govuk-button govuk-button--secondary vks-tight";
  made.setAttribute("aria-label", label);
  made.textContent = text;
  made.addEventListener("click", pressed);
  return made;
}
