import sax from 'sax';
import { prose, say } from '../../text/message.ts';
import type { Found, FoundObject, FoundValue, Unread } from './found.ts';
import { nounPlaces } from './nouns.ts';

/** Reads what `Export-Clixml` wrote. */
export function fromClixml(text: string, source: string, noun: string | undefined): Found {
  const { root, fault } = elements(text);
  const unread: Unread[] = fault === undefined ? [] : [{ source, text: '<Objs>', reason: prose(fault) }];
  const shared = references(root);
  const objects: FoundObject[] = [];
  for (const one of listed(root)) {
    const properties = isObject(one) ? propertiesOf(one, shared) : undefined;
    if (properties) {
      const told = noun ?? nounOfType(typesOf(one, shared));
      objects.push({ noun: told, properties, source, comments: [], doubts: {} });
    } else if (one.name !== 'Nil') {
      unread.push({ source, text: `<${one.name}> ${one.text.trim()}`, reason: say`It is no object with properties.` });
    }
  }
  return { objects, unread, comments: [] };
}

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

function elements(text: string): { readonly root: Element; readonly fault: string | undefined } {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open: Element[] = [root];
  let fault: string | undefined;
  const xml = sax.parser(true);
  const add = (part: string) => {
    const last = open.at(-1);
    if (last) last.text += part;
  };
  xml.ontext = add;
  xml.oncdata = add;
  xml.onopentag = ({ name, attributes }) => {
    const element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  xml.onclosetag = () => {
    if (open.length > 1) open.pop();
  };
  xml.onerror = ({ message }) => {
    fault ??= message.split('\n').join(', ');
  };
  try {
    xml.write(text).close();
  } catch (error) {
    // It throws the error it has told of before.
    if (fault === undefined) throw error;
  }
  return { root: root.children[0] ?? root, fault };
}

type Shared = ReadonlyMap<string, Element>;

/** What is written once and pointed at: objects, and the types of objects. */
function references(root: Element): Shared {
  const found = new Map<string, Element>();
  const visit = (element: Element) => {
    const id = element.attributes.RefId;
    if (id !== undefined && (element.name === 'Obj' || element.name === 'TN')) found.set(element.name + id, element);
    element.children.forEach(visit);
  };
  visit(root);
  return found;
}

function listed(root: Element): readonly Element[] {
  return root.children.flatMap((one) => (isObject(one) && !childNamed(one, 'Props') ? (itemsOf(one) ?? [one]) : [one]));
}

function isObject({ name }: Element): boolean {
  return name === 'Obj';
}

function childNamed(element: Element, name: string): Element | undefined {
  return element.children.find((child) => child.name === name);
}

function itemsOf(object: Element): readonly Element[] | undefined {
  return object.children.find(({ name }) => ['LST', 'IE', 'STK', 'QUE'].includes(name))?.children;
}

function propertiesOf(object: Element, shared: Shared): Readonly<Record<string, FoundValue>> | undefined {
  const members = object.children.filter(({ name }) => name === 'Props' || name === 'MS');
  if (members.length === 0) return undefined;
  const named = members.flatMap(({ children }) => children).filter(({ attributes }) => attributes.N !== undefined);
  return Object.fromEntries(
    named.map((one) => [unescaped(one.attributes.N ?? ''), read(one, shared)] as const).filter(([name]) => name),
  );
}

function typesOf(object: Element, shared: Shared): readonly string[] {
  const reference = childNamed(object, 'TNRef')?.attributes.RefId;
  const names = childNamed(object, 'TN') ?? (reference === undefined ? undefined : shared.get(`TN${reference}`));
  return names?.children.map(({ text }) => text) ?? [];
}

/** `…Edge.DisplayPublicProvider` is a CsPublicProvider. */
function nounOfType(types: readonly string[]): string | undefined {
  const names = types.map((type) => type.replace(/^.*\./, '').replace(/^Display/, ''));
  return nounPlaces.find(({ noun }) => names.includes(noun.slice('Cs'.length)))?.noun;
}

function read(element: Element, shared: Shared): FoundValue {
  const { name, text } = element;
  if (name === 'Nil') return null;
  if (name === 'B') return text.trim() === 'true';
  if (NUMBERS.has(name)) return Number(text);
  if (name === 'Ref') {
    const meant = shared.get(`Obj${element.attributes.RefId ?? ''}`);
    // One that is inside of itself has no end.
    return meant === undefined || contains(meant, element) ? null : read(meant, shared);
  }
  return name === 'Obj' ? objectValue(element, shared) : unescaped(text);
}

function objectValue(element: Element, shared: Shared): FoundValue {
  const items = itemsOf(element);
  if (items) return items.map((item) => read(item, shared));
  const shown = childNamed(element, 'ToString')?.text;
  // What has no words of its own shows the name of its type.
  if (shown !== undefined && !typesOf(element, shared).includes(shown)) return unescaped(shown);
  return propertiesOf(element, shared) ?? null;
}

function contains(element: Element, sought: Element): boolean {
  return element.children.some((child) => child === sought || contains(child, sought));
}

const NUMBERS: ReadonlySet<string> = new Set(['I16', 'I32', 'I64', 'U16', 'U32', 'U64', 'By', 'SB', 'Db', 'Sg', 'D']);

/** `_x000A_` stands for a line feed. */
function unescaped(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/gi, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
