// A board that is being looked at brings itself up to date: the same page is asked for again and its marked parts are put in place.
const Pause = 30_000;

export function refreshBoard() {
  if (document.querySelector("[data-refresh]")) {
    setTimeout(look, Pause);
  }
}

async function look() {
  if (document.visibilityState === "visible" && !(await refresh())) {
    return;
  }
  setTimeout(look, Pause);
}

/** False: it failed, or what came is another page; then it is left as it is. */
export async function refresh() {
  try {
    const answer = await fetch(location.href, { credentials: "same-origin", redirect: "error", headers: { "X-Refresh": "1" } });
    if (!answer.ok) {
      return false;
    }
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!fresh.querySelector("[data-refresh]")) {
      return false;
    }
    for (const part of document.querySelectorAll("[data-refresh]")) {
      const next = fresh.getElementById(part.id);
      if (next && !isInUse(part)) {
        replace(part, document.importNode(next, true));
      }
    }
    return true;
  } catch {
    return false;
  }
}

/** What somebody has ticked or is typing is not taken away. */
function isInUse(part) {
  const active = document.activeElement;
  return part.querySelector("input:checked") !== null || (part.contains(active) && active.matches("input, select, textarea"));
}

function replace(part, next) {
  for (const details of part.querySelectorAll("details[id]")) {
    const same = [...next.querySelectorAll("details[id]")].find((one) => one.id === details.id);
    if (same) {
      same.open = details.open;
    }
  }
  const focusable = "a, button, summary, [tabindex]";
  const at = [...part.querySelectorAll(focusable)].indexOf(document.activeElement);
  part.replaceWith(next);
  if (at >= 0) {
    next.querySelectorAll(focusable)[at]?.focus({ preventScroll: true });
  }
}
