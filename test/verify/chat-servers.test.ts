import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { network } from '../../server/src/verify/network.ts';
import type { Visit } from '../../server/src/verify/recording.generated.ts';
import { type ChatServer, kamailio, prosody } from './chat-servers.ts';
import { Authority, type Made } from './pki.ts';

// ejabberd was tried as well and showed nothing that Prosody does not, and SIPp of Debian speaks no TLS: neither is worth installing.
let authority: Authority;
const servers: ChatServer[] = [];

/** A server that is stopped in the end. */
async function kept(starting: Promise<ChatServer>): Promise<ChatServer> {
  const server = await starting;
  servers.push(server);
  return server;
}

beforeAll(() => {
  authority = new Authority();
});
afterAll(async () => {
  for (const server of servers) await server.stop();
});

interface Coming {
  readonly protocol: 'sip' | 'xmpp';
  readonly domain?: string;
  readonly sip?: boolean;
  readonly client?: Made;
}

function seen(
  { port }: ChatServer,
  { protocol, domain = 'fabrikam.com', sip = false, client }: Coming,
): Promise<Visit> {
  const world = network({
    patience: 3000,
    sip,
    from: 'contoso.com',
    client: client && { certificate: readFileSync(client.chain, 'utf8'), key: readFileSync(client.key, 'utf8') },
    roots: [authority.root],
  });
  return world.visit({ protocol, domain, host: 'sip.fabrikam.com', address: '127.0.0.1', port });
}

describe('Kamailio', () => {
  it('answers in SIP that a message with no hop left goes no further', async () => {
    const server = await kept(kamailio(authority.make({ names: ['sip.fabrikam.com'] })));
    const { reached, trust, asks, answer } = await seen(server, { protocol: 'sip', sip: true });
    expect([reached, trust, asks]).toEqual(['handshake', 'trusted', false]);
    expect(answer).toEqual({ is: 'sip', status: 483, server: expect.stringMatching(/^kamailio /) });
  });

  describe('that demands a certificate', () => {
    let server: ChatServer;
    beforeAll(async () => {
      const made = authority.make({ names: ['sip.fabrikam.com'] });
      server = await kept(kamailio(made, { clientsOf: authority.rootFile }));
    });

    it.each([
      ['both usages', ['serverAuth', 'clientAuth']],
      ['that of a client', ['clientAuth']],
    ] as const)('takes one with %s, and says so in SIP', async (_, usages) => {
      const client = authority.make({ names: ['sip.contoso.com'], usages });
      const { asks, answer, refusal } = await seen(server, { protocol: 'sip', sip: true, client });
      expect([asks, answer?.is, refusal]).toEqual([true, 'sip', undefined]);
    });

    it('takes nobody without one, nor one for servers, nor that of a stranger', async () => {
      const refusals = async (client: Made | undefined) => {
        const { refusal } = await seen(server, { protocol: 'sip', sip: true, ...(client && { client }) });
        return refusal?.code?.replace(/^.*_ALERT_/, '');
      };
      expect(await refusals(undefined)).toBe('CERTIFICATE_REQUIRED');
      const names = ['sip.contoso.com'];
      expect(await refusals(authority.make({ names, usages: ['serverAuth'] }))).toBe('UNSUPPORTED_CERTIFICATE');
      expect(await refusals(authority.make({ names, isOwn: true }))).toBe('UNKNOWN_CA');
    });
  });
});

describe('Prosody', () => {
  it('begins TLS for its domain, whose certificate it shows', async () => {
    const server = await kept(prosody('fabrikam.com', authority.make({ names: ['fabrikam.com'] })));
    const { reached, trust, certificates } = await seen(server, { protocol: 'xmpp' });
    expect([reached, trust, certificates?.length]).toEqual(['handshake', 'trusted', 3]);
    const stranger = await seen(server, { protocol: 'xmpp', domain: 'litwareinc.com' });
    expect([stranger.reached, stranger.fault]).toEqual(['connection', { is: 'stream-error', code: 'host-unknown' }]);
  });

  it('offers no TLS where it has no certificate', async () => {
    const server = await kept(prosody('fabrikam.com', undefined));
    const { reached, fault } = await seen(server, { protocol: 'xmpp' });
    expect([reached, fault]).toEqual(['connection', { is: 'no-starttls' }]);
  });
});
