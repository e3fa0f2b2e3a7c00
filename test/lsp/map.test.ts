import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type MapAnswer, type MapFindAnswer, type MapStoryAnswer, METHODS } from '../../protocol/methods.ts';
import { CONTOSO } from '../map/sight.ts';
import { Client, type Here, here } from './client.ts';

const SPEC = CONTOSO.replace('lyncFederation: 1\n', 'lyncFederation: 1\nasOf: 2014-07-01\n');
const uri = 'file:///specs/contoso.lync.yaml';

let server: Here;
let client: Client;

beforeAll(async () => {
  server = await here();
});
afterEach(() => {
  client.kill();
});

async function opened(text = SPEC): Promise<void> {
  client = await Client.connected(server);
  await client.open(uri, text);
}

const ask = (more: object = {}, of = uri) =>
  client.connection.sendRequest<MapAnswer>(METHODS.map, { textDocument: { uri: of }, ...more });
const tell = (number: number, known: number) =>
  client.connection.sendRequest<MapStoryAnswer>(METHODS.mapStory, { textDocument: { uri }, number, known });
const find = (words: unknown) =>
  client.connection.sendRequest<MapFindAnswer>(METHODS.mapFind, { textDocument: { uri }, words });

describe('the map of a spec', () => {
  it('is a picture, with a page around it for who has none', async () => {
    await opened();
    const answer = await ask();
    expect(answer?.picture.asOf).toBe('2014-07-01');
    expect(Object.keys(answer?.picture.changes ?? {})).toEqual(answer?.picture.order);
    expect(answer?.picture.changes['public-provider AOL']).toContain('class="station public-provider error closed"');
    expect(answer?.picture.changes['public-provider AOL']).toContain('data-line="20"');
    expect(answer?.page?.body).toContain('<option>contoso.com</option>');
    expect(answer?.page?.body).toContain(answer?.picture.changes['public-provider AOL']);
    expect(answer?.page?.body).not.toMatch(/<script|style=|\son\w+=/);
  });

  it('comes as what has changed, to who has one', async () => {
    await opened();
    const { number = 0 } = (await ask()) ?? {};
    const same = await ask({ known: number });
    expect([same?.number, same?.picture.changes]).toEqual([number, {}]);
    client.replace(uri, 'identity: AOL, enabled: true', 'identity: AOL, enabled: false');
    const answer = await ask({ known: number });
    expect(Object.keys(answer?.picture.changes ?? {})).toContain('public-provider AOL');
    expect(Object.keys(answer?.picture.changes ?? {})).not.toContain('partner fabrikam.com');
    expect(answer?.page).toBeUndefined();
    // Who has another picture than the last one is told all of it.
    expect(Object.keys((await ask({ known: number - 1 }))?.picture.changes ?? {})).toContain('partner fabrikam.com');
  });

  it('lets a way stand out, and says where it breaks', async () => {
    await opened();
    const answer = await ask({ way: { from: 'contoso.com', to: 'AOL' } });
    expect(answer?.picture.way).toMatch(/^The way to AOL is broken where this should be so: /);
    expect(answer?.picture.changes['public-provider AOL']).toContain('on-trail broken');
    expect((await ask({ way: { from: 'contoso.com', to: 'nobody.example' } }))?.picture.way).toBe(
      'One end of the way is not on the map.',
    );
    expect((await ask({ way: { from: 7, to: 'AOL' } }))?.picture.way).toBeUndefined();
  });

  it('has a story, which is told as it is found out', async () => {
    await opened();
    const { number = 0 } = (await ask()) ?? {};
    const dates: string[] = [];
    for (let isLast = false; !isLast; ) {
      const answer = await tell(number, dates.length);
      dates.push(...(answer?.chapters ?? []).map(({ date }) => date));
      isLast = answer?.isLast ?? true;
    }
    expect(dates).toContain('2014-07-01');
    expect(dates).toEqual(dates.toSorted());
    expect((await tell(number, 0))?.chapters.map(({ date }) => date)).toEqual(dates);
    expect(await tell(number + 1, 0)).toBeNull();
  });

  it('is searched, and forgotten when it is closed', async () => {
    await opened();
    expect(await find('fabrikam')).toBeNull();
    await ask();
    expect(await find('FABRI')).toEqual([
      { id: 'partner fabrikam.com', name: 'fabrikam.com', detail: 'by its SRV record' },
    ]);
    expect(await find(7)).toBeNull();
    await client.connection.sendRequest(METHODS.mapClosed, { textDocument: { uri } });
    expect(await find('fabrikam')).toBeNull();
  });

  it('of another document is nothing', async () => {
    await opened();
    expect(await ask({}, 'file:///specs/other.lync.yaml')).toBeNull();
  });
});
