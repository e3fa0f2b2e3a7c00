import { ProtocolRequestType } from 'vscode-languageserver';
import { METHODS, type ReportAnswer, type ReportParams } from '../../../../protocol/methods.ts';
import { judgedDays, type Turn } from '../../features/timeline.ts';
import { fileNameOf } from '../names.ts';
import { onDocument } from './request.ts';

const ReportRequest = {
  type: new ProtocolRequestType<ReportParams, ReportAnswer, never, void, void>(METHODS.report),
};

/** The report on a spec, to be saved. Between two days that are looked at comes whatever else is asked. */
export const reports = onDocument(ReportRequest.type, {
  async answer(opened, { format }, { live, host, env }, token) {
    const { analysis, options, uri } = opened;
    const turns: Turn[] = [];
    for (const { turn } of judgedDays(analysis, options)) {
      if (turn) turns.push(turn);
      await new Promise<void>((done) => host.defer(done));
      if (token.isCancellationRequested) return null;
    }
    const { reportOf } = await import('../../report/report-of.ts');
    const { bundle, language = 'en' } = env;
    const about = { path: fileNameOf(uri), live: await live.of(opened), turns, today: host.today(), bundle, language };
    const report = reportOf(analysis, about);
    if (format === 'md') return { report: (await import('../../report/markdown.ts')).markdownReport(report) };
    return { report: (await import('../../report/html.ts')).htmlReport(report) };
  },
});
