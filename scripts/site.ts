// `npm run site` builds the site into out/site: the docs in both languages, and a playground with the language server of the web build.
// It needs no server: it can be opened from a folder, and put below any path.
import { writeSite } from './site/site.ts';

await writeSite('out/site');
