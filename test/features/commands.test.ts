// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the snippets of editors are written so
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { completion } from '../../server/src/features/completion.ts';
import { hover } from '../../server/src/features/hover.ts';
import { ENGLISH, excerpt, marked, offered, taken } from './document.ts';
import { SCRIPT, WITH_GRAMMAR } from './scripts.ts';

const SPEC = [
  'lyncFederation: 1',
  'domains:',
  '  sip: [contoso.com]',
  '  allowed: [fabrikam.com, litwareinc.com]',
  'providers:',
  '  public: [{ identity: Yahoo! }]',
  '  hosting: [{ identity: O365, proxyFqdn: sipfed.online.lync.com }]',
  'policies:',
  '  externalAccess: [{ identity: global }, { identity: Sales Team }]',
  'cmdlets:',
  '  - ',
].join('\n');

function labels(line: string): readonly string[] {
  return offered(SPEC + line, WITH_GRAMMAR).map(({ label }) => label);
}

describe('completion of parameters', () => {
  it('offers what is needed, then what goes with it, then other sets, then what every cmdlet has', () => {
    const found = labels('New-CsAllowedDomain -Domain x -<|>');
    expect(found.slice(0, 4)).toEqual(['-Comment', '-MarkForMonitoring', '-ProxyFqdn', '-VerificationLevel']);
    expect(found.slice(4, 9)).toEqual(['-Identity', '-Confirm', '-Force', '-InMemory', '-WhatIf']);
    expect(labels('New-CsHostingProvider -Id x -<|>').slice(0, 4)).toEqual([
      '-Enabled',
      '-EnabledSharedAddressSpace',
      '-HostsOCSUsers',
      '-ProxyFqdn',
    ]);
  });

  it.each([
    ['written before', 'Set-CsAllowedDomain -Identity x <|>', '-Identity'],
    ['written behind the cursor', 'Set-CsAllowedDomain <|> -Comment x', '-Comment'],
    ['shortened', 'Set-CsAllowedDomain -Comm x -<|>', '-Comment'],
    ['given by an alias', 'Set-CsAllowedDomain -wi -<|>', '-WhatIf'],
  ])('leaves out what is %s', (_, line, gone) => {
    const found = labels(line);
    expect(found).toContain('-ProxyFqdn');
    expect(found).not.toContain(gone);
  });

  it.each([
    ['in a text', "Set-CsAllowedDomain -Comment 'x; Set-CsSipDomain -<|>", []],
    ['in a comment', 'New-CsSipDomain x <# -<|>', []],
    ['of a cmdlet that is not ours', 'Get-ADUser -<|>', []],
    ['in a table', 'Set-CsTenantFederationConfiguration -BlockedDomains @{Add=<|>', []],
  ])('offers nothing %s', (_, line, expected) => {
    expect(labels(line)).toEqual(expected);
  });

  it.each([
    ['behind a pipe', 'Get-CsAllowedDomain | Remove-CsAllowedDomain -F<|>'],
    ['in brackets', '(Get-CsAllowedDomain -F<|>'],
    ['in a block', 'Get-CsUser | ForEach-Object { Remove-CsAllowedDomain -F<|>'],
    ['behind an assignment', '$all = Get-CsAllowedDomain -F<|>'],
    ['behind a pasted dash', 'Remove-CsAllowedDomain –<|>'],
  ])('works %s', (_, line) => {
    const found = labels(line);
    expect(found.some((label) => label === '-Force' || label === '-Filter')).toBe(true);
  });
});

describe('completion of values', () => {
  it.each([
    ['booleans', 'Set-CsPublicProvider -Enabled <|>', ['$true', '$false']],
    ['with a shortened parameter', 'Set-CsPublicProvider -Ena <|>', ['$true', '$false']],
    ['joined by a colon', 'Set-CsPublicProvider -Enabled:<|>', ['$true', '$false']],
    [
      'listed values',
      'Set-CsPublicProvider -VerificationLevel <|>',
      ['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification'],
    ],
    ['domains of the spec', 'Set-CsAllowedDomain -Identity <|>', ['fabrikam.com', 'litwareinc.com']],
    ['domains, by their other name', 'New-CsAllowedDomain -Domain <|>', ['fabrikam.com', 'litwareinc.com']],
    ['SIP domains', 'Remove-CsSipDomain -Identity <|>', ['contoso.com']],
    ['policies, also to grant', 'Grant-CsExternalAccessPolicy -PolicyName <|>', ['global', "'Sales Team'"]],
    ['hosting providers', 'Enable-CsHostingProvider -Identity <|>', ['O365', 'LyncOnline']],
    ['nothing for an ambiguous name', 'Set-CsAccessEdgeConfiguration -Allow <|>', []],
    ['nothing for what only a person knows', 'Set-CsAllowedDomain -Comment <|>', []],
  ])('offers %s', (_, line, expected) => {
    expect(labels(line).slice(0, expected.length || 1)).toEqual(expected);
  });

  it('offers the providers of the spec first, with what is known of them', () => {
    const [first, second] = offered(`${SPEC}Remove-CsPublicProvider -Identity <|>`);
    expect([first?.label, first?.detail, second?.label]).toEqual([
      "'Yahoo!'",
      'On 2014-05-01: about to end; 2014-06-30 is the last day.',
      'Skype',
    ]);
  });

  it('offers them by position as well, behind the parameters', () => {
    expect(labels('Remove-CsSipDomain <|>').at(-1)).toBe('contoso.com');
    expect(labels('Test-CsFederatedPartner sip.contoso.com <|>').slice(-2)).toEqual(['fabrikam.com', 'litwareinc.com']);
  });

  it.each([
    [
      'bare',
      'Grant-CsExternalAccessPolicy -PolicyName <|>',
      "'Sales Team'",
      "Grant-CsExternalAccessPolicy -PolicyName 'Sales Team'",
    ],
    [
      'in the quotes that stand there',
      'Set-CsAllowedDomain -Identity "fab<|>" -Comment x',
      'fabrikam.com',
      'Set-CsAllowedDomain -Identity "fabrikam.com" -Comment x',
    ],
    [
      'over the whole of a value',
      "Set-CsAllowedDomain -Identity 'fab<|>ri' -Comment x",
      'fabrikam.com',
      "Set-CsAllowedDomain -Identity 'fabrikam.com' -Comment x",
    ],
    [
      'in a line that has single quotes of its own',
      "'Grant-CsExternalAccessPolicy -PolicyName <|>'",
      "'Sales Team'",
      "'Grant-CsExternalAccessPolicy -PolicyName ''Sales Team'''",
    ],
    [
      'in a line that has double quotes of its own',
      '"Grant-CsExternalAccessPolicy -PolicyName <|>"',
      "'Sales Team'",
      '"Grant-CsExternalAccessPolicy -PolicyName \'Sales Team\'"',
    ],
  ])('puts them %s', (_, line, label, expected) => {
    expect(taken(SPEC + line, label, WITH_GRAMMAR)).toBe(SPEC + expected);
  });
});

