import type { MapFound } from '../../../protocol/map.ts';
import { wordsOf } from '../text/markup.ts';
import type { Bundle } from '../text/message.ts';
import type { FederationMap } from './map.ts';

/** As many as anybody reads. */
const MOST = 20;

/** The stations in whose names something stands, those that begin with it first. */
export function foundOn({ stations }: FederationMap, words: string, bundle: Bundle): readonly MapFound[] {
  const wanted = words.trim().toLowerCase();
  if (wanted === '') return [];
  const begin: MapFound[] = [];
  const hold: MapFound[] = [];
  for (const { id, name, detail } of stations) {
    const text = wordsOf(name, bundle);
    const at = text.toLowerCase().indexOf(wanted);
    if (at < 0) continue;
    (at === 0 ? begin : hold).push({ id, name: text, detail: detail ? wordsOf(detail, bundle) : '' });
    if (begin.length === MOST) break;
  }
  return [...begin, ...hold].slice(0, MOST);
}
