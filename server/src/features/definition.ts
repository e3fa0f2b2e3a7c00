import type { Analysis } from '../analyze.ts';
import { verbAndNoun } from '../cmdlets/command.ts';
import type { Range } from '../text/range.ts';
import { isLocal, type Mention, mentionsOf, type ObjectName } from './runbook/objects.ts';
import { type Document, homeOf, namersOf, type Place, scriptsOf, specsOf } from './workspace.ts';

/**
 * Where an object comes from over all documents. A spec knows its own objects best, then other specs, then scripts; a script makes
 * what specs describe, so the one of its deployment comes first.
 */
export function definitionsAmong<D extends Document>(
  own: D,
  others: readonly D[],
  object: ObjectName,
): readonly Place<D>[] {
  if (isLocal(object)) return placesIn([own], object);
  const [specs, scripts] = [specsOf(others), scriptsOf(others)];
  const order =
    own.analysis.kind === 'spec' ? [[own], specs, scripts] : [homes(own, specs, object), specs, [own], scripts];
  for (const documents of order) {
    const places = placesIn(documents, object);
    if (places.length > 0) return places;
  }
  return [];
}

/** Where an object comes from in a document: its entry in the spec, else the commands that make it, or the records of a host. */
export function definitions(analysis: Analysis, object: ObjectName): readonly Range[] {
  const mentions = mentionsOf(analysis, object);
  const entries = mentions.filter(({ role }) => role === 'entry');
  return (entries.length > 0 ? entries : mentions.filter((one) => isMaking(one) || isHostRecord(one))).map(
    ({ at }) => at,
  );
}

function homes<D extends Document>(script: Document, specs: readonly D[], object: ObjectName): readonly D[] {
  const home = homeOf(
    script,
    namersOf(specs, object).map(({ document }) => document),
  );
  return home === undefined ? [] : [home];
}

function placesIn<D extends Document>(documents: readonly D[], object: ObjectName): readonly Place<D>[] {
  return documents.flatMap((document) => definitions(document.analysis, object).map((at) => ({ document, at })));
}

function isMaking({ command, noun }: Mention): boolean {
  if (command === undefined) return false;
  const cmdlet = verbAndNoun(command.cmdlet);
  return cmdlet.verb.toLowerCase() === 'new' && cmdlet.noun.toLowerCase() === noun.toLowerCase();
}

function isHostRecord({ leaf }: Mention): boolean {
  return leaf?.path[0] === 'dns' && leaf.path[1] === 'hosts';
}
