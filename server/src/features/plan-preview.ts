import type { Analysis } from '../analyze.ts';
import { catalog } from '../catalog/catalog.generated.ts';
import { declared } from '../plan/declared.ts';
import { plan } from '../plan/plan.ts';
import { renderText } from '../plan/render-text.ts';
import { code, say, textOf } from '../text/message.ts';
import type { Env } from './env.ts';

/** The plan of a spec as text to read: what builds the declared state, and what stands in the way. */
export function planPreview({ spec, lines, problems, asOf }: Analysis, name: string, { bundle }: Env): string {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const wanted = declared(spec, catalog, asOf);
  const made = plan(wanted);
  const planned = { ...made, notes: [...wanted.leftOut, ...made.notes] };
  const head = [
    ...(errors > 0
      ? [
          say`The spec has errors, so ${code('lync-federation plan')} refuses it; this is what it amounts to as it stands.`,
        ]
      : []),
    ...planned.refusals.map(({ message }) => message),
  ].map((message) => `! ${textOf(message, bundle)}\n`);
  return [
    ...head,
    ...(head.length > 0 ? ['\n'] : []),
    renderText(planned, { path: name, lines, compared: false }),
  ].join('');
}
