import type { Analysis } from '../../analyze.ts';
import type { NamedCmdlet, NamedParameter } from '../../catalog/cmdlets.ts';
import { valueRule } from '../../catalog/value-rules.ts';
import { quote, verbAndNoun } from '../../cmdlets/command.ts';
import { GLOBAL } from '../../cmdlets/effect.ts';
import { nounSections } from '../../spec/noun-sections.ts';
import { firstOfEach } from '../../text/grouped.ts';
import { hostKey } from '../../text/host.ts';
import { say, textOf } from '../../text/message.ts';
import type { Env } from '../env.ts';
import { entriesOf, nounNamedBy } from '../runbook/objects.ts';
import type { Candidate } from './item.ts';
import { namesAt } from './names.ts';

/** A value that an argument can have, before it is written for the shell. */
export interface ArgumentValue extends Candidate {
  /** `$true` and the like, which is no text. */
  readonly variable?: boolean;
}

/** The values of a parameter: what it can be, the names of the spec, and those the catalog knows. */
export function argumentValues(
  known: NamedCmdlet,
  parameter: NamedParameter,
  { analysis, env }: { readonly analysis: Analysis; readonly env: Env },
): readonly ArgumentValue[] {
  const { kind, values, deprecated } = valueRule(parameter);
  if (kind === 'boolean') return ['$true', '$false'].map((value) => ({ value, variable: true }));
  if (values !== undefined) return values.map((value) => ({ value, deprecated: deprecated.includes(value) }));
  const noun = nounNamedBy(known, parameter.name);
  const declared = noun === undefined ? [] : declaredNames(noun, { analysis, env });
  const all = [...declared, ...namesOf(known, parameter, { analysis, env })];
  return firstOfEach(all, ({ value }) => hostKey(String(value)));
}

function declaredNames(
  noun: string,
  { analysis, env }: { readonly analysis: Analysis; readonly env: Env },
): readonly Candidate[] {
  const specs = analysis.kind === 'script' ? (env.specs ?? []) : [analysis];
  const detail = textOf(say`from this spec`, env.bundle);
  const catalogued = new Map(
    namesAt([...pathOf(noun), 0, 'identity'], analysis, env).map((one) => [hostKey(String(one.value)), one]),
  );
  return specs.flatMap(({ spec }) =>
    entriesOf(spec, noun).map(({ name }): Candidate => {
      return { ...(catalogued.get(hostKey(name)) ?? { detail }), value: name, kind: 'name' };
    }),
  );
}

/** What makes sense at the key of the spec that stands for the parameter makes sense here. */
function namesOf(
  known: NamedCmdlet,
  parameter: NamedParameter,
  { analysis, env }: { readonly analysis: Analysis; readonly env: Env },
): readonly Candidate[] {
  const section = nounSections.find(({ noun }) => noun === verbAndNoun(known.name).noun);
  const { verb } = verbAndNoun(known.name);
  if (section === undefined || verb === 'Grant') return [];
  const keys = [...section.parameters].filter(([, name]) => name === parameter.name).map(([key]) => key);
  const isName = parameter.name === 'Identity' && keys.length === 0;
  const found = [...keys, ...(isName ? ['domain'] : [])]
    .flatMap((key) => namesAt([...section.path, 0, key], analysis, env))
    // What could be added is nothing to change or remove; a provider may be on the server without the spec.
    .filter(({ docs }) => verb === 'New' || docs !== undefined);
  const forms = valueRule(parameter).forms ?? [];
  return parameter.name === 'Identity' && forms.includes(GLOBAL) ? [...found, { value: GLOBAL }] : found;
}

function pathOf(noun: string): readonly string[] {
  return nounSections.find((section) => section.noun === noun)?.path ?? [];
}

/** A value as it is typed behind a parameter, in the quote that stands there already. */
export function argumentText({ value, variable }: ArgumentValue, typedQuote: string | undefined): string {
  const text = String(value);
  if (variable) return text;
  if (typedQuote === '"' && !/["$`\u201c-\u201f]/.test(text)) return `"${text}"`;
  const quoted = quote(text);
  return typedQuote === undefined || quoted !== text ? quoted : `'${text}'`;
}
