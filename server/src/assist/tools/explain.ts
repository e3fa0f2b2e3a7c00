import { chainOf } from '../../diagnose/chain/chain.ts';
import { chainCard } from '../../diagnose/chain/chain-card.ts';
import { chainData } from '../../diagnose/chain/chain-data.ts';
import { entries } from '../../explain/entries.ts';
import { withPage } from '../../explain/page.ts';
import { symptomsNamed } from '../../explain/symptoms.ts';
import { ruleIds } from '../../rules/ids.generated.ts';
import { code, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import type { Answer, Entry } from '../answer.ts';
import type { Ground } from '../ground.ts';
import { judgedOne, placeOf } from '../judged.ts';
import { optional, text } from '../parameter.ts';
import { AS_OF, SPEC } from '../parameters.ts';
import { partnersIn } from '../partners.ts';
import { tool } from '../tool.ts';
import { unknown } from '../unknown.ts';

export const explain = tool({
  name: 'explain',
  title: say`Explain Federation`,
  about: say`What a rule, a provider, a server product, a licence or a symptom is, with dates and sources; a symptom is a code, an event or an error of the servers, also as a pasted line. With a spec: how it reaches a partner, and the first link that is broken.`,
  takes: {
    name: text(
      say`what to explain, such as ${code('retired-provider')}, ${code('AOL')}, ${code('1009')} or ${code('504 Server time-out')}; with a spec the domain of a partner`,
    ),
    spec: optional(SPEC),
    asOf: AS_OF,
  },
  list: 'answers',
  entry: { text: 'string', sources: 'array', partner: 'string', links: 'array' },
  async answer({ name, spec, asOf }, ground) {
    return spec === undefined ? byName(name, asOf ?? ground.today, ground) : path(name, { spec, asOf }, ground);
  },
});

const REMEDY = say`Ask for one of them by its whole name.`;

async function byName(name: string, asOf: string, ground: Ground): Promise<Answer> {
  const known = entries.find(({ names }) => names.some((one) => one.toLowerCase() === name.toLowerCase()));
  if (known !== undefined) {
    const card = known.card(asOf, ground.env);
    const page = known.rule && (await ground.rulePages())[known.rule];
    return { head: [], entries: [() => cardEntry(page ? withPage(card, page) : card)], remedy: REMEDY };
  }
  const symptoms = symptomsNamed(name, ground.env);
  if (symptoms.length === 0)
    throw unknown(
      say`Nothing is known of ${code(name)}. It names no rule, provider, product, licence or symptom.`,
      name,
      [...ruleIds, ...entries.flatMap(({ names }) => names)],
    );
  return {
    head: [],
    entries: symptoms.map(
      ({ card }) =>
        () =>
          cardEntry(card),
    ),
    remedy: REMEDY,
  };
}

async function path(
  name: string,
  { spec, asOf }: { readonly spec: string; readonly asOf: string | undefined },
  ground: Ground,
): Promise<Answer> {
  const { path, analysis } = await judgedOne(ground, spec, asOf);
  const chain = chainOf(analysis, { ...analysis.options, asOf: analysis.asOf }, name);
  const { isNamed, provider } = chain.alone;
  const stranger =
    isNamed || provider
      ? undefined
      : unknown(say`${code(path)} names no partner ${code(name)}.`, name, partnersIn(analysis.spec));
  // A domain that no list names may be reached all the same, and why it is not is worth asking.
  if (stranger && !/^[^\s.]+(?:\.[^\s.]+)+$/.test(name)) throw stranger;
  const inSpec = (at: Range) => code(placeOf(path, analysis.lines, at));
  const { text, data } = cardEntry(chainCard(chain, ground.env, { inSpec }));
  return {
    head: stranger ? [stranger.text] : [],
    data: { path, asOf: chain.asOf },
    entries: [() => ({ text, data: { ...data, ...chainData(chain, analysis.lines, ground.env.bundle) } })],
    remedy: REMEDY,
  };
}

function cardEntry(text: string): Entry {
  const sources = [...text.matchAll(/\]\((https?:[^)\s]+)\)/g)].map(([, url = '']) => url);
  return { text, data: { text, sources: [...new Set(sources)] } };
}
