import { code, codes, type Message, say } from '../../../text/message.ts';
import type { ListedRecord } from './record-words.ts';

/** Whether a record is answered to anybody: a list may hold those that are switched off. */
export function isServed({ values: { disabled = '' } }: ListedRecord): boolean {
  return !/^(?:true|yes)$/i.test(disabled);
}

/** Tells how many records of a list are switched off. */
export function unservedNotes(count: number): readonly Message[] {
  if (count === 0) return [];
  return [
    count === 1
      ? say`1 record of the list is disabled, and goes unsaid.`
      : say`${count} records of the list are disabled, and go unsaid.`,
  ];
}

/** Whether a list says that only clients inside see a record. */
export function isOfInnerZone({ values: { view = '', type = '' } }: ListedRecord): boolean {
  return INNER.test(inWords(view)) || /\bprivateDnsZones\b/i.test(type);
}

/** Tells which of several views are taken for the public zone without saying so by their names. */
export function viewNotes(records: readonly ListedRecord[]): readonly Message[] {
  const views = new Set(records.flatMap(({ values: { view } }) => view ?? []));
  const unclear = [...views].filter((view) => !INNER.test(inWords(view)) && !PUBLIC.test(inWords(view)));
  if (views.size < 2 || unclear.length === 0) return [];
  return [
    say`By their names nobody can tell who sees the views ${codes(unclear)}, so their records are taken as public. Export each view to a file of its own, and name that of the inner zone with ${code('--internal')}.`,
  ];
}

const INNER = /\b(?:internal|inside|inner|int|private|intranet|corp|corporate|lan)\b|내부/i;
const PUBLIC = /\b(?:external|outside|outer|ext|public|internet|dmz|default)\b|외부/i;

function inWords(view: string): string {
  return view.replaceAll(/[_-]/g, ' ');
}
