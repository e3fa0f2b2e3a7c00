import type { Analysis } from '../analyze.ts';
import type { Diagnosis } from '../diagnose/diagnosis.ts';
import { suspectedIn } from '../diagnose/diagnosis.ts';
import type { Problem } from '../problem.ts';
import { byFile } from './by-file.ts';
import type { Input } from './files.ts';
import { reported } from './reports/reported.ts';
import { sarifReport } from './reports/sarif.ts';
import type { Shell } from './shell.ts';

interface Beside {
  readonly spec: Input | undefined;
  readonly analysis: Analysis | undefined;
  readonly shell: Shell;
}

/** The entries of a spec that can be behind what failed, as SARIF; each says what it can be behind. */
export function diagnosisSarif(diagnosis: Diagnosis, { spec, analysis, shell }: Beside): string {
  const problems: readonly Problem[] = suspectedIn(diagnosis);
  const manner = { withEdits: true, ...shell.programs };
  const files =
    spec && analysis
      ? byFile({ path: spec.path, file: spec.file, analysis: { ...analysis, problems, suppressed: [] } }).map((one) =>
          reported(one, manner),
        )
      : [];
  const { version, colours, env, programs: speech } = shell;
  const asOf = analysis?.asOf ?? shell.today;
  return sarifReport(files, {
    asOf,
    version,
    colours,
    env,
    speech,
    complaints: [],
    category: 'lync-federation-diagnose',
  });
}
