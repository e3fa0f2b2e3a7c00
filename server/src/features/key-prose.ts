import { catalog } from '../catalog/catalog.generated.ts';
import { cmdlet, parameter } from '../catalog/cmdlets.ts';
import { serverWithoutShell } from '../deployment/shellless.ts';
import type { Spec } from '../spec/model.ts';
import { type Schema, schemaAt } from '../spec/schema.ts';
import { code, type Message, prose, say } from '../text/message.ts';
import type { Path } from '../yaml/tree.ts';
import { bold, bullet, paragraphs } from './cards.ts';
import type { Env } from './env.ts';

interface Described {
  readonly spec: Spec;
  readonly env: Env;
}

/** What the format says of the key or item at a path, as Markdown: prose, cmdlet and parameter, default, allowed values. */
export function keyProse(path: Path, schema: Schema, { spec, env }: Described): string {
  const { title, description, enum: values = [] } = schema;
  const key = path.at(-1);
  const facts: Message[] = [];
  const managed = managedBy(path);
  if (managed !== undefined && !serverWithoutShell(spec, catalog)) facts.push(say`Cmdlet: ${code(managed)}`);
  if (schema.default !== undefined) facts.push(say`Default: ${code(String(schema.default))}`);
  return paragraphs(env, [
    typeof key === 'string' && title !== undefined
      ? [{ template: '{0} {1}', values: [bold(prose(title)), code(key)] }]
      : [bold(title === undefined ? say`${String(key)}` : prose(title))],
    description === undefined ? [] : [prose(description)],
    values.map((value) => bullet(valueLine(schema, value))),
    facts.map(bullet),
  ]);
}

/** What one allowed value of the format means, as Markdown; nothing for a value that it does not list. */
export function valueProse(schema: Schema, value: unknown, env: Env): string | undefined {
  const index = schema.enum?.findIndex((one) => Object.is(one, value)) ?? -1;
  const text = schema.enumDescriptions?.[index];
  if (text === undefined) return undefined;
  return paragraphs(env, [[bold(say`${code(String(value))}`)], [prose(text)]]);
}

function valueLine(schema: Schema, value: string | number | boolean): Message {
  const text = schema.enumDescriptions?.[schema.enum?.indexOf(value) ?? -1];
  return text === undefined ? say`${code(value)}` : { template: '{0}: {1}', values: [code(value), prose(text)] };
}

/** The command that manages a key: one that changes it where there is one, else the one that makes its object. */
function managedBy(path: Path): string | undefined {
  const noun = path
    .map((_, i) => schemaAt(path.slice(0, path.length - i))?.['x-cmdlet'])
    .find((name) => name !== undefined);
  if (noun === undefined) return undefined;
  const name = schemaAt(path)?.['x-parameter'];
  const verbs = name === undefined ? ['New', 'Set'] : ['Set', 'New'];
  const found = verbs.flatMap((verb) => cmdlet(`${verb}-${noun}`) ?? []);
  if (name === undefined) return schemaAt(path)?.['x-cmdlet'] === undefined ? undefined : found[0]?.name;
  const having = found.find((one) => parameter(one, name) !== undefined);
  return having && `${having.name} -${name}`;
}
