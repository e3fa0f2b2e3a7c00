import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { linkedNames } from '../../server/src/features/linked-editing.ts';
import { applyEdits } from '../../server/src/text/edit.ts';
import { marked } from './document.ts';

/** The document after a name was typed over at the cursor and wherever that is linked. */
function typed(source: string, name: string): string | undefined {
  const { analysis, text, offset } = marked(source);
  const found = linkedNames(analysis, offset);
  expect(found === undefined || new RegExp(`^(?:${found.pattern})$`).test(name)).toBe(true);
  return (
    found &&
    applyEdits(
      text,
      found.places.map((at) => ({ at, insert: name })),
    )
  );
}

const SPEC = `edge:
  pools:
    - fqdn: edge01.corp.contoso.com
      certificate: 'access-edge'
    - { fqdn: edge02.corp.contoso.com, certificate: access-edge }
domains:
  allowed:
    - fabrikam.com
  blocked:
    - fabrikam.com
certificates:
  - name: "access-edge"
cmdlets:
  - New-CsAllowedDomain -Identity fabrikam.com -Comment fabrikam.com
  - 'Set-CsAllowedDomain "fabrikam.com"'
  - "Remove-CsAllowedDomain -Identity \\"fabrikam.com\\""
  - Remove-CsAllowedDomain -Identity FABRIKAM.com
`;

describe('typing over a name', () => {
  it('changes it in the spec with and without quotes', () => {
    expect(typed(SPEC.replace("'access", "'acc<|>ess"), 'edge-2')).toBe(SPEC.replaceAll('access-edge', 'edge-2'));
  });

  it('changes it in commands, not where escapes come between, other letters stand, or another kind of thing has that name', () => {
    expect(typed(SPEC.replace('fabrikam', 'fab<|>rikam'), 'litwareinc.com')).toBe(
      SPEC.replace('- fabrikam.com', '- litwareinc.com')
        .replace('Identity fabrikam.com', 'Identity litwareinc.com')
        .replace('"fabrikam.com"', '"litwareinc.com"'),
    );
    expect(typed(SPEC.replace('"fabrikam', '"<|>fabrikam'), 'a.b')).toContain('    - a.b\n  blocked:');
  });

  it.each([
    ['stands nowhere else', 'domains:\n  blocked:\n    - spam<|>.example\n'],
    [
      'everybody has',
      'policies:\n  externalAccess:\n    - identity: glo<|>bal\ncmdlets:\n  - Set-CsExternalAccessPolicy global\n',
    ],
    ['needs quotes', "certificates:\n  - name: a b<|>\nedge: { pools: [{ fqdn: x.y, certificate: 'a b' }] }\n"],
    ['is not one', 'domains:\n  bloc<|>ked:\n    - spam.example\n'],
  ])('is not linked where it %s', (_, source) => {
    const { analysis, offset } = marked(source);
    expect(linkedNames(analysis, offset)).toBeUndefined();
  });

  it('leaves aliases to their anchor', () => {
    const source =
      'domains:\n  allowed:\n    - &a fabri<|>kam.com\n    - *a\ncmdlets:\n  - New-CsAllowedDomain fabrikam.com\n';
    const { offset, text } = marked(source);
    const found = linkedNames(analyze(text, { asOf: '2014-05-01' }), offset);
    expect(found?.places.map(({ start }) => start)).toEqual([text.indexOf('fabrikam'), text.lastIndexOf('fabrikam')]);
  });
});
