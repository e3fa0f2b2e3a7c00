import { nouns } from '../../../catalog/nouns.ts';
import { code, type Message, say } from '../../../text/message.ts';
import { type Found, isProperties, nothingFound } from '../found.ts';
import { itemsOf, parseJson, placesOf, valueIn } from './json-text.ts';
import type { NamedText, Reader } from './reader.ts';

/** What ScubaGear saw of a tenant: `ProviderSettingsExport.json`, or its results, which hold the same. */
export const scubagear: Reader = {
  format: 'scubagear',
  about: say`what ScubaGear collected of a tenant (${code('ProviderSettingsExport.json')}, ${code('ScubaResults.json')})`,
  gives: say`the tenant: what its ${code('federation_configuration')} shows`,
  takes: ({ text }) => /^\s*\{/.test(text) && KEY.test(text),
  read: (file) => fromExport(file),
};

const NAME = 'federation_configuration';
const KEY = new RegExp(`"${NAME}"\\s*:`);

function fromExport({ text, source }: NamedText): Found | Message | undefined {
  const all = parseJson(text, source);
  if (all === undefined || 'fault' in all) return all?.fault;
  const told = [all, valueIn(all, 'Raw')].find((one) => isProperties(one.value) && one.value[NAME] !== undefined);
  if (told === undefined) return undefined;
  const shown = valueIn(told, NAME);
  const { value: captured } = valueIn(told, 'timestamp_zulu');
  const settings = itemsOf(shown).filter(({ value }) => isProperties(value));
  if (settings.length === 0)
    return say`${code(source)} shows nothing of the federation settings (line ${shown.place?.line ?? 1}): ScubaGear was not asked for Teams, or could not look.`;
  return {
    ...nothingFound,
    objects: settings.map((one) => ({
      noun: nouns.tenantFederation,
      properties: Object.fromEntries(Object.entries(one.value ?? {}).filter(([name]) => !BOOKKEEPING.has(name))),
      source,
      ...placesOf(one),
      comments: [],
      doubts: {},
    })),
    ...(typeof captured === 'string' && { captured }),
  };
}

/** How the service keeps the object. */
const BOOKKEEPING: ReadonlySet<string> = new Set(['Key', 'ConfigMetadata', 'ConfigId', 'DataSource']);
