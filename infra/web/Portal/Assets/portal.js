// What the pages do besides with a script; every one of them works without.
import { ErrorSummary, NotificationBanner, SkipLink, createAll } from "govuk-frontend";
import { saveWhileTyping } from "./script/autosave.js";
import { refreshBoard } from "./script/board.js";
import { finishLettersFirst } from "./script/keys.js";
import { markAll } from "./script/mark.js";
import { sendOnce } from "./script/once.js";
import { takePastedBlocks } from "./script/paste.js";
import { addRowsHere } from "./script/rows.js";
import { sendInBlocks } from "./script/upload.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");
for (const component of [SkipLink, ErrorSummary, NotificationBanner]) {
  createAll(component);
}

sendInBlocks(document);
sendOnce(document);
finishLettersFirst(document);
addRowsHere(document);
markAll(document);
takePastedBlocks(document);
saveWhileTyping(document);
refreshBoard();
