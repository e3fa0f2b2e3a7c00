import type { Analysis } from '../analyze.ts';
import { catalog, type ParameterSet } from '../catalog/catalog.generated.ts';
import { cmdletSentence, parameterSentence } from '../catalog/cmdlet-prose.ts';
import { type NamedCmdlet, parameter } from '../catalog/cmdlets.ts';
import { missingParameters, setsFitting } from '../catalog/parameter-sets.ts';
import { valueRule } from '../catalog/value-rules.ts';
import { runsNowhere } from '../deployment/shellless.ts';
import { markdownOf } from '../text/markdown.ts';
import { prose } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import type { Env } from './env.ts';
import { commandTextAt } from './runbook/command-text.ts';
import { typingAt } from './runbook/typing.ts';

/** The ways to call the cmdlet that is being typed. */
export interface SignatureHelp {
  readonly signatures: readonly Signature[];
  /** The one that fits what is written. */
  readonly active: number;
}

/** One set of parameters, written as the reference does. */
export interface Signature {
  readonly label: string;
  readonly docs: string | undefined;
  readonly parameters: readonly SignatureParameter[];
  /** The parameter that is being typed, else the next one that is needed. */
  readonly active: number | undefined;
}

export interface SignatureParameter {
  /** Its place in the label. */
  readonly at: Range;
  readonly docs: string | undefined;
}

/** The parameter sets of the cmdlet whose arguments are being typed at an offset. */
export function signatureHelp(analysis: Analysis, offset: number, env: Env): SignatureHelp | undefined {
  const place = commandTextAt(analysis, offset);
  const typing = place && typingAt(analysis.text, place.within, offset);
  if (typing?.known === undefined || runsNowhere(analysis.spec, catalog, typing.known)) return undefined;
  const { known, names } = typing;
  const current = typing.parameter ?? startedName(known, typing);
  const wanted = current ? [...names, current.name] : names;
  const sets: readonly Pick<ParameterSet, 'parameters' | 'mandatory' | 'positional'>[] =
    known.sets.length > 0 ? known.sets : [{ parameters: Object.keys(known.parameters) }];
  const fitting = setsFitting(known, wanted)[0];
  const active = Math.max(0, fitting ? known.sets.indexOf(fitting) : 0);
  const next = current?.name ?? missingParameters(known, names, { piped: false })[0]?.name;
  return { signatures: sets.map((set) => signature(known, set, next, env)), active };
}

/** The one parameter that the name being typed can only mean. */
function startedName(known: NamedCmdlet, { slot, typed }: { readonly slot: string; readonly typed: string }) {
  const start = slot === 'parameter' ? typed.slice(1).toLowerCase() : '';
  if (start === '') return undefined;
  const [first, ...others] = Object.keys(known.parameters).filter((name) => name.toLowerCase().startsWith(start));
  return first === undefined || others.length > 0 ? undefined : parameter(known, first);
}

function signature(
  known: NamedCmdlet,
  { parameters, mandatory = [], positional = [] }: Pick<ParameterSet, 'parameters' | 'mandatory' | 'positional'>,
  next: string | undefined,
  { bundle }: Env,
): Signature {
  const told = (text: string | undefined) => (text === undefined ? undefined : markdownOf(prose(text), bundle));
  let label = known.name;
  const shown = parameters.map((name): SignatureParameter => {
    const start = label.length + 1;
    label += ` ${syntax(known, name, { mandatory: mandatory.includes(name), positional: positional.includes(name) })}`;
    return { at: { start, end: label.length }, docs: told(parameterSentence(known.name, name)) };
  });
  const active = next === undefined ? -1 : parameters.indexOf(next);
  return { label, docs: told(cmdletSentence(known.name)), parameters: shown, active: active < 0 ? undefined : active };
}

/** `-Name <Type>`; brackets say what may be left out. */
function syntax(
  known: NamedCmdlet,
  name: string,
  { mandatory, positional }: { readonly mandatory: boolean; readonly positional: boolean },
): string {
  const about = parameter(known, name);
  const isSwitch = about !== undefined && valueRule(about).kind === 'switch';
  const text = `${positional ? `[-${name}]` : `-${name}`}${isSwitch ? '' : ` <${about?.type ?? 'Object'}>`}`;
  return mandatory ? text : `[${text}]`;
}
