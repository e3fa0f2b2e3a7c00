import { catalog } from '../catalog/catalog.generated.ts';
import type { Live } from '../features/live.ts';
import { comparedWith } from '../features/plan-preview.ts';
import type { Declared } from '../plan/declared.ts';
import { drift } from '../plan/drift.ts';
import { DRIFT_HEAD, toldOf } from '../plan/drift-told.ts';
import type { Origin } from '../plan/summary.ts';
import { code, codes, type Message, say } from '../text/message.ts';
import { lineOf } from './findings.ts';
import { listOf, type Part, paragraph, type Section } from './report.ts';

/** What is otherwise on the servers, where a capture of them is given. */
export function driftSection(wanted: Declared, live: Live | undefined, origin: Origin): Section {
  return { id: 'drift', title: say`Drift`, parts: parts(wanted, live, origin) };
}

function parts(wanted: Declared, live: Live | undefined, origin: Origin): readonly Part[] {
  if (live === undefined) return [paragraph(say`No capture of the servers is given, so nobody can tell.`)];
  if (live.unread) return [paragraph(live.unread)];
  const { differences, notCaptured, notes } = drift(wanted, live.capture.state, catalog);
  const missing = notCaptured.map(({ noun }) => noun);
  const open = [
    ...live.capture.notes,
    ...notes.map(({ message }) => message),
    ...(missing.length > 0 ? [say`The capture says nothing of ${codes(missing, missing.length)}.`] : []),
  ];
  const cell = (text: string | Message) => (text === '' ? [] : [typeof text === 'string' ? say`${code(text)}` : text]);
  const rows = differences.map((difference) => {
    const { object, identity, setting, declared, live: held } = toldOf(difference);
    const place = difference.at === undefined ? [] : [lineOf(difference.at, origin)];
    return { cells: [place, [say`${object}`], ...[identity, setting, declared, held].map(cell)] };
  });
  const none =
    open.length === 0
      ? say`No drift: everything is as ${code(origin.path)} declares it.`
      : say`No drift in what the capture tells: that is as ${code(origin.path)} declares it.`;
  return [
    paragraph(comparedWith(live)),
    ...listOf(open),
    rows.length > 0 ? { kind: 'table', head: [say`line`, ...DRIFT_HEAD], rows } : paragraph(none),
  ];
}
