import type { Analysis } from '../../analyze.ts';
import { catalog } from '../../catalog/catalog.generated.ts';
import {
  cmdlet,
  cmdletNames,
  type NamedCmdlet,
  type NamedParameter,
  parameter,
  supports,
} from '../../catalog/cmdlets.ts';
import { quote } from '../../cmdlets/command.ts';
import { prose, say, textOf } from '../../text/message.ts';
import { parameterCard } from '../cmdlet-cards.ts';
import type { Env } from '../env.ts';
import type { Context } from './context.ts';
import type { Candidate, Completion } from './item.ts';
import { providerIdentities } from './names.ts';
import { literal } from './snippet.ts';

/** What can be typed in a line of the runbook: a cmdlet, behind it the parameters it still lacks, behind these their values. */
export function runbookCompletions(
  context: Context,
  { analysis, env }: { analysis: Analysis; env: Env },
): readonly Completion[] {
  const command =
    context.typed
      .replace(/^["']/, '')
      .split(/[|;&(){}]\s*/)
      .at(-1) ?? '';
  const word = /(?:^|\s|,)([^\s,]*)$/.exec(command)?.[1] ?? '';
  const start = context.at.start + context.typed.length - word.length;
  const rest = /^[\w$!.-]*/.exec(analysis.text.slice(start + word.length, context.at.end))?.[0] ?? '';
  const at = { start, end: start + word.length + rest.length };
  const before = command.slice(0, command.length - word.length);
  const known = cmdlet(before.trim().split(/\s+/)[0] ?? '');
  if (before.trim() === '') return cmdletNames.map((name) => cmdletCompletion(name, at, { analysis, env }));
  if (known === undefined) return [];
  const last = /\s-(\w+):?\s+$/.exec(before)?.[1];
  const wanting = last === undefined || word.startsWith('-') ? undefined : parameter(known, last);
  const values = wanting === undefined ? [] : argumentValues(known, wanting, { analysis, env });
  if (values.length > 0)
    return values.map(({ value, ...about }) => ({
      label: String(value),
      kind: 'value',
      at,
      insert: literal(String(value)),
      ...about,
    }));
  const used = new Set([...before.matchAll(/\s-(\w+)/g)].map((match) => parameter(known, match[1] ?? '')?.name));
  return Object.keys(known.parameters)
    .filter((name) => !used.has(name))
    .flatMap((name) => parameter(known, name) ?? [])
    .map((one): Completion => {
      const missing = lacks(one, analysis);
      const detail = textOf(missing ? say`${one.type}, not in ${productName(analysis)}` : prose(one.type), env.bundle);
      return {
        label: `-${one.name}`,
        kind: 'parameter',
        at,
        insert: `-${one.name}`,
        detail,
        docs: parameterCard(known, one, env),
        deprecated: missing || one.deprecated === true,
      };
    })
    .toSorted((a, b) => Number(a.deprecated) - Number(b.deprecated));
}

function cmdletCompletion(
  name: string,
  at: Completion['at'],
  { analysis, env }: { analysis: Analysis; env: Env },
): Completion {
  const known = cmdlet(name);
  const missing = known !== undefined && lacks(known, analysis);
  const detail = missing ? { detail: textOf(say`not in ${productName(analysis)}`, env.bundle) } : {};
  const docs = known ? { docs: textOf(say`[Reference](${known.doc})`, env.bundle) } : {};
  return { label: name, kind: 'cmdlet', at, insert: name, deprecated: missing, ...detail, ...docs };
}

/** The values of a parameter as the shell takes them. */
function argumentValues(
  of: NamedCmdlet,
  wanting: NamedParameter,
  { analysis, env }: { analysis: Analysis; env: Env },
): readonly Candidate[] {
  if (wanting.type === 'Boolean') return [{ value: '$true' }, { value: '$false' }];
  if (wanting.values !== undefined)
    return wanting.values.map((value) => ({ value, deprecated: wanting.deprecatedValues?.includes(value) === true }));
  if (wanting.name === 'Identity' && /-CsPublicProvider$/.test(of.name)) {
    return providerIdentities(analysis.asOf, env).map((one) => ({ ...one, value: quote(String(one.value)) }));
  }
  return [];
}

/** Whether the server of the spec is known not to have it. */
function lacks(what: NamedCmdlet | NamedParameter, { spec }: Analysis): boolean {
  const product = spec.server?.product?.value;
  if (product === undefined) return false;
  return supports(catalog, what, { product, installedUpdate: spec.server?.cumulativeUpdate?.value }) !== 'yes';
}

function productName({ spec }: Analysis): string {
  const product = spec.server?.product?.value;
  return product === undefined ? '' : catalog.products[product].name;
}
