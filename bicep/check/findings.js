/** What was found: each at a place, under a rule's name, with what to do about it. */
export class Findings {
  constructor() {
    this.found = new Map();
  }

  add(file, line, rule, message, mend) {
    this.found.set(`${file}:${line} ${rule} ${message}`, { file, line, rule, message, mend });
  }

  get none() {
    return this.found.size === 0;
  }

  sorted() {
    return [...this.found.values()].sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line);
  }
}

/** The candidate nearest to a misspelt word, for the mend. */
export function nearest(word, candidates) {
  const ranked = candidates.map(candidate => [distance(word.toLowerCase(), candidate.toLowerCase()), candidate]).sort(([a], [b]) => a - b);
  return ranked.length && ranked[0][0] <= Math.max(2, word.length / 3) ? ranked[0][1] : undefined;
}

function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row.at(-1);
}
