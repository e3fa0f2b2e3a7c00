import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type SchemaObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { parse } from 'yaml';

const root = new URL('../../', import.meta.url);
const files = [
  'sources',
  'products',
  'providers',
  'hosting',
  'licences',
  'ports',
  'records',
  'xmpp',
  'clients',
  'types',
  'milestones',
  'limits',
  'levels',
  'namespaces',
  'ranges',
  'gates',
  'order',
  'needs',
  'lifetimes',
  'usages',
  'topologies',
] as const;

/** Path under the repository of the generated facts. */
export const catalogPath = 'server/src/catalog/catalog.generated.ts';

/** Path under the repository of the generated cmdlet reference. */
export const cmdletsPath = 'server/src/catalog/cmdlets.generated.ts';

/** Path under the repository of the generated symptoms and their causes. */
export const symptomsPath = 'server/src/catalog/symptoms.generated.ts';

/** Path under the repository of the generated sentences about cmdlets and parameters. */
export const cmdletProsePath = 'server/src/catalog/cmdlet-prose.generated.ts';

type Entry = Readonly<Record<string, unknown>>;
type Collection = Readonly<Record<string, Entry>>;
type Facts = Readonly<Record<(typeof files)[number], Collection>>;

/**
 * Reads the facts, checks them and writes them as TypeScript.
 * @returns the text of each generated file, by its path under the repository
 * @throws with every fault found, when a fact breaks the schema or names an id that does not exist
 */
export async function generateCatalog(): Promise<ReadonlyMap<string, string>> {
  const schema = JSON.parse(await read('schemas/catalog.schema.json'));
  const validator = schemaValidator(schema);
  const facts = resolveMilestones(await readFacts());
  requireValid(validator(''), facts, 'server/src/catalog/data');
  requireKnownIds(facts);
  const cmdlets: unknown = JSON.parse(await read('server/src/catalog/cmdlets.json'));
  requireValid(validator('#/$defs/CmdletReference'), cmdlets, 'server/src/catalog/cmdlets.json');
  const cmdletProse: unknown = parse(await read('server/src/catalog/cmdlet-prose.yaml'));
  requireValid(validator('#/$defs/CmdletProse'), cmdletProse, 'server/src/catalog/cmdlet-prose.yaml');
  const symptoms = await readSymptoms();
  requireValid(validator('#/$defs/SymptomReference'), symptoms, 'server/src/catalog/symptoms');
  return new Map([
    [catalogPath, await catalogText(schema, facts)],
    [symptomsPath, symptomsText(symptoms)],
    [cmdletsPath, cmdletsText(cmdlets)],
    [cmdletProsePath, cmdletProseText(cmdletProse)],
  ]);
}

async function read(path: string): Promise<string> {
  return readFile(fileURLToPath(new URL(path, root)), 'utf8');
}

async function readFacts(): Promise<Facts> {
  const entries = files.map(async (file) => [file, parse(await read(`server/src/catalog/data/${file}.yaml`))]);
  return Object.fromEntries(await Promise.all(entries));
}

async function readSymptoms(): Promise<Readonly<Record<string, Collection>>> {
  const parts = ['sources', 'causes', 'symptoms'].map(async (part) => {
    return [part, parse(await read(`server/src/catalog/symptoms/${part}.yaml`))];
  });
  return Object.fromEntries(await Promise.all(parts));
}

/** A date may be written `{ milestone: id }`, so that a day is stated once. */
function resolveMilestones(facts: Facts): Facts {
  const resolve = (_key: string, value: unknown): unknown => {
    if (typeof value !== 'object' || value === null || !('milestone' in value)) return value;
    const milestone = facts.milestones[String(value.milestone)];
    if (milestone === undefined) throw new Error(`No such milestone: ${value.milestone}`);
    return milestone.date;
  };
  return JSON.parse(JSON.stringify(facts, resolve));
}

function schemaValidator(schema: SchemaObject): (pointer: string) => ValidateFunction {
  const ajv = new Ajv2020({ allErrors: true, discriminator: true, allowUnionTypes: true, keywords: ['tsType'] });
  addFormats.default(ajv);
  ajv.addSchema(schema);
  return (pointer) => ajv.compile({ $ref: `${schema.$id}${pointer}` });
}

function requireValid(validate: ValidateFunction, value: unknown, where: string): void {
  if (validate(value)) return;
  const faults = (validate.errors ?? []).map((error) => `  ${error.instancePath} ${error.message}`);
  throw new Error(`${where} breaks schemas/catalog.schema.json:\n${faults.join('\n')}`);
}

function requireKnownIds(facts: Facts): void {
  const faults: string[] = [];
  const require = (collection: Collection, ids: unknown, where: string): void => {
    for (const id of [ids].flat(3)) {
      if (typeof id === 'string' && !Object.hasOwn(collection, id)) faults.push(`  ${where}: no such id: ${id}`);
    }
  };
  const visit = (value: unknown, where: string): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === 'sources') require(facts.sources, inner, where);
      else if (key === 'requires') require(facts.licences, inner, where);
      else if (key === 'successor') require(facts.providers, inner, where);
      else if (key === 'parametersOf' || key === 'products') require(facts.products, inner, where);
      else visit(inner, `${where}/${key}`);
    }
  };
  for (const file of files) {
    for (const [id, entry] of Object.entries(facts[file])) visit(entry, `${file}/${id}`);
  }
  if (faults.length > 0) throw new Error(`The catalog names ids that it does not hold:\n${faults.join('\n')}`);
}

