import { analyze } from '../../analyze.ts';
import { diagnosisOf, lastDay } from '../../diagnose/diagnosis.ts';
import { diagnosisCard } from '../../diagnose/diagnosis-card.ts';
import { partnerData } from '../../diagnose/diagnosis-data.ts';
import { FailureCount } from '../../diagnose/failures.ts';
import { sidesOf } from '../../diagnose/sides.ts';
import { MOST_BYTES } from '../../machine/sizes.ts';
import { type ReadTrace, TraceFile, unreadableTrace } from '../../machine/trace-file.ts';
import { code, type Message, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { Refusal } from '../../text/refusal.ts';
import type { Ground } from '../ground.ts';
import { placeOf, placingOf } from '../judged.ts';
import { optional, text, texts } from '../parameter.ts';
import { SPEC } from '../parameters.ts';
import { tool } from '../tool.ts';
import { unknown } from '../unknown.ts';

export const diagnose = tool({
  name: 'diagnose',
  title: say`Diagnose Traces`,
  about: say`What failed in traces of servers and clients, in events and in the output of tests: with which partner, on which side, and with a spec what in it can be behind that. Users are not named.`,
  takes: {
    traces: texts(say`the paths of the traces`),
    spec: optional(SPEC),
    partner: optional(text(say`the domain of the only partner to answer for`)),
  },
  list: 'partners',
  entry: { partner: 'string', listed: 'boolean', reached: 'string', reason: 'string', failures: 'array' },
  async answer({ traces, spec, partner }, ground) {
    const document = spec === undefined ? undefined : await ground.document(spec);
    const sides = sidesOf(document?.analysis.spec);
    const counted = new FailureCount(sides);
    const read: ReadTrace[] = [];
    for (const name of traces) read.push(await readTrace(name, counted, ground));
    const day = lastDay(counted.all());
    const analysis =
      document &&
      analyze(document.analysis.text, {
        ...document.analysis.options,
        ...(day !== undefined && { asOf: day }),
        ...{ persona: 'auditor', noIgnores: true, once: true },
      });
    const diagnosis = diagnosisOf(counted, { sides, analysis, partner });
    if (partner !== undefined && diagnosis.answers.every((one) => one.partner === undefined))
      throw unknown(
        say`Nothing that failed in the traces is about ${code(partner)}.`,
        partner,
        counted.all().flatMap((one) => one.partner ?? []),
      );
    const inSpec = (at: Range) => code(document ? placeOf(document, at) : '');
    const places = { inSpec, inTrace: ({ file, line }: { file: string; line: number }) => code(`${file}:${line}`) };
    const shown = { env: ground.env, places, hasSpec: document !== undefined, showUsers: false };
    const { inside, uncounted } = diagnosis;
    return {
      head: [
        ...read.map(toldOf),
        ...(document && analysis ? [say`${code(document.path)} is judged as of ${analysis.asOf}.`] : []),
        ...(diagnosis.answers.length === 0 ? [say`No failure that is known.`] : []),
      ],
      data: { traces: read, ...(document && { path: document.path, asOf: analysis?.asOf }), inside, uncounted },
      entries: diagnosis.answers.map((one) => () => ({
        text: diagnosisCard({ answers: [one], inside: 0, uncounted: 0 }, shown),
        data: partnerData(one, {
          placing: document && placingOf(document),
          showUsers: false,
          bundle: ground.env.bundle,
        }),
      })),
      remedy: say`Name a partner.`,
    };
  },
});

async function readTrace(name: string, counted: FailureCount, ground: Ground): Promise<ReadTrace> {
  const refused = unreadableTrace(name);
  if (refused) throw new Refusal(refused);
  const { path, bytes } = await ground.file(name, MOST_BYTES.capture);
  const trace = new TraceFile(path, counted);
  trace.take(bytes);
  const read = trace.end();
  if ('template' in read) throw new Refusal(read);
  return read;
}

function toldOf({ path, lines, formats }: ReadTrace): Message {
  return say`${code(path)}: ${lines} lines, ${formats.join(', ')}`;
}
