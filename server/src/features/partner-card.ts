import { catalog } from '../catalog/catalog.generated.ts';
import { classify, kindName } from '../deployment/classify.ts';
import type { Spec } from '../spec/model.ts';
import { code } from '../text/message.ts';
import { bold, heading, paragraphs } from './cards.ts';
import type { Env } from './env.ts';

/** How users of a spec reach a partner domain on a day, and why so, as Markdown. */
export function partnerCard({ spec, asOf }: Day, domain: string, env: Env): string {
  const { kind, reason } = classify(spec, { catalog, asOf }, domain);
  return paragraphs(env, [[heading(code(domain))], [{ template: '{0}. {1}', values: [bold(kindName(kind)), reason] }]]);
}

/** A spec, and the day it is asked about, `YYYY-MM-DD`. */
interface Day {
  readonly spec: Spec;
  readonly asOf: string;
}
