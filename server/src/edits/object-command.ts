import type { Command, CommandValue } from '../cmdlets/command.ts';
import { sectionAt } from '../spec/noun-sections.ts';
import type { Path } from '../yaml/tree.ts';

/**
 * A command on what stands at a path of the spec: an object, its list or a key of it. The schema tells the noun, and the parameters
 * of values that go by keys of the format; `identity` names the object in every list. A value of `undefined` is a switch.
 */
export function commandOn(
  verb: 'New' | 'Set' | 'Remove',
  path: Path,
  values: Readonly<Record<string, CommandValue | undefined>>,
): Command {
  const section = sectionAt(path);
  if (section === undefined) throw new Error(`No cmdlet noun stands for ${path.join('.')}.`);
  const parameters = Object.entries(values).map(([key, value]) => [nameOfParameter(section.parameters, key), value]);
  return { cmdlet: `${verb}-${section.noun}`, parameters: Object.fromEntries(parameters) };
}

function nameOfParameter(parameters: ReadonlyMap<string, string>, key: string): string {
  if (key === 'identity') return 'Identity';
  const name = parameters.get(key);
  if (name === undefined) throw new Error(`No parameter stands for the key ${key}.`);
  return name;
}
