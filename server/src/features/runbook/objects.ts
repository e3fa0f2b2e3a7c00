import type { Analysis } from '../../analyze.ts';
import type { NamedCmdlet } from '../../catalog/cmdlets.ts';
import { verbAndNoun } from '../../cmdlets/command.ts';
import { objectKey } from '../../cmdlets/effect.ts';
import { type GivenCommand, givenCommands } from '../../cmdlets/given.ts';
import type { Parameter } from '../../cmdlets/read.ts';
import type { RunbookCommand } from '../../cmdlets/runbook.ts';
import { each, type Leaf, type Spec } from '../../spec/model.ts';
import { fieldOf, isList, nounSections, objectsOf } from '../../spec/noun-sections.ts';
import { type Range, touches } from '../../text/range.ts';

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
  if (command === undefined) return inSpec(analysis.spec).find(({ at }) => touches(at, offset));
  return inCommand(command).find(({ at }) => touches(at, offset));
}

/** All places of a document that name an object, by place. */
export function mentionsOf({ spec, runbook }: Analysis, { noun, key }: ObjectName): readonly Mention[] {
  const named = runbook.filter(({ parameters }) => parameters.some(({ value }) => isNamed(value, key)));
  const found = [...inSpec(spec), ...named.flatMap(inCommand)];
  return found
    .filter((mention) => mention.noun === noun && mention.key === key)
    .toSorted((a, b) => a.at.start - b.at.start);
}

/** The entries of one kind of object in a spec. */
export function entriesOf(spec: Spec, noun: string): readonly Mention[] {
  return inSpec(spec).filter((mention) => mention.noun === noun && mention.role === 'entry');
}

/** What kind of object a parameter names. */
export function nounNamedBy(known: NamedCmdlet, parameter: string): string | undefined {
  const { verb, noun } = verbAndNoun(known.name);
  if (verb === 'Grant') return parameter === 'PolicyName' ? noun : undefined;
  if (noun === 'CsFederatedPartner') return parameter === 'Domain' ? 'CsAllowedDomain' : undefined;
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
  return givenCommands([command]).flatMap((given) =>
    literals(given).flatMap(({ parameter, written: { value, valueAt } }): Mention[] => {
      const noun = nounNamedBy(given.known, parameter);
      if (noun === undefined || typeof value !== 'string' || valueAt === undefined) return [];
      return [{ noun, key: objectKey(value), name: value, at: valueAt, role: 'command', command }];
    }),
  );
}

function literals({ named, placed }: GivenCommand): readonly { parameter: string; written: Parameter }[] {
  const byName = named.flatMap(({ written, resolution }) =>
    'parameter' in resolution ? [{ parameter: resolution.parameter.name, written }] : [],
  );
  return [...byName, ...placed.map(({ written, parameter }) => ({ parameter: parameter.name, written }))];
}

function isNamed(value: Parameter['value'], key: string): boolean {
  return typeof value === 'string' && objectKey(value) === key;
}

function inSpec(spec: Spec): readonly Mention[] {
  const entries = nounSections.flatMap((section) => {
    const found = objectsOf(spec, section);
    if (found === undefined || !isList(found.section)) return [];
    return found.objects.flatMap((object) => {
      const name = fieldOf(object, 'identity') ?? fieldOf(object, 'domain');
      return name !== undefined && isText(name) ? mention(section.noun, name, 'entry') : [];
    });
  });
  const { edge, certificates, provisioning } = spec;
  return [
    ...entries,
    ...each(provisioning?.sipDomains).flatMap((leaf) => mention('CsSipDomain', leaf, 'spec')),
    ...each(provisioning?.providers).flatMap((leaf) => mention('CsPublicProvider', leaf, 'spec')),
    ...each(certificates).flatMap(({ name }) => mention(CERTIFICATE, name, 'entry')),
    ...each(edge?.pools).flatMap(({ certificate }) => mention(CERTIFICATE, certificate, 'spec')),
  ];
}

/** No cmdlet makes the certificates of the spec, but its pools name them. */
const CERTIFICATE = 'certificate';

function mention(noun: string, leaf: Leaf<string> | undefined, role: Mention['role']): readonly Mention[] {
  if (leaf === undefined) return [];
  return [{ noun, key: objectKey(leaf.value), name: leaf.value, at: leaf.at, role, leaf }];
}

function isText(place: object): place is Leaf<string> {
  return 'value' in place && typeof place.value === 'string';
}
