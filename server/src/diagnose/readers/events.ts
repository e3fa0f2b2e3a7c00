import { hostsIn } from '../names.ts';
import { resultsIn } from '../results.ts';
import { NOTHING_SEEN, type Sighting } from '../sighting.ts';
import { symptomsOf } from '../symptoms.ts';
import { timeIn } from '../times.ts';

/** An event of a log, in whatever form it came. */
export interface Told {
  readonly line: number;
  readonly code: string;
  readonly writer: string | undefined;
  readonly time: string;
  readonly computer: string;
  /** What it says; people may be named in it. */
  readonly text: string;
}

/** What an event tells, where it is one of those that are known. */
export function seenIn({ line, code, writer, time, computer, text }: Told): readonly Sighting[] {
  const met = { kind: 'event', code: code.replace(/^0+(?=\d)/, ''), ...(writer && { writer: writer.trim() }) } as const;
  if (symptomsOf(met).length === 0) return [];
  // Below, the text tells of what may be, in general.
  const [facts = ''] = text.split(
    /^[^\S\r\n]*(?:Cause|Resolution|Ursache|Lösung|원인|해결|Causa|Cause possible)\s*:/m,
    1,
  );
  const own = computer.trim().toLowerCase();
  return [
    {
      ...NOTHING_SEEN,
      line,
      time: timeIn(time),
      codes: [met, ...resultsIn(facts).map((result) => ({ kind: 'result', code: result }) as const)],
      hosts: hostsIn(facts).filter((host) => host !== own),
    },
  ];
}
