import { catalog } from '../../catalog/catalog.generated.ts';
import { nouns } from '../../catalog/nouns.ts';
import { hostKey } from '../../text/host.ts';
import type { DraftEntry } from './draft.ts';
import type { FoundObject } from './found.ts';
import type { NounPlace } from './nouns.ts';
import { originOf } from './origins.ts';
import { text, texts } from './properties.ts';

/** The allowed domains with what DNS answered for their federation records; where nobody answered, nothing is known. */
export function withRecords(
  entries: readonly DraftEntry[],
  { noun }: NounPlace,
  answers: readonly FoundObject[],
): readonly DraftEntry[] {
  if (noun !== nouns.allowedDomain || answers.length === 0) return entries;
  const { service, protocol } = catalog.records['federation-srv'];
  const byName = new Map(answers.map((answer) => [hostKey(text(answer, 'Name') ?? ''), answer]));
  return entries.map((entry) => {
    const answer = byName.get(hostKey(`${service}.${protocol}.${String(entry.value.domain ?? '')}`));
    if (answer === undefined || text(answer, 'Failure') !== undefined) return entry;
    const [srv = 'none'] = texts(answer, 'Answers');
    return {
      ...entry,
      value: { ...entry.value, partner: { srv } },
      origins: new Map([...entry.origins, ['partner.srv', originOf(answer)]]),
    };
  });
}
