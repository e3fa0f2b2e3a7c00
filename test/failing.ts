import { readFile } from 'node:fs/promises';
import type { Plugin } from 'esbuild';

/** Parts of the program by their files, and where in them they begin to work on what they are given. */
const PARTS = {
  rule: ['rules/providers/retired-provider.ts', '*check('],
  yaml: ['yaml/blocks.ts', 'export function readYaml('],
  grammar: ['grammar/load.ts', 'const isRefused = (text: string) =>'],
  suppression: ['suppression/suppressions.ts', 'export function readSuppressions('],
  drift: ['plan/drift.ts', 'export function driftFindings('],
  declared: ['plan/declared.ts', 'export function declared('],
  capture: ['plan/import/readers/json.ts', 'function fromJson('],
  import: ['plan/import.ts', 'export function importSpec('],
  chain: ['diagnose/chain/chain.ts', 'export function chainOf('],
  project: ['project/project.ts', 'export function projectOf('],
  report: ['lsp/reports.ts', 'async of(opened: Opened): Promise<Report> {'],
  hover: ['features/hover.ts', 'export function hover('],
  repair: ['proof.ts', 'export function proof('],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

/** A part that can be made to throw. */
export type Part = keyof typeof PARTS;

/** What has a part of such a bundle throw. */
export const broken = (part: Part) => ({ BROKEN: part });

/** For a bundle of the program in which the part that is broken throws as soon as the file that it works on was called a bomb. */
export function failing(): Plugin {
  return {
    name: 'failing',
    setup(build) {
      for (const [part, [file, head]] of Object.entries(PARTS)) {
        build.onLoad({ filter: new RegExp(`/server/src/${file.replace('.', '\\.')}$`) }, async ({ path }) => {
          const source = await readFile(path, 'utf8');
          const begin = source.indexOf('{\n', source.indexOf(head)) + 2;
          if (!source.includes(head) || begin < 2) throw new Error(`${file} has no place to throw at`);
          const given = head.endsWith('=>') ? 'text' : 'arguments';
          const contents = `${source.slice(0, begin)} boom('${part}', ${given});\n${source.slice(begin)}${BOOM}`;
          return { contents, loader: 'ts' };
        });
      }
    },
  };
}

const BOOM = `
function boom(part: string, given: unknown): void {
  if (process.env.BROKEN !== part) return;
  const seen = new Set<unknown>();
  const text = JSON.stringify(given, (_, value) => {
    if (typeof value !== 'object' || value === null) return value;
    if (seen.has(value)) return 0;
    seen.add(value);
    return value;
  });
  if (text?.includes('BOOM')) throw new TypeError('boom');
}
`;
