import { analyze } from '../../analyze.ts';
import { withSecondOpinion } from '../../grammar/node.ts';

import { code, say } from '../../text/message.ts';
import type { Usage } from '../command.ts';
import { Complaint, EXIT } from '../exit.ts';
import { failuresIn, needed } from '../failures.ts';
import { AS_OF, judgementOf, RULE } from '../judgement.ts';
import type { MapFormat } from '../map-text.ts';
import { oneSpec } from '../one-spec.ts';
import { text, usually } from '../option.ts';
import { deliver, FORCE, OUTPUT } from '../output.ts';

const FORMAT = usually<MapFormat>({
  name: 'format',
  value: 'FORMAT',
  about: say`a picture, a page in one file, or a flowchart of Mermaid`,
  oneOf: ['svg', 'html', 'mermaid'],
  usual: 'svg',
});
const FROM = text({
  name: 'from',
  value: 'DOMAIN',
  about: say`the domain of your users from which the way begins that ${code('--to')} wants; the default one where it is not given`,
});
const TO = text({
  name: 'to',
  value: 'PARTNER',
  about: say`let the way to this partner stand out, with its broken link`,
});

/** `map`: a spec as a picture, by what messages pass, with what fails in red. */
export const map: Usage = {
  takes: {
    shown: 'SPEC',
    least: 1,
    most: 1,
    remedy: say`Name one spec, such as ${code('lync-federation map contoso.lync.yaml')}.`,
  },
  options: [FORMAT, FROM, TO, OUTPUT, FORCE, { ...AS_OF, about: say`the day to draw, YYYY-MM-DD` }, RULE],
  examples: [
    {
      line: 'lync-federation map contoso.lync.yaml --output contoso.svg',
      about: say`domains, records, pools, certificates, providers and partners, and what is wrong with them`,
    },
    {
      line: 'lync-federation map contoso.lync.yaml --format html --output contoso.html',
      about: say`the same with its story: a slider over the days on which the verdict turns`,
    },
    {
      line: 'lync-federation map contoso.lync.yaml --from contoso.com --to fabrikam.com',
      about: say`the way to a partner, and where it breaks`,
    },
    { line: 'lync-federation map contoso.lync.yaml --format mermaid', about: say`for a page of Markdown` },
  ],

  async run(given, shell) {
    const [word = ''] = given.words;
    if (given.of(FROM) !== undefined && given.of(TO) === undefined)
      throw new Complaint(
        say`${code('--from')} says where a way begins, and ${code('--to')} where it leads: give both.`,
      );
    const input = await oneSpec(word, shell);
    const options = await judgementOf(input, given, shell);
    const day = given.of(AS_OF);
    const judgedAs = day === undefined ? {} : { judgedAs: day };
    const analysis = await withSecondOpinion((readScript) =>
      analyze(input.text, { ...options, ...judgedAs, readScript }),
    );
    const failures = failuresIn(input.path, analysis.failures);
    for (const failure of failures) shell.complain(failure);
    // Of a spec that was not read there is nothing to draw.
    if (analysis.failures.some(({ check }) => check === 'yaml')) return EXIT.failure;
    const { mapText } = await import('../map-text.ts');
    const wanted = {
      format: given.of(FORMAT),
      from: given.of(FROM),
      to: given.of(TO),
      today: shell.today,
      people: shell.people,
    };
    const made = needed(input.path, 'map', () => mapText(analysis, input.path, wanted));
    if ('refused' in made) throw new Complaint(made.refused);
    await deliver(made.text, { given, isForced: given.of(FORCE) }, shell);
    if (made.way) shell.tell(made.way);
    return failures.length > 0 ? EXIT.failure : EXIT.clean;
  },
};
