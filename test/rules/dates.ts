import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type Analysis, judge } from '../../server/src/analyze.ts';
import { boundaries } from '../../server/src/catalog/boundaries.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { addDays, daysBetween, isDate } from '../../server/src/catalog/dates.ts';
import type { Problem } from '../../server/src/problem.ts';
import type { Rule } from '../../server/src/rules/rule.ts';
import { readSpec } from '../../server/src/spec/read.ts';
import { inEnglish, type Message } from '../../server/src/text/message.ts';
import { OPTIONS, readFixture } from './fixture.ts';

/** For each date that decides, the days on which the verdict of a rule turns, and what turns: `AOL: warning -> error`. */
export type Turns = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a rule says of its fixtures as time goes by, and as each date they hold is moved. Fixtures of which it always says the same are left out. */
export function turnsOf(rule: Rule): Readonly<Record<string, Turns>> {
  const files = globSync(`test/fixtures/${rule.id}/*.lync.yaml`).filter((file) => !basename(file).includes('.fix'));
  const turns = files.toSorted().map((file) => [basename(file, '.lync.yaml'), turnsIn(file, rule)] as const);
  return Object.fromEntries(turns.filter(([, found]) => Object.keys(found).length > 0));
}

function turnsIn(file: string, rule: Rule): Turns {
  const { text } = readFixture(readFileSync(file, 'utf8'));
  const dates = [...text.matchAll(/\b(\w+)(?:: |=)(\d{4}-\d{2}-\d{2})\b/g)].flatMap(
    ({ 0: { length }, 1: key = '', 2: date = '', index }) =>
      isDate(date) ? [{ key, date, start: index + length - date.length }] : [],
  );
  const stated = dates.find(({ key }) => key === 'asOf')?.date ?? OPTIONS.asOf;
  const days = daysAround([stated, ...dates.map(({ date }) => date)]);
  const moved = dates
    .filter(({ key }) => key !== 'asOf')
    .map(({ key, date, start }) => {
      const textOn = (day: string) => text.slice(0, start) + day + text.slice(start + date.length);
      return [key, turnsAmong(days, (day, before) => verdict(textOn(day), stated, rule, before))] as const;
    });
  const all = [['asOf', turnsAmong(days, (day, before) => verdict(text, day, rule, before))] as const, ...moved];
  return Object.fromEntries(all.filter(([, found]) => Object.keys(found).length > 0));
}

/** Before and after all that matters. */
const [FIRST_DAY, LAST_DAY] = ['1990-01-01', '2099-12-31'];

/** The boundaries of the catalog and of the dates themselves, with the times that something takes, before and after. */
function daysAround(dates: readonly string[]): readonly string[] {
  const spans = dates.flatMap((from) => dates.map((to) => daysBetween(from, to))).filter((days) => days > 0);
  const times = [
    ...Object.values(catalog.lifetimes).map(({ days }) => days),
    ...Object.values(catalog.limits).flatMap(({ unit, value }) => {
      if (unit === 'days') return [value];
      const share = value / 100;
      return unit === 'percent' ? spans.flatMap((days) => [Math.floor(days * share), Math.ceil(days / share)]) : [];
    }),
  ].flatMap((days) => [days, -days]);
  const around = dates.flatMap((date) =>
    [0, ...times].flatMap((time) => [addDays(date, time), addDays(date, time + 1)]),
  );
  return [...new Set([...boundaries(catalog), ...around, LAST_DAY])].toSorted();
}

/**
 * Asks on each day, and where the verdict is another one than on the last, on the day before it as well.
 * @throws when the verdict turned between two of the days: then a boundary is missing among them
 */
function turnsAmong(
  days: readonly string[],
  ask: (day: string, before: Analysis | undefined) => Analysis,
): Readonly<Record<string, string>> {
  const turns: Record<string, string> = {};
  let last = ask(FIRST_DAY, undefined);
  let lastDay = FIRST_DAY;
  for (const day of days) {
    const now = ask(day, last);
    const turned = changes(last, now);
    if (turned.length > 0) {
      const dayBefore = addDays(day, -1);
      const unexpected = dayBefore === lastDay ? [] : changes(last, ask(dayBefore, last));
      if (unexpected.length > 0) throw new Error(`the verdict turned before ${day}: ${unexpected.join('; ')}`);
      turns[day] = turned.join('; ');
    }
    last = now;
    lastDay = day;
  }
  return turns;
}

/** What the rule says; those about suppressions speak of what the others say. */
function verdict(text: string, asOf: string, rule: Rule, before: Analysis | undefined): Analysis {
  const options = { asOf, judgedAs: asOf, persona: 'auditor', once: true } as const;
  const source = before?.text === text ? before : readSpec(text);
  const analysis = judge(source, rule.about ? options : { ...options, rules: [rule] }, before);
  for (const { error } of analysis.failures) throw error;
  return { ...analysis, problems: analysis.problems.filter((problem) => problem.rule === rule.id) };
}

/** What differs from one verdict to the other, by the text that is marked. */
function changes(before: Analysis, after: Analysis): readonly string[] {
  const gone = before.problems.filter((problem) => !has(after, problem));
  const come = after.problems.filter((problem) => !has(before, problem));
  const places = new Set([...gone, ...come].map(({ at }) => at.start));
  return [...places].map((start) => {
    const [was, is] = [gone, come].map((problems) => problems.filter(({ at }) => at.start === start));
    const [one] = [...(was ?? []), ...(is ?? [])];
    const marked = one === undefined ? '' : after.text.slice(one.at.start, one.at.end);
    const reworded = was?.[0]?.severity === is?.[0]?.severity ? ', in other words' : '';
    return `${isDate(marked) ? 'the date' : marked}: ${severities(was)} -> ${severities(is)}${reworded}`;
  });
}

function has({ problems }: Analysis, { at, severity, message }: Problem): boolean {
  const words = wording(message);
  return problems.some(
    (other) => other.at.start === at.start && other.severity === severity && wording(other.message) === words,
  );
}

/** A message without the figures in it: a date or a number of days that goes with the day is no other verdict. */
function wording(message: Message): string {
  return inEnglish(message).replace(/\d+/g, '#');
}

function severities(problems: readonly Problem[] = []): string {
  return problems.map(({ severity }) => severity).join(' and ') || 'nothing';
}
