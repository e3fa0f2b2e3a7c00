import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect } from 'vitest';
import { commands } from '../../server/src/cli/commands.ts';
import { bundle, FAULTY, type Outcome, program } from '../cli/cli.ts';
import { Audit, type Deeds } from './audit.ts';
import { chapter } from './page.ts';

const AGAIN = `${FAULTY}certificates:\n  - { name: edge, file: edge.cer }\n  - { name: elsewhere, file: ../../secret.cer }\ncmdlets:\n  - Set-Content -Path ran -Value x\n  - New-CsAllowedDomain -Identity a.example; touch ran\n`;
const SOUND =
  'lyncFederation: 1\nserver: { product: lync-2013 }\ndomains:\n  allowed:\n    - { domain: fabrikam.com, partner: { srv: edge.fabrikam.com } }\n';
const CAPTURE = '{ "version": 1, "objects": { "CsAllowedDomain": [] } }';
const TRACE = readFileSync('test/diagnose/traces/test.txt', 'utf8');
/** What DNS said of a spec that says otherwise. */
const SEEN = JSON.stringify({
  ...{ lyncFederationRecording: 1, taken: '2026-11-30T12:00:00.000Z', visits: [] },
  ...{ sip: false, certificate: false, roots: false, privateAddresses: false },
  resolvers: { public: ['192.0.2.53:53'], internal: [] },
  lookups: [
    {
      ...{ resolver: '192.0.2.53:53', name: '_sipfederationtls._tcp.fabrikam.com', type: 'SRV', outcome: 'records' },
      aliases: [],
      services: [{ priority: 0, weight: 0, port: 5061, target: 'sip.fabrikam.com', ttl: 60 }],
    },
  ],
});
/** What lies in the folder, and whether a search reads it. */
const FOLDER = {
  'specs/a.lync.yaml': AGAIN,
  'specs/b.lync.yaml': SOUND,
  'specs/edge.cer': 'words\n',
  '../secret.cer': 'words\n',
  'specs/setup.ps1': 'New-CsAllowedDomain -Identity a.example\nSet-Content ran x\n',
  'specs/.lync-federation.yaml': 'languages: [lync-federation, powershell]\n',
  'specs/old/plain.yaml': SOUND,
  'specs/old/.lync-federation.yaml': 'include: [plain.yaml]\n',
  'specs/plain.yaml': SOUND,
  'specs/notes.txt': 'words\n',
  'specs/data.json': '{}',
  'specs/node_modules/a/a.lync.yaml': SOUND,
  'specs/.hidden/a.lync.yaml': SOUND,
  'captures/live.json': CAPTURE,
  'captures/made.ps1': 'New-CsAllowedDomain -Identity a.example\nSet-Content ran x\n',
  'captures/said.txt': 'Identity : a.example\nDomain : a.example\n',
  'captures/sites.xml': '<a/>',
  'captures/page.html': 'words',
  'captures/old.lync.yaml': 'lyncFederation: 1\n',
  'captures/node_modules/a.json': CAPTURE,
  'seen.json': SEEN,
  'trace.txt': TRACE,
  'known.json': '{ "version": 1, "problems": [] }',
  '../above.lync.yaml': SOUND,
  '../.lync-federation.yaml': 'asOf: 2014-07-01\n',
} as const;

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A folder with these files, on a disk of which nothing else is known. */
function folder(): string {
  const cwd = join(realpathSync(mkdtempSync(join(tmpdir(), 'lync-federation-security-'))), 'work');
  for (const [name, text] of Object.entries(FOLDER)) write(join(cwd, name), text);
  return cwd;
}

/** One run of each command and more of some, by what was typed. */
const RUNS = [
  'new made.lync.yaml',
  'check specs',
  'check --baseline known.json --format sarif specs/a.lync.yaml',
  'check specs/*.yaml',
  'fix --review specs/a.lync.yaml',
  'fix --review --dry-run specs',
  'baseline update specs',
  'explain --spec specs/b.lync.yaml fabrikam.com',
  'timeline specs/a.lync.yaml',
  'upcoming --format ics --output ends.ics specs',
  'map --format html --output map.html specs/b.lync.yaml',
  'report --live captures/live.json --output report.html specs/b.lync.yaml',
  'plan --force --live captures/live.json specs/b.lync.yaml',
  'plan --force --format ps1 --output plan.ps1 specs/b.lync.yaml',
  'capture --output collect.ps1',
  'import captures --output made.lync.yaml',
  'drift --live captures/live.json specs/b.lync.yaml',
  'rules',
  'diagnose --spec specs/b.lync.yaml trace.txt',
  'verify --replay seen.json --take-over specs/b.lync.yaml',
  'completion bash',
  'lsp --stdio',
  'mcp specs',
] as const;

