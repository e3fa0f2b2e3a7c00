import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folder, run } from './programs.ts';

/** What a certificate is to be. */
export interface Wish {
  /** The first is the subject, too. */
  readonly names: readonly string[];
  readonly usages?: readonly ('serverAuth' | 'clientAuth' | 'anyExtendedKeyUsage')[];
  /** `YYYYMMDD`. */
  readonly from?: string;
  readonly to?: string;
  /** Nobody vouches for it but itself. */
  readonly isOwn?: true;
  /** The names stand in no extension. */
  readonly onlySubject?: true;
}

/** The files of a certificate: its own, with those of its issuers, and its key. */
export interface Made {
  readonly certificate: string;
  readonly chain: string;
  readonly key: string;
}

/** An authority with an intermediate one, made by OpenSSL when it is asked for, with keys that nobody keeps. */
export class Authority {
  readonly #home = folder();
  #count = 0;

  constructor() {
    writeFileSync(join(this.#home, 'index.txt'), '');
    writeFileSync(join(this.#home, 'index.txt.attr'), 'unique_subject = no\n');
    writeFileSync(join(this.#home, 'ca.cnf'), CONFIGURATION);
    mkdirSync(join(this.#home, 'new'));
    this.#key('root');
    this.#openssl([
      'req',
      '-x509',
      '-key',
      'root.key',
      '-out',
      'root.pem',
      '-days',
      '3650',
      '-subj',
      '/CN=Trust Example Root',
      '-config',
      'ca.cnf',
      '-extensions',
      'authority',
    ]);
    this.#request('intermediate', '/CN=Trust Example Issuer');
    this.#sign('intermediate', { by: 'root', extensions: 'authority', from: '20200101', to: '20400101' });
  }

  /** The root, in PEM. */
  get root(): string {
    return readFileSync(this.rootFile, 'utf8');
  }

  get rootFile(): string {
    return join(this.#home, 'root.pem');
  }

  make({
    names,
    usages = ['serverAuth', 'clientAuth'],
    from = '20200101',
    to = '20400101',
    isOwn,
    onlySubject,
  }: Wish): Made {
    const name = `made-${++this.#count}`;
    const extensions = [
      'basicConstraints = CA:false',
      ...(usages.length > 0 ? [`extendedKeyUsage = ${usages.join(',')}`] : []),
      ...(onlySubject ? [] : [`subjectAltName = ${names.map((one) => `DNS:${one}`).join(',')}`]),
    ];
    writeFileSync(join(this.#home, `${name}.cnf`), `${CONFIGURATION}\n[ wish ]\n${extensions.join('\n')}\n`);
    const subject = `/CN=${names[0] ?? 'nobody'}`;
    if (isOwn) {
      this.#key(name);
      this.#openssl([
        'req',
        '-utf8',
        '-x509',
        '-key',
        `${name}.key`,
        '-out',
        `${name}.pem`,
        '-days',
        '90',
        '-subj',
        subject,
        '-config',
        `${name}.cnf`,
        '-extensions',
        'wish',
      ]);
    } else {
      this.#request(name, subject);
      this.#sign(name, { by: 'intermediate', extensions: 'wish', from, to });
    }
    const at = (file: string) => join(this.#home, file);
    const own = readFileSync(at(`${name}.pem`), 'utf8');
    writeFileSync(at(`${name}.chain.pem`), isOwn ? own : own + readFileSync(at('intermediate.pem'), 'utf8'));
    return { certificate: at(`${name}.pem`), chain: at(`${name}.chain.pem`), key: at(`${name}.key`) };
  }

  #key(name: string): void {
    this.#openssl(['ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', `${name}.key`]);
  }

  #request(name: string, subject: string): void {
    this.#key(name);
    this.#openssl([
      'req',
      '-utf8',
      '-new',
      '-key',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      subject,
      '-config',
      'ca.cnf',
    ]);
  }

  #sign(
    name: string,
    {
      by,
      extensions,
      from,
      to,
    }: { readonly by: string; readonly extensions: string; readonly from: string; readonly to: string },
  ): void {
    const configuration = extensions === 'wish' ? `${name}.cnf` : 'ca.cnf';
    const days = ['-startdate', `${from}000000Z`, '-enddate', `${to}000000Z`];
    this.#openssl([
      'ca',
      '-batch',
      '-notext',
      '-config',
      configuration,
      '-extensions',
      extensions,
      '-cert',
      `${by}.pem`,
      '-keyfile',
      `${by}.key`,
      '-in',
      `${name}.csr`,
      '-out',
      `${name}.pem`,
      ...days,
    ]);
  }

  #openssl(args: readonly string[]): void {
    run('openssl', args, { cwd: this.#home, from: 'openssl' });
  }
}

const CONFIGURATION = `
[ ca ]
default_ca = own
[ own ]
database = index.txt
new_certs_dir = new
rand_serial = yes
default_md = sha256
policy = any
[ any ]
commonName = supplied
[ req ]
distinguished_name = nothing
prompt = no
[ nothing ]
[ authority ]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
`;
