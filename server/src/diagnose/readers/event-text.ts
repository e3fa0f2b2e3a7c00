import { say } from '../../text/message.ts';
import type { Sighting } from '../sighting.ts';
import { seenIn } from './events.ts';
import type { OpenRecord, RecordReader } from './reader.ts';

/** Events as the Event Viewer copies them and `wevtutil` prints them, in the languages of Windows. */
export const eventText: RecordReader = {
  format: 'event-text',
  about: say`events as the Event Viewer copies them, and as wevtutil prints them`,
  opens: (line) => labelled(line) !== undefined || INDEX.test(line),
  open: (text, line) => new EventText(text, line),
};

type Label = 'log' | 'source' | 'date' | 'time' | 'id' | 'computer' | 'description' | 'xml';

const LABELS: Readonly<Record<Label, readonly string[]>> = {
  log: [
    'Log Name',
    'Event Type',
    'Protokollname',
    '로그 이름',
    'Nom du journal',
    'Nombre de registro',
    'ログの名前',
    '日志名称',
    'Nome registro',
    'Nome do Log',
  ],
  source: ['Source', 'Event Source', 'Quelle', '원본', 'Origen', 'ソース', '来源', 'Origine', 'Fonte'],
  date: ['Date', 'Datum', '날짜', 'Fecha', '日付', '日期', 'Data'],
  time: ['Time'],
  id: [
    'Event ID',
    'Ereignis-ID',
    '이벤트 ID',
    "ID de l'événement",
    'Id. del evento',
    'イベント ID',
    '事件 ID',
    'ID evento',
    'Identificação do Evento',
  ],
  computer: ['Computer', '컴퓨터', 'Ordinateur', 'Equipo', 'コンピューター', '计算机', 'Computador'],
  description: ['Description', 'Beschreibung', '설명', 'Descripción', '説明', '描述', 'Descrizione', 'Descrição'],
  xml: ['Event Xml', 'Ereignis-XML', '이벤트 XML', 'XML de événement', 'XML de evento', 'イベント XML', '事件 Xml'],
};

const BY_WORD: ReadonlyMap<string, Label> = new Map(
  (Object.entries(LABELS) as [Label, readonly string[]][]).flatMap(([label, words]) =>
    words.map((word) => [word.toLowerCase(), label] as const),
  ),
);

const INDEX = /^\s*Event\[\d+\]:?\s*$/;
/** Labels with which an event can begin. */
const FIRST: ReadonlySet<Label> = new Set(['log', 'source', 'id']);

function labelled(line: string): { readonly label: Label; readonly value: string } | undefined {
  const [, word = '', value = ''] = /^\s{0,4}([^:：]{2,30}?)\s?[:：]\s*(.*)$/.exec(line) ?? [];
  const label = BY_WORD.get(word.trim().toLowerCase());
  return label === undefined || !FIRST.has(label) ? undefined : { label, value };
}

class EventText implements OpenRecord {
  readonly #line: number;
  readonly #fields = new Map<Label, string>();
  #text = '';
  #part: 'head' | 'text' | 'xml' = 'head';
  isOver = false;

  constructor(first: string, line: number) {
    this.#line = line;
    if (!INDEX.test(first)) this.take(first);
  }

  /** A label that is not there yet belongs to this event; within its text, only a new event begins. */
  keeps(text: string): boolean {
    const found = labelled(text);
    if (this.#part === 'xml') return true;
    if (found === undefined) return false;
    return this.#part === 'text' ? found.label !== 'log' : !this.#fields.has(found.label);
  }

  take(text: string): boolean {
    const [, word = '', value = ''] = /^\s{0,4}([^:：]{2,30}?)\s?[:：]\s*(.*)$/.exec(text) ?? [];
    const label = BY_WORD.get(word.trim().toLowerCase());
    if (this.#part === 'xml') this.isOver = /<\/Event>/.test(text);
    else if (label === 'xml') this.#part = 'xml';
    else if (this.#part === 'text') this.#add(text);
    else if (label === 'description') {
      this.#part = 'text';
      this.#add(value);
    } else if (label !== undefined) this.#fields.set(label, value);
    // A pasted event may have no label before its text.
    else if (word === '' && text.trim() !== '' && this.#fields.has('id')) this.#add(text);
    return true;
  }

  sightings(): readonly Sighting[] {
    const of = (label: Label) => this.#fields.get(label) ?? '';
    const code = /\d{1,5}/.exec(of('id'))?.[0];
    if (code === undefined) return [];
    const time = `${of('date')} ${of('time')}`;
    return seenIn({ line: this.#line, code, writer: of('source'), time, computer: of('computer'), text: this.#text });
  }

  #add(text: string): void {
    if (this.#text.length < LONGEST) this.#text += `${text.slice(0, LONGEST)}\n`;
  }
}

const LONGEST = 16_000;
