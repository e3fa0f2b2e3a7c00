import { type Fields, listOf, nonEmpty } from './fields.ts';

/** What a page contradicts itself or another page about, by words of the note in the harvest; undefined: about nothing checked. */
const aspects: readonly (readonly [RegExp, string | undefined])[] = [
  [/dates the cmdlet|says plain 2010|lists 2019|page starts at 2015|lists three server releases/, 'versions'],
  [/Newest SYNTAX|without UseDefaultRouting/, 'sets'],
  [/shows it required|leave it out/, 'mandatory'],
  [/for servers|breaking the greater-than rule/, 'default'],
  [/sip:user@host|bare host name|credential object|does pass the name/, 'value'],
  [/deprecated/i, 'deprecation'],
  [/pipes policies/, 'pipeline'],
  [/no SYNTAX block/, 'existence'],
  [/misspells|hex digits|names a set|no such parameter|also passes -Name|^Required, although/, undefined],
];

/** What the reference contradicts itself about, of a cmdlet or a parameter. */
export function disputes(of: Fields): unknown {
  const texts = listOf(of.constraints)
    .filter(({ kind }) => kind === 'docConflict')
    .map(({ text }) => String(text));
  const found = texts.map((text) => {
    const known = aspects.find(([words]) => words.test(text));
    if (known === undefined) throw new Error(`A contradiction of the pages that is not sorted yet: ${text}`);
    return known[1];
  });
  return nonEmpty([...new Set(found)].filter((aspect) => aspect !== undefined));
}
