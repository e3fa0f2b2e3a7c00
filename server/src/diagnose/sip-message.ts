import { diagnosticsHeaders } from './diagnostics-headers.ts';
import { addressIn, domainOf, hostIn } from './names.ts';
import { resultsIn } from './results.ts';
import { NOTHING_SEEN, type Sighting } from './sighting.ts';
import { type Met, symptomsOf } from './symptoms.ts';
import { trust } from './trust.ts';

/** What a message of SIP tells by its head; nothing of its body is kept. */
export class SipMessage {
  #start = '';
  readonly #fields = new Map<string, string>();
  #diagnostics = '';
  #last = '';

  /** A line of the head: that it begins with, a header, or one that goes on. */
  take(line: string): void {
    if (this.#start === '') {
      this.#start = line.trim().slice(0, LONGEST);
      return;
    }
    const [, name = '', value = ''] = /^\s*([A-Za-z][\w-]{0,60})[ \t]*:[ \t]*(.*)$/.exec(line) ?? [];
    const isFolded = name === '' || (/^[ \t]/.test(line) && !KEPT.has(fullName(name)) && !/^ms-/i.test(name));
    if (isFolded) this.#add(this.#last, `\n${line}`);
    else {
      this.#last = fullName(name);
      if (this.#last.startsWith('ms-')) this.#diagnostics += '\n';
      this.#add(this.#last, this.#last.startsWith('ms-') ? `${this.#last}: ${value}` : value);
    }
  }

  /** The length of the body as the message tells it. */
  get contentLength(): number {
    const length = Number(this.#fields.get('content-length')?.trim());
    return Number.isInteger(length) ? Math.max(0, length) : 0;
  }

  get hasFields(): boolean {
    return this.#last !== '';
  }

  get isResponse(): boolean {
    return this.#start.startsWith('SIP/2.0');
  }

  /** What failed, where something did. `from` and `to` are those of the request, in a response, too. */
  sighting(): Omit<Sighting, 'line'> | undefined {
    const status = /^SIP\/2\.0\s+(\d{3})/.exec(this.#start)?.[1];
    const hasFailed = status !== undefined && status >= '400' && !HARMLESS.has(status);
    const headers = diagnosticsHeaders(this.#diagnostics);
    const diagnostics = headers
      .map(
        ({ name, code }): Met => ({
          kind: 'diagnostics',
          code,
          ...(name === 'ms-client-diagnostics' && { writer: 'client' }),
        }),
      )
      .toSorted((a, b) => trust(a) - trust(b));
    const known = diagnostics.some((met) =>
      symptomsOf(met).some(({ code, causes }) => code === met.code && !causes.includes('harmless')),
    );
    if (!hasFailed && (status !== undefined || !known)) return undefined;
    const said = new Map<string, string>();
    for (const header of headers.toSorted(
      (a, b) => trust({ kind: 'diagnostics', code: a.code }) - trust({ kind: 'diagnostics', code: b.code }),
    ))
      for (const [name, value] of header.said) if (!said.has(name)) said.set(name, value);
    const results = resultsIn(
      [said.get('hresult'), said.get('winsockfailurecode'), said.get('winsock-code')].join(' '),
    );
    const addresses = ['from', 'to'].map((name) => addressIn(this.#fields.get(name) ?? ''));
    const [call, step] = [this.#fields.get('call-id')?.trim(), this.#fields.get('cseq')?.trim()];
    return {
      ...NOTHING_SEEN,
      codes: [
        ...diagnostics,
        ...results.map((code): Met => ({ kind: 'result', code })),
        ...(hasFailed ? [{ kind: 'response', code: status } as const] : []),
      ],
      ...(call && { dialog: `${call.slice(0, 200)} ${step?.slice(0, 40) ?? ''}` }),
      from: domainOf(addresses[0]),
      to: domainOf(addresses[1]),
      said: safe(said),
      users: addresses.filter((one) => one?.includes('@')).map(String),
    };
  }

  #add(name: string, text: string): void {
    if (name.startsWith('ms-')) {
      if (this.#diagnostics.length < 4 * LONGEST) this.#diagnostics += text.slice(0, LONGEST);
    } else if (KEPT.has(name)) {
      const before = this.#fields.get(name) ?? '';
      if (before.length < LONGEST) this.#fields.set(name, before + text.slice(0, LONGEST));
    }
  }
}

/** What headers say that names servers and domains, and no person. */
export function safe(said: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    [...said].flatMap(([name, value]) => {
      if (!/^(?:domain|source|peerserver|tls-target|fqdn\d{0,2}|expected-fqdn|certname|siphost)$/.test(name)) return [];
      const host = hostIn(value);
      return host === undefined ? [] : [[name, host] as const];
    }),
  );
}

/** Credentials that are asked for, and what somebody took back. */
const HARMLESS: ReadonlySet<string> = new Set(['401', '407', '487']);

const KEPT: ReadonlySet<string> = new Set(['from', 'to', 'call-id', 'cseq', 'content-length']);
const SHORT: Readonly<Record<string, string>> = { f: 'from', t: 'to', i: 'call-id', l: 'content-length' };
const LONGEST = 4000;

function fullName(name: string): string {
  const lower = name.toLowerCase();
  return SHORT[lower] ?? lower;
}
