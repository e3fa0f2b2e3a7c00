import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';

/**
 * Brings a harvest of the cmdlet reference pages into the compact form of server/src/catalog/cmdlets.json.
 * Run it by hand: node scripts/import-cmdlets.ts IN OUT && biome format --write OUT
 */

type Fields = Readonly<Record<string, unknown>>;

/** Parameters that say how a command runs, not what it changes: stated once for all cmdlets. */
const common: Readonly<Record<string, string>> = {
  AsJob: 'SwitchParameter',
  BypassDualWrite: 'Object',
  Confirm: 'SwitchParameter',
  Debug: 'SwitchParameter',
  ErrorAction: 'ActionPreference',
  ErrorVariable: 'String',
  Force: 'SwitchParameter',
  InMemory: 'SwitchParameter',
  InformationAction: 'ActionPreference',
  InformationVariable: 'String',
  Instance: 'PSObject',
  OutBuffer: 'Int32',
  OutVariable: 'String',
  PipelineVariable: 'String',
  Tenant: 'Guid',
  Verbose: 'SwitchParameter',
  WarningAction: 'ActionPreference',
  WarningVariable: 'String',
  WhatIf: 'SwitchParameter',
};

/** Runs against the tenant, so a harvest of the server's pages lacks it. */
const tenantCmdlets: Readonly<Record<string, Fields>> = {
  'Set-CsTenantFederationConfiguration': {
    appliesTo: [],
    parameters: {
      AllowedDomains: { type: 'Object' },
      AllowedDomainsAsAList: { type: 'List', format: 'domain', list: 'list-modifier' },
      AllowFederatedUsers: { type: 'Boolean', default: true },
      AllowPublicUsers: { type: 'Boolean', default: true },
      AllowTeamsConsumer: { type: 'Boolean', default: true },
      AllowTeamsConsumerInbound: { type: 'Boolean', default: true },
      BlockAllSubdomains: { type: 'Boolean' },
      BlockedDomains: { type: 'List', format: 'domain', list: 'list-modifier', nullable: true },
      Identity: { type: 'XdsIdentity' },
      SharedSipAddressSpace: { type: 'Boolean' },
      TreatDiscoveredPartnersAsUnverified: { type: 'Boolean' },
    },
    sets: [],
    doc: 'https://learn.microsoft.com/powershell/module/teams/set-cstenantfederationconfiguration',
  },
};

const shellProducts = ['lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019'];

const [input, output] = process.argv.slice(2);
if (input === undefined || output === undefined) throw new Error('usage: node scripts/import-cmdlets.ts IN OUT');
const pages: Readonly<Record<string, Fields>> = JSON.parse(await readFile(input, 'utf8'));
const serverCmdlets = Object.entries(pages).map(([name, page]) => [name, compactCmdlet(name, page)] as const);
const cmdlets = { ...Object.fromEntries(serverCmdlets), ...tenantCmdlets };
await writeFile(output, `${JSON.stringify({ common, cmdlets })}\n`);

function compactCmdlet(name: string, page: Fields): Fields {
  const appliesTo = corrected(name, onPremises(page.appliesTo));
  const parameters = entries(page.parameters).filter(([parameter]) => !Object.hasOwn(common, parameter));
  return {
    appliesTo,
    parameters: Object.fromEntries(
      parameters.map(([parameter, fields]) => [parameter, compactParameter(parameter, fields, appliesTo)]),
    ),
    sets: parameterSets(page),
    doc: page.doc ?? `https://learn.microsoft.com/powershell/module/skypeforbusiness/${name.toLowerCase()}`,
  };
}

function compactParameter(name: string, fields: Fields, cmdletAppliesTo: readonly string[]): Fields {
  const appliesTo = corrected(name, onPremises(fields.appliesTo));
  return {
    type: fields.type,
    ...given('mandatory', fields.mandatoryDisputed === true ? 'disputed' : fields.mandatory || undefined),
    ...given('aliases', nonEmpty(fields.aliases)),
    ...given('values', texts(fields.values)),
    ...given('valuesOpen', fields.valuesOpen),
    ...given('deprecatedValues', nonEmpty(Object.keys(Object(fields.deprecatedValues)))),
    // The reference says Lync Server 2013, whose own guides ask for the value.
    ...given('deprecatedFrom', nonEmpty(Object.keys(Object(fields.deprecatedValues))) && 'sfb-2015'),
    ...given('deprecated', fields.deprecated),
    ...given('default', defaultValue(fields, appliesTo)),
    ...given('min', fields.minimum),
    ...given('max', fields.maximum),
    ...given('unit', fields.unit),
    ...given('format', fields.format),
    ...given('pattern', fields.pattern),
    ...given('list', fields.listForm),
    ...given('nullable', fields.nullable),
    ...given('reserved', fields.reserved),
    ...given('appliesTo', sameItems(appliesTo, cmdletAppliesTo) ? undefined : appliesTo),
    ...given('cumulativeUpdate', nameDecorationUpdate(name, appliesTo)),
  };
}

/** The pages still list Skype for Business Server 2019 for XMPP, which that release removed. */
function corrected(name: string, appliesTo: readonly string[]): readonly string[] {
  return name.includes('Xmpp') ? appliesTo.filter((product) => product !== 'sfb-2019') : appliesTo;
}

/** The default of the servers, where the page gives the online service another one. */
function defaultValue(fields: Fields, appliesTo: readonly string[]): unknown {
  const byProduct: Fields = Object(fields.defaultByProduct);
  const [first, ...others] = new Set(appliesTo.map((product) => byProduct[product]));
  return (others.length === 0 ? first : undefined) ?? fields.default ?? undefined;
}

/**
 * The provisioning guide of 2019 asks for cumulative update 5 for name decoration as a whole; the pages name it for two
 * parameters of the three. Updates that the pages name by their month have no number to compare, so they are left out.
 */
function nameDecorationUpdate(name: string, appliesTo: readonly string[]): Fields | undefined {
  return name.startsWith('NameDecoration') && appliesTo.includes('lync-2013') ? { 'lync-2013': 5 } : undefined;
}

function parameterSets(page: Fields): readonly Fields[] {
  const sets: readonly Fields[] = Array.isArray(page.parameterSets) ? page.parameterSets : [];
  const own = (names: unknown): readonly string[] =>
    Array.isArray(names) ? names.filter((name) => !Object.hasOwn(common, name)) : [];
  return sets
    .map((set) => ({
      name: set.name,
      parameters: own(set.parameters),
      ...given('mandatory', nonEmpty(own(set.mandatory))),
      ...given('positional', nonEmpty(own(set.positional))),
    }))
    .filter((set) => set.parameters.length > 0);
}

function onPremises(products: unknown): readonly string[] {
  return shellProducts.filter((product) => Array.isArray(products) && products.includes(product));
}

function entries(value: unknown): readonly (readonly [string, Fields])[] {
  return Object.entries(Object(value));
}

function given(key: string, value: unknown): Fields {
  return value === undefined ? {} : { [key]: value };
}

function nonEmpty(value: unknown): unknown {
  return Array.isArray(value) && value.length > 0 ? value : undefined;
}

function texts(values: unknown): unknown {
  return Array.isArray(values) ? nonEmpty(values.map(String)) : undefined;
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}
