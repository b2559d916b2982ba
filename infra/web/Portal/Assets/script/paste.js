import { addRow } from "./rows.js";

/** A block copied from a sheet goes into the cells from here on, to the right and down; a column into the fields from here on. */
export function takePastedBlocks(page) {
  page.addEventListener("paste", event => {
    const target = event.target.closest("input[name^='a.']");
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const block = text.replace(/\r\n?/g, "\n").replace(/\n$/, "").split("\n").map(line => line.split("\t"));
    if (!target || (block.length === 1 && block[0].length === 1)) return;
    event.preventDefault();
    const row = target.closest(".vks-rows tbody tr");
    for (const input of row ? intoRows(row, target, block) : intoFields(page, target, block)) {
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }
  });
}

function intoRows(first, target, block) {
  const filled = [];
  const column = cellsOf(first).indexOf(target);
  let row = first;
  for (const [index, values] of block.entries()) {
    if (index > 0) row = row.nextElementSibling ?? addRow(row.closest("table"));
    if (!row) break;
    filled.push(...fill(cellsOf(row).slice(column), values));
  }
  return filled;
}

function intoFields(page, target, block) {
  const fields = [...page.querySelectorAll("input[type=text][name^='a.']")].filter(input => !input.closest(".vks-rows"));
  return fill(fields.slice(fields.indexOf(target)), block.map(values => values[0]));
}

const cellsOf = row => [...row.querySelectorAll("[name^='a.']")];

function fill(inputs, values) {
  return inputs.slice(0, values.length).map((input, index) => {
    const value = values[index].trim();
    if (input.tagName === "SELECT") {
      const option = [...input.options].find(each => each.text.toLowerCase() === value.toLowerCase() || each.value === value);
      if (option) input.value = option.value;
    } else {
      input.value = value;
    }
    return input;
  });
}