describe('completion in a script', () => {
  const offers = (source: string, specs = [analyze(SPEC, WITH_GRAMMAR)]) => {
    const { analysis, offset } = marked(source, SCRIPT);
    return completion(analysis, offset, { ...ENGLISH, specs }).map(({ label }) => label);
  };

  it.each([
    ['cmdlets, to who begins one', 'Import-Module Lync\nNew<|>', 'New-CsPublicProvider'],
    ['parameters', '# all\nSet-CsAllowedDomain -<|>\nGet-Date', '-ProxyFqdn'],
    ['parameters on a line that goes on', 'Set-CsAllowedDomain -Identity x `\n  -<|>', '-ProxyFqdn'],
    ['values', 'if ($x) {\n  Set-CsPublicProvider -Enabled <|>\n}', '$false'],
    ['identities of the specs beside it', '$d = Get-CsAllowedDomain -Identity <|>', 'litwareinc.com'],
  ])('offers %s', (_, source, expected) => {
    expect(offers(source)).toContain(expected);
  });

  it.each([
    ['where nothing is begun', 'Import-Module Lync\n<|>'],
    ['in a comment', '# New<|>'],
    ['in a comment of several lines', '<#\nNew<|>\n#>'],
    ['in a text of several lines', '$x = @"\nNew<|>\n"@'],
    ['for cmdlets of others', 'Get-ADUser -<|>'],
    ['as the value of others', 'Get-ADUser -Identity <|>'],
  ])('offers nothing %s', (_, source) => {
    expect(offers(source)).toEqual([]);
  });

  it('knows no identities without a spec', () => {
    expect(offers('Remove-CsSipDomain -Identity <|>', [])).toEqual([]);
  });

  it('does not offer again what stands on the lines below', () => {
    expect(offers('Set-CsAllowedDomain -<|> `\n  -Comment x')).not.toContain('-Comment');
  });
});

describe('hover', () => {
  const hovered = (source: string, options = WITH_GRAMMAR) => {
    const { analysis, offset, text } = marked(source, options);
    const found = hover(analysis, offset, ENGLISH);
    return [excerpt(text, found?.at), found?.markdown.split('\n')[0]];
  };

  it.each([
    ['a shortened parameter', 'New-CsPublicProvider -Prox<|> x', '-Prox', '**`New-CsPublicProvider -ProxyFqdn`**'],
    ['an alias', 'New-CsSipDomain x -w<|>i', '-wi', '**`New-CsSipDomain -WhatIf`**'],
    ['a partner', 'Set-CsAllowedDomain -Identity fabri<|>kam.com', 'fabrikam.com', '### `fabrikam.com`'],
    ['an identity by position', 'Remove-CsPublicProvider AO<|>L', 'AOL', '### AOL Instant Messenger'],
    [
      'what a value means',
      'Set-CsPublicProvider AOL -VerificationLevel AlwaysV<|>erifiable',
      'AlwaysVerifiable',
      '**`AlwaysVerifiable`**',
    ],
    [
      'a value of its own',
      'Set-CsPublicProvider AOL -Enabled $tr<|>ue',
      '-Enabled',
      '**`Set-CsPublicProvider -Enabled`**',
    ],
    [
      'a command in brackets',
      'Set-CsPublicProvider (Get-CsPublic<|>Provider AOL)',
      'Get-CsPublicProvider',
      '**`Get-CsPublicProvider`**',
    ],
  ])('shows %s', (_, line, at, heading) => {
    expect(hovered(SPEC + line)).toEqual([at, heading]);
    expect(hovered(`Import-Module Lync\n${line}\n`, SCRIPT).at(0)).toBe(
      line.includes('fabri<|>kam') ? '-Identity' : at,
    );
  });

  it.each([
    ['an ambiguous parameter', 'Set-CsAccessEdgeConfiguration -Allow<|> x'],
    ['an unknown one', 'New-CsPublicProvider -Noth<|>ing x'],
    ['a cmdlet of others', 'Get-AD<|>User -Identity x'],
  ])('says nothing on %s', (_, line) => {
    expect(hovered(line, SCRIPT)).toEqual([undefined, undefined]);
  });
});
