import { describe, expect, it } from 'vitest';
import { CLEAN, cli, FAULTY, workspace } from './cli.ts';
import { type Element, readXml } from './xml.ts';

/** What may stand where, as the reader of JUnit reports in Jenkins has it: the strictest of those in wide use. */
const GRAMMAR: Readonly<
  Record<string, { needs: readonly string[]; takes: readonly string[]; holds: readonly string[] }>
> = {
  testsuites: { needs: [], takes: ['name', 'time', 'tests', 'failures', 'errors'], holds: ['testsuite'] },
  testsuite: {
    needs: ['name', 'tests', 'failures', 'errors'],
    takes: ['group', 'time', 'skipped', 'timestamp', 'hostname', 'id', 'package', 'file'],
    holds: ['testsuite', 'properties', 'testcase', 'system-out', 'system-err'],
  },
  properties: { needs: [], takes: [], holds: ['property'] },
  property: { needs: ['name', 'value'], takes: [], holds: [] },
  testcase: {
    needs: ['name'],
    takes: ['time', 'classname', 'group'],
    holds: ['skipped', 'error', 'failure', 'system-out', 'system-err'],
  },
  skipped: { needs: [], takes: ['type', 'message'], holds: [] },
  failure: { needs: [], takes: ['type', 'message'], holds: [] },
  error: { needs: [], takes: ['type', 'message'], holds: [] },
};

describe('JUnit', () => {
  it.each([
    ['problems', { 'contoso.lync.yaml': FAULTY, 'eu/fabrikam.lync.yaml': CLEAN }],
    ['unreadable input', { 'contoso.lync.yaml': 'a\0b', 'eu/fabrikam.lync.yaml': CLEAN }],
    ['odd names', { 'a "b"/<한국> & #1%.lync.yaml': FAULTY }],
    ['odd text', { 'a.lync.yaml': 'lyncFederation: 1\n"<\u001b]]>&\u202e\ud83d\ude00\\n": 1\n' }],
  ])('is valid with %s', async (_, files) => {
    const root = readXml(await report(files));
    expect(root.name).toBe('testsuites');
    expect(faults(root)).toEqual([]);
  });

  it('the grammar refuses what it does not know', () => {
    const faulty = '<testsuites><testcase/><testsuite name="" tests="1" failures="0" errors="0" path=""/></testsuites>';
    expect(faults(readXml(faulty))).toEqual([
      'testcase in testsuites',
      'testcase without name',
      'testsuite with path',
      'testsuite says 1 tests',
    ]);
  });

  it('has a test that fails for an error and a warning, that is skipped for a hint, and that passes for a clean file', async () => {
    const root = readXml(
      await report(
        {
          'a.lync.yaml': 'lyncFederation: 1\n# lync-federation: ignore[srv-port] why\nnothing: 1\n',
          'b.lync.yaml': CLEAN,
        },
        ...['--rule', 'unknown-key=info'],
      ),
    );
    expect(outline(root)).toEqual([
      'a.lync.yaml: unused-suppression: srv-port failure warning',
      'a.lync.yaml: unknown-key: nothing skipped',
      'b.lync.yaml: no problems',
    ]);
    const failed = readXml(await report({ 'a.lync.yaml': 'lyncFederation: 1\nnothing: 1\n' }));
    expect(outline(failed)).toEqual(['a.lync.yaml: unknown-key: nothing failure error']);
    expect(failed.children[0]?.children[1]?.text.trim().split('\n')).toEqual([
      'a.lync.yaml:2:1',
      '`nothing` is not a key of a federation spec, so it has no effect. Known keys: `lyncFederation`, `asOf`, `server`, `organization`, `edge` … (+10).',
      'Remove `nothing` (review: lync-federation fix --review)',
      'https://github.com/lync-federation/lync-federation/blob/main/docs/rules/unknown-key.md',
    ]);
  });

  it('knows a test by its name, which does not depend on lines and is there once', async () => {
    const names = async (text: string) => outline(readXml(await report({ 'a.lync.yaml': text })));
    const twice = 'lyncFederation: 1\ndomains:\n  allowed:\n    - a.com\n    - a.com\n    - a.com\n';
    const before = await names(twice);
    expect(before).toContain('a.lync.yaml: duplicate-domain: a.com failure error');
    expect(before).toContain('a.lync.yaml: duplicate-domain: a.com (2) failure error');
    expect(await names(twice.replace('domains:', '# more\n\ndomains:'))).toEqual(before);
  });

  it('says what could not be read', async () => {
    const root = readXml(await report({ 'a.lync.yaml': 'a\0b', 'b.lync.yaml': CLEAN }));
    expect(outline(root)).toEqual([
      'b.lync.yaml: no problems',
      'lync-federation: `a.lync.yaml` is a binary file, not a federation spec. error',
    ]);
  });
});

async function report(files: Readonly<Record<string, string>>, ...args: string[]): Promise<string> {
  const { stdout } = await cli(['check', '--format', 'junit', '--as-of', '2014-07-01', ...args], {
    cwd: workspace(files),
  });
  return stdout;
}

/** Every test as `suite: name outcome type`. */
function outline(root: Element): readonly string[] {
  return root.children.flatMap((suite) =>
    all(suite, 'testcase').map(({ attributes: { classname, name }, children: [outcome] }) =>
      [`${classname}: ${name}`, outcome?.name, outcome?.attributes.type].filter(Boolean).join(' '),
    ),
  );
}

function faults({ name, attributes, children }: Element): readonly string[] {
  const { needs, takes, holds } = GRAMMAR[name] ?? { needs: [], takes: [], holds: [] };
  const given = Object.keys(attributes);
  return [
    ...children.filter((child) => !holds.includes(child.name)).map((child) => `${child.name} in ${name}`),
    ...needs.filter((need) => !given.includes(need)).map((need) => `${name} without ${need}`),
    ...given.filter((key) => ![...needs, ...takes].includes(key)).map((key) => `${name} with ${key}`),
    ...miscounted({ name, attributes, children, text: '' }),
    ...children.flatMap(faults),
  ];
}

function miscounted(element: Element): readonly string[] {
  const { name, attributes } = element;
  if (!name.startsWith('testsuite')) return [];
  const counted = { tests: 'testcase', failures: 'failure', errors: 'error' } as const;
  return Object.entries(counted).flatMap(([key, counts]) => {
    const stated = attributes[key];
    const number = String(all(element, counts).length);
    return stated === undefined || stated === number ? [] : [`${name} says ${stated} ${key}`];
  });
}

function all(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...all(child, name)]);
}
