import { catalog } from '../catalog/catalog.generated.ts';
import { cmdletSentence, parameterSentence } from '../catalog/cmdlet-prose.ts';
import type { NamedCmdlet, NamedParameter } from '../catalog/cmdlets.ts';
import { isIdOf } from '../catalog/ids.ts';
import { code, codes, link, listed, type Message, prose, say } from '../text/message.ts';
import { bold, bullet, paragraphs } from './cards.ts';
import type { Env } from './env.ts';

/** A cmdlet, what it is for and the products that have it, as Markdown. */
export function cmdletCard(known: NamedCmdlet, env: Env): string {
  return paragraphs(env, [
    [bold(say`${code(known.name)}`)],
    sentence(cmdletSentence(known.name)),
    [runsOn(known), ...gone(known)],
    [say`[Reference](${link(known.doc)})`],
  ]);
}

/** A parameter of a cmdlet, what it is for, with its type, values and default, as Markdown. */
export function parameterCard(of: NamedCmdlet, { name, type, ...about }: NamedParameter, env: Env): string {
  const facts: Message[] = [say`Type: ${code(type)}`];
  if (about.values !== undefined) facts.push(say`Values: ${codes(about.values, 20)}`);
  if (about.deprecatedValues !== undefined) facts.push(say`Deprecated: ${codes(about.deprecatedValues)}`);
  if (about.default !== undefined) facts.push(say`Default: ${code(about.default)}`);
  if (about.min !== undefined && about.max !== undefined) facts.push(say`From ${about.min} to ${about.max}`);
  if (about.mandatory === true) facts.push(say`Required`);
  if (about.aliases !== undefined) facts.push(say`Short for it: ${codes(about.aliases.map((alias) => `-${alias}`))}`);
  const updates = Object.entries(about.cumulativeUpdate ?? {}).flatMap(([product, update]) =>
    isIdOf(catalog.products, product)
      ? [say`${prose(catalog.products[product].name)} has it from cumulative update ${update} on.`]
      : [],
  );
  return paragraphs(env, [
    [bold(say`${code(`${of.name} -${name}`)}`)],
    sentence(parameterSentence(of.name, name)),
    [...facts, ...updates].map(bullet),
    about.common
      ? [say`Every cmdlet has this parameter.`]
      : [runsOn({ appliesTo: about.appliesTo, online: about.online }), ...gone(about)],
    [say`[Reference](${link(of.doc)})`],
  ]);
}

/** What something is for, in words of the catalog. */
function sentence(text: string | undefined): readonly Message[] {
  return text === undefined ? [] : [prose(text)];
}

/** That only older pages have it. */
function gone({ lastDocumented }: Pick<NamedCmdlet, 'lastDocumented'>): readonly Message[] {
  return lastDocumented === undefined
    ? []
    : [say`The reference no longer has it; its last page is of ${lastDocumented}.`];
}

/** In which products a cmdlet or parameter exists. */
function runsOn({ appliesTo, online }: Pick<NamedCmdlet, 'appliesTo' | 'online'>): Message {
  if (online) return say`Runs against the online service.`;
  if (appliesTo.length === 0) return say`Exists in the online service alone.`;
  return say`Exists in ${listed(appliesTo.map((id) => prose(catalog.products[id].name)))}.`;
}
