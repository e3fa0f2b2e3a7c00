import type { Analysis } from '../../analyze.ts';
import { catalog } from '../../catalog/catalog.generated.ts';
import {
  cmdlet,
  cmdletNames,
  type NamedCmdlet,
  type NamedParameter,
  parametersOf,
  supports,
} from '../../catalog/cmdlets.ts';
import { missingParameters, setsFitting } from '../../catalog/parameter-sets.ts';
import { runsNowhere } from '../../deployment/shellless.ts';
import { newestServer } from '../../deployment/version-gap.ts';
import { type Message, prose, say, textOf } from '../../text/message.ts';
import { cmdletCard, parameterCard } from '../cmdlet-cards.ts';
import type { Env } from '../env.ts';
import { type CommandText, commandTextAt, inContext, lineAt, written } from '../runbook/command-text.ts';
import { type Typing, typingAt } from '../runbook/typing.ts';
import { type ArgumentValue, argumentText, argumentValues } from './arguments.ts';
import type { Context } from './context.ts';
import type { Completion } from './item.ts';
import { literal } from './snippet.ts';

interface CommandScope {
  readonly analysis: Analysis;
  readonly env: Env;
}

/** What can be typed in a line of the runbook: a cmdlet, behind it the parameters it still lacks, behind these their values. */
export function runbookCompletions(context: Context, about: CommandScope): readonly Completion[] {
  return commandCompletions(inContext(context), context.at.start + context.typed.length, about);
}

/** What can be typed in a line of the runbook that could be read; undefined elsewhere. */
export function lineCompletions(analysis: Analysis, offset: number, env: Env): readonly Completion[] | undefined {
  const place = lineAt(analysis, offset);
  return place && commandCompletions(place, offset, { analysis, env });
}

/** What can be typed in a script, where a cmdlet of ours is being typed or stands already. */
export function scriptCompletions(analysis: Analysis, offset: number, env: Env): readonly Completion[] {
  const place = commandTextAt(analysis, offset);
  return place === undefined ? [] : commandCompletions(place, offset, { analysis, env });
}

function commandCompletions(
  { within, style }: CommandText,
  offset: number,
  { analysis, env }: CommandScope,
): readonly Completion[] {
  const about = { analysis, env };
  const typing = typingAt(analysis.text, within, offset);
  if (typing === undefined) return [];
  const { slot, known } = typing;
  if (known === undefined) {
    // Between the words of a script anything can follow; ours are offered to who begins one.
    return style === 'script' && typing.typed === ''
      ? []
      : cmdletNames.flatMap((name) => cmdletCompletion(name, typing, about) ?? []);
  }
  if (runsNowhere(analysis.spec, catalog, known)) return [];
  const values = slot === 'parameter' ? [] : valueCompletions(known, typing, { ...about, style });
  if (slot === 'value') return values;
  return [...parameterCompletions(known, typing, about), ...values];
}

function cmdletCompletion(name: string, { at }: Typing, { analysis, env }: CommandScope): Completion | undefined {
  const known = cmdlet(name);
  if (known && runsNowhere(analysis.spec, catalog, known)) return undefined;
  const missing = known !== undefined && lacks(known, analysis);
  const detail = missing ? { detail: textOf(say`not in ${productName(analysis)}`, env.bundle) } : {};
  const docs = known ? { docs: cmdletCard(known, env) } : {};
  return { label: name, kind: 'cmdlet', at, insert: name, deprecated: missing, ...detail, ...docs };
}

/** The parameters that are not there yet: needed ones first, those of other parameter sets and of every cmdlet last. */
function parameterCompletions(known: NamedCmdlet, { at, names }: Typing, about: CommandScope): readonly Completion[] {
  const { analysis, env } = about;
  const needed = new Set(missingParameters(known, names, { piped: false }).map(({ name }) => name));
  const fitting = new Set(setsFitting(known, names).flatMap(({ parameters }) => parameters));
  const rank = (one: NamedParameter): number => {
    if (one.common) return 5;
    if (one.shared) return 4;
    if (lacks(one, analysis) || one.deprecated === true) return 3;
    if (needed.has(one.name)) return 0;
    return known.sets.length === 0 || fitting.has(one.name) ? 1 : 2;
  };
  return parametersOf(known)
    .filter(({ name }) => !names.includes(name))
    .toSorted((a, b) => rank(a) - rank(b))
    .map((one): Completion => {
      const missing = lacks(one, analysis);
      const detail = textOf(missing ? say`${one.type}, not in ${productName(analysis)}` : say`${one.type}`, env.bundle);
      return {
        label: `-${one.name}`,
        kind: 'parameter',
        at,
        insert: `-${one.name}`,
        detail,
        docs: parameterCard(known, one, env),
        deprecated: missing || one.deprecated === true,
      };
    });
}

function valueCompletions(
  known: NamedCmdlet,
  { at, typed, parameter }: Typing,
  { style, ...about }: CommandScope & Pick<CommandText, 'style'>,
): readonly Completion[] {
  if (parameter === undefined) return [];
  const quote = /^['"]/.exec(typed)?.[0];
  return argumentValues(known, parameter, about).map((one: ArgumentValue): Completion => {
    const { value, variable: _, ...rest } = one;
    const text = argumentText(one, quote);
    const filter = quote === undefined ? {} : { filter: text };
    const label = quote === undefined ? text : String(value);
    return { label, ...filter, kind: 'value', at, insert: literal(written(text, style)), ...rest };
  });
}

/** Whether the server of the spec is known not to have it. */
function lacks(what: NamedCmdlet | NamedParameter, { spec }: Analysis): boolean {
  const server = newestServer(spec, catalog);
  return server !== undefined && supports(catalog, what, server) !== 'yes';
}

function productName({ spec }: Analysis): Message {
  const server = newestServer(spec, catalog);
  return prose(server === undefined ? '' : catalog.products[server.product].name);
}
