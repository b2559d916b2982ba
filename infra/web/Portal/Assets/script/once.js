/** A form whose button is pressed twice is sent once. Come back to by the browser's button, the page takes a press again. */
export function sendOnce(page) {
  page.addEventListener("submit", event => {
    const form = event.target;
    if (!form.querySelector("[data-once]")) return;
    if (form.dataset.sent) event.preventDefault();
    form.dataset.sent = "true";
  });
  addEventListener("pageshow", () => {
    for (const form of page.querySelectorAll("form[data-sent]")) delete form.dataset.sent;
  });
}
