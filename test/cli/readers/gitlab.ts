import { Ajv } from 'ajv';

export interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

// The issue of Code Climate, as far as we write it. GitLab itself asks for `description`, `fingerprint`, `severity` and `location`, and
// reads no further behind the first issue that lacks one (`codeclimate.json` and `CodequalityReports` in its sources).
const text = { type: 'string', minLength: 1 } as const;
const closed = { type: 'object', additionalProperties: false } as const;
const line = { type: 'integer', minimum: 1 } as const;
const lines = { ...closed, required: ['begin', 'end'], properties: { begin: line, end: line } } as const;
const location = { ...closed, required: ['path', 'lines'], properties: { path: text, lines } } as const;
const issue = {
  ...closed,
  required: ['type', 'description', 'check_name', 'content', 'fingerprint', 'severity', 'location'],
  properties: {
    type: { const: 'issue' },
    content: { ...closed, required: ['body'], properties: { body: text } },
    description: text,
    check_name: text,
    fingerprint: text,
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location,
    other_locations: { type: 'array', minItems: 1, items: location },
  },
} as const;
const validate = new Ajv({ allErrors: true }).compile<readonly Issue[]>({ type: 'array', items: issue });

/**
 * A report as Code Quality in GitLab takes it.
 * @throws Error for one that it does not, and where it would show one issue for two.
 */
export function readGitlab(report: string): readonly Issue[] {
  const issues: unknown = JSON.parse(report);
  if (!validate(issues)) throw new Error(JSON.stringify(validate.errors, null, 2));
  if (new Set(issues.map(({ fingerprint }) => fingerprint)).size < issues.length)
    throw new Error('a fingerprint is there twice');
  return issues;
}
