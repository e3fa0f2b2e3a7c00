import { catalog } from '../../catalog/catalog.generated.ts';
import { aloneWith } from '../../diagnose/chain/alone.ts';
import { type Chain, chainOf } from '../../diagnose/chain/chain.ts';
import { chainCard } from '../../diagnose/chain/chain-card.ts';
import { chainData } from '../../diagnose/chain/chain-data.ts';
import { entries } from '../../explain/entries.ts';
import { withPage } from '../../explain/page.ts';
import { symptomsNamed } from '../../explain/symptoms.ts';
import { ruleIds } from '../../rules/ids.generated.ts';
import { code, say } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import type { Answer, Entry } from '../answer.ts';
import type { Ground, Judged } from '../ground.ts';
import { placeOf, placingOf } from '../judged.ts';
import { optional, text } from '../parameter.ts';
import { AS_OF, SPEC } from '../parameters.ts';
import { partnersIn } from '../partners.ts';
import { tool } from '../tool.ts';
import { unknown } from '../unknown.ts';

export const explain = tool({
  name: 'explain',
  title: say`Explain Federation`,
  about: say`What a rule, a provider, a server product, a licence or a symptom is, with dates and sources; a symptom is a code, an event or an error of the servers, also as a pasted line. Of the domain of a partner: how a spec reaches it, and the first link that is broken.`,
  takes: {
    name: text(
      say`what to explain, such as ${code('retired-provider')}, ${code('AOL')}, ${code('1009')}, ${code('504 Server time-out')} or the domain of a partner`,
    ),
    spec: optional(SPEC),
    asOf: AS_OF,
  },
  list: 'answers',
  entry: { text: 'string', sources: 'array', path: 'string', partner: 'string', named: 'boolean', links: 'array' },
  async answer({ name, spec, asOf }, ground) {
    return spec === undefined ? byName(name, asOf, ground) : inOne(name, { spec, asOf }, ground);
  },
});

const REMEDY = say`Ask for one of them by its whole name.`;

async function byName(name: string, asOf: string | undefined, ground: Ground): Promise<Answer> {
  const known = entries.find(({ names }) => names.some((one) => one.toLowerCase() === name.toLowerCase()));
  if (known !== undefined) {
    const card = known.card(asOf ?? ground.today, ground.env);
    const page = known.rule && (await ground.rulePages())[known.rule];
    return { head: [], entries: [() => cardEntry(page ? withPage(card, page) : card)], remedy: REMEDY };
  }
  const symptoms = symptomsNamed(name, ground.env);
  if (symptoms.length > 0)
    return { head: [], entries: symptoms.map((one) => () => cardEntry(one.card)), remedy: REMEDY };
  if (DOMAIN.test(name)) return wherever(name, asOf, ground);
  throw unknown(
    say`Nothing is known of ${code(name)}. It names no rule, provider, product, licence or symptom.`,
    name,
    [...ruleIds, ...entries.flatMap(({ names }) => names)],
  );
}

const DOMAIN = /^[^\s.]+(?:\.[^\s.]+)+$/;

/** The chain to a partner in each spec that names it. */
async function wherever(name: string, asOf: string | undefined, ground: Ground): Promise<Answer> {
  const { documents } = await ground.specs();
  const naming = documents.filter(
    ({ analysis }) => aloneWith(analysis.spec, { catalog, asOf: asOf ?? analysis.asOf }, name).isNamed,
  );
  if (naming.length === 0)
    throw unknown(
      say`No spec names ${code(name)}. With ${code('spec')} its chain is followed all the same.`,
      name,
      documents.flatMap(({ analysis }) => partnersIn(analysis.spec)),
    );
  return {
    head: [],
    entries: naming.map((document) => () => chainEntry(document, chainIn(document, name, asOf), ground)),
    remedy: say`Name a spec.`,
  };
}

/** The chain to a partner in one spec. */
async function inOne(
  name: string,
  { spec, asOf }: { readonly spec: string; readonly asOf: string | undefined },
  ground: Ground,
): Promise<Answer> {
  const document = await ground.document(spec);
  const chain = chainIn(document, name, asOf);
  const { isNamed, provider } = chain.alone;
  const { path, analysis } = document;
  const stranger =
    isNamed || provider
      ? undefined
      : unknown(say`${code(path)} names no partner ${code(name)}.`, name, partnersIn(analysis.spec));
  // A domain that no list names may be reached all the same, and why it is not is worth asking.
  if (stranger && !DOMAIN.test(name)) throw stranger;
  return {
    head: stranger ? [stranger.text] : [],
    data: { path, asOf: chain.asOf },
    entries: [() => chainEntry(document, chain, ground)],
    remedy: REMEDY,
  };
}

function chainIn({ analysis }: Judged, name: string, asOf: string | undefined): Chain {
  return chainOf(analysis, { ...analysis.options, asOf: asOf ?? analysis.asOf }, name);
}

function chainEntry(document: Judged, chain: Chain, { env }: Ground): Entry {
  const inSpec = (at: Range) => code(placeOf(document, at));
  const { text, data } = cardEntry(chainCard(chain, env, { inSpec }));
  return { text, data: { ...data, path: document.path, ...chainData(chain, placingOf(document), env.bundle) } };
}

function cardEntry(text: string): Entry {
  const sources = [...text.matchAll(/\]\((https?:[^)\s]+)\)/g)].map(([, url = '']) => url);
  return { text, data: { text, sources: [...new Set(sources)] } };
}
