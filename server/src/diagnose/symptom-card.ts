import { bold, bullet, heading, paragraphs } from '../features/cards.ts';
import type { Env } from '../features/env.ts';
import { type RuleId, ruleIds } from '../rules/ids.generated.ts';
import { code, codes, link, listed, type Message, prose, say } from '../text/message.ts';
import type { Answer } from './asked.ts';
import { causesOf, documentsOf, type Known, type Reason } from './symptoms.ts';

/** What a symptom means, who judged, and what can be behind it, as Markdown. */
export function symptomCard({ symptom, code: written, said }: Answer, env: Env): string {
  const { meaning, products = [], verified } = symptom;
  const causes = causesOf(symptom);
  const sources = documentsOf(symptom).map(({ title, url }): Message => {
    return { template: '[{0}]({1})', values: [title, link(url)] };
  });
  return paragraphs(env, [
    [heading(titleOf(symptom, written))],
    [prose(meaning), ...(verified === false ? [say`No document confirms that (unverified).`] : [])],
    [
      bullet(say`Who judged: ${judgeOf(symptom, said.get('source'))}`),
      bullet(say`Direction: ${DIRECTIONS[symptom.direction]}`),
      ...(products.length > 0 ? [bullet(say`Written by: ${codes(products, products.length)}`)] : []),
      ...[...said].filter(([name]) => name !== 'source').map(([name, value]) => bullet(say`${name}: ${code(value)}`)),
    ],
    causes.length > 0 ? [bold(say`Causes, the most likely first`)] : [],
    ...causes.map((cause, i) => [numbered(i + 1, cause), ...evidence(cause)]),
    sources.length > 0 ? [say`Sources: ${listed(sources, '; ')}`] : [],
  ]);
}

/** What a symptom is called: its kind, its code, and who writes it. */
export function titleOf({ kind, code: usual, names = [], writers = [] }: Known, written = usual): Message {
  const by = writers.length > 0 ? say` (${listed(writers.map(prose))})` : prose('');
  switch (kind) {
    case 'diagnostics':
      return say`Diagnostics ${written ?? ''}${by}`;
    case 'event':
      return say`Event ${written ?? ''}${by}`;
    case 'response':
      return say`SIP response ${[written, names[0]].filter(Boolean).join(' ')}`;
    case 'result':
      return say`Result ${[written, ...names].join(', ')}${by}`;
    case 'client':
      return names.length > 0 ? say`What people see: ${names.join(', ')}` : say`What people see`;
  }
}

/** Who decided, by name where that is told. */
export function judgeOf({ judge, kind }: Pick<Known, 'judge' | 'kind'>, source?: string): Message {
  if (source !== undefined && source !== '') return say`the server ${code(source)}`;
  if (judge === 'source' && kind === 'response') return say`the server that answered, which diagnostics beside it name`;
  return JUDGES[judge];
}

const JUDGES: Readonly<Record<Known['judge'], Message>> = {
  source: say`the server that the header names as its source; without that name, a server outside`,
  reporter: say`the side in whose log it stands`,
  own: say`a server of our own`,
  partner: say`the partner's server`,
  cloud: say`the cloud`,
  client: say`the client`,
};

const DIRECTIONS: Readonly<Record<Known['direction'], Message>> = {
  out: say`from us to the partner`,
  in: say`from the partner to us`,
  either: say`either way; the one whose message failed sees it`,
  inside: say`within the own organization`,
};

function numbered(number: number, cause: Reason): Message {
  return say`${String(number)}. ${prose(cause.what)} (${SIDES[cause.side]}; ${BASES[cause.basis]})`;
}

/** How a cause is found. */
function evidence(cause: Reason): readonly Message[] {
  const { spec = [], check, cmdlet } = cause;
  const rules = rulesOf(cause);
  const lines = [
    rules.length > 0 ? say`In a spec: ${codes(rules, rules.length)}` : say`No rule finds it in a spec.`,
    ...(spec.length > 0 ? [say`Keys: ${codes(spec, spec.length)}`] : []),
    say`Look at: ${prose(check)}`,
    ...(cmdlet === undefined ? [] : [say`Shown by: ${code(cmdlet)}`]),
  ];
  return lines.map((line) => ({ template: '   - {0}', values: [line] }));
}

/** The rules that find a cause. */
export function rulesOf({ rules = [] }: Pick<Reason, 'rules'>): readonly RuleId[] {
  return ruleIds.filter((id) => rules.includes(id)).toSorted((a, b) => rules.indexOf(a) - rules.indexOf(b));
}

/** Whose matter a cause is. */
export const SIDES: Readonly<Record<Reason['side'], Message>> = {
  own: say`our side`,
  partner: say`the partner's side`,
  network: say`the network in between`,
  cloud: say`the cloud`,
};

const BASES: Readonly<Record<Reason['basis'], Message>> = {
  documented: say`documented`,
  field: say`met in the field`,
  inferred: say`inferred from how servers route`,
};
