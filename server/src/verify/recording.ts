import { reasonOf } from '../text/failure.ts';
import { code, type Message, say } from '../text/message.ts';
import type { Recording } from './recording.generated.ts';
import { validate } from './validate.generated.js';

/** A recording as it is kept: a line for each answer, so that two of them can be compared. */
export function written({ lookups, visits, ...about }: Recording): string {
  const lines = (all: readonly object[]) =>
    all.length === 0 ? '[]' : `[\n${all.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]`;
  const head = JSON.stringify(about, undefined, 2).replace(/\n\}$/, '');
  return `${head},\n  "lookups": ${lines(lookups)},\n  "visits": ${lines(visits)}\n}\n`;
}

/** Reads a recording, or says why a text is none. Whoever wrote it, nothing in it is run, opened or asked. */
export function readRecording(path: string, text: string): Recording | Message {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return say`${code(path)} is no recording: ${reasonOf(error)}.`;
  }
  if (isRecording(data)) return data;
  const version: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, MARK) : undefined;
  if (version === undefined) return say`${code(path)} is no recording of ${code('lync-federation verify --record')}.`;
  if (version !== 1)
    return say`${code(path)} is a recording of version ${code(String(version))}; only ${code(1)} is known here.`;
  const [fault] = validate.errors ?? [];
  return say`${code(path)} is no sound recording: ${code(fault?.instancePath || '/')} breaks the rule ${code(fault?.keyword ?? 'format')} of its format.`;
}

function isRecording(data: unknown): data is Recording {
  return validate(data);
}

const MARK = 'lyncFederationRecording';
