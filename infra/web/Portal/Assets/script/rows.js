const inRow = /^(a\.[^.]+\.)(\d+)(\..+)$/;

/** "Thêm dòng" adds an empty row at once, without sending the page. */
export function addRowsHere(page) {
  page.addEventListener("click", event => {
    const button = event.target.closest("[data-add-row]");
    if (!button) return;
    event.preventDefault();
    addRow(tableOf(page, button.dataset.addRow))?.querySelector("input, select")?.focus();
  });
}

function tableOf(page, field) {
  return page.querySelector(`table[data-rows="${CSS.escape(field)}"]`);
}

/** @returns {HTMLTableRowElement | undefined} the new row; none where the table takes no more. */
export function addRow(table) {
  const rows = table.tBodies[0].rows;
  const count = table.closest("fieldset").querySelector(`input[name="r.${CSS.escape(table.dataset.rows)}"]`);
  if (rows.length >= Number(table.dataset.most)) return undefined;
  const [last, index] = [rows[rows.length - 1], rows.length];
  const row = last.cloneNode(true);
  row.querySelector(".vks-row-number").textContent = index + 1;
  for (const message of row.querySelectorAll(".govuk-error-message")) message.remove();
  for (const input of row.querySelectorAll("input, select")) {
    const [, before, , after] = inRow.exec(input.name) ?? [];
    if (before) {
      input.name = `${before}${index}${after}`;
      input.id = input.name.replaceAll(".", "-");
      input.value = "";
      input.classList.remove("govuk-input--error", "govuk-select--error");
      input.removeAttribute("aria-describedby");
    } else {
      input.value = index;
      input.checked = false;
    }
    input.setAttribute("aria-label", input.getAttribute("aria-label").replace(/\d+$/, index + 1));
  }
  last.after(row);
  count.value = index + 1;
  return row;
}
