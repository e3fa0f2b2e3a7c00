// `npm run new-rule FAMILY ID "What is wrong, in one line."` writes a draft of a rule, its page and two fixtures, and derives the rest.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

const [family = '', id = '', summary = ''] = process.argv.slice(2);
const families = readdirSync('server/src/rules', { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
const rule = `server/src/rules/${family}/${id}.ts`;
const complaint = wrongUse();
if (complaint) {
  process.stderr.write(`${complaint}\nUsage: npm run new-rule FAMILY ID "What is wrong, in one line."\n`);
  process.exit(2);
}
const MESSAGE = 'What is wrong with which value, why it matters, and what to do.';
await write(rule, ruleText());
await write(`docs/rules/${id}.md`, pageText());
await write(`test/fixtures/${id}/fires.lync.yaml`, firingText());
await write(`test/fixtures/${id}/near.lync.yaml`, specText('quiet'));
run('node_modules/@biomejs/biome/bin/biome', 'format', '--write', '--log-level=error', rule);
run('scripts/generate.ts');
process.stdout.write(
  `${id} is a draft: all tests pass, and nobody hears of it. Take \`draft\` away when it finds what it is for; the tests then ask for the rest.\n`,
);

function wrongUse(): string | undefined {
  if (!families.includes(family)) return `No family \`${family}\`. Families: ${families.join(', ')}.`;
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(id))
    return `\`${id}\` is not a rule id: it names the smell in kebab-case, such as retired-provider.`;
  if (existsSync(`docs/rules/${id}.md`)) return `There is a rule ${id} already.`;
  if (/^[A-Z][^`"\\{}|!?]{1,108}\.$/.test(summary)) return undefined;
  return 'The summary is a sentence of at most 110 characters, from a capital letter to a full stop, without values.';
}

function run(...script: readonly string[]): void {
  const { status } = spawnSync(process.execPath, script, { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  process.stdout.write(`wrote ${path}\n`);
}

function ruleText(): string {
  const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return `import { say } from '../../text/message.ts';
import type { Rule } from '../rule.ts';

export const ${name}: Rule = {
  id: '${id}',
  summary: say\`${summary}\`,
  severity: 'warning',
  draft: true,
  facts: [],

  *check(spec) {
    const notes = spec.organization?.notes;
    if (notes?.value === 'loud') yield { at: notes.at, message: say\`${MESSAGE}\` };
  },
};
`;
}

function pageText(): string {
  return `# ${id}

<!-- generated head -->
<!-- /generated -->

## What it means

A draft: what the rule finds is still to be written.

## Why it matters

Still to be written.

## Example

\`\`\`yaml
${firingText().trimEnd()}
\`\`\`

## What to do

Still to be written. There is no fix: the rule is a draft.

## Sources

None yet.

<!-- generated sources -->
<!-- /generated -->
`;
}

function firingText(): string {
  return `${specText('loud')}#        ^^^^ ${id}: What is wrong\n`;
}

function specText(notes: string): string {
  return `lyncFederation: 1\nasOf: 2014-03-01\norganization:\n  notes: ${notes}\n`;
}
