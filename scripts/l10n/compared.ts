import { type Area, english, saidOfFacts } from './english.ts';
import { faultsOf } from './faults.ts';
import {
  clientFiles,
  type Files,
  factFiles,
  korean,
  koreanManifest,
  koreanOfClient,
  MANIFEST,
  read,
  serverFiles,
  type Texts,
} from './korean.ts';

/** A text of a translation that is wrong, or not needed. */
export interface Faulty {
  readonly file: string;
  readonly key: string;
  readonly fault: string;
}

/** What has no Korean, by area, with the English in place of the value; a text that two areas say is told once. */
export function missing(): Readonly<Record<Area | 'manifest', Texts>> {
  const { client, ...ofServer } = english();
  const known = new Set(Object.keys(korean()));
  const lacking = (texts: ReadonlySet<string>, there: Set<string>): Texts => {
    const gaps = [...texts].filter((key) => !there.has(key));
    for (const key of gaps) there.add(key);
    return Object.fromEntries(gaps.map((key) => [key, key]));
  };
  const [manifest, ours] = [read('package.nls.json'), koreanManifest()];
  return {
    rules: lacking(ofServer.rules, known),
    engine: lacking(ofServer.engine, known),
    cli: lacking(ofServer.cli, known),
    schema: lacking(ofServer.schema, known),
    catalog: lacking(ofServer.catalog, known),
    site: lacking(ofServer.site, known),
    client: lacking(client, new Set(Object.keys(koreanOfClient()))),
    manifest: Object.fromEntries(Object.entries(manifest).filter(([key]) => !Object.hasOwn(ours, key))),
  };
}

/** What is translated and said nowhere, or twice, or not as it should be. */
export function faulty(): readonly Faulty[] {
  const { client, ...ofServer } = english();
  const said = new Set(Object.values(ofServer).flatMap((texts) => [...texts]));
  const file = MANIFEST;
  const manifest = read('package.nls.json');
  return [
    ...faultyIn(serverFiles(), said),
    ...faultyIn(clientFiles(), client),
    ...faultyIn(factFiles(), saidOfFacts()),
    ...Object.entries(koreanManifest()).flatMap(([key, text]) => {
      const faults = Object.hasOwn(manifest, key) ? faultsOf(manifest[key] ?? '', text) : [UNSAID];
      return faults.map((fault) => ({ file, key, fault }));
    }),
  ];
}

const UNSAID = 'nothing says it';

function faultyIn(files: Files, said: ReadonlySet<string>): readonly Faulty[] {
  const seen = new Set<string>();
  return [...files].flatMap(([file, texts]) =>
    Object.entries(texts).flatMap(([key, text]) => {
      const faults = [
        ...(said.has(key) ? faultsOf(key, text) : [UNSAID]),
        ...(seen.has(key) ? ['stands in another file, too'] : []),
      ];
      seen.add(key);
      return faults.map((fault) => ({ file, key, fault }));
    }),
  );
}
