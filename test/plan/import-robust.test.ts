import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { bySource } from '../../server/src/cli/by-source.ts';
import { reported } from '../../server/src/cli/reports/reported.ts';
import { loadCertificates } from '../../server/src/machine/certificates.ts';
import { readFound } from '../../server/src/plan/import/read.ts';
import { FORMATS } from '../../server/src/plan/import/readers.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { runs } from '../runs.ts';

const captures = ['contoso.json', 'console.txt', 'hosting.clixml', 'scripts/1-partners.ps1', 'scripts/2-providers.ps1'];
const formats = globSync('formats/*/*', { cwd: import.meta.dirname }).filter((name) => !name.endsWith('.lync.yaml'));
const texts = [...captures.map((name) => join('captures', name)), ...formats].map((name) =>
  readFileSync(join(import.meta.dirname, name), 'utf8'),
);
const tools = { readCertificates: await loadCertificates() };

/** A file with a piece of it lost, doubled, or written over by something else. */
const damaged = fc
  .record({
    text: fc.constantFrom(...texts),
    from: fc.nat(3000),
    length: fc.nat(200),
    insert: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\r', '<', '@{', "'", '\u0000', '{', ' : ')),
  })
  .map(({ text, from, length, insert }) => text.slice(0, from) + insert + text.slice(from + length));

it('whatever a file looks like, a spec comes of it that is YAML, and every fault of it is one of the values', () => {
  fc.assert(
    fc.property(
      fc.oneof(damaged, fc.string({ unit: 'binary' })),
      fc.option(fc.constantFrom(...FORMATS)),
      (text, format) => {
        const { found } = readFound([{ source: 'a.txt', text }], format ?? undefined, tools);
        const { faults, spec } = readSpec(importSpec(found).text);
        const kinds = new Set(faults.map(({ kind }) => kind));
        // A name that is lost or a number out of bounds is for `check` to find; text is never taken for keys.
        for (const kind of ['missing-key', 'unknown-value', 'duplicate-key'] as const) kinds.delete(kind);
        expect([...kinds]).toEqual([]);
        expect(spec.lyncFederation?.value).toBe(1);
        expect(spec.cmdlets).toBeUndefined();
      },
    ),
    runs(100),
  );
});

it('and whatever is wrong with it lies in the file', () => {
  fc.assert(
    fc.property(damaged, (text) => {
      const { found } = readFound([{ source: 'a.txt', text }], undefined, tools);
      const { text: spec, originAt } = importSpec(found);
      const analysis = analyze(spec, { asOf: '2014-07-01', persona: 'auditor' });
      const files = bySource({ path: 'a.txt', analysis }, { files: [{ path: 'a.txt', text }], originAt });
      const problems = files.flatMap((file) => reported(file, { withEdits: true, bundle: {} }).found);
      expect(problems.length).toBe(analysis.problems.length + analysis.suppressed.length);
      for (const { path, at, related } of problems) {
        expect(path).toBe('a.txt');
        for (const { start, end } of [at, ...related.map((other) => other.at)].filter((one) => one !== undefined)) {
          expect([0 <= start, start <= end, end <= text.length]).toEqual([true, true, true]);
        }
      }
    }),
    runs(60),
  );
});
