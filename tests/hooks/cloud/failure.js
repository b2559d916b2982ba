/** What a program ends with when it has not done what it was asked to. */
export class Failure extends Error {
  constructor(code, message) {
    super(message);
    this.code = code;
  }
}

/** As az prints a refusal of Graph or of Azure. */
export function refused(status, code, message) {
  return new Failure(1, `${status}(${JSON.stringify({ error: { code, message } })})`);
}
