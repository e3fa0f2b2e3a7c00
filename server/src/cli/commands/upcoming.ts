import { isProjectName, isScriptName } from '../../../../protocol/names.ts';
import { judge } from '../../analyze.ts';
import { idsOf } from '../../catalog/ids.ts';
import { HORIZONS, upcoming } from '../../features/upcoming.ts';
import { placesIn } from '../../spec/placed.ts';
import { readSpec } from '../../spec/read.ts';
import { attempt } from '../../text/failure.ts';
import { code, codes, say } from '../../text/message.ts';
import type { Usage } from '../command.ts';
import { eachSpec, type Judged } from '../each-spec.ts';
import { Complaint } from '../exit.ts';
import { AS_OF } from '../judgement.ts';
import { single, usually } from '../option.ts';
import { deliver, FORCE, OUTPUT, outcome } from '../output.ts';
import type { EndingIn, UpcomingReport } from '../upcoming/ending.ts';

const USUAL = 90;

const WITHIN = single(
  {
    name: 'within',
    value: 'DAYS',
    about: say`how many days to look ahead, such as ${codes(HORIZONS)}`,
    usual: String(USUAL),
  },
  daysTyped,
);

const REPORTS = {
  text: async () => (await import('../upcoming/text.ts')).upcomingText,
  json: async () => (await import('../upcoming/json.ts')).upcomingJson,
  ics: async () => (await import('../upcoming/ics.ts')).upcomingCalendar,
  markdown: async () => (await import('../upcoming/markdown.ts')).upcomingMarkdown,
} as const satisfies Readonly<Record<string, () => Promise<UpcomingReport>>>;

const FORMAT = usually({
  name: 'format',
  value: 'FORMAT',
  about: say`the form of the list; ${code('ics')} is a calendar`,
  oneOf: idsOf(REPORTS),
  usual: 'text',
});

/** `upcoming`: what ends next. */
export const upcomingCommand: Usage = {
  takes: {
    shown: '[FILE|DIR|GLOB ...]',
    least: 0,
    most: Number.POSITIVE_INFINITY,
    remedy: say`Name the specs, such as ${code('lync-federation upcoming contoso.lync.yaml')}.`,
  },
  options: [WITHIN, AS_OF, FORMAT, OUTPUT, FORCE],
  examples: [
    { line: 'lync-federation upcoming', about: say`what ends within three months, in all specs below this folder` },
    { line: 'lync-federation upcoming contoso.lync.yaml --within 365', about: say`a year of one spec` },
    {
      line: 'lync-federation upcoming --within 365 --format ics --output ends.ics',
      about: say`the days as a calendar; written anew, it moves what has moved`,
    },
  ],

  async run(given, shell) {
    const within = given.of(WITHIN) ?? USUAL;
    const words = given.words.length > 0 ? given.words : ['.'];
    // Project files lie where a search looks, and nothing in them ends.
    const about = { given, shell, check: 'upcoming', projects: true } as const;
    const { made, unread, failed } = await eachSpec(words, about, (judged) => endingsIn(judged, within));
    const endings = made.flatMap((one) => one.endings).toSorted((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
    const format = given.of(FORMAT);
    const report = await REPORTS[format]();
    const { bundle } = format === 'json' ? shell.programs : shell.people;
    const days = [...new Set(made.map(({ asOf }) => asOf))].toSorted();
    const { today, version } = shell;
    const colours = shell.colours && given.of(OUTPUT) === undefined;
    const text = report(endings, { within, days, files: made.length, today, version, colours, bundle });
    await deliver(text, { given, isForced: given.of(FORCE) }, shell);
    return outcome([...unread, ...failed], shell);
  },
};

interface OfSpec {
  readonly asOf: string;
  readonly endings: readonly EndingIn[];
}

function endingsIn({ input: { path, text }, options, failures }: Judged, within: number): OfSpec | undefined {
  if (isScriptName(path) || isProjectName(path)) return undefined;
  const source = attempt('yaml', failures, () => readSpec(text));
  if (source === undefined) return undefined;
  // What is wrong is no matter here, only the day, and the comments.
  const analysis = judge(source, { ...options, rules: [], once: true });
  const placed = placesIn(path, text);
  return {
    asOf: analysis.asOf,
    endings: upcoming(analysis, within).map((one) => ({ ...one, asOf: analysis.asOf, place: placed(one.at) })),
  };
}

function daysTyped(typed: string): number {
  const days = Number(typed);
  if (/^\d{1,5}$/.test(typed) && days > 0) return days;
  throw new Complaint(say`${code('--within')} takes a number of days, such as ${codes(HORIZONS)}, not ${code(typed)}.`);
}
