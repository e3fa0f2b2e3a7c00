import { partnerCard } from '../../features/partner-card.ts';
import { readSpec } from '../../spec/read.ts';
import { unmarked } from '../../text/markdown.ts';
import { code, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import type { Usage } from '../command.ts';
import { Complaint, EXIT } from '../exit.ts';
import { entries } from '../explain/entries.ts';
import { plain } from '../explain/plain.ts';
import { needed } from '../failures.ts';
import type { Input } from '../files.ts';
import { AS_OF } from '../judgement.ts';
import { oneSpec } from '../one-spec.ts';
import { text, usually } from '../option.ts';
import { forPrograms } from '../output.ts';

const NOTHING = say`Name what to explain, such as ${code('lync-federation explain retired-provider')}.`;
const SPEC = text({ name: 'spec', value: 'FILE', about: say`the spec that says how a partner domain is reached` });

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
      about: say`whether fabrikam.com is reached, and why`,
    },
  ],

  async run(given, shell) {
    const word = given.words.join(' ').trim();
    if (word === '') throw new Complaint(NOTHING);
    const file = given.of(SPEC);
    const answers =
      file === undefined
        ? await named(word, given.of(AS_OF) ?? shell.today)
        : [
            inText(
              partnerOf(await oneSpec(file, shell), { partner: word, asked: given.of(AS_OF), today: shell.today }),
            ),
          ];
    if (given.of(FORMAT) === 'json')
      shell.print(forPrograms({ version: 1, asked: word, answers: answers.map(({ data }) => data) }));
    else shell.print(answers.map(({ card }) => plain(card, shell.colours)).join('\n'));
    return EXIT.clean;
  },
};

interface Question {
  readonly partner: string;
  /** The day that was asked for; else that of the spec counts, else today. */
  readonly asked: string | undefined;
  readonly today: string;
}

/** How a spec reaches a partner, as Markdown. */
function partnerOf({ path, text }: Input, { partner, asked, today }: Question): string {
  const { spec } = needed(path, 'yaml', () => readSpec(text));
  const asOf = asked ?? spec.asOf?.value ?? today;
  return needed(path, 'explain', () => ({ card: partnerCard({ spec, asOf }, partner, { bundle: {} }) })).card;
}

/** An answer for people, as Markdown, and the same for programs. */
interface Answer {
  readonly card: string;
  readonly data: object;
}

function inText(card: string): Answer {
  return { card, data: { text: unmarked(card) } };
}

/** What a word is the name of, else the symptoms that the words tell of; those are read when nothing has the name. */
async function named(word: string, asOf: string): Promise<readonly Answer[]> {
  const found = entries.find(({ names }) => names.some((name) => name.toLowerCase() === word.toLowerCase()));
  if (found !== undefined) return [inText(found.card(asOf))];
  const { symptomsNamed } = await import('../explain/symptoms.ts');
  const symptoms = symptomsNamed(word);
  if (symptoms.length > 0) return symptoms;
  const meant = nearest(
    word,
    entries.flatMap(({ names }) => names),
  );
  if (meant !== undefined) throw new Complaint(say`Nothing is known of ${code(word)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`Nothing is known of ${code(word)}; ${code('lync-federation rules')} lists the rules.`);
}
