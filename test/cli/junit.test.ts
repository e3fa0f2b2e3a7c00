import { describe, expect, it } from 'vitest';
import { CLEAN, cli, FAULTY, workspace } from './cli.ts';
import { all, readJunit } from './readers/junit.ts';
import type { Element } from './readers/xml.ts';

describe('JUnit', () => {
  it.each([
    ['problems', { 'contoso.lync.yaml': FAULTY, 'eu/fabrikam.lync.yaml': CLEAN }],
    ['unreadable input', { 'contoso.lync.yaml': 'a\0b', 'eu/fabrikam.lync.yaml': CLEAN }],
    ['odd names', { 'a "b"/<한국> & #1%.lync.yaml': FAULTY }],
    ['odd text', { 'a.lync.yaml': 'lyncFederation: 1\n"<\u001b]]>&\u202e\ud83d\ude00\\n": 1\n' }],
  ])('is valid with %s', async (_, files) => {
    expect((await readJunit(await report(files))).name).toBe('testsuites');
  });

  it('its readers refuse what they do not know', async () => {
    const counts = 'tests="1" failures="0" errors="0"';
    const refused = async (cases: string) => {
      const suite = `<testsuite name="" ${counts}>${cases}</testsuite>`;
      const read = readJunit(`<testsuites name="" ${counts}>${suite}</testsuites>`);
      return read.then(
        () => [],
        (error: Error) => error.message.split('\n').map((line) => line.replace(/^.*? error : /, '')),
      );
    };
    const test = '<testcase name="" classname="" time="0"/>';
    expect(await refused(test)).toEqual([]);
    expect(await refused(`${test}words`)).toEqual([expect.stringMatching("^Element 'testsuite': Character content")]);
    expect(await refused(test.replace('time', 'file="" time'))).toEqual([
      "Element 'testcase', attribute 'file': The attribute 'file' is not allowed.",
    ]);
    expect(await refused(test.replace('name=""', 'name="\u0001"'))).toContain('invalid character in attribute value');
    expect(await refused(test + test)).toEqual(['testsuites says 1 tests', 'testsuite says 1 tests']);
  });

  it('has a test that fails for an error and a warning, that is skipped for a hint, and that passes for a clean file', async () => {
    const root = await readJunit(
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
    const failed = await readJunit(await report({ 'a.lync.yaml': 'lyncFederation: 1\nnothing: 1\n' }));
    expect(outline(failed)).toEqual(['a.lync.yaml: unknown-key: nothing failure error']);
    expect(failed.children[0]?.children[1]?.text.trim().split('\n')).toEqual([
      'a.lync.yaml:2:1',
      '`nothing` is not a key of a federation spec, so it has no effect. Known keys: `lyncFederation`, `asOf`, `extends`, `server`, `organization` … (+11).',
      'Remove `nothing` (review: lync-federation fix --review)',
      'https://github.com/lync-federation/lync-federation/blob/main/docs/rules/unknown-key.md',
    ]);
  });

  it('knows a test by its name, which does not depend on lines and is there once', async () => {
    const names = async (text: string) => outline(await readJunit(await report({ 'a.lync.yaml': text })));
    const twice = 'lyncFederation: 1\ndomains:\n  allowed:\n    - a.com\n    - a.com\n    - a.com\n';
    const before = await names(twice);
    expect(before).toContain('a.lync.yaml: duplicate-domain: a.com failure error');
    expect(before).toContain('a.lync.yaml: duplicate-domain: a.com (2) failure error');
    expect(await names(twice.replace('domains:', '# more\n\ndomains:'))).toEqual(before);
  });

  it('says what could not be read', async () => {
    const root = await readJunit(await report({ 'a.lync.yaml': 'a\0b', 'b.lync.yaml': CLEAN }));
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
