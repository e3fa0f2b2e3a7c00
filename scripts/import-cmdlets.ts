import { readFile, writeFile } from 'node:fs/promises';
import process from 'node:process';
import { constraintsOf } from './import/constraints.ts';
import { disputes } from './import/disputes.ts';
import { entries, type Fields, given, listOf, namesIn, nonEmpty } from './import/fields.ts';
import { common, shared } from './import/shared-parameters.ts';
import { ofTeamsPolicy, tenantCmdlets, tenantTypes } from './import/tenant-cmdlets.ts';
import { valueTypes } from './import/value-types.ts';

/**
 * Brings a harvest of the cmdlet reference pages, and of the types of their parameters, into the compact form of
 * server/src/catalog/cmdlets.json. Run it by hand: node scripts/import-cmdlets.ts CMDLETS TYPES OUT && biome format --write OUT
 */

/** What only the edition of a page in the Teams module has, or says to be of Teams alone. */
const onlyInTeams: Readonly<Record<string, Fields>> = {
  'New-CsExternalAccessPolicy': ofTeamsPolicy,
  'Set-CsExternalAccessPolicy': ofTeamsPolicy,
};

/** What a guide of Microsoft, or another edition of the page, passes although the harvested page lacks it. */
const unlisted: Readonly<Record<string, readonly string[]>> = {
  'New-CsHostingProvider': ['Name'],
};

const shellProducts = ['lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019'];

const [input, typesInput, output] = process.argv.slice(2);
if (input === undefined || typesInput === undefined || output === undefined) {
  throw new Error('usage: node scripts/import-cmdlets.ts CMDLETS TYPES OUT');
}
const pages: Readonly<Record<string, Fields>> = JSON.parse(await readFile(input, 'utf8'));
const harvest: Fields = JSON.parse(await readFile(typesInput, 'utf8'));
const serverCmdlets = Object.entries(pages).map(
  ([name, page]) => [name, withTeams(compactCmdlet(name, page), onlyInTeams[name])] as const,
);
const cmdlets = { ...Object.fromEntries(serverCmdlets), ...tenantCmdlets };
const types = valueTypes({ ...Object(harvest.types), ...tenantTypes }, cmdlets);
await writeFile(output, `${JSON.stringify({ common, shared, types, cmdlets })}\n`);

function compactCmdlet(name: string, page: Fields): Fields {
  const appliesTo = corrected(name, onPremises(page.appliesTo));
  const parameters = entries(page.parameters).filter(([parameter]) => !Object.hasOwn(common, parameter));
  const own = parameters.filter(([parameter]) => !Object.hasOwn(shared, parameter));
  const borrowed = parameters.filter(([parameter]) => Object.hasOwn(shared, parameter));
  return {
    appliesTo,
    ...given('updateMonth', updateMonth(page)),
    ...lastDocumented(page),
    ...given('disputed', disputes(page)),
    ...given('unlisted', unlisted[name]),
    parameters: Object.fromEntries(
      own.map(([parameter, fields]) => [parameter, compactParameter(parameter, fields, appliesTo)]),
    ),
    shared: Object.fromEntries(
      borrowed.map(([parameter, fields]) => [parameter, compactShared(parameter, fields, appliesTo)]),
    ),
    sets: parameterSets(page),
    ...given('constraints', nonEmpty(constraintsOf(page))),
    doc: page.doc ?? `https://learn.microsoft.com/powershell/module/skypeforbusiness/${name.toLowerCase()}`,
  };
}

/** The page of the servers and that of the Teams module are about one cmdlet, which has the parameters of both. */
function withTeams(cmdlet: Fields, added: Fields | undefined): Fields {
  if (added === undefined) return cmdlet;
  const own = entries(added).map(([name, about]) => [name, { ...about, appliesTo: [] }]);
  return {
    ...cmdlet,
    parameters: { ...Object(cmdlet.parameters), ...Object.fromEntries(own) },
    sets: listOf(cmdlet.sets).map((set) => ({
      ...set,
      parameters: [...new Set([...namesIn(set.parameters), ...Object.keys(added)])],
    })),
  };
}

