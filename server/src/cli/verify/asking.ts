import { resolve } from 'node:path';
import type { Grounds } from '../../deployment/grounds.ts';
import { MOST_BYTES } from '../../machine/sizes.ts';
import { each, type Spec } from '../../spec/model.ts';
import { reasonOf } from '../../text/failure.ts';
import { hostKey } from '../../text/host.ts';
import { code, say } from '../../text/message.ts';
import type { Errand } from '../../verify/ask.ts';
import type { Recording } from '../../verify/recording.generated.ts';
import { endpointOf, shownEndpoint } from '../../verify/resolver.ts';
import type { Given } from '../command.ts';
import { Complaint } from '../exit.ts';
import { STDIN } from '../find.ts';
import { flag, type Option, single, text, texts } from '../option.ts';
import { bytesOf } from '../read.ts';
import type { Shell } from '../shell.ts';

const RESOLVER = resolvers('resolver', {
  value: 'ADDRESS[:PORT]',
  about: say`a name server that sees what everybody sees; may be given again`,
  usual: say`those of this computer`,
});
const INTERNAL = resolvers('internal-resolver', {
  value: 'ADDRESS[:PORT]',
  about: say`a name server of the inner network; may be given again`,
});
const CERTIFICATE = text({
  name: 'client-certificate',
  value: 'FILE',
  about: say`the certificate to show to servers that ask for one, in PEM`,
});
const KEY = text({ name: 'client-key', value: 'FILE', about: say`its private key, where it is not in the same file` });
const ROOTS = texts({ name: 'root', value: 'FILE', about: say`trust these roots as well, in PEM; may be given again` });
const SIP = flag('sip', say`send ${code('OPTIONS')} to servers of SIP, and say what answers`);
const PRIVATE = flag('private-addresses', say`connect also to addresses that are not public`);
const TIMEOUT = single(
  { name: 'timeout', value: 'SECONDS', about: say`how long each answer is waited for`, usual: '5' },
  seconds,
);

/** The options that say who is asked, and how. */
export const ASKING: readonly Option[] = [RESOLVER, INTERNAL, CERTIFICATE, KEY, ROOTS, SIP, PRIVATE, TIMEOUT];

/** Who is asked what, beside what the spec says. */
export async function errandOf(given: Given): Promise<Errand> {
  const internal = given.of(INTERNAL);
  return {
    taken: new Date().toISOString(),
    resolvers: { public: [...(await publicResolvers(given))], internal: [...internal] },
    sip: given.of(SIP),
    certificate: given.of(CERTIFICATE) !== undefined,
    roots: given.of(ROOTS).length > 0,
    privateAddresses: given.of(PRIVATE),
  };
}

/** The network, ready to be asked about a spec. */
export interface Asker {
  ask(errand: Errand, grounds: Grounds): Promise<Recording>;
}

/**
 * The network as it is to be asked; what does so is loaded now.
 * @throws Complaint where a certificate or key cannot be read
 */
export async function worldOf(given: Given, shell: Shell, spec: Spec): Promise<Asker> {
  const [certificate, key] = [given.of(CERTIFICATE), given.of(KEY) ?? given.of(CERTIFICATE)];
  if (certificate === undefined && given.typed(KEY).length > 0)
    throw new Complaint(say`${code('--client-key')} goes with ${code('--client-certificate')}.`);
  const client =
    certificate === undefined || key === undefined
      ? undefined
      : { certificate: await pem(certificate, shell), key: await pem(key, shell) };
  const roots = await Promise.all(given.of(ROOTS).map((file) => pem(file, shell)));
  const { network } = await import('../../verify/network.ts');
  const { ask } = await import('../../verify/ask.ts');
  const patience = (given.of(TIMEOUT) ?? 5) * 1000;
  try {
    const world = network({ patience, sip: given.of(SIP), from: ownDomain(spec), client, roots });
    return { ask: (errand, grounds) => ask({ spec, grounds }, errand, world) };
  } catch (error) {
    throw new Complaint(say`Certificate and key cannot be used together: ${reasonOf(error)}.`);
  }
}

/** In whose name others are asked: the default domain. */
function ownDomain(spec: Spec): string {
  const domains = each(spec.domains?.sip);
  const own = domains.find(({ isDefault }) => isDefault?.value === true) ?? domains[0];
  return hostKey(own?.identity?.value ?? 'invalid');
}

/** Those that were named, else those of this computer; what knows these is loaded now, as it reaches for the network at once. */
async function publicResolvers(given: Given): Promise<readonly string[]> {
  const typed = given.of(RESOLVER);
  if (typed.length > 0) return typed;
  const { ownResolvers } = await import('../../verify/own-resolvers.ts');
  const found = ownResolvers();
  if (found.length > 0) return found;
  throw new Complaint(say`This computer has no name server: name one by ${code('--resolver')}.`);
}

async function pem(file: string, shell: Shell): Promise<string> {
  const bytes = await bytesOf(file === STDIN ? file : resolve(shell.cwd, file), shell, {
    as: say`a certificate`,
    limit: MOST_BYTES.certificate,
  });
  if ('template' in bytes) throw new Complaint(bytes);
  return Buffer.from(bytes).toString('latin1');
}

function resolvers(
  name: string,
  about: Pick<Option, 'about' | 'usual'> & { readonly value: string },
): Option<readonly string[]> {
  return {
    name,
    ...about,
    read: (typed) =>
      typed.map((one) => {
        const endpoint = endpointOf(one);
        if (endpoint !== undefined) return shownEndpoint(endpoint);
        throw new Complaint(
          say`${code(`--${name}`)} takes the address of a name server, such as ${code('192.0.2.53')} or ${code('[2001:db8::53]:5353')}, not ${code(one)}.`,
        );
      }),
  };
}

function seconds(typed: string): number {
  const number = Number(typed);
  if (/^\d+(?:\.\d+)?$/.test(typed) && number > 0 && number <= 600) return number;
  throw new Complaint(say`${code('--timeout')} takes a number of seconds up to 600, not ${code(typed)}.`);
}
