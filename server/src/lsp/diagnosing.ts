import { type Analysis, analyze } from '../analyze.ts';
import { type Diagnosis, diagnosisOf, lastDay } from '../diagnose/diagnosis.ts';
import { FailureCount } from '../diagnose/failures.ts';
import { sidesOf } from '../diagnose/sides.ts';
import { type ReadTrace, TraceFile, unreadableTrace } from '../machine/trace-file.ts';
import type { Spec } from '../spec/model.ts';
import { code, type Message, say } from '../text/message.ts';
import type { Opened } from './opened.ts';

/** What traces show beside a spec, while they are read and until that is dismissed. */
export class Diagnosing {
  readonly #sides;
  readonly #count: FailureCount;
  readonly #read: (ReadTrace | Message)[] = [];
  #open: { readonly file: TraceFile; readonly name: string } | undefined;

  constructor(spec: Spec) {
    this.#sides = sidesOf(spec);
    this.#count = new FailureCount(this.#sides);
  }

  /** A file begins. */
  begin(name: string): void {
    this.#open = { name, file: new TraceFile(name, this.#count) };
  }

  take(bytes: Uint8Array): void {
    this.#open?.file.take(bytes);
  }

  /** What the file was that ends, or why it was not read. */
  end(): ReadTrace | Message | undefined {
    if (this.#open === undefined) return undefined;
    const { file, name } = this.#open;
    this.#open = undefined;
    const read = unreadableTrace(name) ?? file.end();
    this.#read.push(read);
    return read;
  }

  /** What was read, a line each. */
  get files(): readonly Message[] {
    return this.#read.map(told);
  }

  /** What it comes down to beside the spec as it is now: judged as of its own day, that of its project or settings, or the last one in the traces. */
  beside({ analysis, options, project, settings }: Opened): {
    readonly judged: Analysis;
    readonly diagnosis: Diagnosis;
  } {
    const asOf = project.asOf ?? settings.asOf ?? lastDay(this.#count.all()) ?? options.asOf;
    const judged = analyze(analysis.text, { ...options, asOf, persona: 'auditor', noIgnores: true, once: true });
    return { judged, diagnosis: diagnosisOf(this.#count, { sides: this.#sides, analysis: judged }) };
  }
}

/** What became of a file. */
export function told(read: ReadTrace | Message): Message {
  return 'template' in read ? read : say`${code(read.path)}: ${read.lines} lines, ${read.formats.join(', ')}`;
}
