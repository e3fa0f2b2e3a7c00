import type { Analysis } from '../../analyze.ts';
import type { NamedCmdlet } from '../../catalog/cmdlets.ts';
import { nouns } from '../../catalog/nouns.ts';
import { verbAndNoun } from '../../cmdlets/command.ts';
import type { Parameter } from '../../cmdlets/read.ts';
import { boundArguments, textFor } from '../../cmdlets/resolved.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import type { Leaf, Spec } from '../../spec/model.ts';
import { objectKey } from '../../spec/names.ts';
import { type Range, touches } from '../../text/range.ts';
import { CERTIFICATE, DOMAIN_NOUNS, HOST, namesIn, serviceOf } from './spec-names.ts';

/** An object of the deployment: what its cmdlets call its kind, and its name as names compare. */
export interface ObjectName {
  readonly noun: string;
  readonly key: string;
}

/** A place where an object is named. */
export interface Mention extends ObjectName {
  /** The name as it is written there. */
  readonly name: string;
  readonly at: Range;
  /** Its entry in the spec, another place of the spec, or a command. */
  readonly role: 'entry' | 'spec' | 'command';
  readonly leaf?: Leaf<string>;
  readonly command?: RunbookCommand;
}

/** The object named at an offset. */
export function mentionAt(analysis: Analysis, offset: number): Mention | undefined {
  const command = commandAt(analysis, offset);
  if (command !== undefined) return inCommand(command).find(({ at }) => touches(at, offset));
  for (const { noun, role, leaves, accepts } of namesIn(analysis.spec)) {
    const leaf = leaves().find((one) => one && touches(one.at, offset) && accepts(one));
    const mention = leaf && toMention(noun, role, leaf);
    if (mention !== undefined && touches(mention.at, offset)) return mention;
  }
  return undefined;
}

/** All places of a document that name an object, by place. */
export function mentionsOf(analysis: Analysis, { noun, key }: ObjectName): readonly Mention[] {
  return mentions(analysis, (other) => other === noun, key);
}

/** The places that name an object, and for a domain also those where it is something else: our own here, a partner there. */
export function namesakesOf(analysis: Analysis, object: ObjectName): readonly Mention[] {
  if (!DOMAIN_NOUNS.has(object.noun)) return mentionsOf(analysis, object);
  return mentions(analysis, (noun) => DOMAIN_NOUNS.has(noun), object.key);
}

/** The entries of one kind of object in a spec. */
export function entriesOf(spec: Spec, noun: string): readonly Mention[] {
  return namesIn(spec).flatMap(({ role, leaves, accepts, ...one }) => {
    if (one.noun !== noun || role !== 'entry') return [];
    return leaves().flatMap((leaf) => (leaf && accepts(leaf) ? toMention(noun, role, leaf) : []));
  });
}

/** A name without the scope of a tag: the shell takes it with or without. */
export function bareName(name: string): string {
  return name.replace(/^tag:/i, '');
}

/** Whether an object is renamed in one document alone: what another one calls by the name of a host may be another's host. */
export function isOfOneDocument(object: ObjectName): boolean {
  return object.noun === HOST || isLocal(object);
}

/** Whether a name means nothing outside of its document: other specs have an `edge` of their own. */
export function isLocal({ noun }: ObjectName): boolean {
  return noun === CERTIFICATE;
}

function mentions(analysis: Analysis, isWanted: (noun: string) => boolean, key: string): readonly Mention[] {
  if (!mayHold(analysis.text, key)) return [];
  const { spec, runbook } = analysis;
  const found: Mention[] = [];
  for (const { noun, role, leaves, accepts } of namesIn(spec)) {
    if (!isWanted(noun)) continue;
    for (const leaf of leaves())
      if (leaf && mayName(leaf.value, key) && accepts(leaf)) found.push(toMention(noun, role, leaf));
  }
  const commands = runbook.filter(({ parameters }) => parameters.some(({ value }) => isNamed(value, key)));
  const named = commands.flatMap(inCommand).filter(({ noun }) => isWanted(noun));
  return [...found, ...named].filter((one) => one.key === key).toSorted((a, b) => a.at.start - b.at.start);
}

/** What kind of object a parameter names. */
export function nounNamedBy(known: NamedCmdlet, parameter: string): string | undefined {
  const { verb, noun } = verbAndNoun(known.name);
  if (verb === 'Grant') return parameter === 'PolicyName' ? noun : undefined;
  if (noun === nouns.federatedPartner) return parameter === 'Domain' ? nouns.allowedDomain : undefined;
  return parameter === 'Identity' || parameter === 'Domain' ? noun : undefined;
}

/** The innermost command at an offset; none where escapes or folding hide which place is which. */
export function commandAt({ text, runbook }: Analysis, offset: number): RunbookCommand | undefined {
  return runbook.findLast((command) => touches(command.whole, offset) && isInPlace(text, command));
}

/** Whether the places of a command are those of its letters. */
export function isInPlace(text: string, { at, cmdlet }: RunbookCommand): boolean {
  return text.slice(at.start, at.end) === cmdlet;
}

/** The names of objects in a command. */
export function inCommand(command: RunbookCommand): readonly Mention[] {
  const { known } = command;
  if (known === undefined) return [];
  return boundArguments(command).flatMap(({ parameter: { name }, value, valueAt, forms }): readonly Mention[] => {
    const noun = nounNamedBy(known, name) ?? (name.endsWith('Fqdn') ? HOST : undefined);
    if (noun === undefined || typeof value !== 'string' || valueAt === undefined || forms[0] === 'variable') return [];
    return [{ noun, key: objectKey(value), name: value, at: valueAt, role: 'command', command }];
  });
}

/** The name of what a command is about, as it is written. */
export function subjectOf(command: RunbookCommand): string | undefined {
  const named = ['PolicyName', 'Identity', 'Domain'].map((name) => textFor(command, name));
  return named.find((name) => name !== undefined) ?? inCommand(command)[0]?.name;
}

function isNamed(value: Parameter['value'], key: string): boolean {
  return typeof value === 'string' && mayName(value, key) && objectKey(value) === key;
}

/** Quickly, whether a text may have that key: it holds it, unless it writes an international name in its own script. */
function mayName(value: string, key: string): boolean {
  return value.toLowerCase().includes(key) || /[^\0-\x7f]/.test(value);
}

/** Quickly, whether something in a text may have that key: a name that is neither escaped nor folded stands there, but for quotes within. */
function mayHold(text: string, key: string): boolean {
  if (/[\\`]/.test(text) || !/^[\w.-]+$/.test(key)) return true;
  return mayName(text, key) || mayName(text.replaceAll(/["']/g, ''), key);
}

function toMention(noun: string, role: Mention['role'], leaf: Leaf<string>): Mention {
  const service = noun === nouns.sipDomain ? serviceOf(leaf) : undefined;
  const { verbatimAt, value } = leaf;
  if (service === undefined || verbatimAt === undefined)
    return { noun, role, leaf, name: value, key: objectKey(value), at: leaf.at };
  const name = value.slice(service);
  return {
    noun,
    role,
    leaf,
    name,
    key: objectKey(name),
    at: { start: verbatimAt + service, end: verbatimAt + value.length },
  };
}
