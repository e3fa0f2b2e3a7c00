import { say } from '../../text/message.ts';
import { hostIn } from '../names.ts';
import { resultsIn } from '../results.ts';
import { NOTHING_SEEN, type Sighting } from '../sighting.ts';
import type { Met } from '../symptoms.ts';
import { seenIn } from './events.ts';
import type { OpenRecord, RecordReader } from './reader.ts';

const PAIR = /^([A-Z][\w ]{0,30}?)\s*:(?:\s(.*))?$/;
const EVENT =
  'TimeCreated|ProviderName|Id|Message|LogName|MachineName|LevelDisplayName|Index|EntryType|InstanceId|EventID|TimeGenerated';
const TEST = 'Target ?Fqdn|TargetUri|Result|Latency|Error(?: Message)?|Diagnosis';
/** A property with blanks before its colon, as lists are aligned; events of the Event Viewer have none. */
const FIRST = new RegExp(`^(?:(?:${EVENT}) *:|(?:${TEST}) +:)(?: |$)`);
const FAILED = /^Test-Cs\w+ : /;
/** The domain that is tested, be it that of a receiver. */
const COMMAND =
  /\bTest-Cs\w+\s.{0,1000}?-(?:Domain(?:Name)?|Receiver\w*)[\s:]+["']?(?:sips?:)?(?:[\w.+'-]{1,100}@)?([\w.-]+)/i;
const PROPERTY = /^[A-Z]\w* +:(?: |$)/;

/** What the Management Shell shows of tests of connections, and of events as a list; lists of one command follow each other. */
export function shellOutput(): RecordReader {
  let tested: string | undefined;
  return {
    format: 'shell-output',
    about: say`what Test-CsFederatedPartner and others like it print, and events as Get-WinEvent lists them`,
    opens: (line) => FIRST.test(line) || FAILED.test(line) || COMMAND.test(line),
    open(text, line) {
      tested = hostIn(COMMAND.exec(text)?.[1] ?? '') ?? tested;
      return new Listed(text, line, tested);
    },
  };
}

class Listed implements OpenRecord {
  readonly #line: number;
  #tested: string | undefined;
  readonly #properties = new Map<string, string>();
  #last = '';
  isOver = false;

  constructor(first: string, line: number, tested: string | undefined) {
    this.#line = line;
    this.#tested = tested;
    if (FAILED.test(first)) {
      this.#last = 'error';
      this.#properties.set('error', first.replace(FAILED, ''));
    } else if (FIRST.test(first)) this.take(first);
    else this.isOver = true;
  }

  /** A property that is not there yet, or the command that failed. */
  keeps(text: string): boolean {
    if (/^\s*\+ /.test(text)) return true;
    const name = PAIR.exec(text)?.[1];
    return (FIRST.test(text) || PROPERTY.test(text)) && name !== undefined && !this.#properties.has(keyOf(name));
  }

  take(text: string): boolean {
    const [, name = '', value = ''] = PAIR.exec(text) ?? [];
    if (name !== '' && !/^\s/.test(text)) {
      this.#last = keyOf(name);
      if (!this.#properties.has(this.#last)) this.#properties.set(this.#last, value.slice(0, LONGEST));
    } else if (/^PS [^>]*>|^\s+\+ CategoryInfo/.test(text)) return false;
    else {
      // Below an error stands the command that had it.
      this.#tested = hostIn(COMMAND.exec(text)?.[1] ?? '') ?? this.#tested;
      const before = this.#properties.get(this.#last) ?? '';
      if (before.length < LONGEST) this.#properties.set(this.#last, `${before}\n${text.trim()}`);
    }
    return true;
  }

  sightings(): readonly Sighting[] {
    const of = (...names: readonly string[]) =>
      names.map((name) => this.#properties.get(name)).find((value) => value !== undefined) ?? '';
    const code = /\d+/.exec(of('id', 'eventid', 'instanceid'))?.[0];
    if (code !== undefined) {
      const writer = of('providername', 'source');
      const time = of('timecreated', 'timegenerated');
      return seenIn({
        line: this.#line,
        code: String(Number(code) & 0xffff),
        writer,
        time,
        computer: of('machinename'),
        text: of('message'),
      });
    }
    return this.#test(of('error', 'errormessage'), of('diagnosis'), of('result'));
  }

  #test(error: string, diagnosis: string, result: string): readonly Sighting[] {
    if (/^\s*Success\b/i.test(result)) return [];
    const told = diagnosis.replace(/\s+/g, ' ');
    const code = /\bErrorCode\s*=\s*(\d{1,5})/i.exec(told)?.[1];
    const source = hostIn(/\bSource\s*=\s*([\w.-]+)/i.exec(told)?.[1] ?? '');
    const response = /(?:^|\bA\s)\s*([4-6]\d\d)(?=\s?[,(])/.exec(error)?.[1];
    const codes: readonly Met[] = [
      ...(code === undefined ? [] : [{ kind: 'diagnostics', code } as const]),
      ...resultsIn(`${error}\n${told}`).map((one) => ({ kind: 'result', code: one }) as const),
      ...(response === undefined ? [] : [{ kind: 'response', code: response } as const]),
    ];
    if (codes.length === 0) return [];
    const said = new Map(source === undefined ? [] : [['source', source] as const]);
    return [{ ...NOTHING_SEEN, line: this.#line, codes, said, direction: 'out', tested: this.#tested }];
  }
}

const LONGEST = 16_000;

function keyOf(name: string): string {
  return name.toLowerCase().replace(/\s/g, '');
}
