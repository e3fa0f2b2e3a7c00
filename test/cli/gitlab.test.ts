import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { CLEAN, cli, FAULTY, workspace } from './cli.ts';

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

// The issue of Code Climate, as far as we write it; GitLab itself asks for fewer keys and takes any other.
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

describe('GitLab', () => {
  it.each([
    ['problems', { 'contoso.lync.yaml': FAULTY, 'eu/fabrikam.lync.yaml': CLEAN }],
    ['no problems', { 'contoso.lync.yaml': CLEAN }],
    ['unreadable input', { 'contoso.lync.yaml': 'a\0b' }],
    ['odd names', { 'a b/한국 #1%.lync.yaml': FAULTY }],
  ])('is valid with %s', async (_, files) => {
    const paths = new Set((await report(files)).map(({ location }) => location.path));
    const [path = ''] = Object.entries(files).flatMap(([name, content]) => (content === FAULTY ? [name] : []));
    expect([...paths]).toEqual(path === '' ? [] : [path]);
  });

  it('has fingerprints that are there once, and survive lines added above', async () => {
    const prints = async (spec: string) =>
      (await report({ 'a.lync.yaml': spec, 'b.lync.yaml': spec })).map(({ fingerprint }) => fingerprint);
    const twice = `${FAULTY}domains:\n  allowed:\n    - a.com\n    - a.com\n    - a.com\n`;
    const before = await prints(twice);
    expect(before.length).toBeGreaterThan(6);
    expect(new Set(before).size).toBe(before.length);
    expect(await prints(twice.replace('server:', '# one more\n# line\n\nserver:'))).toEqual(before);
  });
});

async function report(files: Readonly<Record<string, string>>): Promise<readonly Issue[]> {
  const args = ['check', '--format', 'gitlab', '--as-of', '2014-07-01'];
  const issues: unknown = JSON.parse((await cli(args, { cwd: workspace(files) })).stdout);
  if (validate(issues)) return issues;
  throw new Error(JSON.stringify(validate.errors, null, 2));
}
