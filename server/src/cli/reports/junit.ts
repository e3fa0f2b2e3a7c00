import { failureMessage } from '../../text/failure.ts';
import { attributes, escaped } from '../../text/markup.ts';
import { type Bundle, type Message, textOf } from '../../text/message.ts';
import { whereabouts } from './places.ts';
import { paragraph, said } from './prose.ts';
import type { Report } from './report.ts';
import type { ReportedFile, ReportedProblem } from './reported.ts';

/** JUnit XML: a suite for each file, a test case for each problem, and one that passes for a file without any. */
export const junitReport: Report = (files, { complaints, speech: { bundle } }) => {
  const suites = [
    ...files.map((file) => fileSuite(file, bundle)),
    ...(complaints.length > 0 ? [complaintSuite(complaints, bundle)] : []),
  ];
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: TOOL, ...numbers(all) })}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    '',
  ].join('\n');
};

const TOOL = 'lync-federation';

interface Suite {
  readonly name: string;
  readonly asOf?: string;
  readonly cases: readonly Case[];
}

/** A test. Only errors and warnings fail: a hint is one that was skipped. */
interface Case {
  readonly name: string;
  readonly outcome?: Outcome;
}

interface Outcome {
  readonly element: 'failure' | 'skipped' | 'error';
  readonly type?: string;
  readonly message: string;
  readonly text?: string;
}

function fileSuite(file: ReportedFile, bundle: Bundle): Suite {
  const { path, asOf, problems, failures } = file;
  const seen = new Map<string, number>();
  const cases = problems.map((problem): Case => {
    const name = subject(problem);
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return { name: nth === 1 ? name : `${name} (${nth})`, outcome: outcome(problem) };
  });
  const failed = failures.map((failure): Case => {
    const message = textOf(failureMessage(failure), bundle);
    return { name: `the check ${failure.check}`, outcome: { element: 'error', message } };
  });
  const all = [...failed, ...cases];
  return { name: path, asOf, cases: all.length > 0 ? all : [{ name: 'no problems' }] };
}

function complaintSuite(complaints: readonly Message[], bundle: Bundle): Suite {
  return {
    name: TOOL,
    cases: complaints.map((complaint) => {
      const message = textOf(complaint, bundle);
      return { name: message, outcome: { element: 'error', message } };
    }),
  };
}

/** By its name a test is known from one build to the next, so the rule and the text it is about, but no line. */
function subject({ rule, lines, at }: ReportedProblem): string {
  const [words = ''] = (at === undefined ? '' : lines.text.slice(at.start, at.end)).split(/[\r\n]/);
  return words === '' ? rule : `${rule}: ${words.length > LENGTH ? `${words.slice(0, LENGTH)}…` : words}`;
}

const LENGTH = 60;

function outcome(problem: ReportedProblem): Outcome {
  const { severity } = problem;
  if (severity === 'info') return { element: 'skipped', message: said(problem) };
  const text = `${whereabouts(problem)}\n${paragraph(problem)}`;
  return { element: 'failure', type: severity, message: said(problem), text };
}

function suiteLines({ name, asOf, cases }: Suite): readonly string[] {
  return [
    `  <testsuite${attributes({ name, ...numbers(cases) })}>`,
    ...(asOf === undefined
      ? []
      : ['    <properties>', `      <property${attributes({ name: 'asOf', value: asOf })}/>`, '    </properties>']),
    ...cases.flatMap((one) => caseLines(one, name)),
    '  </testsuite>',
  ];
}

function caseLines({ name, outcome }: Case, suite: string): readonly string[] {
  const start = `    <testcase${attributes({ classname: suite, name, time: '0' })}`;
  if (outcome === undefined) return [`${start}/>`];
  const { element, type, message, text } = outcome;
  const tag = `<${element}${attributes({ ...(type && { type }), message })}`;
  return [
    `${start}>`,
    `      ${tag}${text === undefined ? '/>' : `>${escaped(text)}</${element}>`}`,
    '    </testcase>',
  ];
}

function numbers(cases: readonly Case[]): Readonly<Record<string, string>> {
  const number = (element: Outcome['element']) => cases.filter(({ outcome }) => outcome?.element === element).length;
  return { tests: `${cases.length}`, failures: `${number('failure')}`, errors: `${number('error')}` };
}