interface Run extends Outcome {
  readonly cwd: string;
  readonly deeds: Deeds;
}

const runs = new Map<string, Run>();

async function run(typed: string, cwd = folder()): Promise<Run> {
  const audit = new Audit();
  return { cwd, ...(await program(typed.split(' '), { cwd, env: audit.env })), deeds: audit.deeds };
}

/** The files below the folder of a run, or beside it, that it read or looked at. */
function read({ deeds, cwd }: Run): readonly string[] {
  return within(deeds.read, cwd).filter((name) => /\.\w+$/.test(name));
}

function within(paths: readonly string[], cwd: string): readonly string[] {
  const above = dirname(cwd);
  const names = paths.flatMap((path) =>
    path.startsWith(`${cwd}/`)
      ? path.slice(cwd.length + 1)
      : path.startsWith(`${above}/`)
        ? `../${path.slice(above.length + 1)}`
        : [],
  );
  return [...new Set(names)].toSorted();
}

function of(typed: (typeof RUNS)[number]): Run {
  const found = runs.get(typed);
  if (found === undefined) throw new Error(`${typed} was not run`);
  return found;
}

beforeAll(async () => {
  for (const typed of RUNS) runs.set(typed, await run(typed));
}, 120_000);

/** What was read or looked at elsewhere on the disk: no folders, and not the program itself. */
function elsewhere({ deeds, cwd }: Run): readonly string[] {
  const own = [dirname(cwd), dirname(bundle)];
  return deeds.read.filter((path) => {
    const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
    return !isFolder && !own.some((folder) => path.startsWith(folder));
  });
}

const PROJECT_FILE = /(?:^|\/)\.lync-federation\.ya?ml$/;

