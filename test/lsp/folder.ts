import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A folder of the workspace, on disk until it is removed. Its name is one that not all clients write alike. */
export class Folder {
  readonly path = mkdtempSync(join(tmpdir(), "contoso (1) 페더레이션, '@+ [x] #100% "));
  readonly uri = pathToFileURL(this.path).href;
  /** As `initialize` names it. */
  readonly workspaceFolders = [{ uri: this.uri, name: 'specs' }];

  /** Writes a file, and tells its URI. */
  file(name: string, text: string): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return pathToFileURL(path).href;
  }

  /** Fills it with specs that take seconds to look at. */
  fill(): void {
    const items = Array.from({ length: 4000 }, (_, i) => `    - d${i}.example\n`);
    const long = `lyncFederation: 1\ndomains:\n  allowed:\n${items.join('')}`;
    for (let i = 0; i < 40; i++) this.file(`${i}.lync.yaml`, long);
  }

  /** Deletes a file of it, or the whole folder. */
  remove(name = ''): void {
    rmSync(join(this.path, name), { recursive: true });
  }
}
