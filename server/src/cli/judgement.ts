import type { Options, Severities } from '../analyze.ts';
import { isDate } from '../catalog/dates.ts';
import { type RuleId, ruleIds } from '../rules/ids.generated.ts';
import { type Persona, personas, type Severity } from '../rules/rule.ts';
import { code, codes, say } from '../text/message.ts';
import { nearest } from '../text/near.ts';
import { type Given, type Option, valueGiven } from './arguments.ts';
import { Complaint } from './exit.ts';
import type { Shell } from './shell.ts';

/** The options of every command that judges specs. */
export const JUDGEMENT: Readonly<Record<string, Option>> = {
  'as-of': { value: 'DATE', about: say`judge as of this day, YYYY-MM-DD, where a spec has no asOf of its own (today)` },
  persona: {
    value: 'WHO',
    about: say`regular hears what is wrong, pedantic what could be better, auditor all (regular)`,
  },
  rule: { value: 'ID=LEVEL', about: say`set a rule to off, info, warning or error; may be given again` },
};

/** How specs are to be judged, as typed. */
export function judgement(given: Given, shell: Shell): Options {
  return { asOf: dateGiven(given) ?? shell.today, persona: personaGiven(given), severities: severitiesGiven(given) };
}

/** The day named by `--as-of`. */
export function dateGiven(given: Given): string | undefined {
  const date = valueGiven(given, 'as-of');
  if (date === undefined || isDate(date)) return date;
  throw new Complaint(
    say`${code(date)} is not a day of the calendar; ${code('--as-of')} takes one such as ${code('2014-07-01')}.`,
  );
}

function personaGiven(given: Given): Persona {
  const name = valueGiven(given, 'persona') ?? 'regular';
  const persona = personas.find((known) => known === name);
  if (persona !== undefined) return persona;
  throw new Complaint(say`${code(name)} is not a persona: take one of ${codes(personas)}.`);
}

const LEVELS: readonly (Severity | 'off')[] = ['off', 'info', 'warning', 'error'];

function severitiesGiven(given: Given): Severities {
  const severities: { -readonly [id in RuleId]?: Severity | 'off' } = {};
  for (const text of given.options.get('rule') ?? []) {
    const [, id, level] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
    if (id === undefined)
      throw new Complaint(
        say`${code('--rule')} takes a rule and a level, such as ${code('retired-provider=warning')}, not ${code(text)}.`,
      );
    severities[ruleNamed(id)] = levelNamed(level ?? '');
  }
  return severities;
}

function ruleNamed(id: string): RuleId {
  const rule = ruleIds.find((known) => known === id);
  if (rule !== undefined) return rule;
  const meant = nearest(id, ruleIds);
  if (meant !== undefined) throw new Complaint(say`No rule is called ${code(id)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`No rule is called ${code(id)}; ${code('lync-federation rules')} lists them.`);
}

function levelNamed(text: string): Severity | 'off' {
  const level = LEVELS.find((known) => known === text);
  if (level === undefined)
    throw new Complaint(say`${code(text)} is not a level of a rule: take one of ${codes(LEVELS)}.`);
  return level;
}
