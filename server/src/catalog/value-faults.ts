import { choose, type ValueRule } from './value-rules.ts';

/** A value as it stands in a command; variables and expressions are nothing to judge. */
export interface WrittenValue {
  /** The text without its quotes. */
  readonly text: string;
  readonly quoted: boolean;
}

/** Why a value cannot be that of a parameter. */
export type ValueFault =
  | { readonly fault: 'kind'; readonly wanted: 'boolean' | 'number' | 'guid' | 'object' }
  | { readonly fault: 'below' | 'above'; readonly limit: number }
  | { readonly fault: 'unlisted'; readonly values: readonly string[] }
  | { readonly fault: 'ambiguous'; readonly values: readonly string[] }
  | { readonly fault: 'null' }
  /** The text has another form than the pages show; the shell may still take it. */
  | { readonly fault: 'form'; readonly forms: readonly string[] };

/** What is wrong with one value; undefined where nothing is, or nothing can be told. */
export function valueFault(rule: ValueRule, { text, quoted }: WrittenValue): ValueFault | undefined {
  const bare = quoted ? undefined : text.toLowerCase();
  if (bare === '$null') return rule.nullable || mayBeNull.includes(rule.kind) ? undefined : { fault: 'null' };
  if (rule.kind === 'boolean' || rule.kind === 'switch') {
    const isBoolean = bare === '$true' || bare === '$false' || (bare !== undefined && NUMBER.test(bare));
    return isBoolean ? undefined : { fault: 'kind', wanted: 'boolean' };
  }
  if (bare?.startsWith('$')) return undefined;
  switch (rule.kind) {
    case 'number':
      return numberFault(rule, text);
    case 'guid':
      return GUID.test(text.trim()) ? undefined : { fault: 'kind', wanted: 'guid' };
    case 'object':
      return { fault: 'kind', wanted: 'object' };
    case 'identity':
      return rule.forms?.some((form) => hasForm(text, form)) === false
        ? { fault: 'form', forms: rule.forms }
        : undefined;
    case 'enum':
    case 'text':
      return rule.values === undefined ? formFault(rule, text) : choiceFault(rule, text);
    default:
      return undefined;
  }
}

/** The shell hands `$null` to these as it is; a text becomes empty, which the cmdlet may well mean. */
const mayBeNull: readonly ValueRule['kind'][] = ['any', 'object', 'text', 'identity', 'user'];

const NUMBER = /^[+-]?(?:0x[\da-f]+|\d+(?:\.\d*)?(?:e[+-]?\d+)?|\.\d+)(?:[kmgtp]b)?$/i;
const GUID =
  /^(?:\{[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\}|\([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\)|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|[\da-f]{32})$/i;

/** How many a suffix stands for: `64kb`. */
const MULTIPLES: Readonly<Record<string, number>> = { kb: 2 ** 10, mb: 2 ** 20, gb: 2 ** 30, tb: 2 ** 40, pb: 2 ** 50 };

function numberFault({ min, max, values }: ValueRule, written: string): ValueFault | undefined {
  const text = written.trim().toLowerCase();
  if (!NUMBER.test(text)) return { fault: 'kind', wanted: 'number' };
  const suffix = /[kmgtp]b$/.exec(/^[+-]?0x/.test(text) ? '' : text)?.[0];
  const digits = suffix === undefined ? text : text.slice(0, -suffix.length);
  const sign = digits.startsWith('-') ? -1 : 1;
  const value = sign * Number(digits.replace(/^[+-]/, '')) * (suffix === undefined ? 1 : (MULTIPLES[suffix] ?? 1));
  if (min !== undefined && value < min) return { fault: 'below', limit: min };
  if (max !== undefined && value > max) return { fault: 'above', limit: max };
  return values !== undefined && !values.includes(String(value)) ? { fault: 'unlisted', values } : undefined;
}

function choiceFault(rule: ValueRule, text: string): ValueFault | undefined {
  const choice = choose(rule, text);
  if (choice.match === 'ambiguous') return { fault: 'ambiguous', values: choice.values };
  return choice.match === 'unknown' && !rule.open ? { fault: 'unlisted', values: rule.values ?? [] } : undefined;
}

function formFault({ pattern, format }: ValueRule, text: string): ValueFault | undefined {
  if (text === '') return undefined;
  const matches = pattern === undefined || new RegExp(pattern).test(text);
  const shape = format === undefined ? undefined : FORMATS[format];
  if (matches && shape?.test(text) !== false) return undefined;
  return { fault: 'form', forms: format === undefined ? [] : [format] };
}

const LABELS = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?(?:\.[\p{L}\p{N}_](?:[\p{L}\p{N}_-]*[\p{L}\p{N}_])?)+\.?`;

/** Shapes that a text of a format has; a path can be anything. */
const FORMATS: Readonly<Record<string, RegExp>> = {
  fqdn: new RegExp(`^${LABELS}$`, 'u'),
  domain: new RegExp(`^${LABELS}$`, 'u'),
  url: /^https?:\/\/\S+$/i,
  'sip-uri': /^sip:\S+$/i,
  'sip-address': /^(?:sip:)?[^\s@]+@[^\s@]+$/i,
};

/** Whether an identity is written in a form such as `site:<name>`; its prefix counts whatever the case. */
function hasForm(text: string, form: string): boolean {
  const lower = text.toLowerCase();
  if (form === 'global') return lower === 'global';
  if (form === '<name>') return /^(?:tag:)?[^:]+$/i.test(text);
  if (form === '<fqdn>') return FORMATS.fqdn?.test(text) === true;
  if (form === '<Role>:<fqdn>') return /^[^:]+:[^:]+$/.test(text);
  if (form === 'service:<Role>:<fqdn>') return /^service:[^:]+:[^:]+$/i.test(text);
  const prefix = form.slice(0, form.indexOf('<')).toLowerCase();
  return lower.startsWith(prefix) && text.length > prefix.length;
}
