import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { REPOSITORY } from '../../server/src/features/docs-url.ts';
import { links } from '../../server/src/features/links.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { excerpt, marked } from './document.ts';

function found(source: string, script = false) {
  const { analysis, text } = marked(`${source}<|>`, { asOf: '2014-05-01', ...(script && { script: {} }) });
  return links(analysis).map(({ at, to, tooltip }) => [excerpt(text, at), to, tooltip && inEnglish(tooltip)]);
}

function urls(source: string, script = false) {
  return found(source, script).map(([, to]) => (typeof to === 'object' && 'url' in to ? to.url : to));
}

it('addresses lead where they say, without the marks of the sentence around them', () => {
  const source = `# See https://contoso.com/a, (https://contoso.com/b_(c)) and <https://contoso.com/d>.
providers:
  public:
    - identity: "AOL"
      iconUrl: "https://contoso.com/e?f=g&h"
    - { identity: Skype, iconUrl: https://contoso.com/i }
organization: { notes: 'ask at https://contoso.com/j!' }
`;
  expect(urls(source)).toEqual([
    'https://contoso.com/a',
    'https://contoso.com/b_(c)',
    'https://contoso.com/d',
    'https://contoso.com/e?f=g&h',
    'https://contoso.com/i',
    'https://contoso.com/j',
  ]);
});

it('what is still to be filled in, and what has no host, leads nowhere', () => {
  const file = 'certificates:\n  - { name: a, file: <PEM file> }\n  - { name: b, file: "https:x" }\n';
  expect(found(`# https://<your host>/a https://sip.<domain> http:// https:///a\n${file}`)).toEqual([]);
});

it('the file of a certificate lies beside the spec', () => {
  expect(found('certificates:\n  - name: access-edge\n    file: certificates/access-edge.pem\n')).toEqual([
    ['certificates/access-edge.pem', { file: 'certificates/access-edge.pem' }, 'Open the certificate'],
  ]);
});

it('a suppressed rule leads to its page, where there is such a rule', () => {
  const source = 'lyncFederation: 1 # lync-federation: ignore[as-of-missing, no-such-rule] it is always today\n';
  expect(found(source)).toEqual([
    ['as-of-missing', { url: `${REPOSITORY}/blob/main/docs/rules/as-of-missing.md` }, 'What `as-of-missing` means'],
  ]);
  expect(existsSync('docs/rules/as-of-missing.md')).toBe(true);
});

it('the product leads to what is known of it', () => {
  expect(found('server: { product: lync-2013 }\n')).toEqual([
    [
      'lync-2013',
      { url: `${REPOSITORY}/blob/main/docs/facts.md#products.lync-2013` },
      'What is known of Lync Server 2013, with sources',
    ],
  ]);
  expect(readFileSync('docs/facts.md', 'utf8')).toContain('<a id="products.lync-2013"></a>');
});

it('a script has the addresses in it', () => {
  expect(
    urls('# https://contoso.com/a\nSet-CsPublicProvider -Identity AOL -IconUrl "https://contoso.com/b"\n', true),
  ).toEqual(['https://contoso.com/a', 'https://contoso.com/b']);
});

it('pages of ours are those in the language of the reader', () => {
  const text = 'lyncFederation: 1\nserver: { product: lync-2013 } # lync-federation: ignore[retired-provider] later\n';
  const urls = links(analyze(text, { asOf: '2014-05-01' }), 'ko').map(({ to }) => 'url' in to && to.url);
  const pages = `${REPOSITORY}/blob/main/docs/ko`;
  expect(urls).toEqual([`${pages}/facts.md#products.lync-2013`, `${pages}/rules/retired-provider.md`]);
});
