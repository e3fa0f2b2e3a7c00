import { tokens } from '../../../cmdlets/statements.ts';
import type { Token } from '../../../cmdlets/tokens.ts';
import { LineTable } from '../../../text/lines.ts';
import { code, type Message, say } from '../../../text/message.ts';
import type { Found, FoundValue } from '../found.ts';
import type { Resource } from './one-tenant.ts';
import type { NamedText, Reader } from './reader.ts';
import { fromResources } from './resource.ts';

/** Configurations of Microsoft365DSC: written by hand, or by its export. */
export const dsc: Reader = {
  format: 'dsc',
  about: say`a configuration or an export of Microsoft365DSC (${code('.ps1')})`,
  gives: say`the tenant: what ${code('TeamsFederationConfiguration "…" { … }')} sets`,
  isScript: true,
  takes: ({ text }) => HEAD.test(text),
  read: (file) => fromConfiguration(file),
};

/** The resource with its name, on a line of its own or before its block; what it is in may begin on the same line. */
const HEAD = /(?:^|[{};])[ \t]*TeamsFederationConfiguration[ \t]+(?:"[^"\r\n]*"|'[^'\r\n]*'|[\w.$-]+)\s*\{/im;
const HEADS = new RegExp(HEAD, 'gim');

function fromConfiguration({ text, source }: NamedText): Found | undefined {
  // Comments keep their lines.
  const plain = text.replace(/<#[\s\S]*?(?:#>|$(?![\s\S]))/g, (comment) => comment.replace(/[^\r\n]/g, ' '));
  const lines = new LineTable(plain);
  const resources: Resource[] = [];
  let end = 0;
  for (const { index, 0: head } of plain.matchAll(HEADS)) {
    if (index < end) continue;
    const start = index + head.length;
    end = blockEnd(plain, start);
    const line = lines.lineAt(plain.indexOf(head.trim(), index)) + 1;
    const settings = settingsIn(plain.slice(start, end));
    resources.push({ source, line, last: lines.lineAt(end) + 1, ...(end < plain.length ? settings : torn(settings)) });
  }
  return resources.length === 0 ? undefined : fromResources(resources, EITHER);
}

/** The resource asks for the list of the tenant, which an open one does not have, and opens a tenant that is to have none. */
const EITHER = say`An empty ${code('AllowedDomains')} is read as open to all, which is what applying it makes of the tenant. An export has the same for a tenant whose list was emptied and that reaches nobody; look at it in the tenant.`;

/** The last setting of a block on which the file ends may go on. */
function torn({ properties, doubts }: Settings): Settings {
  const name = Object.keys(properties).at(-1);
  return { properties, doubts: name === undefined ? doubts : { ...doubts, [name]: TORN } };
}

const TORN = say`The file ends within the block, so it may go on.`;

/** The place of the brace that closes a block, or the end where none does. In texts and comments a brace is none. */
function blockEnd(text: string, start: number): number {
  const piece = /["'#{}]/g;
  piece.lastIndex = start;
  let open = 1;
  for (let match = piece.exec(text); match !== null; match = piece.exec(text)) {
    const [char] = match;
    if (char === '{') open++;
    else if (char === '}' && --open === 0) return match.index;
    else if (char !== '}') piece.lastIndex = behind(text, piece.lastIndex, char);
  }
  return text.length;
}

/** The place behind a text or a comment that is open; what is not closed reaches to the end. */
function behind(text: string, start: number, opened: string): number {
  const closing = opened === '"' ? /["`]/g : opened === "'" ? /'/g : /[\r\n]/g;
  closing.lastIndex = start;
  for (let match = closing.exec(text); match !== null; match = closing.exec(text)) {
    if (match[0] !== '`') return closing.lastIndex;
    closing.lastIndex++;
  }
  return text.length;
}

type Settings = Required<Pick<Resource, 'properties' | 'doubts'>>;

function settingsIn(block: string): Settings {
  const properties: Record<string, FoundValue> = {};
  const doubts: Record<string, Message> = {};
  for (const [first, ...others] of statements(tokens(block))) {
    if (first === undefined) continue;
    const written = block.slice(first.at.start, (others.at(-1) ?? first).at.end);
    const [, name, given = ''] = /^([A-Za-z]\w*)\s*=\s*([\s\S]+)$/.exec(written) ?? [];
    if (name === undefined) continue;
    const value = literal(given);
    properties[name] = value ?? given;
    if (value === undefined) doubts[name] = COMPUTED;
  }
  return { properties, doubts };
}

const COMPUTED = say`It is computed when the configuration is compiled.`;

function statements(all: readonly Token[]): readonly (readonly Token[])[] {
  const found: Token[][] = [[]];
  for (const token of all) {
    if (token.kind === 'end') found.push([]);
    else found.at(-1)?.push(token);
  }
  return found;
}

/** A value as it is written; undefined where only a running shell knows it. */
function literal(text: string, depth = 0): FoundValue | undefined {
  const words = tokens(text).filter(({ kind }) => kind !== 'comma' && kind !== 'end');
  const [only, ...more] = words;
  if (only !== undefined && more.length === 0 && depth === 0) return single(only, depth);
  const items = words.map((word) => single(word, depth));
  return items.includes(undefined) ? undefined : items.flatMap((item) => item ?? []);
}

function single(token: Token, depth: number): FoundValue | undefined {
  if (token.kind !== 'word') return undefined;
  const { form, text } = token;
  if (form === 'group') return depth === 0 ? literal(text.replace(/^@?\(([\s\S]*?)\)?$/, '$1'), depth + 1) : undefined;
  if (form === 'variable') return CONSTANTS.get(text.toLowerCase());
  return form === 'computed' || form === 'splat' || form === 'table' ? undefined : text;
}

const CONSTANTS: ReadonlyMap<string, FoundValue> = new Map<string, FoundValue>([
  ['$true', true],
  ['$false', false],
  ['$null', null],
]);
