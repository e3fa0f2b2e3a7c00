import { expect, it } from 'vitest';
import { readFound } from '../../server/src/plan/import/read.ts';

const SHOWN = 'PS C:\\> Get-CsAllowedDomain\n\nIdentity : fabrikam.com\nDomain   : fabrikam.com\n\n';

const read = (text: string) => {
  const { found } = readFound([{ source: 'a.txt', text }]);
  return [found.objects.map(({ properties }) => properties.Domain), found.unread.map(({ line }) => line)];
};

it.each([
  [
    'Windows PowerShell\nCopyright (C) Microsoft Corporation. Alle Rechte vorbehalten.\n\nDas Laden der Profile dauerte 1043 ms.\n',
  ],
  ['PowerShell 7.4.6\n개인 프로필 및 시스템 프로필을 로드하는 데 843밀리초가 걸렸습니다.\n'],
  [
    '\nPowerShell 7.1.0\nCopyright (c) Microsoft Corporation.\n\nhttps://aka.ms/powershell\nGeben Sie "help" ein, um Hilfe zu erhalten.\n\n',
  ],
])('what a shell says when it starts is passed over: %j', (greeting) => {
  expect(read(greeting + SHOWN)).toEqual([['fabrikam.com'], []]);
});

it('what stands before a prompt in another text is told', () => {
  expect(read(`Hello,\nhere is what you asked for.\n\n${SHOWN}`)).toEqual([['fabrikam.com'], [1, 2]]);
  expect(read(`Windows PowerShell\nIdentity : a.example\nDomain   : a.example\n\n${SHOWN}`)[1]).toEqual([]);
  expect(read(`Windows PowerShell\n${'\nOn and on'.repeat(20)}\n${SHOWN}`)[1]).toHaveLength(20);
});

it.each(['WARNING', 'AVERTISSEMENT ', '경고', '警告'])('%s: is a remark of the shell', (word) => {
  expect(read(`${SHOWN.replace('\n\n', `\n${word}: C:\\Temp is full.\n\n`)}`)).toEqual([['fabrikam.com'], [2]]);
});

it('a command about the console shows nothing of what that shows', () => {
  const started = 'PS C:\\> Start-Transcript C:\\fed.txt\n기록이 시작되었습니다. 출력 파일은 C:\\fed.txt입니다.\n';
  expect(read(started + SHOWN)).toEqual([['fabrikam.com'], []]);
  expect(read(`PS C:\\> cls\n${SHOWN.split('\n').slice(1).join('\n')}`)).toEqual([['fabrikam.com'], []]);
  expect(read(`PS C:\\> .\\report.ps1\nDone.\n${SHOWN}`)).toEqual([['fabrikam.com'], [1, 2]]);
});
