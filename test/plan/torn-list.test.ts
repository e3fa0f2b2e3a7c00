import { expect, it } from 'vitest';
import { readFound } from '../../server/src/plan/import/read.ts';
import { importSpec } from '../../server/src/plan/import.ts';
import { inEnglish } from '../../server/src/text/message.ts';

const DOMAINS = `PS C:\\> Get-CsAllowedDomain

Identity  : fabrikam.com
Domain    : fabrikam.com
ProxyFqdn :
Comment   : Payroll

Identity  : litwareinc.com
Domain    : litwareinc.com
ProxyFqdn : sip.litwareinc.com
Comment   : Benefits`;
const EDGE = `PS C:\\> Get-CsAccessEdgeConfiguration

Identity               : Global
AllowFederatedUsers    : True
EnablePartnerDiscovery : True`;

/** What is said of a text, whether others may be there, and the last value of the spec. */
function said(text: string) {
  const { found, complaints } = readFound([{ source: 'a.txt', text }]);
  const { notes } = importSpec(found);
  const told = [...complaints, ...notes].map((note) => inEnglish(note)).filter((note) => /text ends/i.test(note));
  return [told, found.objects.some(({ hasOthers }) => hasOthers)];
}

const ends = (line: number, name: string) =>
  `a.txt:${line}: The text ends there, so what follows \`${name}\` is not known.`;

it.each([
  ['behind a blank line', `${DOMAINS}\n\n`],
  ['behind blank lines of Windows', `${DOMAINS}\n\n\n`.replaceAll('\n', '\r\n')],
  ['before a prompt', `${DOMAINS.replace(/\nComment[^\n]*$/, '')}\n\nPS C:\\> `],
  ['with all that the one before it has', DOMAINS],
  ['with all that the one before it has, and a line end', `${DOMAINS}\n`],
  [
    'with properties that somebody picked',
    `${EDGE.replace('ation\n', 'ation | fl AllowFederatedUsers, EnablePartnerDiscovery\n')}`,
  ],
  ['at the end of a line that nothing tells to be the last', `${EDGE}\n`],
])('a list is whole that ends %s', (_, text) => {
  expect(said(text)).toEqual([[], false]);
});

it('a list is told that ends before all is shown', () => {
  const atLine = DOMAINS.replace(/Comment {3}: Benefits$/, '');
  expect(said(atLine)).toEqual([[ends(10, 'ProxyFqdn')], true]);
  expect(said(DOMAINS.replace(/wareinc.com\nComment {3}: Benefits$/, ''))).toEqual([
    [
      ends(10, 'ProxyFqdn'),
      'a.txt:8: `CsAllowedDomain litwareinc.com ProxyFqdn` is kept as a comment. The text ends within its line, so it may go on.',
    ],
    true,
  ]);
  expect(said(EDGE)).toEqual([[ends(5, 'EnablePartnerDiscovery')], true]);
});
