// A type is written as Azure writes it: the compiler takes any letters for it, what reads the templates does not.
export function holdSpelling({ planned }, findings) {
  for (const { type, written, file, line } of planned) {
    if (written !== type) findings.add(file, line, 'resource-type', `“${written}” is written ${type}.`, 'Write it as Azure does.');
  }
}
