import { isLocal, namesakesOf, type ObjectName } from './runbook/objects.ts';
import type { Document, Place } from './workspace.ts';

/**
 * All places of a document and the others that name an object. A domain is found in whatever part it plays there: the partner of
 * one company is another company's own domain. Without `declaration`, the entries that
 * say what the object is are left out.
 */
export function referencesAmong<D extends Document>(
  own: D,
  others: readonly D[],
  object: ObjectName,
  { declaration }: { readonly declaration: boolean },
): readonly Place<D>[] {
  return (isLocal(object) ? [own] : [own, ...others]).flatMap((document) =>
    namesakesOf(document.analysis, object)
      .filter(({ role, noun }) => declaration || role !== 'entry' || noun !== object.noun)
      .map(({ at }) => ({ document, at })),
  );
}
