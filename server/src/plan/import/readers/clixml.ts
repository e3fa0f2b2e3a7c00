import { code, type Message, say } from '../../../text/message.ts';
import {
  type Found,
  type FoundObject,
  type FoundValue,
  type Lines,
  MOST_LEVELS,
  tooDeep,
  type Unread,
  withOthers,
} from '../found.ts';
import { nounOfTypes } from '../nouns.ts';
import type { Reader } from './reader.ts';
import { type Element, elements } from './xml.ts';

/** What `Export-Clixml` wrote. */
export const clixml: Reader = {
  format: 'clixml',
  about: say`what ${code('Export-Clixml')} wrote`,
  gives: say`all that the cmdlets showed`,
  takes: ({ text }) => /^\s*(?:<\?xml[^>]*>\s*)?<Objs\b/.test(text),
  read: ({ text, source }, noun) => fromClixml(text, source, noun),
};

function fromClixml(text: string, source: string, noun: string | undefined): Found | Message {
  const { root, fault, deepLine } = elements(text);
  if (deepLine !== undefined) return tooDeep(source, deepLine);
  const unread: Unread[] = fault === undefined ? [] : [{ source, text: '<Objs>', reason: say`${fault}` }];
  const values = new Values(root);
  const objects: FoundObject[] = [];
  for (const one of root.children.flatMap((child) => listed(child, values))) {
    const properties = isObject(one) ? values.propertiesOf(one) : undefined;
    if (values.isEndless) return endless(source);
    if (properties) {
      const told = noun ?? values.nounOf(one);
      const { line, last } = one;
      objects.push({
        noun: told,
        properties,
        source,
        line,
        last,
        placeOf: (name) => values.placeOf(one, name),
        comments: [],
        doubts: {},
      });
    } else if (one.name !== 'Nil') {
      unread.push({ source, text: `<${one.name}> ${one.text.trim()}`, reason: say`It is no object with properties.` });
    }
  }
  return { objects: fault === undefined ? objects : cutOff(objects), unread, comments: [] };
}

/** What a damaged file tells: other objects may be there, and the last one may have more to it, as may its last value. */
function cutOff(objects: readonly FoundObject[]): readonly FoundObject[] {
  const told = withOthers(objects);
  const last = told.at(-1);
  if (last === undefined) return told;
  const name = Object.keys(last.properties).at(-1);
  const doubts = name === undefined ? {} : { [name]: say`The file is damaged there.` };
  return [...told.slice(0, -1), { ...last, doubts }];
}

function endless(source: string): Message {
  return say`${code(source)} repeats its objects by references within references, so it is not read: no cmdlet writes such a capture.`;
}

/** The items of an object that is a list, else the object. */
function listed(one: Element, values: Values): readonly Element[] {
  const items = isObject(one) && !childNamed(one, 'Props') ? itemsOf(one) : undefined;
  if (items === undefined) return [one];
  values.open(one);
  return items;
}

function isObject({ name }: Element): boolean {
  return name === 'Obj';
}

