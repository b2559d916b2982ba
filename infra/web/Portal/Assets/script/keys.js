/** Enter ends a letter that is being composed; the form is not sent by it. */
export function finishLettersFirst(page) {
  page.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.isComposing) event.preventDefault();
  });
}