chapter('The command line', {
  'No command but `verify` makes a network connection or looks up a name, and none takes a connection.': () => {
    expect(new Set(RUNS.map((typed) => typed.split(' ')[0]))).toEqual(new Set(commands.map(({ name }) => name)));
    for (const [typed, { deeds, stderr }] of runs) {
      expect(deeds.network, typed).toEqual([]);
      expect(stderr, typed).not.toContain('internal error');
    }
  },

  'No command starts another program or a thread.': () => {
    for (const [typed, { deeds }] of runs) expect(deeds.started, typed).toEqual([]);
  },

  'No command runs anything that it reads or makes: plans and scripts are texts, for somebody to look at.': () => {
    for (const [typed, { cwd, deeds }] of runs) {
      expect(existsSync(join(cwd, 'ran')) || existsSync(join(cwd, 'specs/ran')), typed).toBe(false);
      expect(deeds.started, typed).toEqual([]);
    }
    const { cwd } = of('plan --force --format ps1 --output plan.ps1 specs/b.lync.yaml');
    expect(readFileSync(join(cwd, 'plan.ps1'), 'utf8')).toContain('New-CsAllowedDomain');
  },

  'A command reads the files that you name, what a search of the folders that you name finds, the project files around these, and what specs name as the `file` of a certificate.':
    () => {
      const named = read(of('check --baseline known.json --format sarif specs/a.lync.yaml'));
      expect(named.filter((name) => !PROJECT_FILE.test(name))).toEqual([
        'known.json',
        'specs/a.lync.yaml',
        'specs/edge.cer',
      ]);
      expect(named).toContain('specs/.lync-federation.yaml');
      expect(read(of('check specs')).filter((name) => !PROJECT_FILE.test(name))).toEqual([
        'specs/a.lync.yaml',
        'specs/b.lync.yaml',
        'specs/edge.cer',
        'specs/old/plain.yaml',
        'specs/setup.ps1',
      ]);
      for (const [typed, one] of runs)
        expect(
          elsewhere(one).filter((path) => !PROJECT_FILE.test(path)),
          typed,
        ).toEqual([]);
    },

  'It reads what specs extend, in the folder of the spec, the working directory, the folder of the project file, and below these: neither `..` nor a link leads elsewhere.':
    async () => {
      const cwd = folder();
      const away = join(cwd, '../away.lync.yaml');
      write(away, FAULTY);
      symlinkSync('../../away.lync.yaml', join(cwd, 'specs/linked.lync.yaml'));
      const extending = `${FAULTY}extends: [b.lync.yaml, linked.lync.yaml, ../../away.lync.yaml, ${JSON.stringify(away)}]\n`;
      write(join(cwd, 'specs/extending.lync.yaml'), extending);
      const done = await run('check specs/extending.lync.yaml', cwd);
      expect(done.stdout.match(/lies outside of the folders of this project/g)).toHaveLength(2);
      expect(done.stdout.match(/no path relative to this file/g)).toHaveLength(1);
      expect(read(done).filter((name) => !PROJECT_FILE.test(name))).toEqual(
        expect.arrayContaining(['specs/b.lync.yaml', 'specs/extending.lync.yaml']),
      );
      expect(read(done)).not.toContain('../away.lync.yaml');
    },

  'The file of a certificate lies in the folder of the spec or below it: neither `..` nor a link leads elsewhere, and of a private key nothing is shown.':
    async () => {
      const cwd = folder();
      const key = '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----\n';
      write(join(cwd, '../secret.cer'), key);
      rmSync(join(cwd, 'specs/edge.cer'));
      symlinkSync('../../secret.cer', join(cwd, 'specs/edge.cer'));
      const away = await run('check specs/a.lync.yaml', cwd);
      expect(away.stdout.match(/leads out of the folder of the spec/g)).toHaveLength(2);
      expect(read(away)).not.toContain('../secret.cer');
      rmSync(join(cwd, 'specs/edge.cer'));
      write(join(cwd, 'specs/edge.cer'), key);
      const { stdout, stderr } = await run('check specs/a.lync.yaml', cwd);
      expect(stdout).toContain('holds a private key');
      expect(stdout + stderr).not.toContain('c2VjcmV0');
    },

  'A search finds YAML files with the name of a spec, and those and the scripts that a project file includes, but none in `node_modules` or in a folder whose name begins with a dot.':
    () => {
      for (const typed of ['check specs', 'fix --review --dry-run specs', 'baseline update specs'] as const)
        expect(
          read(of(typed)).filter((name) => /^specs.*(?<!\.cer)$/.test(name) && !PROJECT_FILE.test(name)),
          typed,
        ).toEqual(['specs/a.lync.yaml', 'specs/b.lync.yaml', 'specs/old/plain.yaml', 'specs/setup.ps1']);
    },

  'For `import` it reads every file of a folder that you name, but for specs.': () => {
    expect(read(of('import captures --output made.lync.yaml')).filter((name) => !/^made/.test(name))).toEqual([
      'captures/live.json',
      'captures/made.ps1',
      'captures/page.html',
      'captures/said.txt',
      'captures/sites.xml',
    ]);
  },

  '`fix` and `verify --take-over` write the specs that they change, and those that these extend, `baseline update` the baseline, `new`, `--output` and `--record` the file that they name; nothing else is written, but for a file beside each of these that takes its name at the end, and its own compiled code.':
    () => {
      const written: Partial<Record<(typeof RUNS)[number], string>> = {
        'fix --review specs/a.lync.yaml': 'specs/a.lync.yaml',
        'baseline update specs': '.lync-federation.baseline.json',
        'plan --force --format ps1 --output plan.ps1 specs/b.lync.yaml': 'plan.ps1',
        'upcoming --format ics --output ends.ics specs': 'ends.ics',
        'map --format html --output map.html specs/b.lync.yaml': 'map.html',
        'report --live captures/live.json --output report.html specs/b.lync.yaml': 'report.html',
        'new made.lync.yaml': 'made.lync.yaml',
        'capture --output collect.ps1': 'collect.ps1',
        'import captures --output made.lync.yaml': 'made.lync.yaml',
        'verify --replay seen.json --take-over specs/b.lync.yaml': 'specs/b.lync.yaml',
      };
      for (const typed of RUNS) {
        const { deeds, cwd } = of(typed);
        const file = written[typed];
        const wanted = file === undefined ? [] : [join(cwd, file)];
        expect([...new Set(deeds.written.map((path) => path.replace(/\.\d+$/, '')))], typed).toEqual(wanted);
        if (file !== undefined)
          expect(readdirSync(dirname(join(cwd, file))).filter((name) => /\.\d+$/.test(name))).toEqual([]);
      }
    },

  'The compiled code is kept by Node, in the folder `lync-federation` of what the programs of the user can make again, where others cannot write; not at all where `NODE_DISABLE_COMPILE_CACHE` is `1`.':
    async () => {
      const kept = async (more: Readonly<Record<string, string>>) => {
        const cache = mkdtempSync(join(tmpdir(), 'lync-federation-cache-'));
        const env = { XDG_CACHE_HOME: cache, ...more };
        const { code } = await program(['check', 'specs/b.lync.yaml'], { cwd: folder(), env });
        expect(code).toBe(0);
        return readdirSync(cache, { recursive: true, withFileTypes: true });
      };
      const [first, ...others] = await kept({});
      expect(first?.name).toBe('lync-federation');
      expect(others.filter((one) => one.isFile()).length).toBeGreaterThan(3);
      for (const { parentPath, name } of others) expect(statSync(join(parentPath, name)).mode & 0o022).toBe(0);
      expect(await kept({ NODE_DISABLE_COMPILE_CACHE: '1' })).toEqual([]);
      // A folder named by the way from here may hold what a stranger has put there.
      const cwd = folder();
      const home = mkdtempSync(join(tmpdir(), 'lync-federation-home-'));
      const env = { XDG_CACHE_HOME: '.cache', LOCALAPPDATA: '.cache', HOME: home };
      await program(['check', 'specs/b.lync.yaml'], { cwd, env });
      expect([existsSync(join(cwd, '.cache')), readdirSync(home).length]).toEqual([false, 1]);
      // Nobody knows this user's home.
      const nobody = { uid: 54321, env: { XDG_CACHE_HOME: '', HOME: '' } };
      expect((await program(['--version'], nobody)).code).toBe(0);
    },

  'A link leads a search to no file outside of the folder that is searched and of the working directory.': async () => {
    const cwd = folder();
    symlinkSync('../../above.lync.yaml', join(cwd, 'specs/link.lync.yaml'));
    symlinkSync('../..', join(cwd, 'specs/folder'));
    const { stdout, stderr } = await run('check --format json specs', cwd);
    expect(stderr).toContain('`specs/link.lync.yaml` is a link that leads elsewhere');
    expect(stdout).toContain('specs/a.lync.yaml');
    expect(stdout).not.toMatch(/above|link|specs\/folder/);
  },

  'A link that leads out of the folder is neither a project file nor the baseline, unless you name it.': async () => {
    const cwd = folder();
    symlinkSync('../../above.lync.yaml', join(cwd, 'specs/.lync-federation.yml'));
    rmSync(join(cwd, 'specs/.lync-federation.yaml'));
    symlinkSync('../above.lync.yaml', join(cwd, '.lync-federation.baseline.json'));
    expect((await run('check specs', cwd)).stderr).toContain(
      '`specs/.lync-federation.yml` is a link that leads elsewhere',
    );
    const { code, deeds } = await run('baseline update specs', cwd);
    expect([code, deeds.written]).toEqual([2, []]);
    expect(readFileSync(join(cwd, '../above.lync.yaml'), 'utf8')).toBe(SOUND);
  },

  'What you name is read and written also where it is a link.': async () => {
    const cwd = folder();
    symlinkSync('../above.lync.yaml', join(cwd, 'link.lync.yaml'));
    expect((await run('check --format json link.lync.yaml', cwd)).stdout).toContain('link.lync.yaml');
    expect((await run('plan --force --output link.lync.yaml specs/b.lync.yaml', cwd)).code).toBe(0);
    expect(lstatSync(join(cwd, 'link.lync.yaml')).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, '../above.lync.yaml'), 'utf8')).toContain('CsAllowedDomain');
  },
});
