import type { Analysis } from '../analyze.ts';
import { repair } from '../repair.ts';
import type { TextEdit } from '../text/edit.ts';
import { lineBreak } from '../text/lines.ts';
import { remove, set } from '../yaml/edit.ts';

/** The edits that make a spec be judged as of another day, `YYYY-MM-DD`; an empty date takes its own day away. */
export function setAsOf(analysis: Analysis, date: string): readonly TextEdit[] {
  if (date === '') return repair(analysis, [{ edits: [remove(['asOf'])] }]);
  if (analysis.root !== undefined) return repair(analysis, [{ edits: [set(['asOf'], date)] }]);
  if (analysis.text.trim() !== '') return [];
  const end = analysis.text.length;
  return [
    {
      at: { start: end, end },
      insert: `lyncFederation: 1${lineBreak(analysis.text)}asOf: ${date}${lineBreak(analysis.text)}`,
    },
  ];
}
