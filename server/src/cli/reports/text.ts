import { code, type Message, say, textOf } from '../../text/message.ts';
import { visible } from '../../text/visible.ts';
import { frame } from '../frame.ts';
import { type Paint, type Paints, paints } from '../paint.ts';
import { type Place, rangeFromOne, whereabouts } from './places.ts';
import { commonAsOf, type Report } from './report.ts';
import type { ReportedFile, ReportedProblem } from './reported.ts';
import { summary } from './summary.ts';

/** The report for people: each problem with its lines of the spec, and the sum of it all. */
export const textReport: Report = (files, { asOf, asked, colours, speech: { bundle } }) => {
  if (files.length === 0) return '';
  const day = commonAsOf(files, asOf);
  const paint = paints(colours);
  const blocks = files.flatMap((file) => [
    ...ownDay(file, day, asked).map((said) => `${inLine(textOf(said, bundle))}\n`),
    ...file.problems.map((problem) => block(problem, paint)),
  ]);
  return [...blocks, `${inLine(textOf(summary(files), bundle))}\n`].join('\n');
};

/** Said of a spec that is judged by another day than the summary or the caller names: its own, or that of its project file. */
function ownDay({ path, asOf, hasOwnDay }: ReportedFile, day: string, asked: string | undefined): readonly Message[] {
  if (asOf === day && asOf === (asked ?? day)) return [];
  const said = hasOwnDay
    ? say`${path} is judged as of ${asOf}, its own ${code('asOf')}.`
    : say`${path} is judged as of ${asOf}, the ${code('asOf')} of its project file.`;
  return [said];
}

function block(problem: ReportedProblem, paint: Paints): string {
  const { rule, severity, message, note, related, fixes, docs } = problem;
  const gutter = Math.max(...[problem, ...related].map((place) => String(rangeFromOne(place).start.line).length));
  const colour = paint[severity];
  const remarks: readonly (readonly [string, string])[] = [
    ...(note === undefined ? [] : [['note', note] as const]),
    ...fixes.map((fix) => ['help', fix.offer] as const),
    ['docs', docs],
  ];
  const bar = paint.gutter(`${' '.repeat(gutter)} |`);
  const pad = ' '.repeat(gutter);
  return [
    `${colour(`${severity}[${rule}]`)}${paint.strong(`: ${inLine(message)}`)}`,
    `${pad}${paint.gutter('-->')} ${inLine(whereabouts(problem))}`,
    ...framed(problem, { mark: '^', gutter, paint, colour }),
    ...related.flatMap((other) => [
      bar,
      `${pad}${paint.gutter(':::')} ${inLine(whereabouts(other))} ${inLine(other.message)}`,
      ...framed(other, { mark: '-', gutter, paint, colour: paint.gutter }),
    ]),
    bar,
    ...remarks.map(([name, text]) => `${pad} ${paint.gutter('=')} ${paint.strong(name)}: ${inLine(text)}`),
    '',
  ].join('\n');
}

interface Framing {
  readonly mark: '^' | '-';
  readonly gutter: number;
  readonly paint: Paints;
  readonly colour: Paint;
}

/** The line of a place; of a file as a whole there is none to show. */
function framed({ lines, at }: Place, { mark, gutter, paint, colour }: Framing): readonly string[] {
  if (at === undefined) return [];
  const { source, indent, marks } = frame(lines, at, mark);
  const number = String(lines.lineAt(at.start) + 1).padStart(gutter);
  const bar = paint.gutter(`${' '.repeat(gutter)} |`);
  return [
    bar,
    `${paint.gutter(`${number} |`)}${source === '' ? '' : ` ${source}`}`,
    `${bar} ${indent}${colour(marks)}`,
  ];
}

/** Text that ends with its line, so that a tool which reads the report takes nobody's value for a place. */
function inLine(text: string): string {
  return visible(text).replaceAll('\n', ' ');
}
