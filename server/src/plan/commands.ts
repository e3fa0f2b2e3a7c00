import { parameter } from '../catalog/cmdlets.ts';
import { isOpenness, OPEN, OPENING } from '../catalog/tenant.ts';
import type { Command, CommandValue } from '../cmdlets/command.ts';
import { isSingle, type Kind, parameterOf, type Setting, typedFor, type Writer } from './kinds.ts';
import { withSwitch } from './routing.ts';
import type { ServerObject } from './state.ts';

type Values = ServerObject['values'];

/** The command that makes an object; what is empty, and what the server has no parameter for, is not given. */
export function making(kind: Kind, { identity, values }: ServerObject, setting: Setting): readonly Command[] {
  if (kind.make === undefined) return [];
  return [{ cmdlet: kind.make.name, parameters: { Identity: identity, ...given(kind, kind.make, values, setting) } }];
}

/** The command that gives an object that is there other values. `after` is what it holds then. */
export function changing(
  kind: Kind,
  { identity, values, after }: Pick<ServerObject, 'identity' | 'values'> & { readonly after: Values },
  setting: Setting,
): readonly Command[] {
  if (kind.change === undefined) return [];
  const changed = given(kind, kind.change, values, setting, { emptied: true });
  if (Object.keys(changed).length === 0) return [];
  const parameters = withSwitch(kind.change, changed, after);
  return [
    { cmdlet: kind.change.name, parameters: isSingle(kind) ? parameters : { Identity: identity, ...parameters } },
  ];
}

/** The command that removes an object. */
export function removing({ remove }: Kind, { identity }: Pick<ServerObject, 'identity'>): readonly Command[] {
  return remove === undefined ? [] : [{ cmdlet: remove.name, parameters: { Identity: identity } }];
}

/** The command that grants a policy to a user, or takes from them the one they have. */
export function granting({ grant }: Kind, user: string, policy: string | null): readonly Command[] {
  return grant === undefined ? [] : [{ cmdlet: grant.name, parameters: { Identity: user, PolicyName: policy } }];
}

function given(
  kind: Kind,
  cmdlet: Writer,
  values: Values,
  setting: Setting,
  { emptied = false } = {},
): Command['parameters'] {
  const parameters: Record<string, Command['parameters'][string]> = {};
  for (const [name, value] of Object.entries(values)) {
    const found = parameterOf(cmdlet, name, setting);
    const plain = typedFor(kind, name, value);
    if (found === undefined || (plain === null && !emptied)) continue;
    const { list } = found.rule;
    if (isOpenness(found)) Object.assign(parameters, allowing(cmdlet, found.name, plain));
    else if (plain === null) parameters[found.name] = found.nullable === true || list !== undefined ? null : '';
    else if (list === 'comma-string' && Array.isArray(plain)) parameters[found.name] = plain.join(',');
    else parameters[found.name] = plain;
  }
  return parameters;
}

/** What opens a tenant to all, to those of a list by the sister that takes their names, or to nobody. */
function allowing(cmdlet: Writer, name: string, value: CommandValue | null): Command['parameters'] {
  if (value === OPEN) return { [name]: OPENING };
  if (!Array.isArray(value) || value.length === 0) return { [name]: null };
  return { [parameter(cmdlet, `${name}AsAList`)?.name ?? name]: value };
}
