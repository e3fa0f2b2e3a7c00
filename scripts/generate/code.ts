import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Generator } from './generator.ts';

/** Code that is derived, and what it is derived from beside its generator. */
interface Derived {
  readonly from: readonly string[];
  readonly make: Generator;
}

const ENGINE = ['text', 'yaml', 'catalog', 'spec', 'cmdlets', 'deployment', 'edits', 'suppression', 'rules'];

/** What each generator needs is loaded when it has something to do. */
const all: Readonly<Record<string, Derived>> = {
  catalog: {
    from: [
      'schemas/catalog.schema.json',
      'server/src/catalog/data/*',
      'server/src/catalog/symptoms/*',
      'server/src/catalog/*.{json,yaml}',
    ],
    make: async () => (await import('./catalog.ts')).generateCatalog(),
  },
  'spec-types': {
    from: ['schemas/federation.schema.json'],
    make: async () => (await import('./spec-types.ts')).specTypes(),
  },
  'recording-types': {
    from: ['schemas/recording.schema.json'],
    make: async () => (await import('./recording-types.ts')).recordingTypes(),
  },
  validator: {
    from: ['schemas/{federation,project,recording}.schema.json'],
    make: async () => (await import('./validator.ts')).validator(),
  },
  'rule-index': {
    from: ['server/src/rules/*/*.ts'],
    make: async () => (await import('./rule-index.ts')).ruleIndex(),
  },
  'rule-messages': {
    from: ENGINE.map((folder) => `server/src/${folder}/**/*.ts`),
    make: async () => (await import('./rule-messages.ts')).ruleMessages(),
  },
  'rule-meanings': {
    from: ['docs/rules/*.md'],
    make: async () => (await import('./rule-meanings.ts')).ruleMeanings(),
  },
  'map-view': {
    from: ['view/src/*.ts', 'protocol/map.ts'],
    make: async () => (await import('./map-view.ts')).mapView(),
  },
  diagnostics: {
    from: ['docs/coverage/diagnostics.yaml'],
    make: async () => (await import('./diagnostics.ts')).diagnosticsData(),
  },
};

/** What was made, from what: a mark of the sources of each generator, and of each file. Not kept in git. */
const RECORD = '.derived.json';

interface Made {
  readonly from: string;
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Makes the code that is derived, `*.generated.*`, where it is missing or older than what it is made from.
 * @returns the paths of what was written
 */
export async function makeCode(): Promise<readonly string[]> {
  const before: Readonly<Record<string, Made>> = existsSync(RECORD) ? JSON.parse(readFileSync(RECORD, 'utf8')) : {};
  const record: Record<string, Made> = { ...before };
  const written: string[] = [];
  for (const [name, { from, make }] of Object.entries(all)) {
    const sources = markOf(
      globSync(['scripts/generate/*.ts', ...from]).filter((path) => !path.includes('.generated.')),
    );
    const made = before[name];
    if (made?.from === sources && Object.entries(made.files).every(([path, mark]) => markOf([path]) === mark)) continue;
    const files = [...(await make())];
    for (const [path, text] of files) if (write(path, text)) written.push(path);
    record[name] = { from: sources, files: Object.fromEntries(files.map(([path]) => [path, markOf([path])])) };
  }
  const text = `${JSON.stringify(record, null, 2)}\n`;
  if (written.length > 0 || text !== `${JSON.stringify(before, null, 2)}\n`) writeFileSync(RECORD, text);
  return written;
}

/** Writes a file unless it is so already, and tells whether it did. */
export function write(path: string, text: string): boolean {
  if (textOf(path) === text) return false;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return true;
}

/** Tells names and contents of files apart from all others. */
function markOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.toSorted()) hash.update(`${path}\0${textOf(path) ?? ''}\0`);
  return hash.digest('hex').slice(0, 16);
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
