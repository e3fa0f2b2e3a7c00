import { LineTable } from '../../../text/lines.ts';
import { code, type Message, say } from '../../../text/message.ts';
import { stringEnd } from './json-place.ts';

/** What is wrong in a text that was meant as JSON, and where; nothing for one that was not, or in which nothing is wrong. */
export function damagedJson(text: string, source: string): Message | undefined {
  const fault = MEANT.test(text) ? faultIn(text) : undefined;
  if (fault === undefined) return undefined;
  const { line, column } = new LineTable(text).position(fault.at);
  const place = `${line + 1}:${column + 1}`;
  return say`${code(source)} is damaged JSON, so it is not read. At ${place} ${fault.is}`;
}

/** A bracket, and what begins a value in it; an export may begin with marks and remarks that JSON has not. */
const MEANT = /^[\s\ufeff]*(?:\/\/.*[\r\n]\s*)*(?:\{|\[)[\s\ufeff]*(?:["'{}[\]]|\/[/*]|$)/;

interface Fault {
  readonly at: number;
  readonly is: Message;
}

/** What may come next. */
type Expected = 'value' | 'key' | 'colon' | 'more' | 'nothing';

function faultIn(text: string): Fault | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let last = '';
  let at = 0;
  for (; at < text.length; at++) {
    const char = text[at] ?? '';
    if (' \n\r\t'.includes(char)) continue;
    const isClosing = char === '}' || char === ']';
    if (isClosing && open.at(-1) === char && (expected === 'more' || last === '{' || last === '[')) open.pop();
    else if (isClosing && last === ',') return { at, is: say`${code(char)} comes after a comma. Remove the comma.` };
    else if (expected === 'more' && char === ',' && open.length > 0) expected = open.at(-1) === '}' ? 'key' : 'value';
    else if (expected === 'colon' && char === ':') expected = 'value';
    else if (expected === 'value' && (char === '{' || char === '[')) {
      open.push(char === '{' ? '}' : ']');
      expected = char === '{' ? 'key' : 'value';
    } else if ((expected === 'value' || expected === 'key') && char === '"') {
      const end = stringEnd(text, at);
      const broken = text.slice(at, end).search(CONTROL);
      if (broken >= 0) return { at: at + broken, is: say`a text has a line end or a control character in it.` };
      at = end;
      expected = expected === 'key' ? 'colon' : 'more';
    } else if (expected === 'value' && wordAt(text, at) !== undefined) {
      at += (wordAt(text, at)?.length ?? 1) - 1;
      expected = 'more';
    } else return { at, is: strange(text, at, open.length === 0 && expected === 'more') };
    if (isClosing) expected = 'more';
    last = char;
  }
  return open.length > 0 || expected !== 'more' ? { at: text.trimEnd().length, is: CUT } : undefined;
}

const CUT = say`it ends before all is closed that is open: it was cut off. Export it anew.`;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x1f]/;

/** A number or one of the three words. */
function wordAt(text: string, at: number): string | undefined {
  return WORD.exec(text.slice(at, at + LONGEST_WORD))?.[0];
}

const WORD = /^(?:-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)(?![\w.])/;
const LONGEST_WORD = 100;

function strange(text: string, at: number, isWhole: boolean): Message {
  const char = text[at] ?? '';
  if (char === '\ufeff') return say`a byte order mark stands within the text, as where files were joined. Remove it.`;
  if (char === "'") return say`a text stands in single quotes. JSON has double quotes alone.`;
  if (text.startsWith('//', at) || text.startsWith('/*', at))
    return say`there is a comment, which JSON has not. Remove it.`;
  if (isWhole) return say`something comes after its end. Give each export a file of its own.`;
  return say`${code(/^[\w.]+/.exec(text.slice(at, at + 40))?.[0] ?? char)} is not expected.`;
}
