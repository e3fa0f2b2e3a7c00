import { nouns } from '../../../catalog/nouns.ts';
import { code, type Message, say } from '../../../text/message.ts';
import { type Found, type FoundValue, isListed, isProperties, nothingFound } from '../found.ts';
import { lineOf, parseJson } from './json-text.ts';
import type { NamedText, Reader } from './reader.ts';

/** What ScubaGear saw of a tenant: `ProviderSettingsExport.json`, or its results, which hold the same. */
export const scubagear: Reader = {
  format: 'scubagear',
  about: say`what ScubaGear collected of a tenant (${code('ProviderSettingsExport.json')}, ${code('ScubaResults.json')})`,
  gives: say`the tenant: what its ${code('federation_configuration')} shows`,
  takes: ({ text }) => /^\s*\{/.test(text) && KEY.test(text),
  read: (file) => fromExport(file),
};

const KEY = /"federation_configuration"\s*:/;

function fromExport({ text, source }: NamedText): Found | Message | undefined {
  const parsed = parseJson(text, source);
  if (parsed === undefined || 'fault' in parsed) return parsed?.fault;
  const { data } = parsed;
  const told = [data, isProperties(data) ? data.Raw : undefined].find(
    (one) => isProperties(one) && one.federation_configuration !== undefined,
  );
  if (!isProperties(told)) return undefined;
  const line = lineOf(text, KEY);
  const { federation_configuration: shown, timestamp_zulu: captured } = told;
  const settings = listOf(shown).filter((one) => isProperties(one));
  if (settings.length === 0)
    return say`${code(source)} shows nothing of the federation settings (line ${line}): ScubaGear was not asked for Teams, or could not look.`;
  return {
    ...nothingFound,
    objects: settings.map((properties) => ({
      noun: nouns.tenantFederation,
      properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !BOOKKEEPING.has(name))),
      source,
      line,
      comments: [],
      doubts: {},
    })),
    ...(typeof captured === 'string' && { captured }),
  };
}

function listOf(value: FoundValue | undefined): readonly FoundValue[] {
  return isListed(value) ? value : value === undefined ? [] : [value];
}

/** How the service keeps the object. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['Key', 'ConfigMetadata', 'ConfigId', 'DataSource']);
