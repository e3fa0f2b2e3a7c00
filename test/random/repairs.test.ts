import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Analysis, analyze, type Options } from '../../server/src/analyze.ts';
import { repair, repairAll } from '../../server/src/repair.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { PATIENCE, runs } from '../runs.ts';
import { edited, SPECS, versions } from './edits.ts';

const options = fc.record({
  asOf: fc.constantFrom('2013-03-01', '2014-07-01', '2019-06-01', '2026-08-01'),
  persona: fc.constantFrom('regular', 'pedantic', 'auditor'),
});

it(
  'an edit is judged as a text that was never seen before',
  () => {
    const property = fc.property(versions(SPECS), options, (texts, given) => {
      let before: Analysis | undefined;
      for (const text of texts) {
        const fresh = analyze(text, given);
        const now = analyze(text, given, before);
        const said = ({ blocks, scripts, lines, ...rest }: Analysis) => rest;
        if (!isDeepStrictEqual(said(now), said(fresh))) expect(said(now)).toEqual(said(fresh));
        before = now;
      }
    });
    fc.assert(property, runs(150, 30_000));
  },
  PATIENCE,
);

/** Analyses, and fails where the engine did: a rule that failed, a place outside the text, a fix that breaks what could be read. */
function survives(text: string, given: Options): Analysis {
  const analysis = analyze(text, given);
  expect(analysis.failures).toEqual([]);
  for (const { at, related = [], fixes = [] } of analysis.problems) {
    for (const { start, end } of [at, ...related.map((other) => other.at)])
      expect(start >= 0 && start <= end && end <= text.length).toBe(true);
    for (const fix of fixes) {
      const after = applyEdits(text, repair(analysis, [fix]));
      if (isReadable(text)) expect(isReadable(after)).toBe(true);
    }
  }
  return analysis;
}

function isReadable(text: string): boolean {
  return parseYaml(text).faults.every((fault) => fault.kind !== 'syntax' || fault.code === 'EMPTY');
}

it(
  'an edited spec is judged, and each repair leaves one that can be read',
  () => {
    const property = fc.property(edited(SPECS), options, (text, given) => {
      survives(text, given);
    });
    fc.assert(property, runs(150, 50_000));
  },
  PATIENCE,
);

it(
  'an edited spec that is repaired has come to rest',
  () => {
    const property = fc.property(edited(SPECS), options, fc.boolean(), (text, given, review) => {
      const once = repairAll(text, given, { review });
      if (isReadable(text)) expect(isReadable(once.text)).toBe(true);
      expect(repairAll(once.text, given, { review })).toEqual({ text: once.text, done: [] });
    });
    fc.assert(property, runs(100, 50_000));
  },
  PATIENCE,
);
