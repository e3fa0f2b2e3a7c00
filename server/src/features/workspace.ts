import type { Analysis } from '../analyze.ts';
import type { Range } from '../text/range.ts';
import { type Mention, mentionsOf, type ObjectName } from './runbook/objects.ts';

/** A document of the workspace. */
export interface Document {
  /** Where it lies; parts of folders are set apart by slashes. */
  readonly path: string;
  readonly analysis: Analysis;
}

/** A place in one of several documents. */
export interface Place<D extends Document = Document> {
  readonly document: D;
  readonly at: Range;
}

/** The specs among some documents. */
export function specsOf<D extends Document>(documents: readonly D[]): readonly D[] {
  return documents.filter(({ analysis }) => analysis.kind === 'spec');
}

/** The scripts among some documents. */
export function scriptsOf<D extends Document>(documents: readonly D[]): readonly D[] {
  return documents.filter(({ analysis }) => analysis.kind === 'script');
}

/** A document with the places where it names an object. */
export interface Naming<D extends Document = Document> {
  readonly document: D;
  readonly mentions: readonly Mention[];
}

/** The documents that name an object. */
export function namersOf<D extends Document>(documents: readonly D[], object: ObjectName): readonly Naming<D>[] {
  return documents.flatMap((document) => {
    const mentions = mentionsOf(document.analysis, object);
    return mentions.length === 0 ? [] : { document, mentions };
  });
}

/**
 * The spec whose deployment a script is for, among those that name what it names: the only one there is, else the only one in the
 * nearest folder above the script. A script says itself nowhere which deployment it is for.
 */
export function homeOf<D extends Document>(script: Document, specs: readonly D[]): D | undefined {
  if (specs.length === 1) return specs[0];
  const above = specs.filter(({ path }) => script.path.startsWith(folderOf(path)));
  const nearest = Math.max(...above.map(({ path }) => folderOf(path).length));
  const [home, ...others] = above.filter(({ path }) => folderOf(path).length === nearest);
  return others.length === 0 ? home : undefined;
}

/** With a slash at its end; a document that lies nowhere is its own folder. */
function folderOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.lastIndexOf('/') + 1) : `${path}/`;
}
