import { partnerCard } from '../../features/partner-card.ts';
import { readSpec } from '../../spec/read.ts';
import { code, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import type { Usage } from '../command.ts';
import { Complaint, EXIT } from '../exit.ts';
import { type Explained, entries } from '../explain/entries.ts';
import { plain } from '../explain/plain.ts';
import { needed } from '../failures.ts';
import type { Input } from '../files.ts';
import { AS_OF } from '../judgement.ts';
import { oneSpec } from '../one-spec.ts';
import { text } from '../option.ts';

const NOTHING = say`Name what to explain, such as ${code('lync-federation explain retired-provider')}.`;
const SPEC = text({ name: 'spec', value: 'FILE', about: say`the spec that says how a partner domain is reached` });

/** `explain`: a rule, a provider, a product or a licence, with the facts and their sources. */
export const explain: Usage = {
  takes: {
    shown: 'RULE|PROVIDER|DOMAIN',
    least: 1,
    // Names have blanks, and nobody wants to quote them.
    most: Number.POSITIVE_INFINITY,
    remedy: NOTHING,
  },
  options: [{ ...AS_OF, about: say`the day to answer for, YYYY-MM-DD` }, SPEC],
  examples: [
    { line: 'lync-federation explain retired-provider', about: say`a rule and the facts behind it` },
    { line: 'lync-federation explain AOL --as-of 2014-03-01', about: say`a provider, as of a day` },
    {
      line: 'lync-federation explain --spec contoso.lync.yaml fabrikam.com',
      about: say`whether fabrikam.com is reached, and why`,
    },
  ],

  async run(given, shell) {
    const word = given.words.join(' ').trim();
    if (word === '') throw new Complaint(NOTHING);
    const file = given.of(SPEC);
    const card =
      file === undefined
        ? entryNamed(word).card(given.of(AS_OF) ?? shell.today)
        : partnerOf(await oneSpec(file, shell), { partner: word, asked: given.of(AS_OF), today: shell.today });
    shell.print(plain(card, shell.colours));
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

function entryNamed(word: string): Explained {
  const found = entries.find(({ names }) => names.some((name) => name.toLowerCase() === word.toLowerCase()));
  if (found !== undefined) return found;
  const meant = nearest(
    word,
    entries.flatMap(({ names }) => names),
  );
  if (meant !== undefined) throw new Complaint(say`Nothing is known of ${code(word)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`Nothing is known of ${code(word)}; ${code('lync-federation rules')} lists the rules.`);
}
