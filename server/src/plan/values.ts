import type { ShellProductId } from '../catalog/catalog.generated.ts';
import type { NamedParameter } from '../catalog/cmdlets.ts';
import { isOpenness, OPEN } from '../catalog/tenant.ts';
import { choose, type ValueRule } from '../catalog/value-rules.ts';
import type { CommandValue } from '../cmdlets/command.ts';
import { hostKey } from '../text/host.ts';

/** A parameter with the rule for its values. */
export interface RuledParameter extends NamedParameter {
  readonly rule: ValueRule;
}

/**
 * A value as a spec would write it, whatever it was captured from: `"True"`, `1` and `$true` are true, a number of an
 * enumeration is its name, `"a.com,b.com"` is a list where a list is meant, and nothing at all is null.
 */
export function typed(parameter: RuledParameter, value: CommandValue | null): CommandValue | null {
  const { list, kind } = parameter.rule;
  // An empty list lets nobody in, which is not the same as none.
  if (isOpenness(parameter)) return value === OPEN ? value : (typedList(value ?? '') ?? []);
  if (value === null || value === '') return null;
  if (list !== undefined || Array.isArray(value) || kind === 'any') return typedList(value);
  const text = String(value).trim();
  if (kind === 'boolean' || kind === 'switch') return typedBoolean(text) ?? value;
  if (kind === 'number') return /^-?\d+$/.test(text) ? Number(text) : value;
  if (kind === 'enum') return typedChoice(parameter, text);
  return isName(parameter) ? text || null : value;
}

/** A value in the one form in which values compare: as `typed`, names without case and trailing dot, lists in order. */
export function normalise(parameter: RuledParameter, value: CommandValue | null): string {
  const plain = typed(parameter, value);
  if (Array.isArray(plain)) return JSON.stringify([...new Set(plain.map(hostKey))].toSorted());
  if (typeof plain !== 'string') return JSON.stringify(plain);
  const text = isName(parameter) ? hostKey(plain) : plain.trim();
  return JSON.stringify(text === '' ? null : text);
}

/** The value that a new object has where none is given; undefined where the reference does not say, or contradicts itself. */
export function documentedDefault(
  parameters: readonly NamedParameter[],
  product: ShellProductId | undefined,
): CommandValue | undefined {
  if (parameters.some(({ disputed }) => disputed?.includes('default'))) return undefined;
  return parameters
    .map((one) => (product && one.defaultIn?.[product]) ?? one.default)
    .find((value) => value !== undefined);
}

/** Whether a parameter takes any text, so that it can be emptied. */
export function isFreeText(parameter: RuledParameter): boolean {
  const { kind, format, list, values } = parameter.rule;
  return kind === 'text' && format === undefined && list === undefined && values === undefined;
}

/** Whether a parameter takes a text or a list of texts: where none is given, a new object has none. */
export function isText(parameter: RuledParameter): boolean {
  const { kind, list } = parameter.rule;
  return kind === 'text' || list !== undefined;
}

function isName(parameter: RuledParameter): boolean {
  const { format } = parameter.rule;
  return format === 'fqdn' || format === 'domain';
}

function typedList(value: CommandValue): readonly string[] | null {
  const texts = Array.isArray(value) ? value : String(value).split(/[,;\s]+/);
  const items = texts.map((text) => text.trim().replace(/^Domain=/i, '')).filter((text) => text !== '');
  return items.length > 0 ? items : null;
}

const BOOLEANS: Readonly<Record<string, boolean>> = {
  true: true,
  $true: true,
  '1': true,
  false: false,
  $false: false,
  '0': false,
};

function typedBoolean(text: string): boolean | undefined {
  const folded = text.toLowerCase();
  return Object.hasOwn(BOOLEANS, folded) ? BOOLEANS[folded] : undefined;
}

function typedChoice(parameter: RuledParameter, text: string): string {
  const choice = choose(parameter.rule, text);
  return ('value' in choice ? choice.value : undefined) ?? text;
}
