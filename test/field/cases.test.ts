import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import type { Options } from '../../server/src/analyze.ts';
import { rules } from '../../server/src/rules/index.generated.ts';
import { personas } from '../../server/src/rules/rule.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { examine, OPTIONS } from '../rules/fixture.ts';

/**
 * Small deployments of the field with what has to be said of them, as comments. On a line: `#! must RULE` (a finding begins
 * here), `#! error RULE`, `#! warning RULE`, `#! info RULE`, `#! never RULE`, `#! text WORDS` (some finding marks these). Anywhere:
 * `#! asof DATE`, `#! persona NAME`, `#! has RULE`, `#! silent RULE, RULE`, `#! only RULE, RULE`, `#! says WORDS`, `#! saysnot WORDS` (in
 * messages and titles of fixes), `#! noerrors`, `#! nowarnings`.
 */
const files = globSync(`${import.meta.dirname}/cases/**/*.lync.yaml`).toSorted();

it.each(files.map((file) => [basename(file, '.lync.yaml'), file] as const))('%s', (_, file) => {
  const text = readFileSync(file, 'utf8');
  const markers = markersIn(text);
  const found = findingsIn(text, optionsBy(markers));
  const wrong = markers.filter((marker) => !holds(marker, found));
  expect(wrong.map(({ line, word, about }) => `${line}: ${word} ${about}`)).toEqual([]);
});

interface Marker {
  /** Counted from one. */
  readonly line: number;
  readonly word: string;
  readonly about: string;
}

interface Finding {
  readonly line: number;
  readonly rule: string;
  readonly severity: string;
  /** What is marked. */
  readonly text: string;
  /** The message and the titles of the fixes. */
  readonly says: string;
}

function markersIn(text: string): readonly Marker[] {
  return text.split('\n').flatMap((line, i) => {
    const [, word, about = ''] = /#! ?(\w+) ?(.*)$/.exec(line) ?? [];
    return word === undefined ? [] : [{ line: i + 1, word, about: about.trim() }];
  });
}

function optionsBy(markers: readonly Marker[]): Options {
  const said = (word: string) => markers.find((marker) => marker.word === word)?.about;
  const persona = personas.find((one) => one === said('persona')) ?? 'regular';
  return { ...OPTIONS, asOf: said('asof') ?? OPTIONS.asOf, persona, rules };
}

function findingsIn(text: string, options: Options): readonly Finding[] {
  const { problems, lines } = examine(text, options);
  return problems.map(({ at, rule, severity, message, fixes = [] }) => ({
    line: lines.position(at.start).line + 1,
    rule,
    severity,
    text: text.slice(at.start, at.end),
    says: [message, ...fixes.map(({ title }) => title)].map((one) => inEnglish(one)).join('\n'),
  }));
}

function holds({ line, word, about }: Marker, found: readonly Finding[]): boolean {
  const named = about.split(/,\s*/);
  const here = found.filter((one) => one.line === line);
  switch (word) {
    case 'asof':
    case 'persona':
      return true;
    case 'must':
      return here.some(({ rule }) => rule === about);
    case 'error':
    case 'warning':
    case 'info':
      return here.some(({ rule, severity }) => rule === about && severity === word);
    case 'never':
      return !here.some(({ rule }) => named.includes(rule));
    case 'text':
      return here.some((one) => one.text === about);
    case 'has':
      return found.some(({ rule }) => rule === about);
    case 'silent':
      return !found.some(({ rule }) => named.includes(rule));
    case 'only':
      return found.every(({ rule }) => named.includes(rule));
    case 'says':
      return found.some(({ says }) => says.includes(about));
    case 'saysnot':
      return !found.some(({ says }) => says.includes(about));
    case 'noerrors':
      return !found.some(({ severity }) => severity === 'error');
    case 'nowarnings':
      return !found.some(({ severity }) => severity === 'warning');
    default:
      throw new Error(`No marker is called ${word}.`);
  }
}
