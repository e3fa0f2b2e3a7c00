import { Ajv } from 'ajv';

export interface Place {
  readonly line: number;
  readonly column: number;
}
export interface Span {
  readonly start: Place;
  readonly end: Place;
}
export interface Diagnostic {
  readonly message: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly range?: Span };
  readonly code: { readonly value: string; readonly url: string };
  readonly suggestions?: readonly { readonly range: Span; readonly text: string }[];
}
export interface Result {
  readonly severity?: string;
  readonly diagnostics: readonly Diagnostic[];
}

// reviewdog reads its format by the names of the protocol buffer, and refuses any other.
const closed = { type: 'object', additionalProperties: false } as const;
const text = { type: 'string' } as const;
const severity = { enum: ['ERROR', 'WARNING', 'INFO'] } as const;
const number = { type: 'integer', minimum: 1, maximum: 2 ** 31 - 1 } as const;
const place = { ...closed, required: ['line', 'column'], properties: { line: number, column: number } } as const;
const range = { ...closed, required: ['start', 'end'], properties: { start: place, end: place } } as const;
const suggestion = { ...closed, required: ['range', 'text'], properties: { range, text } } as const;
// Without a range, it is the file as a whole.
const location = { ...closed, required: ['path'], properties: { path: text, range } } as const;
const related = { ...closed, required: ['message', 'location'], properties: { message: text, location } } as const;
const diagnostic = {
  ...closed,
  required: ['message', 'location', 'severity', 'code'],
  properties: {
    message: text,
    location,
    severity,
    code: { ...closed, required: ['value', 'url'], properties: { value: text, url: text } },
    suggestions: { type: 'array', minItems: 1, items: suggestion },
    relatedLocations: { type: 'array', minItems: 1, items: related },
  },
} as const;
const validate = new Ajv({ allErrors: true }).compile<Result>({
  ...closed,
  required: ['source', 'diagnostics'],
  properties: {
    source: { ...closed, required: ['name', 'url'], properties: { name: text, url: text } },
    severity,
    diagnostics: { type: 'array', items: diagnostic },
  },
});

/**
 * A report as reviewdog takes it.
 * @throws Error for one that it does not; half a character is enough for that.
 */
export function readRdjson(report: string): Result {
  const result: unknown = JSON.parse(report, (_, value) => {
    if (typeof value === 'string' && /\p{Surrogate}/u.test(value))
      throw new Error(`half a character in ${JSON.stringify(value)}`);
    return value;
  });
  if (validate(result)) return result;
  throw new Error(JSON.stringify(validate.errors, null, 2));
}
