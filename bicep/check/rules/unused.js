// Nothing is put out that nobody asks for, and no module stands about: the linter looks at one file at a time.
export function holdUnused(templates, arm, findings) {
  const asked = new Set();
  const deployed = new Set(['main.bicep']);
  for (const path of templates.every('bicep')) {
    for (const { symbol, target } of templates.modules(path)) {
      const outputs = new RegExp(`\\b${symbol}(?:\\[[^\\]]*\\])?!?\\.outputs\\.(\\w+)`, 'g');
      deployed.add(target);
      for (const [, output] of templates.text(path).matchAll(outputs)) asked.add(`${target} ${output}`);
    }
  }
  for (const path of templates.every('bicep')) {
    if (!deployed.has(path)) findings.add(path, 1, 'unused', 'Nobody deploys this module.', 'Take it out.');
    for (const [, output] of path === 'main.bicep' ? [] : templates.text(path).matchAll(/^output (\w+) /gm)) {
      if (asked.has(`${path} ${output}`)) continue;
      findings.add(path, templates.lineOf(path, `output ${output} `), 'unused', `Nobody asks for output “${output}”.`, 'Take it out.');
    }
  }
}
