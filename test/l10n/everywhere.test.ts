import { globSync, readFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { textOf } from '../../server/src/text/message.ts';
import { shown } from '../features/shown.ts';
import { optionsFor } from '../rules/fixture.ts';
import { NAMES } from './names.ts';
import { leftInLatin, pseudo, wordsOf } from './pseudo.ts';

const env = { bundle: pseudo() };

const fixtures = globSync('test/fixtures/*/fires*.{lync.yaml,ps1}').toSorted();

describe('nothing that a finding says is left in English', () => {
  it.each(fixtures)('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    const id = basename(dirname(file));
    const analysis = analyze(text, optionsFor(id, file.endsWith('.ps1') ? text : undefined));
    const before = { names: NAMES, words: wordsOf(text) };
    const said = [...analysis.problems, ...analysis.suppressed.map(({ problem }) => problem)].flatMap(
      ({ message, note, related = [], fixes = [] }) => [
        message,
        ...(note ? [note] : []),
        ...related.map((other) => other.message),
        ...fixes.map(({ title }) => title),
      ],
    );
    const left = said.map((one) => textOf(one, env.bundle)).filter((one) => leftInLatin(one, before).length > 0);
    expect([...new Set(left)].map((one) => `${leftInLatin(one, before)}: ${one}`)).toEqual([]);
  });
});

describe('nothing that an editor shows is left in English', () => {
  // The plan names its spec.
  it.each(globSync(['examples/*.lync.yaml', 'test/field/*.lync.yaml']).toSorted())('%s', (file) => {
    const text = readFileSync(file, 'utf8');
    const analysis = analyze(text, { asOf: '2014-07-01', persona: 'auditor' });
    const before = { names: NAMES, words: wordsOf(text, 'a.lync.yaml') };
    const { markdown, plain } = shown(analysis, env);
    const left = [...new Set([...markdown, ...plain])].filter((one) => leftInLatin(one, before).length > 0);
    expect(left.map((one) => `${leftInLatin(one, before)}: ${one}`)).toEqual([]);
  });
});
