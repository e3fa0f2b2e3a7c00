import { code, codes, type Message, say } from '../../text/message.ts';
import { tableIn } from './readers/csv-rows.ts';
import { isShortAnswers, NAMELESS } from './readers/dig-short.ts';

/** A file that is known, and is no description of a deployment that can be read. */
interface Stranger {
  readonly looks: Pick<RegExp, 'test'>;
  /** What it is. */
  readonly is: Message;
  /** What to give instead. */
  readonly instead: Message;
}

const COLLECT = say`Take what the script of ${code('lync-federation capture')} collects.`;

/** What to do with one. */
export const PRIVATE_KEY = say`Nobody but its server needs the key: keep it out of folders that others read, and give the certificate.`;

const strangers: readonly Stranger[] = [
  {
    looks: /<DocItemSet\b|DocItemSet\.xml/,
    is: say`an archive of ${code('Export-CsConfiguration')} or ${code('Export-CsUserData')}`,
    instead: say`Its inner form is not documented. Take ${code('(Get-CsTopology -AsXml).OuterXml')} and what the script of ${code('lync-federation capture')} collects.`,
  },
  {
    looks: /-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY-----/,
    is: say`a private key`,
    instead: PRIVATE_KEY,
  },
  {
    looks: /^\s*(?:<\?xml[^>]*>\s*)?<!DOCTYPE (?!html\b)/i,
    is: say`XML that declares a document type`,
    instead: say`No cmdlet writes one, and what it declares could stand for anything. Export it anew.`,
  },
  { looks: /^\s*<!doctype html|^\s*<html\b/i, is: say`a web page`, instead: COLLECT },
  { looks: { test: isShortAnswers }, is: say`the answer of ${code('dig +short')}`, instead: NAMELESS },
];

/** What a file looks like that no reader takes. */
export function stranger(text: string): Message | undefined {
  const known = strangers.find(({ looks }) => looks.test(text.slice(0, MOST_LOOKED_AT)));
  if (known) return say`It looks like ${known.is}. ${known.instead}`;
  const root = /^\s*(?:<\?xml[^>]*>\s*)?<([A-Za-z][\w:.-]*)/.exec(text)?.[1];
  return root === undefined
    ? undefined
    : say`It is XML that begins with ${code(`<${root}>`)}, which no cmdlet of this field writes. ${COLLECT}`;
}

const MOST_LOOKED_AT = 100_000;

/** What a text is like of which nothing more is known. */
export function kindOf(text: string): Message {
  if (/^\s*[[{]/.test(text)) return say`JSON of another kind`;
  const { names, rows } = tableIn(text.slice(0, MOST_LOOKED_AT), FEW);
  const isTable = names.length > 1 && rows.length > 0 && rows.every(({ fields }) => fields.length === names.length);
  return isTable ? say`a table with the columns ${codes(names)}` : say`text for people`;
}

/** Rows that show whether a text is a table. */
const FEW = 3;
