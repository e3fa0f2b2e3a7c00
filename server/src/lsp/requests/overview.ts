import { ProtocolRequestType } from 'vscode-languageserver';
import { METHODS, type OverviewAnswer, type SpecOverview } from '../../../../protocol/methods.ts';
import type { Analysis } from '../../analyze.ts';
import { type Message, textOf } from '../../text/message.ts';
import type { Range } from '../../text/range.ts';
import { plainLine } from '../../text/visible.ts';
import { refuseCancelled } from '../navigation.ts';
import type { Opened } from '../opened.ts';
import { toPlaceInSpec } from '../places.ts';
import type { Session } from '../session.ts';
import { request } from './request.ts';

const OverviewRequest = {
  type: new ProtocolRequestType<object, OverviewAnswer, never, void, void>(METHODS.overview),
};

// It is asked for while its view is open, so it is loaded then.
const load = async () => ({
  ...(await import('../../features/by-partner.ts')),
  ...(await import('../../features/upcoming.ts')),
});

/** How all specs of the workspace stand, for the view of them. */
export const overviews = request(OverviewRequest.type, {
  async answer(_, session, token) {
    const specs = (await session.documents.all(token)).filter(({ kind }) => kind === 'spec');
    refuseCancelled(token);
    return Promise.all(specs.map((spec) => overview(spec, session)));
  },
});

/** It is asked for all of them when one is another. */
const known = new WeakMap<Analysis, SpecOverview>();

async function overview(opened: Opened, { env }: Session): Promise<SpecOverview> {
  const before = known.get(opened.analysis);
  if (before?.uri === opened.uri) return before;
  const { byPartner, HORIZONS, upcoming } = await load();
  const { uri, analysis } = opened;
  const placed = (message: Message, at: Range) => ({
    text: textOf(message, env.bundle),
    at: toPlaceInSpec(opened, at),
  });
  const endings = upcoming(analysis, Math.max(...HORIZONS));
  const made = {
    uri,
    asOf: analysis.asOf,
    partners: byPartner(analysis).map(({ name, problems }) => ({
      name: name === undefined ? null : plainLine(name),
      findings: problems.map(({ severity, message, at }) => ({ severity, ...placed(message, at) })),
    })),
    ends: HORIZONS.map((within, i) => ({
      within,
      endings: endings
        .filter(({ days }) => days <= within && days > (HORIZONS[i - 1] ?? -1))
        .map(({ day, message, at }) => ({ day, ...placed(message, at) })),
    })),
  };
  known.set(analysis, made);
  return made;
}
