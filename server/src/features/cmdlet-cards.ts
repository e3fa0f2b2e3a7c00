import { catalog } from '../catalog/catalog.generated.ts';
import type { NamedCmdlet, NamedParameter } from '../catalog/cmdlets.ts';
import { isIdOf } from '../catalog/ids.ts';
import { code, codes, type Message, prose, say } from '../text/message.ts';
import { bold, bullet, paragraphs } from './cards.ts';
import type { Env } from './env.ts';

/** A cmdlet and the products that have it, as Markdown. */
export function cmdletCard(known: NamedCmdlet, env: Env): string {
  return paragraphs(env, [[bold(prose(code(known.name)))], [runsOn(known)], [say`[Reference](${known.doc})`]]);
}

/** A parameter of a cmdlet with its type, values and default, as Markdown. */
export function parameterCard(of: NamedCmdlet, { name, type, ...about }: NamedParameter, env: Env): string {
  const facts: Message[] = [say`Type: ${code(type)}`];
  if (about.values !== undefined) facts.push(say`Values: ${codes(about.values, 20)}`);
  if (about.default !== undefined) facts.push(say`Default: ${code(about.default)}`);
  if (about.min !== undefined && about.max !== undefined) facts.push(say`From ${about.min} to ${about.max}`);
  if (about.mandatory === true) facts.push(say`Required`);
  const updates = Object.entries(about.cumulativeUpdate ?? {}).flatMap(([product, update]) =>
    isIdOf(catalog.products, product)
      ? [say`${catalog.products[product].name} has it from cumulative update ${update} on.`]
      : [],
  );
  return paragraphs(env, [
    [bold(prose(code(`${of.name} -${name}`)))],
    [...facts, ...updates].map(bullet),
    about.common
      ? [say`Every cmdlet has this parameter.`]
      : [runsOn({ appliesTo: about.appliesTo, online: about.online })],
    [say`[Reference](${of.doc})`],
  ]);
}

/** In which products a cmdlet or parameter exists. */
function runsOn({ appliesTo, online }: Pick<NamedCmdlet, 'appliesTo' | 'online'>): Message {
  if (online) return say`Runs against the online service.`;
  return say`Exists in ${appliesTo.map((id) => catalog.products[id].name).join(', ')}.`;
}
