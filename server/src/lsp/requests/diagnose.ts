import { ProtocolRequestType } from 'vscode-languageserver';
import {
  type DiagnosisAnswer,
  type DiagnosisParams,
  METHODS,
  type TraceAnswer,
  type TraceParams,
} from '../../../../protocol/methods.ts';
import { bytesIn } from '../../machine/base64.ts';
import type { Problem } from '../../problem.ts';
import { groupedBy } from '../../text/grouped.ts';
import { code, say, textOf } from '../../text/message.ts';
import { toDiagnostic } from '../diagnostic.ts';
import { linkedText } from '../linked-text.ts';
import { placesOf } from '../places.ts';
import { onDocument } from './request.ts';

const TraceRequest = {
  type: new ProtocolRequestType<TraceParams, TraceAnswer, never, void, void>(METHODS.trace),
};

const DiagnosisRequest = {
  type: new ProtocolRequestType<DiagnosisParams, DiagnosisAnswer, never, void, void>(METHODS.diagnosis),
};

const DismissRequest = {
  type: new ProtocolRequestType<DiagnosisParams, null, never, void, void>(METHODS.dismissDiagnosis),
};

/** Traces as the client hands them over. What reads them is loaded with the first piece. */
export const traces = onDocument(TraceRequest.type, {
  async answer({ path, analysis }, { name, base64, begins, ends }, { diagnoses, env }) {
    const { Diagnosing, told } = await import('../diagnosing.ts');
    const before = begins === 'all' ? undefined : diagnoses.get(path);
    const diagnosing = before ?? new Diagnosing(analysis.spec);
    diagnoses.set(path, diagnosing);
    if (begins) diagnosing.begin(name);
    diagnosing.take(bytesIn(base64));
    const read = ends ? diagnosing.end() : undefined;
    return read ? { told: textOf(told(read), env.bundle), isRead: !('template' in read) } : null;
  },
});

/** What they show, beside the spec as it is now. */
export const diagnoses = onDocument(DiagnosisRequest.type, {
  async answer(opened, _, { diagnoses: all, env, client }) {
    const diagnosing = all.get(opened.path);
    if (diagnosing === undefined) return null;
    const [{ diagnosisCard }, { suspectedIn }] = await Promise.all([
      import('../../diagnose/diagnosis-card.ts'),
      import('../../diagnose/diagnosis.ts'),
    ]);
    const { judged, diagnosis } = diagnosing.beside(opened);
    const head = [...diagnosing.files, say`The spec is judged as of ${judged.asOf}.`];
    const { lines } = linkedText(opened, (inSpec) => {
      const inTrace = ({ file, line }: { readonly file: string; readonly line: number }) => code(`${file}:${line}`);
      return diagnosisCard(diagnosis, { env, places: { inSpec, inTrace }, hasSpec: true, showUsers: false });
    });
    const nothing = diagnosis.answers.length === 0 ? [textOf(say`No failure that is known.`, env.bundle)] : [];
    const now = { ...opened, analysis: judged };
    const placeOf = placesOf(now);
    const found = groupedBy(suspectedIn(diagnosis), ({ at }) => placeOf(at).document.uri);
    const shown = (problems: readonly Problem[] = []) =>
      problems.map((problem) => ({
        ...toDiagnostic(problem, now, client, env),
        source: 'lync-federation diagnosis',
      }));
    const elsewhere = [...found].filter(([uri]) => uri !== opened.uri).map(([uri, all]) => [uri, shown(all)] as const);
    return {
      lines: [...[...head.map((one) => textOf(one, env.bundle)), '', ...nothing].map((text) => ({ text })), ...lines],
      findings: shown(found.get(opened.uri)),
      ...(elsewhere.length > 0 && { elsewhere: Object.fromEntries(elsewhere) }),
    };
  },
});

/** Nothing is kept of traces that nobody asks about any more. */
export const dismissedDiagnoses = onDocument(DismissRequest.type, {
  answer({ path }, _, { diagnoses: all }) {
    all.delete(path);
    return null;
  },
});
