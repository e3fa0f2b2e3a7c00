import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Lexer } from 'yaml';
import { type Analysis, analyze, type Options } from '../../server/src/analyze.ts';
import { codeActions } from '../../server/src/features/code-actions.ts';
import type { Problem } from '../../server/src/problem.ts';
import { offers, repairAll } from '../../server/src/repair.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import type { Range } from '../../server/src/text/range.ts';
import { parseYaml } from '../../server/src/yaml/parse.ts';
import { toData } from '../../server/src/yaml/tree.ts';
import { PATIENCE, runs } from '../runs.ts';
import { edited, SPECS, versions } from './edits.ts';

const options = fc.record({
  asOf: fc.constantFrom('2013-03-01', '2014-07-01', '2019-06-01', '2026-08-01'),
  persona: fc.constantFrom('regular', 'pedantic', 'auditor'),
});

/** Fails where two analyses of one text differ; `toEqual` by itself would take longer than all the judging. */
function agree(now: Analysis, fresh: Analysis): void {
  const said = ({ blocks, scripts, lines, cleared, ...rest }: Analysis) => rest;
  if (!isDeepStrictEqual(said(now), said(fresh))) expect(said(now)).toEqual(said(fresh));
}

it(
  'an edit is judged as a text that was never seen before',
  () => {
    const property = fc.property(versions(SPECS), options, (texts, given) => {
      let before: Analysis | undefined;
      for (const text of texts) {
        const fresh = analyze(text, given);
        const now = analyze(text, given, before);
        agree(now, fresh);
        before = now;
      }
    });
    fc.assert(property, runs(150));
  },
  PATIENCE,
);

function isReadable(text: string): boolean {
  return parseYaml(text).faults.every((fault) => fault.kind !== 'syntax' || fault.code === 'EMPTY');
}

/** The comments of a text, and where they stand. */
function comments(text: string): readonly { readonly comment: string; readonly at: Range }[] {
  let offset = 0;
  const found: { comment: string; at: Range }[] = [];
  for (const token of new Lexer().lex(text)) {
    if (MARKS.includes(token)) continue;
    if (token.startsWith('#')) found.push({ comment: token.trim(), at: { start: offset, end: offset + token.length } });
    offset += token.length;
  }
  return found;
}

/** What the lexer puts between its tokens: the start of a document, of its content, and of a scalar. */
const MARKS = ['\u0002', '\u0018', '\u001f'];

function says({ rule, message }: Problem): string {
  return `${rule}: ${inEnglish(message)}`;
}

it(
  'an edited spec is judged, all places are within it, and each repair does what its title says and no more',
  () => {
    const property = fc.property(edited(SPECS), options, (text, given) => {
      const analysis = analyze(text, given);
      expect(analysis.failures).toEqual([]);
      for (const { at, related = [] } of analysis.problems)
        for (const { start, end } of [at, ...related.map((other) => other.at)])
          expect(start >= 0 && start <= end && end <= text.length).toBe(true);
      for (const problem of analysis.problems) holds(analysis, problem);
    });
    fc.assert(property, runs(300));
  },
  PATIENCE,
);

/** Fails where a repair that is offered for a problem leaves it, or makes the text worse. */
function holds(analysis: Analysis, problem: Problem): void {
  const { text, options: given } = analysis;
  for (const { fix, edits, brings } of offers(analysis, problem)) {
    const after = applyEdits(text, edits);
    const analysed = analyze(after, given);
    const title = inEnglish(fix.title);
    expect(after, title).not.toBe(text);
    agree(analyze(after, given, analysis), analysed);
    if (!isReadable(text)) continue;
    const same = (one: Problem) => says(one) === says(problem);
    const revealed = analysed.problems.filter(same).length - analysis.problems.filter(same).length;
    // What becomes of a text behind what is repaired may say the same once more.
    if (revealed >= 0)
      expect(
        analysed.problems.filter(same).some(({ at }) => at.start === problem.at.start),
        title,
      ).toBe(false);
    expect(isReadable(after), title).toBe(true);
    const kept = comments(after).map(({ comment }) => comment);
    for (const { comment, at } of comments(text))
      if (!edits.some((edit) => edit.at.start <= at.end && at.start <= edit.at.end))
        expect(kept, title).toContain(comment);
    const actions = codeActions(analysis, problem.at, { bundle: {} }).filter((action) => action.problem === problem);
    for (const { rule, severity } of analysed.problems) {
      const isNew = severity === 'error' && !analysis.problems.some((one) => one.rule === rule);
      if (isNew) expect(brings).toContain(rule);
      if (isNew) expect(actions.some((action) => action.title.includes(`\`${rule}\``))).toBe(true);
    }
  }
}

/** Takes one repair after the other: of the first rule that has any, the first. */
function oneByOne(text: string, given: Options, review: boolean): string {
  const seen = new Set<string>();
  let [now, rule] = [text, undefined as string | undefined];
  while (!seen.has(now)) {
    seen.add(now);
    const analysis = analyze(now, given);
    const next = (of: (problem: Problem) => boolean) => {
      for (const problem of analysis.problems.filter(of)) {
        const first = problem.fixes?.find(({ safety }) => safety === 'safe' || review);
        const offer = offers(analysis, problem).find(({ fix, unasked }) => fix === first && (unasked || review));
        if (offer) return { problem, offer };
      }
      return undefined;
    };
    const found = next((problem) => problem.rule === rule) ?? next(() => true);
    if (found === undefined) return now;
    rule = found.problem.rule;
    now = applyEdits(now, found.offer.edits);
  }
  return now;
}

/** What a spec says. In its runbook, what is done to one object has an order; what is done to others has none beside it. */
function meaning(text: string): unknown {
  const { root, faults } = parseYaml(text);
  const data = toData(root);
  if (faults.length > 0 || typeof data !== 'object' || data === null || !('cmdlets' in data)) return text;
  if (!Array.isArray(data.cmdlets)) return data;
  const object = (line: unknown) => /-Identity (\S+)/.exec(String(line))?.[1] ?? '';
  const parameters = (line: unknown) =>
    String(line)
      .split(/ (?=-)/)
      .toSorted()
      .join(' ');
  const byObject = data.cmdlets.toSorted((a, b) => object(a).localeCompare(object(b)));
  return { ...data, cmdlets: byObject.map(parameters) };
}

it(
  'an edited spec that is repaired has come to rest, as if one repair had been taken after the other',
  () => {
    const property = fc.property(edited(SPECS), options, fc.boolean(), (text, given, review) => {
      const once = repairAll(text, given, { review });
      expect(repairAll(once.text, given, { review })).toMatchObject({ text: once.text, done: [], failures: [] });
      if (!isReadable(text)) return;
      expect(isReadable(once.text)).toBe(true);
      expect(meaning(once.text)).toEqual(meaning(oneByOne(text, given, review)));
    });
    fc.assert(property, runs(100));
  },
  PATIENCE,
);
