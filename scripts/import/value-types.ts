import { entries, type Fields, given } from './fields.ts';
import { common, shared } from './shared-parameters.ts';

const actionPreferences = ['SilentlyContinue', 'Stop', 'Continue', 'Inquire', 'Ignore', 'Suspend'];

/** Types whose kind their rule does not tell. */
const byName: Readonly<Record<string, string>> = {
  Boolean: 'boolean',
  SwitchParameter: 'switch',
  Guid: 'guid',
  DateTime: 'date',
  Object: 'any',
  PSListModifier: 'text',
  UserIdParameter: 'user',
  XdsIdentity: 'identity',
  XdsGlobalRelativeIdentity: 'identity',
};

/** How values of each type are written, for the types that the parameters have. */
export function valueTypes(rules: Fields, of: Readonly<Record<string, Fields>>): Fields {
  const all = [common, shared, ...Object.values(of).map(({ parameters }) => Object(parameters))];
  const used = new Set(all.flatMap((parameters) => entries(parameters).map(([, { type }]) => String(type))));
  return Object.fromEntries([...used].toSorted().map((type) => [type, valueType(type, Object(rules[type]))]));
}

function valueType(type: string, rule: Fields): Fields {
  if (type === 'ActionPreference') return { kind: 'enum', values: actionPreferences };
  if (type === 'List') return { kind: 'text' };
  return {
    kind: kindOf(type, rule),
    ...given('min', rule.minimum),
    // The largest 64-bit number is no number of this language.
    ...given('max', type === 'UInt64' ? undefined : rule.maximum),
    ...given('values', rule.values),
    ...given('open', rule.valuesOpen),
    ...given('numbers', rule.numericInferred === undefined ? undefined : 'inferred'),
    ...given('forms', byName[type] === 'identity' ? rule.forms : undefined),
    ...given('format', rule.format),
    ...given('list', type === 'PSListModifier' ? 'list-modifier' : rule.list && 'array'),
    ...given('from', typeof rule.from === 'string' ? [rule.from] : rule.from),
  };
}

function kindOf(type: string, rule: Fields): string {
  if (byName[type] !== undefined) return byName[type];
  if (rule.objectOnly === true) return 'object';
  if (rule.minimum !== undefined) return 'number';
  return rule.values === undefined ? 'text' : 'enum';
}
