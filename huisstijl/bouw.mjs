// Makes the one style sheet: the design system's components and tokens, of them what a page uses, and our own layer.
// node bouw.mjs UIT SJABLOON…   What counts as used: each class that occurs as a word in a template.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundle, transform } from "lightningcss";

const CLASS = /\.(-?[A-Za-z_][\w-]*)/g;
const TOKEN = /(--[\w-]+):([^;}]*)/g;
const READ = /var\(\s*(--[\w-]+)/g;
const NOTICE = "/*! NL Design System: @utrecht/component-library-css, @nl-design-system-unstable/voorbeeld-design-tokens; EUPL-1.2 */\n";

const found = (pattern, text) => new Set(Array.from(text.matchAll(pattern), ([, name]) => name));

// Every token that a rule or a drawing (of which the words name it) reads, and those that these read in their turn.
function readTokens(code, words) {
  const tokens = Map.groupBy(code.matchAll(TOKEN), ([, name]) => name);
  const read = new Set([...found(READ, code.replaceAll(TOKEN, "")), ...words].filter(name => name.startsWith("--")));
  for (const name of read) {
    for (const [, , value] of tokens.get(name) ?? []) found(READ, value).forEach(other => read.add(other));
  }
  return read;
}

function transformed(code, options) {
  return transform({ filename: "huisstijl.css", code: Buffer.from(code), minify: true, ...options }).code.toString();
}

const [target, ...templates] = process.argv.slice(2);
const words = new Set(templates.flatMap(name => readFileSync(name, "utf8").match(/[\w-]+/g) ?? []));
const source = bundle({ filename: fileURLToPath(new URL("stijl.css", import.meta.url)), minify: true }).code.toString();
const unused = [...found(CLASS, source)].filter(name => !words.has(name));
const used = transformed(source, { unusedSymbols: unused });
const read = readTokens(used, words);
const onlyRead = { Declaration: { custom: token => (token.name.startsWith("--") && !read.has(token.name) ? [] : undefined) } };
writeFileSync(target, NOTICE + transformed(used, { visitor: onlyRead }));
