import { ProtocolRequestType } from 'vscode-languageserver';
import {
  type MapAnswer,
  type MapFindAnswer,
  type MapFindParams,
  type MapParams,
  type MapStoryAnswer,
  type MapStoryParams,
  METHODS,
  type PlanParams,
} from '../../../../protocol/methods.ts';
import { onDocument } from './request.ts';

const MapRequest = { type: new ProtocolRequestType<MapParams, MapAnswer, never, void, void>(METHODS.map) };

const StoryRequest = {
  type: new ProtocolRequestType<MapStoryParams, MapStoryAnswer, never, void, void>(METHODS.mapStory),
};

const FindRequest = {
  type: new ProtocolRequestType<MapFindParams, MapFindAnswer, never, void, void>(METHODS.mapFind),
};

const ClosedRequest = { type: new ProtocolRequestType<PlanParams, null, never, void, void>(METHODS.mapClosed) };

/** The map of a spec. What reads and lays it out is loaded when somebody asks. */
export const maps = onDocument(MapRequest.type, {
  async answer({ path, analysis }, { known, shown, way }, { maps: all, env, host }) {
    const { ShownMap } = await import('../shown-map.ts');
    const before = all.get(path);
    const { bundle } = env;
    const wanted = { shown: textsIn(shown), ends: endsIn(way), bundle };
    const map = before?.isOf(analysis, wanted) ? before : new ShownMap(analysis, wanted, before);
    all.set(path, map);
    const has = known !== undefined && before?.number === known ? before : undefined;
    return {
      number: map.number,
      picture: map.since(has),
      today: host.today(),
      ...(known === undefined && { page: map.page(bundle) }),
    };
  },
});

/** Its story, as it is found out: between two days that are looked at comes whatever else is asked. */
export const mapStories = onDocument(StoryRequest.type, {
  answer({ path }, { number, known }, { maps: all, host }, token) {
    const map = all.get(path);
    const isWanted = () => map !== undefined && all.get(path) === map && !token.isCancellationRequested;
    if (map?.number !== number || typeof known !== 'number') return null;
    return map.next(known, () => new Promise((resolve) => host.defer(() => resolve(isWanted()))));
  },
});

/** What on the map has a name. */
export const mapFinds = onDocument(FindRequest.type, {
  async answer({ path }, { words }, { maps: all, env }) {
    const map = all.get(path);
    if (map === undefined || typeof words !== 'string') return null;
    const { foundOn } = await import('../../map/found.ts');
    return foundOn(map.sight.map, words, env.bundle);
  },
});

/** Nothing is kept of a map that nobody looks at any more. */
export const closedMaps = onDocument(ClosedRequest.type, {
  answer({ path }, _, { maps: all }) {
    all.delete(path);
    return null;
  },
});

function textsIn(given: unknown): readonly string[] {
  return Array.isArray(given) ? given.filter((one) => typeof one === 'string') : [];
}

function endsIn(given: unknown): { readonly from: string; readonly to: string } | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const [from, to]: readonly unknown[] = [Reflect.get(given, 'from'), Reflect.get(given, 'to')];
  return typeof from === 'string' && typeof to === 'string' && to !== '' ? { from, to } : undefined;
}
