/** One box at the head of a column that ticks all of it. */
export function markAll(page) {
  for (const head of page.querySelectorAll("[data-mark]")) {
    const boxes = head.closest("table").querySelectorAll(`[name="${head.dataset.mark}"]`);
    head.hidden = boxes.length < 2;
    head.addEventListener("change", () => {
      for (const box of boxes) box.checked = head.checked;
    });
  }
}
