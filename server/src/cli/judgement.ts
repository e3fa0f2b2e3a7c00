import { dirname } from 'node:path';
import { isProjectName, isScriptName } from '../../../protocol/names.ts';
import type { Options } from '../analyze.ts';
import { catalog, type ProductId } from '../catalog/catalog.generated.ts';
import { isDate } from '../catalog/dates.ts';
import { idsOf } from '../catalog/ids.ts';
import { filesNamed } from '../deployment/certificate-files.ts';
import type { Severities } from '../problem.ts';
import { levels, NO_PROJECT, type Project } from '../project/project.ts';
import { type RuleId, ruleIds } from '../rules/ids.generated.ts';
import { type Persona, personas, type Severity } from '../rules/rule.ts';
import { readSpec } from '../spec/read.ts';
import { attempt } from '../text/failure.ts';
import { code, say } from '../text/message.ts';
import { nearest } from '../text/near.ts';
import type { Given } from './command.ts';
import { Complaint } from './exit.ts';
import type { Input } from './files.ts';
import { choice, type Option, one, single } from './option.ts';
import type { Shell } from './shell.ts';

/** The day to judge by. */
export const AS_OF: Option<string | undefined> = single(
  {
    name: 'as-of',
    value: 'DATE',
    about: say`judge as of this day, YYYY-MM-DD, where a spec has no asOf of its own`,
    usual: say`today`,
  },
  dayNamed,
);

/** The server product that something is for. */
export const PRODUCT: Option<ProductId | undefined> = choice({
  name: 'product',
  value: 'PRODUCT',
  about: say`the server that scripts are meant for`,
  oneOf: idsOf(catalog.products),
});

/** Who reads what is found. */
export const PERSONA: Option<Persona | undefined> = choice({
  name: 'persona',
  value: 'WHO',
  about: say`who is to hear: what is wrong, also what could be better, or all there is to know`,
  oneOf: personas,
  usual: 'regular',
});

/** The levels of rules that differ from their own. */
export const RULE: Option<Severities> = {
  name: 'rule',
  value: 'ID=LEVEL',
  about: say`set a rule to off, info, warning or error; may be given again`,
  read: (typed) => Object.fromEntries(typed.map(levelTyped)),
};

/** The options of every command that judges specs. */
export const JUDGEMENT: readonly Option[] = [AS_OF, PERSONA, PRODUCT, RULE];

/** How specs are to be judged: as typed, else as their project file says. */
export function judgement(given: Given, shell: Shell, project: Project = NO_PROJECT): Options {
  return {
    asOf: given.of(AS_OF) ?? project.asOf ?? shell.today,
    persona: given.of(PERSONA) ?? project.persona ?? 'regular',
    severities: { ...project.rules, ...given.of(RULE) },
    neverSuppress: project.neverSuppress,
  };
}

/** How one text is to be judged: a script as a script, and a project file as one. */
export async function judgementOf(
  { path, text, project, file, imported }: Pick<Input, 'path' | 'text' | 'project' | 'file' | 'imported'>,
  given: Given,
  shell: Shell,
): Promise<Options> {
  const options = judgement(given, shell, project);
  // What files in other forms say is a spec, whatever their names, and would lie here. What they do not tell is noted, and nobody can
  // fill it in.
  if (imported) {
    const severities = { 'placeholder-left': 'off', 'as-of-missing': 'off', ...options.severities } as const;
    return specOptions({ ...options, severities, untold: imported.untold }, text, shell.cwd);
  }
  if (isProjectName(path)) return { ...options, project: true };
  const product = given.of(PRODUCT) ?? project.product;
  if (isScriptName(path)) {
    return { ...options, script: product === undefined ? {} : { product } };
  }
  return specOptions(options, text, file === undefined ? undefined : dirname(file));
}

async function specOptions(options: Options, text: string, folder: string | undefined): Promise<Options> {
  const certificateFiles = folder === undefined ? undefined : await certificateFilesOf(folder, text);
  return { ...options, ...(certificateFiles && { certificateFiles }) };
}

/** The files of certificates that a spec names; most specs name none, and are not read for that. */
async function certificateFilesOf(folder: string, text: string): Promise<Options['certificateFiles']> {
  if (!/\bfile\b|\\/.test(text)) return undefined;
  const named = attempt('yaml', [], () => filesNamed(readSpec(text).spec)) ?? [];
  if (named.length === 0) return undefined;
  // What reads certificates is loaded where there are any.
  const { CertificateReader } = await import('../machine/certificate-files.ts');
  return new CertificateReader().read(folder, named);
}

function dayNamed(text: string): string {
  if (isDate(text)) return text;
  throw new Complaint(
    say`${code(text)} is not a day of the calendar; ${code('--as-of')} takes one such as ${code('2014-07-01')}.`,
  );
}

function levelTyped(text: string): readonly [RuleId, Severity | 'off'] {
  const [, id, level] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (id === undefined || level === undefined)
    throw new Complaint(
      say`${code('--rule')} takes a rule and a level, such as ${code('retired-provider=warning')}, not ${code(text)}.`,
    );
  return [ruleNamed(id), one(level, levels, (complaint) => say`${code(`--rule ${id}`)} ${complaint}`)];
}

function ruleNamed(id: string): RuleId {
  const rule = ruleIds.find((known) => known === id);
  if (rule !== undefined) return rule;
  const meant = nearest(id, ruleIds);
  if (meant !== undefined) throw new Complaint(say`No rule is called ${code(id)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`No rule is called ${code(id)}; ${code('lync-federation rules')} lists them.`);
}