function childNamed(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

/** The properties of an object with their names; undefined where it has no place for any. */
function membersOf({ children }: Element): readonly (readonly [string, Element])[] | undefined {
  const members = children.filter(({ name }) => name === 'Props' || name === 'MS');
  if (members.length === 0) return undefined;
  const named = members.flatMap((one) =>
    one.children.map((child) => [unescaped(child.attributes.N ?? ''), child] as const),
  );
  return named.filter(([name]) => name !== '');
}

function itemsOf(object: Element): readonly Element[] | undefined {
  return object.children.find(({ name }) => ['LST', 'IE', 'STK', 'QUE'].includes(name))?.children;
}

/** Values that references may add before a file counts as an attack; an honest one stays far below. */
const MOST_REPEATED = 100_000;

/** What elements stand for, also those that are written once and pointed at. */
class Values {
  /** What is pointed at: objects, and the types of objects. */
  readonly #shared = new Map<string, Element>();
  readonly #nouns = new Map<Element, string | undefined>();
  /** The objects that are being read: a reference to one of them has no end. */
  readonly #open = new Set<Element>();
  #depth = 0;
  #references = 0;
  #repeated = 0;
  #isEndless = false;

  constructor(root: Element) {
    this.#collect(root);
  }

  /** Whether references make more of the text than it is; then what was read is not all of it. */
  get isEndless(): boolean {
    return this.#isEndless;
  }

  /** Says that an object is being read as long as others are. */
  open(object: Element): void {
    this.#open.add(object);
  }

  propertiesOf(object: Element): Readonly<Record<string, FoundValue>> | undefined {
    const members = membersOf(object);
    if (members === undefined) return undefined;
    this.#open.add(object);
    const values = members.map(([name, one]) => [name, this.#read(one)] as const);
    this.#open.delete(object);
    return Object.fromEntries(values);
  }

  /** Where a property stands; what is written elsewhere stands there. */
  placeOf(object: Element, property: string): Lines | undefined {
    const one = membersOf(object)?.find(([name]) => name === property)?.[1];
    return one?.name === 'Ref' ? this.#shared.get(`Obj${one.attributes.RefId}`) : one;
  }

  nounOf(object: Element): string | undefined {
    const types = this.#typesOf(object);
    if (types === undefined) return undefined;
    if (!this.#nouns.has(types)) {
      this.#nouns.set(types, nounOfTypes(types.children.map(({ text }) => text)));
    }
    return this.#nouns.get(types);
  }

  #collect(element: Element): void {
    const id = element.attributes.RefId;
    if (id !== undefined && (element.name === 'Obj' || element.name === 'TN'))
      this.#shared.set(element.name + id, element);
    for (const child of element.children) this.#collect(child);
  }

  #typesOf(object: Element): Element | undefined {
    const reference = childNamed(object, 'TNRef')?.attributes.RefId;
    return childNamed(object, 'TN') ?? (reference === undefined ? undefined : this.#shared.get(`TN${reference}`));
  }

  #read(element: Element): FoundValue {
    if (this.#references > 0) this.#repeated++;
    this.#isEndless ||= this.#repeated > MOST_REPEATED || this.#depth > 2 * MOST_LEVELS;
    if (this.#isEndless) return null;
    this.#depth++;
    const value = this.#value(element);
    this.#depth--;
    return value;
  }

  #value(element: Element): FoundValue {
    const { name, text } = element;
    if (name === 'Nil') return null;
    if (name === 'B') return text.trim() === 'true';
    if (NUMBERS.has(name)) return Number(text);
    if (name === 'Ref') return this.#referred(element);
    return name === 'Obj' ? this.#object(element) : unescaped(text);
  }

  #referred({ attributes }: Element): FoundValue {
    const meant = this.#shared.get(`Obj${attributes.RefId ?? ''}`);
    if (meant === undefined || this.#open.has(meant)) return null;
    this.#references++;
    const value = this.#read(meant);
    this.#references--;
    return value;
  }

  #object(element: Element): FoundValue {
    const items = itemsOf(element);
    if (items) {
      this.#open.add(element);
      const values = items.map((item) => this.#read(item));
      this.#open.delete(element);
      return values;
    }
    const shown = childNamed(element, 'ToString')?.text;
    // What has no words of its own shows the name of its type; of a CIM class, the last part of it.
    const isType = this.#typesOf(element)?.children.some(({ text }) => text === shown || text.endsWith(`/${shown}`));
    if (shown !== undefined && !isType) return unescaped(shown);
    // One of a known type that has neither words nor properties is there all the same.
    return this.propertiesOf(element) ?? (isType ? {} : null);
  }
}

const NUMBERS: ReadonlySet<string> = new Set(['I16', 'I32', 'I64', 'U16', 'U32', 'U64', 'By', 'SB', 'Db', 'Sg', 'D']);

/** `_x000A_` stands for a line feed. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
