// Bundles the portal's style sheet, script and typeface into the folder that is named.
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";
import { build } from "esbuild";
import { marked } from "marked";
import { compile, compileString } from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) {
  console.error("build.js: name the folder to write to.");
  process.exit(2);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "fonts"), { recursive: true });

const styles = compile(join(here, "portal.scss"), {
  style: "compressed",
  loadPaths: [join(here, "node_modules")],
  quietDeps: true,
});
writeFileSync(join(out, "portal.css"), styles.css);

// The sector report looks within a page as it will in its publication: the same rules, for what is in .vks-document alone.
const documents = join(here, "../../../documents");
const rules = ["Style.hbs", "Publications/PublicationStyle.hbs", "Publications/PublicationTableStyle.hbs"]
  .map((file) => readFileSync(join(documents, file), "utf8")).join("\n")
  .replaceAll(/^(html|@page).*$/gm, "")
  .replaceAll(/^\s*body \{ padding-left.*$/gm, "")
  .replaceAll(/^(\s*)(:root|body) /gm, "$1& ");
const report = compileString(`.vks-document {\n${rules}\n${readFileSync(join(here, "report.scss"), "utf8")}\n}`, { style: "compressed" });
writeFileSync(join(out, "report.css"), report.css);

await build({
  entryPoints: [join(here, "portal.js")],
  outfile: join(out, "portal.js"),
  bundle: true,
  minify: true,
  format: "esm",
  target: "es2022",
  logLevel: "warning",
});

cpSync(join(here, "icon.svg"), join(out, "icon.svg"));

for (const script of ["vietnamese", "latin-ext", "latin"]) {
  for (const weight of [400, 700]) {
    const file = `be-vietnam-pro-${script}-${weight}-normal.woff2`;
    cpSync(join(here, "node_modules/@fontsource/be-vietnam-pro/files", file), join(out, "fonts", file));
  }
}

const guides = join(here, "../../../../docs/guides");
cpSync(join(guides, "pictures"), join(out, "guides/pictures"), { recursive: true, filter: (file) => !file.endsWith(".txt") });
for (const file of readdirSync(guides).filter((name) => name.endsWith(".md"))) {
  const html = marked.parse(readFileSync(join(guides, file), "utf8"));
  writeFileSync(
    join(out, "guides", file.replace(".md", ".html")),
    html.replaceAll(/href="([a-z-]+)\.md"/g, 'href="/portal/guides/$1"'),
  );
}

// Beside each text its compressed form, which every browser takes.
for (const file of ["portal.css", "report.css", "portal.js", "icon.svg"]) {
  writeFileSync(join(out, `${file}.br`), brotliCompressSync(readFileSync(join(out, file))));
}