function compactShared(name: string, fields: Fields, cmdletAppliesTo: readonly string[]): Fields {
  const appliesTo = corrected(name, onPremises(fields.appliesTo));
  return {
    ...lastDocumented(fields),
    ...given('reserved', fields.reserved),
    ...given('appliesTo', sameItems(appliesTo, cmdletAppliesTo) ? undefined : appliesTo),
  };
}

/** Only older editions of a page have what the newest lacks. */
function lastDocumented(fields: Fields): Fields {
  return given('lastDocumented', fields.docStatus === 'removed' ? fields.lastDocumented : undefined);
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
    ...given('deprecatedSince', fields.deprecatedSince),
    ...lastDocumented(fields),
    ...given('disputed', disputes(fields)),
    ...given('default', defaultValue(fields, appliesTo)),
    ...given('defaultIn', defaultsByProduct(fields, appliesTo)),
    ...given('min', fields.minimum),
    ...given('max', fields.maximum),
    ...given('unit', fields.unit),
    ...given('format', fields.format),
    ...given('pattern', fields.pattern),
    ...given('list', fields.listForm),
    ...given('nullable', fields.nullable),
    ...given('reserved', fields.reserved),
    ...given('secret', fields.secret),
    ...given('wildcards', fields.wildcards),
    ...given('forms', fields.identityForms),
    ...given('pipeline', fields.pipeline === undefined ? undefined : true),
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

/** Defaults of single products, where the products differ. */
function defaultsByProduct(fields: Fields, appliesTo: readonly string[]): Fields | undefined {
  const byProduct: Fields = Object(fields.defaultByProduct);
  const own = appliesTo.filter((product) => byProduct[product] !== undefined && byProduct[product] !== fields.default);
  if (own.length === 0 || own.length === appliesTo.length) return undefined;
  return Object.fromEntries(own.map((product) => [product, byProduct[product]]));
}

/**
 * The provisioning guide of 2019 asks for cumulative update 5 for name decoration as a whole; the pages name it for two
 * parameters of the three. Updates that the pages name by their month have no number to compare, so they are left out.
 */
function nameDecorationUpdate(name: string, appliesTo: readonly string[]): Fields | undefined {
  return name.startsWith('NameDecoration') && appliesTo.includes('lync-2013') ? { 'lync-2013': 5 } : undefined;
}

/** The update of November 2011 brought mobility to Lync Server 2010; its page names it by its month alone. */
function updateMonth(page: Fields): Fields | undefined {
  const isNamed = page.introduced === 'lync-2010' && page.introducedUpdate === 'cumulative update November 2011';
  return isNamed ? { 'lync-2010': '2011-11' } : undefined;
}

function parameterSets(page: Fields): readonly Fields[] {
  const sets = listOf(page.parameterSets);
  const isEverywhere = (name: string) => sets.every((set) => namesIn(set.parameters).includes(name));
  const listed = (names: unknown) =>
    namesIn(names).filter(
      (name) => !Object.hasOwn(common, name) && !(Object.hasOwn(shared, name) && isEverywhere(name)),
    );
  return sets
    .map((set) => ({
      name: set.name,
      ...given('default', set.default),
      ...given('lastDocumented', set.fromHistory),
      parameters: listed(set.parameters),
      ...given('mandatory', nonEmpty(listed(set.mandatory))),
      ...given('positional', nonEmpty(listed(set.positional))),
    }))
    .filter((set) => set.parameters.length > 0);
}

function onPremises(products: unknown): readonly string[] {
  return shellProducts.filter((product) => Array.isArray(products) && products.includes(product));
}

function texts(values: unknown): unknown {
  return Array.isArray(values) ? nonEmpty(values.map(String)) : undefined;
}

function sameItems(one: readonly string[], other: readonly string[]): boolean {
  return one.join() === other.join();
}
