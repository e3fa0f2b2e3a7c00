import { type Analysis, analyze } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { sourcesBehind } from '../features/rule-card.ts';
import type { RuleId } from '../rules/ids.generated.ts';
import { rules } from '../rules/index.generated.ts';
import type { Persona } from '../rules/rule.ts';
import { type Placing, placesIn, pointTo } from '../spec/placed.ts';
import { derived } from '../text/derived.ts';
import { failureMessage } from '../text/failure.ts';
import { code, type Message, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { plainLine } from '../text/visible.ts';
import type { Gathered, Ground, Judged } from './ground.ts';

/** The documents that were named, or all specs; judged as of a day and for a reader where these are given. */
export async function judged(
  ground: Ground,
  {
    files,
    asOf,
    persona,
  }: {
    readonly files?: readonly string[] | undefined;
    readonly asOf?: string | undefined;
    readonly persona?: Persona | undefined;
  },
): Promise<Gathered> {
  const { documents, complaints } = files === undefined ? await ground.specs() : await named(files, ground);
  return { documents: documents.map((one) => judgedAs(one, { asOf, persona })), complaints };
}

/** One document. */
export async function judgedOne(ground: Ground, spec: string, asOf: string | undefined): Promise<Judged> {
  return judgedAs(await ground.document(spec), { asOf });
}

async function named(files: readonly string[], ground: Ground): Promise<Gathered> {
  const documents: Judged[] = [];
  for (const file of files) documents.push(await ground.document(file));
  return { documents, complaints: [] };
}

function judgedAs(
  { path, analysis }: Judged,
  { asOf, persona }: { readonly asOf?: string | undefined; readonly persona?: Persona | undefined },
): Judged {
  if (asOf === undefined && persona === undefined) return { path, analysis };
  const options = { ...analysis.options, ...(asOf !== undefined && { judgedAs: asOf }), ...(persona && { persona }) };
  return { path, analysis: analyze(analysis.text, options) };
}

/** What could not be made out about documents. */
export function failuresOf({ documents, complaints }: Gathered): readonly Message[] {
  return [
    ...complaints,
    ...documents.flatMap(({ path, analysis }) =>
      analysis.failures.map((failure) => say`${code(path)}: ${failureMessage(failure)}`),
    ),
  ];
}

/** Where places of a document lie: there, or in a file that it extends. */
export const placingOf = derived(
  ({ path, analysis }: Judged): Placing => ({ path, placeOf: placesIn(path, analysis.text) }),
);

/** `contoso.lync.yaml:12:5`. */
export function placeOf(document: Judged, at: Range): string {
  const { file = document.path, line, column } = pointTo(at, placingOf(document));
  return plainLine(`${file}:${line}:${column}`);
}

/** The same for programs, with where it ends. */
export function placeData(document: Judged, at: Range) {
  const { path, lines, at: here } = placingOf(document).placeOf(at);
  const [start, end] = [lines.position(here.start), lines.position(here.end)];
  return { path, line: start.line + 1, column: start.column + 1, endLine: end.line + 1, endColumn: end.column + 1 };
}

/** The addresses of the documents behind a rule. */
export function sourcesOfRule(id: RuleId): readonly string[] {
  const facts = rules.find((rule) => rule.id === id)?.facts ?? [];
  return sourcesBehind(facts).map((source) => catalog.sources[source].url);
}

/** The days by which documents are judged. */
export function daysOf(documents: readonly { readonly analysis: Pick<Analysis, 'asOf'> }[]): readonly string[] {
  return [...new Set(documents.map(({ analysis }) => analysis.asOf))].toSorted();
}
