import { describe, expect, it } from 'vitest';
import { cmdlet, cmdletNames, parameter } from '../../server/src/catalog/cmdlets.ts';
import { cmdletCard, parameterCard } from '../../server/src/features/cmdlet-cards.ts';
import { hover } from '../../server/src/features/hover.ts';
import { ENGLISH, marked, offered } from './document.ts';

describe('the card of a cmdlet', () => {
  it('tells what it is for and who has it', () => {
    expect(card('New-CsXmppAllowedPartner')).toBe(
      [
        '**`New-CsXmppAllowedPartner`**',
        'Allows federation with an XMPP domain and sets how it is verified and encrypted.',
        'Exists in Lync Server 2013, Skype for Business Server 2015.',
        '[Reference](https://learn.microsoft.com/powershell/module/skypeforbusiness/new-csxmppallowedpartner)',
      ].join('\n\n'),
    );
  });

  it('tells that only older pages have it', () => {
    expect(card('Grant-CsExternalUserCommunicationPolicy').split('\n\n')[2]).toBe(
      'Runs against the online service.\nThe reference no longer has it; its last page is of 2024-03-21.',
    );
  });

  it('is what hover and completion show', () => {
    const { analysis, offset } = marked('cmdlets:\n  - Remove-Cs<|>PublicProvider -Identity AOL\n');
    expect(hover(analysis, offset, ENGLISH)?.markdown).toBe(card('Remove-CsPublicProvider'));
    const cmdlets = offered('cmdlets:\n  - <|>\n').filter(({ kind }) => kind === 'cmdlet');
    expect(cmdlets.map(({ docs }) => docs)).toEqual(cmdletNames.map((name) => card(name)));
  });
});

describe('the card of a parameter', () => {
  it('tells what it is for, with its values', () => {
    expect(card('New-CsPublicProvider', 'VerificationLevel')).toBe(
      [
        '**`New-CsPublicProvider -VerificationLevel`**',
        'How far messages of the public provider are trusted.',
        [
          '- Type: `VerificationLevelType`',
          '- Values: `AlwaysVerifiable`, `AlwaysUnverifiable`, `UseSourceVerification`',
          '- Deprecated: `UseSourceVerification`',
          '- Default: `AlwaysVerifiable`',
        ].join('\n'),
        'Exists in Lync Server 2010, Lync Server 2013, Skype for Business Server 2015, Skype for Business Server 2019.',
        '[Reference](https://learn.microsoft.com/powershell/module/skypeforbusiness/new-cspublicprovider)',
      ].join('\n\n'),
    );
  });

  it('tells its short form, and that every cmdlet has it', () => {
    expect(card('Get-CsSipDomain', 'ErrorAction').split('\n\n').slice(1, 4)).toEqual([
      'What happens when the command fails, such as `Stop`.',
      '- Type: `ActionPreference`\n- Short for it: `-ea`',
      'Every cmdlet has this parameter.',
    ]);
  });

  it('tells what only the online service has', () => {
    expect(card('New-CsExternalAccessPolicy', 'EnableAcsFederationAccess').split('\n\n')[3]).toBe(
      'Exists in the online service alone.',
    );
  });

  it('tells what the same name means elsewhere', () => {
    expect(card('Get-CsPool', 'Identity').split('\n\n')[1]).toBe('Pool by its full name.');
    expect(card('New-CsSipDomain', 'Identity').split('\n\n')[1]).toBe(
      'SIP domain of the organization, such as `contoso.com`.',
    );
  });

  it('is what hover shows', () => {
    const { analysis, offset } = marked('cmdlets:\n  - New-CsSipDomain -Identity contoso.com -What<|>If\n');
    expect(hover(analysis, offset, ENGLISH)?.markdown).toBe(card('New-CsSipDomain', 'WhatIf'));
  });
});

function card(name: string, parameterName?: string): string {
  const of = cmdlet(name);
  if (of === undefined) throw new Error(`No such cmdlet: ${name}`);
  if (parameterName === undefined) return cmdletCard(of, ENGLISH);
  const found = parameter(of, parameterName);
  if (found === undefined) throw new Error(`No such parameter: ${name} -${parameterName}`);
  return parameterCard(of, found, ENGLISH);
}
