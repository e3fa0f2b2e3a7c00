import { firstOfEach } from '../text/grouped.ts';
import { type DiagnosticsHeader, diagnosticsHeaders } from './diagnostics-headers.ts';
import { asTyped } from './plain-text.ts';
import { resultsIn } from './results.ts';
import { type Known, type Met, symptoms, symptomsOf } from './symptoms.ts';

/** What somebody asks about, and the symptom it is. */
export interface Answer {
  readonly symptom: Known;
  /** The code as it was written, where the symptom is that of a range. */
  readonly code?: string;
  /** What the header beside the code says, by names in small letters. */
  readonly said: ReadonlyMap<string, string>;
}

/** The symptoms that a few words or pasted lines tell of; without a sign of what a number is, all that it can be. */
export function answers(words: string): readonly Answer[] {
  const text = asTyped(words).trim();
  const found = toldIn(text);
  // A console breaks a line in the middle of a word.
  const told = found.length > 0 || !text.includes('\n') ? found : toldIn(text.replace(/(?<!\s)\s*\n\s*/g, ''));
  return told.length > 0 ? told : numbersIn(text);
}

function toldIn(text: string): readonly Answer[] {
  const headers = [...diagnosticsHeaders(text), ...errorCodes(text)];
  return distinct([
    ...headers.flatMap(({ code, name, said }) =>
      known({ kind: 'diagnostics', code, ...(name === 'ms-client-diagnostics' && { writer: 'client' }) }, said),
    ),
    ...eventsIn(text),
    ...resultsIn(text).flatMap((code) => known({ kind: 'result', code })),
    ...responsesIn(text),
    ...clientTexts(text),
  ]);
}

/** What the cmdlets that test show of such a header. */
function errorCodes(text: string): readonly DiagnosticsHeader[] {
  return [...text.matchAll(/\bErrorCode\s*=\s*(\d{1,5})([^\r\n]*(?:\r?\n[ \t]+[^\r\n:]*)*)/gi)].map(
    ([, code = '', rest = '']) => {
      const source = /\bSource\s*=\s*([\w.-]+)/i.exec(rest)?.[1];
      return { name: 'ms-diagnostics', code, said: new Map(source === undefined ? [] : [['source', source]]) };
    },
  );
}

function eventsIn(text: string): readonly Answer[] {
  const codes = text.matchAll(/\bEvent(?: ?ID)?[^\d\r\n]{0,40}?[:=> ]\s*(\d{1,5})(?!\d)/gi);
  return [...codes].flatMap(([, code = '']) => known({ kind: 'event', code, ...writerIn(text) }));
}

/** Whose event it is, where a line says so. */
function writerIn(text: string): Pick<Met, 'writer'> {
  const writer = /^[ \t]*(?:(?:Event )?Source|Provider ?Name)[ \t]*[:=][ \t]*"?([^"\r\n]+)/im.exec(text)?.[1];
  return writer === undefined ? {} : { writer };
}

function responsesIn(text: string): readonly Answer[] {
  const marked = [...text.matchAll(/\bSIP\/2\.0\s+([3-6]\d\d)(?!\d)|\(ID:\s*([3-6]\d\d)\)/gi)];
  const phrased = [...text.matchAll(/(?<![\d.:])([3-6]\d\d)[ ,(]{1,3}([A-Za-z][A-Za-z -]{3,40})/g)].filter(
    ([, code = '', phrase = '']) =>
      symptomsOf({ kind: 'response', code }).some(({ names = [] }) =>
        names.some((name) => plain(phrase).startsWith(plain(name))),
      ),
  );
  const codes = [...marked.map(([, sip, client]) => sip ?? client ?? ''), ...phrased.map(([, code = '']) => code)];
  return codes.flatMap((code) => known({ kind: 'response', code }));
}

function clientTexts(text: string): readonly Answer[] {
  const said = text.toLowerCase().replace(/\s+/g, ' ');
  return symptoms
    .filter(({ id, kind, names = [] }) => {
      const isNamed = said === id || `client-${said.replaceAll(' ', '-')}` === id;
      return kind === 'client' && (isNamed || names.some((name) => said.includes(name.toLowerCase())));
    })
    .map((symptom) => ({ symptom, said: new Map() }));
}

/** All that the numbers can be; what stands beside them may tell the kind, or who writes them. */
function numbersIn(text: string): readonly Answer[] {
  const numbers = [...new Set(text.match(/(?<![\w.])\d{1,5}(?!\w|\.\d)/g))].slice(0, MOST);
  const words = text.toLowerCase();
  const kinds = KINDS.filter(({ called }) => called.test(words));
  const wanted = (kinds.length > 0 ? kinds : KINDS).map(({ kind }) => kind);
  const writer = writerIn(text);
  const met = numbers.flatMap((code) =>
    wanted.flatMap((kind) => known({ kind, code, ...(kind === 'event' && writer) })),
  );
  const writers = met.filter(({ symptom }) => symptom.writers?.some((one) => words.includes(one.toLowerCase())));
  const all = distinct(writers.length > 0 ? writers : met);
  const exact = all.filter(({ code }) => code === undefined);
  return exact.length > 0 ? exact : all;
}

/** Nobody asks about more at once. */
const MOST = 20;

const KINDS: readonly { readonly kind: Met['kind']; readonly called: RegExp }[] = [
  { kind: 'diagnostics', called: /diagnostic/ },
  { kind: 'event', called: /\bevent/ },
  { kind: 'response', called: /\bsip\b|\bresponse/ },
  { kind: 'result', called: /\bwinsock|\bhresult|\btls\b/ },
];

function known(met: Met, said: ReadonlyMap<string, string> = new Map()): readonly Answer[] {
  return symptomsOf(met).map((symptom) => ({
    symptom,
    said,
    ...(symptom.code?.includes('-') && { code: met.code }),
  }));
}

/** Each symptom once for each server that tells of it. */
function distinct(all: readonly Answer[]): readonly Answer[] {
  return firstOfEach(all, ({ symptom, code, said }) => [symptom.id, code, said.get('source')].join('\n'));
}

function plain(phrase: string): string {
  return phrase.toLowerCase().replace(/[^a-z]/g, '');
}
