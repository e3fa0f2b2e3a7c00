import { type Explained, entries } from '../../explain/entries.ts';
import { withPage } from '../../explain/page.ts';
import { ruleIds } from '../../rules/ids.generated.ts';
import { placesIn } from '../../spec/placed.ts';
import { readSpec } from '../../spec/read.ts';
import { unmarked } from '../../text/markdown.ts';
import { code, type Message, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import type { Range } from '../../text/range.ts';
import type { Given, Usage } from '../command.ts';
import { Complaint } from '../exit.ts';
import { failuresIn, needed } from '../failures.ts';
import { AS_OF, judgementOf } from '../judgement.ts';
import { oneSpec } from '../one-spec.ts';
import { text, usually } from '../option.ts';
import { forPrograms, outcome } from '../output.ts';
import { plain } from '../plain.ts';
import { whereabouts } from '../reports/places.ts';
import type { Shell, Speech } from '../shell.ts';

const NOTHING = say`Name what to explain, such as ${code('lync-federation explain retired-provider')}.`;
const SPEC = text({ name: 'spec', value: 'FILE', about: say`the spec in which to follow the chain to a partner` });

const FORMAT = usually({
  name: 'format',
  value: 'FORMAT',
  about: say`the form of the answer`,
  oneOf: ['text', 'json'],
  usual: 'text',
});

/** `explain`: a rule, a provider, a product, a licence or a symptom, with the facts and their sources. */
export const explain: Usage = {
  takes: {
    shown: 'RULE|PROVIDER|SYMPTOM|DOMAIN',
    least: 1,
    // Names have blanks, and nobody wants to quote them.
    most: Number.POSITIVE_INFINITY,
    known: () => ruleIds,
    remedy: NOTHING,
  },
  options: [{ ...AS_OF, about: say`the day to answer for, YYYY-MM-DD` }, SPEC, FORMAT],
  examples: [
    { line: 'lync-federation explain retired-provider', about: say`a rule and the facts behind it` },
    { line: 'lync-federation explain AOL --as-of 2014-03-01', about: say`a provider, as of a day` },
    {
      line: 'lync-federation explain 1009',
      about: say`what a code, an event or a response means, and what can be behind it`,
    },
    {
      line: 'lync-federation explain "504 Server time-out"',
      about: say`the same by its words; pasted lines of a trace will do`,
    },
    {
      line: 'lync-federation explain --spec contoso.lync.yaml fabrikam.com',
      about: say`why chat with fabrikam.com does not work: each link of the chain to it`,
    },
  ],

  async run(given, shell) {
    const word = given.words.join(' ').trim();
    if (word === '') throw new Complaint(NOTHING);
    const speech = given.of(FORMAT) === 'json' ? shell.programs : shell.people;
    const answers =
      given.of(SPEC) === undefined
        ? await named(word, { given, shell, speech })
        : [await chainTo(word, { given, shell, speech })];
    if (given.of(FORMAT) === 'json')
      shell.print(forPrograms({ version: 1, asked: word, answers: answers.map(({ data }) => data) }));
    else shell.print(answers.map(({ card }) => plain(card, shell.colours)).join('\n'));
    return outcome(
      answers.flatMap(({ failures = [] }) => failures),
      shell,
    );
  },
};

interface Asked {
  readonly given: Given;
  readonly shell: Shell;
  readonly speech: Speech;
}

/** The chain from the users of a spec to a partner. */
async function chainTo(partner: string, { given, shell, speech }: Asked): Promise<Answer> {
  const [spec, { chainOf }, { chainCard }, { chainData }] = await Promise.all([
    oneSpec(given.of(SPEC) ?? '', shell),
    import('../../diagnose/chain/chain.ts'),
    import('../../diagnose/chain/chain-card.ts'),
    import('../../diagnose/chain/chain-data.ts'),
  ]);
  const { path, text } = spec;
  const options = await judgementOf(spec, given, shell);
  const source = needed(path, 'yaml', () => readSpec(text));
  const asOf = given.of(AS_OF) ?? source.spec.asOf?.value ?? options.asOf;
  const chain = needed(path, 'explain', () => chainOf(source, { ...options, asOf }, partner));
  const placeOf = placesIn(path, text);
  const inSpec = (at: Range) => code(whereabouts(placeOf(at)));
  return {
    card: chainCard(chain, speech, { inSpec }),
    data: chainData(chain, { path, placeOf }, speech.bundle),
    failures: failuresIn(path, chain.failures),
  };
}

/** An answer for people, as Markdown, and the same for programs. */
interface Answer {
  readonly card: string;
  readonly data: object;
  readonly failures?: readonly Message[];
}

/** A card; that of a rule with what its page says, which lies beside the program and needs no network. */
async function answerOf({ card, rule }: Explained, { given, shell, speech }: Asked): Promise<Answer> {
  const text = card(given.of(AS_OF) ?? shell.today, speech);
  if (rule === undefined) return { card: text, data: { text: unmarked(text) } };
  const page = (await shell.rulePages(speech.language))[rule] ?? '';
  return { card: withPage(text, page), data: { text: unmarked(text), page } };
}

/** What a word is the name of, else the symptoms that the words tell of; those are read when nothing has the name. */
async function named(word: string, { given, shell, speech }: Asked): Promise<readonly Answer[]> {
  const found = entries.find(({ names }) => names.some((name) => name.toLowerCase() === word.toLowerCase()));
  if (found !== undefined) return [await answerOf(found, { given, shell, speech })];
  const { symptomsNamed } = await import('../../explain/symptoms.ts');
  const symptoms = symptomsNamed(word, speech);
  if (symptoms.length > 0) return symptoms;
  const meant = nearest(
    word,
    entries.flatMap(({ names }) => names),
  );
  if (meant !== undefined) throw new Complaint(say`Nothing is known of ${code(word)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`Nothing is known of ${code(word)}; ${code('lync-federation rules')} lists the rules.`);
}
