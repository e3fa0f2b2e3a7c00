import { describe, expect, it } from 'vitest';
import { definitions } from '../../server/src/features/definition.ts';
import { highlights } from '../../server/src/features/highlights.ts';
import { references } from '../../server/src/features/references.ts';
import { mentionAt } from '../../server/src/features/runbook/objects.ts';
import type { Range } from '../../server/src/text/range.ts';
import { marked } from './document.ts';
import { SCRIPT, WITH_GRAMMAR } from './scripts.ts';

const SPEC = `edge:
  pools: [{ fqdn: a.contoso.com, certificate: edge }]
certificates: [{ name: edge }]
domains:
  sip: [contoso.com]
  allowed:
    - fabrikam.com
    - domain: litwareinc.com
  blocked: [fabrikam.com]
provisioning: { sipDomains: [Contoso.com], providers: [AOL] }
providers:
  public:
    - identity: AOL
policies:
  externalAccess: [{ identity: Sales }]
cmdlets:
  - New-CsAllowedDomain -Identity FABRIKAM.com
  - Set-CsAllowedDomain fabrikam.com. -Comment x | Out-Null
  - New-CsBlockedDomain -Domain fabrikam.com
  - "Remove-CsPublicProvider -Id 'aol'; New-CsPublicProvider AOL"
  - New-CsExternalAccessPolicy -Identity Sales
  - Grant-CsExternalAccessPolicy -Identity ada -PolicyName Tag:Sales
  - Test-CsFederatedPartner -TargetFqdn sip.contoso.com -Domain litwareinc.com
  - Remove-CsPublicProvider Skype
  - New-CsPublicProvider Skype
`;

/** A spec with the cursor behind the nth time a text stands in it. */
function at(text: string, nth = 1): ReturnType<typeof marked> {
  const place = SPEC.split(text).slice(0, nth).join(text).length + text.length;
  return marked(`${SPEC.slice(0, place)}<|>${SPEC.slice(place)}`, WITH_GRAMMAR);
}

function lines({ text }: { text: string }, ranges: readonly Range[]): readonly string[] {
  return ranges.map(({ start, end }) => `${text.slice(0, start).split('\n').length}: ${text.slice(start, end)}`);
}

describe('the definition', () => {
  it.each([
    ['an allowed domain', 'FABRIKAM.com', 1, ['7: fabrikam.com']],
    ['one in another form', 'fabrikam.com.', 1, ['7: fabrikam.com']],
    ['a blocked domain', '-Domain fabrikam.com', 1, ['9: fabrikam.com']],
    ['a domain with keys', '-Domain litwareinc.com', 1, ['8: litwareinc.com']],
    ['a provider', "-Id 'aol", 1, ['13: AOL']],
    ['a provider of a request', 'providers: [AOL', 1, ['13: AOL']],
    ['a policy that is granted', 'Tag:Sales', 1, ['15: Sales']],
    ['a SIP domain of a request', 'Contoso.com', 1, ['5: contoso.com']],
    ['a certificate', 'certificate: edge', 1, ['3: edge']],
    ['an entry itself', 'identity: AOL', 1, ['13: AOL']],
    ['what only the runbook has', 'Remove-CsPublicProvider Skype', 1, ['25: Skype']],
  ])('of %s', (_, text, nth, expected) => {
    const place = at(text, nth);
    const object = mentionAt(place.analysis, place.offset);
    expect(object && lines(place, definitions(place.analysis, object))).toEqual(expected);
  });

  it.each(['TargetFqdn sip.contoso.com', '-Comment x', '-PolicyName', 'fqdn: a.contoso.com', '-Identity ada'])(
    'is none for %s',
    (text) => {
      const { analysis, offset } = at(text);
      expect(mentionAt(analysis, offset)).toBeUndefined();
    },
  );

  it('is what makes it, in a script', () => {
    const place = marked('New-CsSipDomain a.com\nif ($x) { Remove-CsSipDomain -Identity "a<|>.com" }\n', SCRIPT);
    const object = mentionAt(place.analysis, place.offset);
    expect(object && lines(place, definitions(place.analysis, object))).toEqual(['1: a.com']);
  });
});

describe('references', () => {
  it('are the entry and every place that names the same object', () => {
    const place = at('allowed:\n    - fabrikam.com');
    const object = mentionAt(place.analysis, place.offset);
    if (object === undefined) throw new Error('nothing is named there');
    const found = (declaration: boolean) => lines(place, references(place.analysis, object, { declaration }));
    expect(found(true)).toEqual(['7: fabrikam.com', '17: FABRIKAM.com', '18: fabrikam.com.']);
    expect(found(false)).toEqual(['17: FABRIKAM.com', '18: fabrikam.com.']);
  });
});

describe('highlights', () => {
  it('mark the entry and its uses', () => {
    const place = at('identity: AOL');
    const found = highlights(place.analysis, place.offset);
    expect(found.map(({ kind }) => kind)).toEqual(['use', 'entry', 'use', 'use']);
    expect(
      lines(
        place,
        found.map((one) => one.at),
      ),
    ).toEqual(['10: AOL', '13: AOL', "20: 'aol'", '20: AOL']);
  });

  it('are none where nothing is named', () => {
    const { analysis, offset } = at('provisioning');
    expect(highlights(analysis, offset)).toEqual([]);
  });
});
