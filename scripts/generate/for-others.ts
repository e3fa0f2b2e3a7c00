import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { resolved, type Schema } from '../../server/src/spec/schema.ts';
import { ANNOTATIONS } from './prose.ts';

/** A schema as other tools take it. */
export interface Copy {
  readonly $id: string;
  readonly title: string;
  readonly description: string;
}

type Written = Copy & Schema & { readonly $schema?: string; readonly $defs: Readonly<Record<string, Schema>> };

/** A form that a rule of ours asks for, as other tools can ask for it, and what they say of a value that has another one. */
interface Form {
  readonly pattern: string;
  readonly patternErrorMessage: string;
}

const OURS = new Set<string>(ANNOTATIONS.filter((keyword) => keyword.startsWith('x-')));

/**
 * A schema in the dialect that most other tools read, at an address that stays as long as the format does. Our keywords say nothing to
 * those tools: what they ask of a form is told by patterns.
 */
export function forOthers(name: string, { $schema: _, $defs, $id, title, description, ...schema }: Written): Copy {
  const part = (value: unknown, owner?: Schema): unknown => {
    if (Array.isArray(value)) return value.map((one) => part(one, owner));
    if (typeof value !== 'object' || value === null) return value;
    const written: Schema = value;
    const own = Object.entries(written).flatMap(([key, one]) => {
      if (OURS.has(key)) return [];
      if (key === 'properties') return [[key, each(one, (under) => part(under, written))]];
      return [[key, key === 'default' || key === 'examples' ? one : part(one, owner)]];
    });
    return withForms(Object.fromEntries(own), written['x-form'], formsOf(written, owner, $defs));
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: $id.replace('/schemas/', '/schemas/1/').replace('.schema.json', '.draft-07.schema.json'),
    title,
    description,
    $comment: `Generated from ${name}.schema.json by \`npm run generate\`.`,
    ...Object(part(schema)),
    definitions: each($defs, (one) => part(one)),
  };
}

function each(parts: object, change: (part: unknown) => unknown): object {
  return Object.fromEntries(Object.entries(parts).map(([key, one]) => [key, change(one)]));
}

/** A reference hides its neighbours in draft-07, so it goes into `allOf` beside them, as do further forms. */
function withForms(
  { $ref, ...own }: Readonly<Record<string, unknown>>,
  form: string | undefined,
  forms: readonly Form[],
): object {
  const said = {
    ...own,
    ...('pattern' in own && form !== undefined && { patternErrorMessage: `This is not ${form}.` }),
  };
  const reference = typeof $ref === 'string' ? [{ $ref: $ref.replace('#/$defs/', '#/definitions/') }] : [];
  const all = [...reference, ...forms];
  if (all.length === 0) return said;
  return all.length === reference.length && Object.keys(own).length === 0
    ? Object(reference[0])
    : { ...said, allOf: all };
}

/**
 * What our rules ask of the form of a value. In DNS and of what is inside a single label may be right; only a rule knows.
 * @param owner what holds the key of the value
 */
function formsOf(written: Schema, owner: Schema | undefined, $defs: Written['$defs']): readonly Form[] {
  const { 'x-well-formed': right, 'x-form': form = '' } = written;
  if (right !== undefined) return [{ pattern: right, patternErrorMessage: `This is not ${form}.` }];
  const whole = resolved(written, $defs);
  const shorthand = whole.properties?.[whole['x-shorthand'] ?? ''];
  // Of a definition that others refer to, those know whether it is public.
  const named = shorthand ?? (owner === undefined ? undefined : whole);
  const of = named?.['x-name'];
  if (named === undefined || of === undefined) return [];
  const holder = shorthand === undefined ? owner : whole;
  const [isInDns, isMaybeInside] = ['view', 'isLocal'].map((key) => holder?.properties?.[key] !== undefined);
  const isPublic = named['x-public'] === true && !isMaybeInside;
  return isInDns || !(isPublic || of === 'host') ? [NAME] : [NAME, WHOLE];
}

const MOST = catalog.limits['domain-name-length'].value;

const NAME: Form = {
  pattern: `^[^_]{0,${MOST}}\\.?$`,
  patternErrorMessage: `A name in federation has letters, digits and hyphens, and at most ${MOST} characters.`,
};

const WHOLE: Form = {
  pattern: '[^.]\\.[^.]',
  patternErrorMessage: 'A name is looked up as a whole. Write it with its domain.',
};
