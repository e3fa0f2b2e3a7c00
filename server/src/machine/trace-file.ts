import type { FailureCount } from '../diagnose/failures.ts';
import { Trace } from '../diagnose/trace.ts';
import { code, type Message, say } from '../text/message.ts';
import { Pieces } from './pieces.ts';

/** A trace that was read. */
export interface ReadTrace {
  readonly path: string;
  readonly formats: readonly string[];
  readonly lines: number;
  readonly failures: number;
  readonly forged: number;
}

/** A trace as it comes. */
export class TraceFile {
  readonly #path: string;
  readonly #pieces = new Pieces();
  readonly #trace: Trace;
  #failures = 0;

  /** @param path what places in it are called */
  constructor(path: string, count: FailureCount) {
    this.#path = path;
    this.#trace = new Trace((sighting) => {
      this.#failures++;
      count.see(sighting, path);
    });
  }

  take(chunk: Uint8Array): void {
    this.#trace.read(this.#pieces.take(chunk));
  }

  /** What it was, or why it is no trace. */
  end(): ReadTrace | Message {
    const [trace, path] = [this.#trace, this.#path];
    trace.read(this.#pieces.end());
    trace.end();
    if (trace.formats.size === 0)
      return say`${code(path)} is no trace that is known: traces of servers and clients, events, and what cmdlets that test print are read.`;
    return { path, formats: [...trace.formats], lines: trace.lines, failures: this.#failures, forged: trace.forged };
  }
}

/** Why a file that only its own tools read is not read; they write it as text. */
export function unreadableTrace(path: string): Message | undefined {
  if (/\.etl$/i.test(path))
    return say`${code(path)} is a trace as Windows writes it down. Have the tool that recorded it write it as text: OCSLogger by ${code('Analyze Log Files')}, the logging of newer servers by ${code('Search-CsClsLogging -OutputFilePath')}.`;
  if (/\.evtx?$/i.test(path))
    return say`${code(path)} is an event log as Windows writes it down. Save it as XML in the Event Viewer, or write it as text with ${code('wevtutil query-events FILE /lf:true /f:Text')}.`;
  return undefined;
}
