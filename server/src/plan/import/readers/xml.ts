import sax from 'sax';
import { LineTable } from '../../../text/lines.ts';
import { MOST_LEVELS } from '../found.ts';

/** An element of XML. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
  /** Counted from one, as the last one is. */
  readonly line: number;
  last: number;
}

/** What a text is as XML, as far as it can be read. */
interface Elements {
  readonly root: Element;
  readonly fault: string | undefined;
  /** The line, counted from one, on which it is nested too deeply; what is deeper is left out. */
  readonly deepLine: number | undefined;
}

/** An object within an object is two elements further down: its own, and that of its properties. */
const MOST_ELEMENTS = 2 * MOST_LEVELS;

/** Of a text with more of them, what comes then is not looked at: each character of what is no XML may be one. */
const MOST_FAULTS = 1000;

/** Reads a text as XML. */
export function elements(written: string): Elements {
  // XML has one line end, whatever the file has; the library hands on what it has.
  const text = written.replaceAll(/\r\n?/g, '\n');
  const root: Element = { name: '', attributes: {}, children: [], text: '', line: 1, last: 1 };
  const open: Element[] = [root];
  let depth = 0;
  let deepLine: number | undefined;
  let fault: string | undefined;
  const xml = sax.parser(true);
  const table = new LineTable(text);
  const add = (part: string) => {
    const last = open.at(-1);
    if (last) last.text += part;
  };
  xml.ontext = add;
  xml.oncdata = add;
  xml.onopentag = ({ name, attributes }) => {
    depth++;
    if (depth > MOST_ELEMENTS) {
      deepLine ??= xml.line + 1;
      return;
    }
    const line = table.lineAt(xml.startTagPosition - 1) + 1;
    const element = { name, attributes, children: [], text: '', line, last: line };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  xml.onclosetag = () => {
    const closed = depth <= MOST_ELEMENTS && open.length > 1 ? open.pop() : undefined;
    if (closed) closed.last = xml.line + 1;
    depth--;
  };
  // Nothing that is read here declares one; entities that grow or reach out begin with it.
  xml.ondoctype = () => {
    fault ??= 'A document type is declared, which no cmdlet does';
  };
  let faults = 0;
  xml.onerror = (error) => {
    fault ??= error.message.split('\n').join(', ');
    if (++faults > MOST_FAULTS) throw error;
  };
  try {
    xml.write(text).close();
  } catch (error) {
    // It throws the error it has told of before.
    if (fault === undefined) throw error;
  }
  return { root: root.children[0] ?? root, fault, deepLine };
}
