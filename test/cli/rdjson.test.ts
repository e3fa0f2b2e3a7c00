import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/edit.ts';
import { CLEAN, cli, FAULTY, workspace } from './cli.ts';
import { type Place, type Result, readRdjson, type Span } from './readers/rdjson.ts';

describe('rdjson', () => {
  it.each([
    ['problems', { 'contoso.lync.yaml': FAULTY, 'eu/fabrikam.lync.yaml': CLEAN }, 'ERROR'],
    ['no problems', { 'contoso.lync.yaml': CLEAN }, undefined],
    ['unreadable input', { 'contoso.lync.yaml': 'a\0b' }, undefined],
  ])('is valid with %s', async (_, files, worst) => {
    expect((await report(files)).severity).toBe(worst);
  });

  it('counts columns in bytes of UTF-8, from 1 on', async () => {
    const { diagnostics } = await report({
      'a.lync.yaml': 'lyncFederation: 1\norganization: { name: 콘😀, nam: 2 }\n',
    });
    expect(diagnostics.map(({ code, location }) => [code.value, location.range])).toEqual([
      ['unknown-key', { start: { line: 2, column: 32 }, end: { line: 2, column: 35 } }],
    ]);
  });

  it('suggests the safe repairs, each as one replacement', async () => {
    const spec = 'lyncFederation: 1\norganization:\n  name: 콘😀 # a comment\nserver: { product: Lync-2013 }\n';
    const { diagnostics } = await report({ 'a.lync.yaml': spec });
    const [{ suggestions = [] } = { suggestions: [] }] = diagnostics.filter(
      ({ code }) => code.value === 'unknown-value',
    );
    expect(suggestions.map((one) => taken(spec, one))).toEqual([spec.replace('Lync-2013', 'lync-2013')]);
  });

  it('has suggestions that make what `fix` makes', async () => {
    const spec = 'lyncFederation: 1\nserver: { product: Lync-2013 }\ndomains:\n  allowed: [A.com., b.com]\n';
    const cwd = workspace({ 'a.lync.yaml': spec });
    const { diagnostics } = readRdjson((await cli(['check', '--format', 'rdjson'], { cwd })).stdout);
    const suggestions = diagnostics.flatMap(({ suggestions: [first] = [] }) => first ?? []);
    const edits = suggestions.map((one) => ({ at: rangeIn(spec, one.range), insert: one.text }));
    const fixed = await cli(['fix', '--dry-run', 'a.lync.yaml'], { cwd });
    expect(edits.length).toBeGreaterThan(0);
    expect(
      applyEdits(spec, edits)
        .split('\n')
        .filter((line) => !spec.includes(line)),
    ).toEqual(fixed.stdout.split('\n').flatMap((line) => (/^\+[^+]/.test(line) ? line.slice(1) : [])));
  });
});

async function report(files: Readonly<Record<string, string>>): Promise<Result> {
  const args = ['check', '--format', 'rdjson', '--as-of', '2014-07-01'];
  return readRdjson((await cli(args, { cwd: workspace(files) })).stdout);
}

function taken(spec: string, { range, text }: { readonly range: Span; readonly text: string }): string {
  return applyEdits(spec, [{ at: rangeIn(spec, range), insert: text }]);
}

function rangeIn(spec: string, { start, end }: Span): { readonly start: number; readonly end: number } {
  return { start: offsetIn(spec, start), end: offsetIn(spec, end) };
}

function offsetIn(spec: string, { line, column }: Place): number {
  const lines = spec.split('\n');
  const before = lines
    .slice(0, line - 1)
    .map((one) => `${one}\n`)
    .join('');
  return (
    before.length +
    Buffer.from(lines[line - 1] ?? '')
      .subarray(0, column - 1)
      .toString().length
  );
}
