// What the pages do besides with a script; every one of them works without.
import { refreshBoard } from "./board.js";
import { ErrorSummary, SkipLink, NotificationBanner, createAll } from "govuk-frontend";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [SkipLink, ErrorSummary, NotificationBanner]) {
  createAll(component);
}

refreshBoard();
