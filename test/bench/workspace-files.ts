import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generator, makeSpec } from './spec.ts';

/** How many files a workspace has. */
export interface Extent {
  readonly specs: number;
  readonly scripts: number;
}

/** Specs of one folder, which stand for a region. */
const REGION = 50;
/** Files of partners that every tenth spec extends. */
const CATALOGS = 10;
/** One spec in so many has something wrong. */
const WRONG = 8;

/** Makes a workspace of specs and scripts in folders, with a project file and with partners that specs share; tells its size in characters. */
export function makeWorkspace(folder: string, { specs, scripts }: Extent, seed = 1): number {
  const random = generator(seed);
  let size = 0;
  const write = (path: string, text: string) => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    size += text.length;
  };
  write('.lync-federation.yaml', 'languages: [lync-federation, powershell]\n');
  for (let i = 0; i < CATALOGS; i++) write(`partners/common-${i}.lync.yaml`, catalogText(i));
  for (let i = 0; i < specs - CATALOGS; i++) {
    const { text, edit } = makeSpec(domainsOf(random()), seed * specs + i);
    const right =
      i % 10 === 0
        ? text.replace('domains:', `extends: [../../partners/common-${i % CATALOGS}.lync.yaml]\ndomains:`)
        : text;
    const path = `regions/${String(Math.floor(i / REGION)).padStart(2, '0')}/contoso-${i}.lync.yaml`;
    write(path, i % WRONG === 1 ? right.replace(`${edit.healed}partner-`, '_!partner-') : right);
  }
  for (let i = 0; i < scripts; i++) {
    const path = `scripts/${String(Math.floor(i / REGION)).padStart(2, '0')}/change-${i}.ps1`;
    write(path, scriptText(i, 5 + Math.floor(random() ** 3 * 100)));
  }
  return size;
}

/** Most deployments have few partners, and some have many. */
function domainsOf(chance: number): number {
  if (chance < 0.8) return 10 + Math.floor(chance * 40);
  return chance < 0.97 ? 50 + Math.floor((chance - 0.8) * 600) : 200 + Math.floor((chance - 0.97) * 10_000);
}

function catalogText(i: number): string {
  const partners = Array.from({ length: 100 }, (_, k) => `    - common-${i}-${k}.example\n`);
  return `lyncFederation: 1\nserver: { product: lync-2013 }\ndomains:\n  allowed:\n${partners.join('')}`;
}

function scriptText(i: number, commands: number): string {
  const lines = Array.from({ length: commands }, (_, k) => {
    const domain = `partner-${String(k).padStart(5, '0')}.example`;
    if (k % 5 === 4)
      return `if (-not (Get-CsAllowedDomain -Identity "${domain}")) { Write-Warning "${domain} is missing" }`;
    return `New-CsAllowedDomain -Identity "${domain}" -Comment "change ${i}, approved by $approver"`;
  });
  const wrong = i % WRONG === 1 ? ['Set-CsAccessEdgeConfiguration -AllowFederatedUser $true'] : [];
  return [
    '# Changes of a weekend',
    '$approver = $env:USERNAME',
    'Import-Module SkypeForBusiness',
    ...lines,
    ...wrong,
    '',
  ].join('\n');
}
