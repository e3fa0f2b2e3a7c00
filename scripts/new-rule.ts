// `npm run new-rule FAMILY ID "What is wrong, in one line."` writes a rule, its page and two fixtures, and registers it.
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
await write(rule, ruleText());
await write(`docs/rules/${id}.md`, pageText());
await write(`test/fixtures/${id}/fires.lync.yaml`, fixtureText(`#<^^^^^^^^^^^^^^ ${id}: what the message says\n`));
await write(`test/fixtures/${id}/near.lync.yaml`, fixtureText(''));
spawnSync(process.execPath, ['scripts/generate.ts'], { stdio: 'inherit' });

function wrongUse(): string | undefined {
  if (!families.includes(family)) return `No family \`${family}\`. Families: ${families.join(', ')}.`;
  if (!/^[a-z]+(-[a-z0-9]+)*$/.test(id))
    return `\`${id}\` is not a rule id: it names the smell in kebab-case, such as retired-provider.`;
  if (existsSync(rule)) return `${rule} exists already.`;
  return summary === '' ? 'The summary is missing.' : undefined;
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
  facts: [],

  *check(spec) {
    const at = spec.lyncFederation?.keyAt;
    if (at) yield { at, message: say\`what the message says\` };
  },
};
`;
}

function pageText(): string {
  return `# ${id}

<!-- generated head -->
<!-- /generated -->

## What it means

## Why it matters

## Example

\`\`\`yaml
${fixtureText(`#<^^^^^^^^^^^^^^ ${id}: what the message says\n`).trimEnd()}
\`\`\`

## What to do

## Sources

<!-- generated sources -->
<!-- /generated -->
`;
}

function fixtureText(carets: string): string {
  return `lyncFederation: 1\n${carets}asOf: 2014-03-01\n`;
}
