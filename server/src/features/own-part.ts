import type { Analysis } from '../analyze.ts';
import type { Problem } from '../problem.ts';
import type { SpecPart } from '../spec/extended.ts';
import { derived } from '../text/derived.ts';
import { LineTable } from '../text/lines.ts';
import { say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { locate } from '../yaml/locate.ts';
import { childOf } from '../yaml/node-at.ts';
import type { Node, Path } from '../yaml/tree.ts';

/** A document as it is written, without the files that it extends; what it names may still be theirs. */
export const ownPart = derived((analysis: Analysis): Analysis => {
  const [own] = analysis.parts ?? [];
  if (own === undefined || own.text === analysis.text) return analysis;
  const isHere = ({ at }: { readonly at: Range }) => isOwn(analysis, at);
  return {
    ...analysis,
    text: own.text,
    lines: new LineTable(own.text),
    root: own.root,
    faults: analysis.faults.filter((fault) => fault.kind === 'untold' || isHere(fault)),
    runbook: analysis.runbook.filter(isHere),
    suppressions: analysis.suppressions.filter(isHere),
    problems: analysis.problems.filter(isHere),
  };
});

/** Whether a place lies in the document itself. */
export function isOwn({ parts, text }: Analysis, at: Range): boolean {
  return at.end <= (parts?.[0]?.text ?? text).length;
}

/** The way to what stands at a place of the document, in all that it is part of. */
export function pathAt({ root, parts }: Analysis, offset: number): Path {
  const [own] = parts ?? [];
  let [here, whole]: (Node | undefined)[] = [own ? own.root : root, root];
  const { path = [] } = locate(own ? own.root : root, offset) ?? {};
  return path.map((step) => {
    // The items of a list stand behind those of the files that are extended.
    const before = whole?.kind === 'sequence' && here?.kind === 'sequence' ? whole.items.length - here.items.length : 0;
    const place = typeof step === 'number' ? step + before : step;
    [here, whole] = [childOf(here, step), childOf(whole, place)];
    return place;
  });
}

/** Who reads a shared file sees which spec a problem in it is one of. */
export function throughName(problem: Problem, { namedAt }: Pick<SpecPart, 'namedAt'>): Problem {
  if (namedAt === undefined) return problem;
  return { ...problem, related: [...(problem.related ?? []), { at: namedAt, message: say`This spec extends it.` }] };
}

/** The file in which a place lies, of a document that consists of several. */
export function partOf({ parts }: Pick<Analysis, 'parts'>, at: Range): SpecPart | undefined {
  return parts?.find(({ start, text }) => start <= at.start && at.end <= start + text.length);
}
