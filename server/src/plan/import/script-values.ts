import { isOpenness, OPEN, OPENING } from '../../catalog/tenant.ts';
import type { ListChanges } from '../../cmdlets/read.ts';
import { type Argument, nameInFull, type ResolvedCommand } from '../../cmdlets/resolved.ts';
import type { FoundValue } from './found.ts';

/** Values by the names of parameters. */
export type Values = Readonly<Record<string, FoundValue>>;

/** What a command gives the objects that it acts on. */
export interface Given {
  readonly values: Values;
  readonly changes: ReadonlyMap<string, ListChanges>;
  /** The parameter whose value nobody knows before the command runs. */
  readonly unknown?: string;
}

/** The values that a command is given, as far as they are known before it runs. */
export function givenBy(command: ResolvedCommand, text: string): Given {
  const values: Record<string, FoundValue> = {};
  const changes = new Map<string, ListChanges>();
  for (const given of command.parameters) {
    const { role, parameter, at, value, valueAt } = given;
    const name = nameInFull(given) || 'Identity';
    // What a pipeline hands on is told by that.
    if (parameter?.shared || (command.input && (name === 'Identity' || name === 'Domain'))) continue;
    if (role === 'splat') return { values, changes, unknown: text.slice(at.start, at.end) };
    const isChoice = parameter !== undefined && (isOpenness(parameter) || parameter.name.endsWith('AsAList'));
    if (isChoice && valueAt && isUnknown(given)) values[name] = madeBy(text.slice(valueAt.start, valueAt.end), text);
    else if (given.changes) {
      if (Object.values(given.changes).includes(undefined)) return { values, changes, unknown: `-${name}` };
      changes.set(name, given.changes);
    } else if (valueAt === undefined) values[name] = true;
    else if (value === undefined) return { values, changes, unknown: `-${name}` };
    else values[name] = literal(value);
  }
  return { values, changes };
}

/** Whether a value is known only while the script runs. */
function isUnknown({ value, changes }: Argument): boolean {
  return value === undefined && (changes === undefined || Object.values(changes).includes(undefined));
}

/** A value of the tenant that another cmdlet makes, there or in a variable before: the open one, else what is written. */
function madeBy(written: string, text: string): string {
  const name = /^\$\w+$/.exec(written.trim())?.[0];
  const from = name === undefined ? written : new RegExp(`\\${name}\\s*=\\s*\\(?([^\r\n;]*)`, 'i').exec(text)?.[1];
  return new RegExp(`^\\(?\\s*${OPENING.cmdlet}\\b`, 'i').test(from?.trim() ?? '') ? OPEN : written;
}

function literal(value: string | readonly string[]): FoundValue {
  if (typeof value !== 'string') return value;
  const folded = value.toLowerCase();
  if (folded === '$true' || folded === '$false') return folded === '$true';
  return folded === '$null' ? null : value;
}
