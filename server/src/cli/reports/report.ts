import { type Message, say } from '../../text/message.ts';
import type { Shell, Speech } from '../shell.ts';
import type { ReportedFile } from './reported.ts';

/** What reports need beside the files. */
export interface ReportEnv {
  /** The day by which specs without one of their own are judged. */
  readonly asOf: string;
  /** The day asked for, where one was. */
  readonly asked?: string | undefined;
  readonly version: string;
  /** Under which name the report is filed where there are several. */
  readonly category: string;
  readonly env: Shell['env'];
  readonly colours: boolean;
  readonly speech: Speech;
  /** Inputs that could not be read, in words. */
  readonly complaints: readonly Message[];
}

/** Turns what was found into text for standard output. */
export type Report = (files: readonly ReportedFile[], env: ReportEnv) => string;

/** The one day for which all specs were judged; where they name several of their own, the day asked for. */
export function commonAsOf(files: readonly ReportedFile[], asked: string): string {
  const days = new Set(files.map(({ asOf }) => asOf));
  const [day = asked] = days;
  return days.size === 1 ? day : asked;
}

/** By which days specs were judged, in words; the days each once and in order. */
export function asOfDays(days: readonly string[]): Message {
  const [first = ''] = days;
  const last = days.at(-1) ?? first;
  return first === last ? say`as of ${first}` : say`as of the day of each spec (${first} … ${last})`;
}
