import { parametersOf } from '../catalog/cmdlets.ts';
import { resolveParameter } from '../catalog/parameter-names.ts';
import type { Range } from '../text/range.ts';
import type { Argument, KnownCommand } from './resolved.ts';

/** A parameter that lacks the blank before its value. */
export interface Glued {
  readonly name: string;
  /** What stands where a blank belongs. */
  readonly at: Range;
}

/** A parameter of which the shell takes what follows for a part of its name, as in `-Identity=a.com`. */
export function gluedName({ known }: KnownCommand, { name, at }: Argument): Glued | undefined {
  const own = /^[\p{L}\d_]+/u.exec(name)?.[0] ?? '';
  const start = at.start + 1 + own.length;
  const isGlued = own !== '' && own !== name && 'parameter' in resolveParameter(known, own);
  return isGlued ? { name: own, at: { start, end: name[own.length] === '=' ? start + 1 : start } } : undefined;
}

/** The name of a parameter that lacks its dash. */
interface Undashed {
  readonly written: string;
  readonly name: string;
  readonly at: Range;
}

/** The value that is the name of a parameter which the command does not give by its name. */
export function nameWithoutDash({ known, parameters }: KnownCommand): Undashed | undefined {
  const named = parameters.flatMap(({ role, parameter }) => (role === 'named' && parameter ? parameter.name : []));
  const absent = parametersOf(known).filter(({ name }) => !named.includes(name));
  for (const { name: before, forms, value, valueAt } of parameters) {
    if (before !== '' || forms[0] !== 'bare' || valueAt === undefined) continue;
    const meant = absent.find(({ name }) => name.toLowerCase() === String(value).toLowerCase());
    if (meant) return { written: String(value), name: meant.name, at: valueAt };
  }
  return undefined;
}
