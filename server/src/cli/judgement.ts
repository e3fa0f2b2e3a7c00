import type { Options, Severities } from '../analyze.ts';
import { catalog, type ProductId } from '../catalog/catalog.generated.ts';
import { isDate } from '../catalog/dates.ts';
import { idsOf } from '../catalog/ids.ts';
import { powerShell } from '../grammar/node.ts';
import { isProjectName } from '../project/included.ts';
import { levels, NO_PROJECT, type Project } from '../project/project.ts';
import { type RuleId, ruleIds } from '../rules/ids.generated.ts';
import { type Persona, personas, type Severity } from '../rules/rule.ts';
import { isScriptName } from '../spec/names.ts';
import { code, codes, say } from '../text/message.ts';
import { nearest } from '../text/near.ts';
import { type Given, type Option, valueGiven } from './arguments.ts';
import { Complaint } from './exit.ts';
import type { Input } from './files.ts';
import type { Shell } from './shell.ts';

/** The options of every command that judges specs. */
export const JUDGEMENT: Readonly<Record<string, Option>> = {
  'as-of': { value: 'DATE', about: say`judge as of this day, YYYY-MM-DD, where a spec has no asOf of its own (today)` },
  persona: {
    value: 'WHO',
    about: say`regular hears what is wrong, pedantic what could be better, auditor all (regular)`,
  },
  product: { value: 'PRODUCT', about: say`the server that scripts are meant for, such as ${code('lync-2013')}` },
  rule: { value: 'ID=LEVEL', about: say`set a rule to off, info, warning or error; may be given again` },
};

/** How specs are to be judged: as typed, else as their project file says. */
export function judgement(given: Given, shell: Shell, project: Project = NO_PROJECT): Options {
  return {
    asOf: dateGiven(given) ?? project.asOf ?? shell.today,
    persona: personaGiven(given) ?? project.persona ?? 'regular',
    severities: { ...project.rules, ...severitiesGiven(given) },
  };
}

/** How one text is to be judged: a script as a script, a project file as one, and a runbook by the grammar of PowerShell. */
export async function judgementOf(
  { path, text, project }: Pick<Input, 'path' | 'text' | 'project'>,
  given: Given,
  shell: Shell,
): Promise<Options> {
  const options = judgement(given, shell, project);
  if (isProjectName(path)) return { ...options, project: true };
  const product = productGiven(given) ?? project.product;
  if (isScriptName(path)) {
    return { ...options, script: product === undefined ? {} : { product }, readScript: await powerShell() };
  }
  return RUNBOOK.test(text) ? { ...options, readScript: await powerShell() } : options;
}

/** A text without this has no runbook, and needs no grammar. */
const RUNBOOK = /^cmdlets:|[{,]\s*cmdlets\s*:|["']cmdlets["']/m;

/** The product named by `--product`. */
export function productGiven(given: Given): ProductId | undefined {
  const name = valueGiven(given, 'product');
  if (name === undefined) return undefined;
  const product = PRODUCTS.find((known) => known === name);
  if (product !== undefined) return product;
  const meant = nearest(name, PRODUCTS);
  if (meant !== undefined) throw new Complaint(say`No product is called ${code(name)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`No product is called ${code(name)}: take one of ${codes(PRODUCTS, PRODUCTS.length)}.`);
}

const PRODUCTS = idsOf(catalog.products);

/** The day named by `--as-of`. */
export function dateGiven(given: Given): string | undefined {
  const date = valueGiven(given, 'as-of');
  if (date === undefined || isDate(date)) return date;
  throw new Complaint(
    say`${code(date)} is not a day of the calendar; ${code('--as-of')} takes one such as ${code('2014-07-01')}.`,
  );
}

function personaGiven(given: Given): Persona | undefined {
  const name = valueGiven(given, 'persona');
  if (name === undefined) return undefined;
  const persona = personas.find((known) => known === name);
  if (persona !== undefined) return persona;
  throw new Complaint(say`${code(name)} is not a persona: take one of ${codes(personas)}.`);
}

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
  const level = levels.find((known) => known === text);
  if (level === undefined)
    throw new Complaint(say`${code(text)} is not a level of a rule: take one of ${codes(levels)}.`);
  return level;
}
