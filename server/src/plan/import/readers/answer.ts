import { nouns } from '../../../catalog/nouns.ts';
import { type Message, say } from '../../../text/message.ts';
import type { Asked } from '../asked.ts';
import { absentNote } from '../dns-records.ts';
import { type Found, type FoundObject, nothingFound, type Unread, withOthers } from '../found.ts';
import type { Remark } from '../remark.ts';
import type { ConsoleLine } from './console.ts';
import { ListedObject } from './lists.ts';
import { headOf } from './table-cells.ts';
import { objectsIn, type Table } from './tables.ts';
import { type Ending, tornOff } from './torn-list.ts';

/** Where an answer stands, and how broad the console is. */
interface Place {
  readonly source: string;
  readonly width: number;
  /** The command is about the console: what it says beside objects tells nothing. */
  readonly isAside?: boolean;
}

/** What a console shows of one command, read line by line: lists, tables, and what is neither. */
export class Answer {
  readonly #asked: Asked;
  readonly #place: Place;
  readonly #objects: FoundObject[] = [];
  readonly #unread: Unread[] = [];
  readonly #comments: Remark[] = [];
  #hasFailed = false;
  #list: ListedObject | undefined;
  #table: Table | undefined;
  /** The line of the dashes below the head of a table. */
  #headEnd = 0;

  constructor(asked: Asked, place: Place) {
    this.#asked = asked;
    this.#place = place;
  }

  /** Reads a line; the lines below tell what some begin. */
  take({ is, index, text }: ConsoleLine, below: readonly string[]): void {
    const line = index + 1;
    if (is === 'failure') this.#fail(line, text);
    else if (is === 'remark') this.#leave(line, text, say`The shell remarks it.`);
    else if (text !== '') this.#show(line, text, below);
    else if (this.#list) this.#list.isPaused = true;
    else this.#close();
  }

  /** All that it tells. Of the last one the end of the text is told: only before another command all is shown that there is. */
  found(ending?: Ending): Found {
    const isList = this.#list !== undefined;
    this.#close();
    const { noun, zone: ZoneName, isPlain } = this.#asked;
    const isNone = isPlain && ending === undefined && this.#objects.length + this.#unread.length === 0;
    const told = isList && ending ? tornOff(this.#objects, ending, this.#asked) : { objects: this.#objects, notes: [] };
    const objects =
      ZoneName === undefined
        ? told.objects
        : told.objects.map((one) => ({ ...one, properties: { ...one.properties, ZoneName } }));
    return {
      ...nothingFound,
      objects: this.#hasFailed ? withOthers(objects) : objects,
      unread: this.#unread,
      notes: told.notes,
      comments: this.#comments,
      ...(isNone && noun !== undefined && { none: [noun] }),
    };
  }

  #fail(line: number, text: string): void {
    const absent = text.includes(ABSENT) ? ABOUT.exec(text)?.[1] : undefined;
    if (absent !== undefined) this.#comments.push(absentNote(absent, this.#place.source));
    else {
      this.#hasFailed = true;
      this.#leave(line, text, say`The command failed, so what it would show is not known.`);
    }
  }

  #show(line: number, text: string, below: readonly string[]): void {
    if (line <= this.#headEnd) return;
    const head = headOf(text, below);
    if (head) {
      this.#close();
      this.#headEnd = line + head.underline;
      this.#table = { columns: head.columns, lines: [] };
    } else if (this.#table) {
      this.#table.lines.push({ line, text });
    } else if (!this.#list?.takes(line, text, below[0])) {
      this.#close();
      this.#begin(line, text);
    }
  }

  /** A line that belongs to nothing before it. */
  #begin(line: number, text: string): void {
    const { source, width } = this.#place;
    const { noun } = this.#asked;
    const list = new ListedObject(width);
    if (noun?.toLowerCase() === nouns.serverVersion.toLowerCase())
      this.#objects.push({ noun, properties: { Version: text }, source, line, comments: [], doubts: {} });
    else if (list.takes(line, text)) this.#list = list;
    else this.#leave(line, text, say`It is no line of a list of properties.`);
  }

  #close(): void {
    const { source } = this.#place;
    if (this.#list) this.#objects.push(this.#list.shown(source, this.#asked));
    if (this.#table) {
      const { objects, unread } = objectsIn(this.#table, source, this.#asked);
      for (const one of objects) this.#objects.push(one);
      for (const one of unread) this.#unread.push(one);
    }
    this.#list = undefined;
    this.#table = undefined;
  }

  #leave(line: number, text: string, reason: Message): void {
    if (!this.#place.isAside) this.#unread.push({ source: this.#place.source, line, text, reason });
  }
}

/** What `Resolve-DnsName` says of a name that nobody has, in whatever language. */
const ABSENT = 'DNS_ERROR_RCODE_NAME_ERROR';
const ABOUT = /\(([^\s()]{1,255}):String\)/;
