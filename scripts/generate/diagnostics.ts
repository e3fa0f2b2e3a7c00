import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { Generator } from './generator.ts';

/** A rule of another diagnosis beside those that find the same here. */
export interface Diagnostic {
  /** What it tells, by the names of its messages. */
  readonly insights: readonly string[];
  readonly runs: readonly ('hybrid' | 'on-premises')[];
  /** What it looks for. */
  readonly about: string;
  /** The rules that find it in a spec. */
  readonly rules?: readonly string[];
  /** What a capture has to hold so that they find it in the spec that is made of it. */
  readonly captured?: readonly string[];
  /** Who finds it on running servers. */
  readonly live?: string;
  /** Why it, or a part of it, is left out. */
  readonly notOurs?: string;
}

/** The rules of the other diagnosis by name, in the order in which it runs them. */
export async function diagnostics(): Promise<Readonly<Record<string, Diagnostic>>> {
  return parse(await readFile('docs/coverage/diagnostics.yaml', 'utf8'));
}

/** What counts where the other diagnosis and the documents say different things. */
export interface Disagreement {
  readonly decided: string;
  readonly rules: readonly string[];
  /** Of the catalog. */
  readonly sources: readonly string[];
}

/** The disagreements by what they are about. */
export async function disagreements(): Promise<Readonly<Record<string, Disagreement>>> {
  return parse(await readFile('docs/coverage/disagreements.yaml', 'utf8'));
}

/** What `explain` tells of them. */
export const diagnosticsData: Generator = async () => {
  const text = JSON.stringify(await diagnostics(), null, 2);
  return [['server/src/explain/diagnostics.generated.ts', `${HEAD}${text};\n`]];
};

const HEAD = `// Generated from docs/coverage/diagnostics.yaml by \`npm run generate\`.
/** A rule of another diagnosis beside those that find the same here. */
export interface Diagnostic {
  readonly insights: readonly string[];
  readonly runs: readonly string[];
  readonly about: string;
  readonly rules?: readonly string[];
  readonly captured?: readonly string[];
  readonly live?: string;
  readonly notOurs?: string;
}

export const diagnostics: Readonly<Record<string, Diagnostic>> = `;
