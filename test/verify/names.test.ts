import { readFileSync } from 'node:fs';
import { createServer } from 'node:tls';
import { beforeAll, expect, it } from 'vitest';
import { analyze } from '../../server/src/analyze.ts';
import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { loadCertificates } from '../../server/src/machine/certificates.ts';
import { inEnglish } from '../../server/src/text/message.ts';
import { ask } from '../../server/src/verify/ask.ts';
import { network } from '../../server/src/verify/network.ts';
import { judgeWorld } from '../../server/src/verify/verdict.ts';
import { freePort } from './name-servers.ts';
import { Authority, type Wish } from './pki.ts';

let authority: Authority;
beforeAll(() => {
  authority = new Authority();
});

const RESOLVER = '192.0.2.53:53';
const AS_OF = '2026-11-30';

/** How the step about the name went for a partner whose record leads to `host`, which shows a certificate with these names. */
async function named(host: string, wish: Wish): Promise<string> {
  const { chain, key } = authority.make(wish);
  const server = createServer({ cert: readFileSync(chain), key: readFileSync(key) }, (socket) => socket.resume());
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const live = network({ patience: 2000, sip: false, from: 'contoso.com', client: undefined, roots: [authority.root] });
  const grounds = { catalog, asOf: AS_OF };
  const domain = host.slice(host.indexOf('.') + 1);
  const text = `lyncFederation: 1\ndomains:\n  allowed: [{ domain: ${domain}, proxyFqdn: ${host} }]\n`;
  const analysis = analyze(text, { catalog, asOf: AS_OF });
  const errand = {
    taken: `${AS_OF}T00:00:00.000Z`,
    sip: false,
    certificate: false,
    roots: true,
    privateAddresses: true,
  };
  const recording = await ask(
    { spec: analysis.spec, grounds },
    { ...errand, resolvers: { public: [RESOLVER], internal: [] } },
    {
      lookUp: async (question) =>
        question.type === 'A'
          ? { ...question, outcome: 'records', aliases: [], addresses: [{ address: '127.0.0.1', ttl: 5 }] }
          : { ...question, outcome: 'no-data', aliases: [] },
      visit: async (question) => ({ ...(await live.visit({ ...question, port })), port: question.port }),
    },
  );
  server.close();
  const { checks } = judgeWorld(analysis, recording, { grounds, read: await loadCertificates() });
  const step = checks.find(({ check }) => check === 'tls')?.steps.find(({ id }) => id === 'named');
  return `${step?.outcome}: ${step ? inEnglish(step.said) : ''}`;
}

it.each([
  ['sip.fabrikam.com', { names: ['sip.fabrikam.com'] }],
  ['sip.fabrikam.com.', { names: ['sip.fabrikam.com'] }],
  ['sip.fabrikam.com', { names: ['sip.fabrikam.com.'] }],
  ['SIP.Fabrikam.com', { names: ['sip.FABRIKAM.com'] }],
  ['sip.fabrikam.com', { names: ['*.fabrikam.com'] }],
  ['sip.fabrikam.com', { names: ['*.fabrikam.com.'] }],
  ['sip.fabrikam.com', { names: ['sip.fabrikam.com'], onlySubject: true }],
  ['sip.bücher.example', { names: ['sip.xn--bcher-kva.example'] }],
  ['sip.xn--bcher-kva.example', { names: ['*.xn--bcher-kva.example'] }],
  ['sip.BÜCHER.example.', { names: ['SIP.XN--BCHER-KVA.example'] }],
  ['sip.xn--bcher-kva.example', { names: ['sip.bücher.example'], onlySubject: true }],
  ['bücher.fabrikam.com', { names: ['*.fabrikam.com'] }],
] as const)('%s is in a certificate for %j', async (host, wish) => {
  expect(await named(host, wish)).toMatch(/^passed: /);
});

it.each([
  ['sip.fabrikam.com', { names: ['fabrikam.com'] }],
  ['sip.eu.fabrikam.com', { names: ['*.fabrikam.com'] }],
  ['sip.fabrikam.com', { names: ['*.com'] }],
  ['sip.fabrikam.com', { names: ['s*.fabrikam.com'] }],
  ['sip.fabrikam.com', { names: ['*'] }],
  ['sip.fabrikam.com', { names: ['sip.fabrikam.com.evil.example'] }],
  ['sip.bücher.example', { names: ['sip.bucher.example'] }],
  ['sip.bücher.example', { names: ['*.example'] }],
] as const)('%s is not in a certificate for %j', async (host, wish) => {
  expect(await named(host, wish)).toMatch(/^failed: It is for /);
});
