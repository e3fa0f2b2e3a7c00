import { code, say } from '../../text/message.ts';
import { nearest } from '../../text/near.ts';
import type { Command } from '../arguments.ts';
import { Complaint, EXIT } from '../exit.ts';
import { type Entry, entries } from '../explain/entries.ts';
import { plain } from '../explain/plain.ts';
import { dateGiven } from '../judgement.ts';

/** `explain`: a rule, a provider, a product or a licence, with the facts and their sources. */
export const explain: Command = {
  name: 'explain',
  takes: 'RULE|PROVIDER',
  summary: say`Explain a rule, a provider, a server product or a licence, with dates and sources.`,
  options: { 'as-of': { value: 'DATE', about: say`the day to mark in timelines, YYYY-MM-DD (today)` } },
  examples: [
    { line: 'lync-federation explain retired-provider', about: say`a rule and the facts behind it` },
    { line: 'lync-federation explain AOL --as-of 2014-03-01', about: say`a provider, as of a day` },
  ],

  async run(given, shell) {
    const word = given.words.join(' ').trim();
    if (word === '')
      throw new Complaint(say`Name what to explain, such as ${code('lync-federation explain retired-provider')}.`);
    const asOf = dateGiven(given) ?? shell.today;
    shell.print(plain(entryNamed(word).card(asOf), shell.colours));
    return EXIT.clean;
  },
};

function entryNamed(word: string): Entry {
  const found = entries.find(({ names }) => names.some((name) => name.toLowerCase() === word.toLowerCase()));
  if (found !== undefined) return found;
  const meant = nearest(
    word,
    entries.flatMap(({ names }) => names),
  );
  if (meant !== undefined) throw new Complaint(say`Nothing is known of ${code(word)}. Did you mean ${code(meant)}?`);
  throw new Complaint(say`Nothing is known of ${code(word)}; ${code('lync-federation rules')} lists the rules.`);
}