async function catalogText(schema: JSONSchema, facts: Facts): Promise<string> {
  const types = await compile(withoutSmallDefinitions(schema), 'Catalog', {
    bannerComment: '',
    additionalProperties: false,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 120 },
  });
  return [
    '// Generated from server/src/catalog/data and schemas/catalog.schema.json by scripts/generate/catalog.ts.',
    '',
    idUnion('SourceId', facts.sources),
    idUnion('ProductId', facts.products),
    idUnion('ShellProductId', withShell(facts.products)),
    idUnion('ProviderId', facts.providers),
    idUnion('HostingId', facts.hosting),
    idUnion('LicenceId', facts.licences),
    idUnion('PortId', facts.ports),
    idUnion('RecordId', facts.records),
    idUnion('XmppServiceId', facts.xmpp),
    idUnion('ClientId', facts.clients),
    idUnion('TypeId', facts.types),
    idUnion('MilestoneId', facts.milestones),
    idUnion('LimitId', facts.limits),
    idUnion('LevelId', facts.levels),
    idUnion('NamespaceId', facts.namespaces),
    idUnion('RangeId', facts.ranges),
    idUnion('GateId', facts.gates),
    idUnion('CommandPlaceId', facts.order),
    idUnion('NeedId', facts.needs),
    idUnion('LifetimeId', facts.lifetimes),
    idUnion('UsageId', facts.usages),
    idUnion('TopologyId', facts.topologies),
    recordTypes(facts.records),
    readonlyTypes(types),
    '/** All facts. */',
    `export const catalog: Catalog = ${JSON.stringify(facts, null, 2)};`,
    '',
  ].join('\n');
}

function withShell(products: Collection): Collection {
  return Object.fromEntries(Object.entries(products).filter(([id, product]) => product.parametersOf === id));
}

function idUnion(name: string, collection: Collection): string {
  const ids = Object.keys(collection).map((id) => `\n  | '${id}'`);
  return `export type ${name} =${ids.join('')};\n`;
}

const recordTypeByKind: Readonly<Record<string, string>> = {
  srv: 'SrvRecord',
  host: 'HostRecord',
  alias: 'AliasRecord',
};

/** Each record has its own type, so that the port and the usual target of an SRV record are known to be there. */
function recordTypes(records: Collection): string {
  const fields = Object.entries(records).map(([id, record]) => {
    const target = 'targetLabel' in record ? ` & Required<Pick<SrvRecord, 'targetLabel'>>` : '';
    return `  readonly '${id}': ${recordTypeByKind[String(record.kind)]}${target};\n`;
  });
  return `/** The DNS records by id. */\nexport interface DnsRecords {\n${fields.join('')}}\n`;
}

/** Only a definition with a capital becomes a type of its own; a small one is written out where it is used. */
function withoutSmallDefinitions(schema: JSONSchema): JSONSchema {
  const definitions: Readonly<Record<string, JSONSchema>> = schema.$defs;
  const inline = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inline);
    if (typeof value !== 'object' || value === null) return value;
    const { $ref: ref, minItems: _, ...rest }: JSONSchema = value;
    const small = /^#\/\$defs\/([a-z]\w*)$/.exec(ref ?? '')?.[1];
    if (small !== undefined) return inline({ ...definitions[small], ...rest });
    const fields = Object.entries(rest).map(([key, inner]) => [key, inline(inner)]);
    return { ...(ref === undefined ? {} : { $ref: ref }), ...Object.fromEntries(fields) };
  };
  const named = Object.entries(definitions).filter(([name]) => /^[A-Z]/.test(name));
  return Object(inline({ ...schema, $defs: Object.fromEntries(named) }));
}

function readonlyTypes(types: string): string {
  return types
    .replace(/\n \*\n \* This interface was referenced by [^/]*\*\//g, '\n */')
    .replace(/\/\*\*\n \* This interface was referenced by [^/]*\*\/\n/g, '')
    .replace(/^( *)\/\*\*\n *\* (.*)\n *\*\/$/gm, '$1/** $2 */')
    .replace(/^( +)(\w+\??:)/gm, '$1readonly $2')
    .replace(/^( +readonly \w+\??:) (\w+|\([^)]*\))\[\];/gm, '$1 readonly $2[];')
    .replace(/^}\n(?=.)/gm, '}\n\n');
}

function cmdletsText(cmdlets: unknown): string {
  return [
    '// Generated from server/src/catalog/cmdlets.json by scripts/generate/catalog.ts.',
    '',
    "import type { CmdletReference } from './catalog.generated.ts';",
    '',
    '/** The cmdlets and their parameters, by full name. */',
    `export const cmdletReference: CmdletReference = ${parsed(cmdlets)};`,
    '',
  ].join('\n');
}

function symptomsText(symptoms: unknown): string {
  return [
    '// Generated from server/src/catalog/symptoms by scripts/generate/catalog.ts.',
    '',
    "import type { SymptomReference } from './catalog.generated.ts';",
    '',
    '/** What hurts, why, and the documents behind it. Large: only what is asked for it loads it. */',
    `export const symptomReference: SymptomReference = ${parsed(symptoms)};`,
    '',
  ].join('\n');
}

function cmdletProseText(prose: unknown): string {
  return [
    '// Generated from server/src/catalog/cmdlet-prose.yaml by scripts/generate/catalog.ts.',
    '',
    "import type { CmdletProse } from './catalog.generated.ts';",
    '',
    '/** What cmdlets and parameters are for, by full name. */',
    `export const cmdletProse: CmdletProse = ${parsed(prose)};`,
    '',
  ].join('\n');
}

/** Data as text that is parsed on load, which takes a third of the time of the same data as code. */
function parsed(data: unknown): string {
  return `JSON.parse('${JSON.stringify(data).replace(/[\\']/g, '\\$&')}')`;
}
