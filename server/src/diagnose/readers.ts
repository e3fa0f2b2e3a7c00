import { clientLog } from './readers/client-log.ts';
import { eventText } from './readers/event-text.ts';
import { eventXml } from './readers/event-xml.ts';
import type { RecordReader } from './readers/reader.ts';
import { serverTrace } from './readers/server-trace.ts';
import { shellOutput } from './readers/shell-output.ts';
import { sipText } from './readers/sip-text.ts';

/** The readers for one file, in the order in which they are asked whether a line is theirs. */
export function readersOfFile(): readonly RecordReader[] {
  return [serverTrace, clientLog, shellOutput(), eventXml, eventText, sipText];
}
