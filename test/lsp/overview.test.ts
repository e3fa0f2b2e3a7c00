import { afterEach, beforeAll, expect, it } from 'vitest';
import { METHODS, type OverviewAnswer } from '../../protocol/methods.ts';
import { Client, type Here, here } from './client.ts';

const SPEC = `lyncFederation: 1
asOf: 2014-06-01
mistake: 1
providers: { public: [{ identity: AOL, enabled: true }] }
certificates: [{ name: edge, subject: sip.contoso.com, notAfter: 2014-12-31 }]
`;

let server: Here;
let client: Client;

beforeAll(async () => {
  server = await here();
});
afterEach(() => {
  client.kill();
});

it('the overview tells of each spec what is wrong, partner by partner, and what ends next', async () => {
  client = await Client.connected(server);
  await client.open('file:///specs/a.lync.yaml', SPEC);
  await client.open('file:///specs/setup.ps1', 'New-CsAllowedDomain fabrikam.com');
  const [spec, ...others] = await client.connection.sendRequest<OverviewAnswer>(METHODS.overview, {});
  expect(others).toEqual([]);
  const { partners = [], ...rest } = spec ?? {};
  expect(rest).toEqual({
    uri: 'file:///specs/a.lync.yaml',
    asOf: '2014-06-01',
    ends: [
      {
        within: 30,
        endings: [{ day: '2014-06-30', text: 'The service behind `AOL` ends.', at: { line: 3, character: 34 } }],
      },
      { within: 90, endings: [] },
      {
        within: 365,
        endings: [{ day: '2014-12-31', text: 'The certificate `edge` expires.', at: { line: 4, character: 65 } }],
      },
    ],
  });
  expect(partners.map(({ name }) => name)).toEqual([null, 'AOL']);
  const [, aol] = partners;
  expect(aol?.findings.map(({ severity, at }) => [severity, at])).toContainEqual([
    'warning',
    { line: 3, character: 34 },
  ]);
});
