import { catalog } from '../../server/src/catalog/catalog.generated.ts';
import { cmdlet, parameter } from '../../server/src/catalog/cmdlets.ts';
import { type Command, type CommandValue, verbAndNoun } from '../../server/src/cmdlets/command.ts';
import { claimsOf } from '../../server/src/plan/claims.ts';
import { defaultOf, isFixed, type Kind, kindOf, kinds, typedFor, writtenBy } from '../../server/src/plan/kinds.ts';
import { routed } from '../../server/src/plan/routing.ts';
import type { State } from '../../server/src/plan/state.ts';
import type { Step } from '../../server/src/plan/step.ts';
import { objectKey } from '../../server/src/spec/names.ts';

type Values = Record<string, CommandValue | null>;

interface Held {
  identity: string;
  values: Values;
}

const setting = { catalog, server: { product: 'sfb-2015' } } as const;

/** A server that does what cmdlets say, and refuses what a real one refuses. */
export class Server {
  readonly #objects = new Map<string, Map<string, Held>>();
  readonly #grants = new Map<string, Map<string, string>>();

  /** As it comes: what is always there, with its defaults. */
  constructor() {
    for (const kind of kinds) {
      const objects = new Map<string, Held>();
      if (isFixed(kind, 'global')) objects.set('global', { identity: 'global', values: complete(kind, 'global', {}) });
      this.#objects.set(kind.noun, objects);
    }
  }

  run({ cmdlet: name, parameters }: Command): void {
    const { verb, noun } = verbAndNoun(name);
    const reference = cmdlet(name);
    if (reference === undefined) throw new Error(`there is no ${name}`);
    for (const given of Object.keys(parameters)) {
      if (parameter(reference, given) === undefined) throw new Error(`${name} has no ${given}`);
    }
    if (name === 'Enable-CsTopology') return;
    const kind = kindOf(noun);
    if (kind === undefined) throw new Error(`${noun} is of no kind`);
    const { Identity = 'global', ...values } = parameters;
    if (verb === 'Grant') this.#grant(noun, String(Identity), values.PolicyName);
    else if (verb === 'New') this.#make(kind, String(Identity), taken(kind, values));
    else if (verb === 'Set') this.#set(kind, String(Identity), taken(kind, values));
    else this.#remove(kind, String(Identity));
  }

  /** Runs a step as its script does: under the condition that it looks up. */
  runStep({ only, object, identity, commands }: Step, each: () => void = () => {}): void {
    const isThere = this.#objects.get(object)?.has(objectKey(identity)) === true;
    const runs = only === undefined || (only.when === 'present') === isThere ? commands : only.otherwise;
    for (const command of runs) {
      this.run(command);
      each();
    }
  }

  state(): State {
    const objects = [...this.#objects].flatMap(([noun, held]) =>
      [...held.values()].map(({ identity, values }) => {
        const granted = kindOf(noun)?.grant === undefined ? undefined : this.#holders(noun, identity);
        return { noun, identity, values: { ...values }, ...(granted && { grantedTo: granted }) };
      }),
    );
    return { server: setting.server, scopes: kinds.map(({ noun }) => ({ noun })), objects };
  }

  /** All of it as text, to compare. */
  print(): string {
    const { objects } = this.state();
    const lines = objects.map(({ noun, identity, values, grantedTo }) => {
      const told = routed(kindOf(noun)?.change, values);
      const shown = Object.entries(told).toSorted(([a], [b]) => (a < b ? -1 : 1));
      return `${noun} ${objectKey(identity)} ${JSON.stringify(shown)} ${grantedTo?.toSorted().join()}`;
    });
    return lines.toSorted().join('\n');
  }

  value(noun: string, identity: string, name: string): CommandValue | null | undefined {
    return this.#objects.get(noun)?.get(objectKey(identity))?.values[name];
  }

  has(noun: string, identity: string): boolean {
    return this.#objects.get(noun)?.has(objectKey(identity)) === true;
  }

  /** Whether messages pass between the users and a domain. */
  isOpen(domain: string): boolean {
    const edge = (name: string) => this.value('CsAccessEdgeConfiguration', 'global', name) === true;
    if (!edge('AllowFederatedUsers') || this.has('CsBlockedDomain', domain)) return false;
    return this.has('CsAllowedDomain', domain) || edge('UseDefaultRouting') || edge('EnablePartnerDiscovery');
  }

  /** Whether some user can reach the users of a public provider. */
  isProviderOpen(identity: string): boolean {
    if (this.value('CsAccessEdgeConfiguration', 'global', 'AllowFederatedUsers') !== true) return false;
    if (this.value('CsPublicProvider', identity, 'Enabled') !== true) return false;
    return this.value('CsExternalAccessPolicy', 'global', 'EnablePublicCloudAccess') === true;
  }

  #make(kind: Kind, identity: string, values: Values): void {
    const objects = this.#of(kind);
    if (isFixed(kind, identity) || objects.has(objectKey(identity))) throw new Error(`${identity} is there`);
    const claims = new Set(claimsOf({ noun: kind.noun, identity, values }));
    for (const other of this.state().objects) {
      if (claimsOf(other).some((claim) => claims.has(claim)))
        throw new Error(`${identity} and ${other.identity} clash`);
    }
    if (
      kind.noun.endsWith('Provider') &&
      this.value('CsAccessEdgeConfiguration', 'global', 'UseDefaultRouting') === true
    )
      throw new Error('there are no providers under a default route');
    objects.set(objectKey(identity), { identity, values: complete(kind, identity, values) });
    if (values.IsDefault === true) this.#makeDefault(kind, identity);
  }

  #set(kind: Kind, identity: string, values: Values): void {
    const held = this.#of(kind).get(objectKey(identity));
    if (held === undefined) throw new Error(`there is no ${kind.noun} ${identity}`);
    if (values.IsDefault === false) throw new Error('a default ends only by another one');
    if (
      values.UseDefaultRouting === true &&
      ['CsPublicProvider', 'CsHostingProvider'].some((noun) => this.#objects.get(noun)?.size)
    )
      throw new Error('under a default route there are no providers');
    Object.assign(held.values, values);
    if (values.IsDefault === true) this.#makeDefault(kind, identity);
  }

  #remove(kind: Kind, identity: string): void {
    const held = this.#of(kind).get(objectKey(identity));
    if (held === undefined || isFixed(kind, identity)) throw new Error(`${kind.noun} ${identity} cannot go`);
    if (held.values.IsDefault === true) throw new Error(`${identity} is the default`);
    if (kind.grant && this.#holders(kind.noun, identity).length > 0) throw new Error(`${identity} is still granted`);
    this.#of(kind).delete(objectKey(identity));
  }

  #grant(noun: string, user: string, policy: unknown): void {
    const granted = this.#grants.get(noun) ?? new Map<string, string>();
    this.#grants.set(noun, granted);
    if (policy === null) granted.delete(user);
    else if (!this.has(noun, String(policy))) throw new Error(`there is no policy ${policy}`);
    else granted.set(user, objectKey(String(policy)));
  }

  #holders(noun: string, identity: string): readonly string[] {
    return [...(this.#grants.get(noun) ?? [])].flatMap(([user, policy]) =>
      policy === objectKey(identity) ? [user] : [],
    );
  }

  #makeDefault(kind: Kind, identity: string): void {
    for (const [key, { values }] of this.#of(kind)) values.IsDefault = key === objectKey(identity);
  }

  #of({ noun }: Kind): Map<string, Held> {
    return this.#objects.get(noun) ?? new Map();
  }
}

/** Values as the server keeps them. */
function taken(kind: Kind, parameters: Command['parameters']): Values {
  const values: Values = {};
  for (const [name, value] of Object.entries(parameters)) {
    if (name === 'UseDnsSrvRouting') values.UseDefaultRouting = false;
    else if (value === undefined) values[name] = true;
    else if (typeof value === 'object' && value !== null && 'change' in value)
      throw new Error('No plan changes lists.');
    else if (typeof value === 'object' && value !== null && 'cmdlet' in value)
      values[name] = value.cmdlet.replace('New-CsEdge', '');
    else values[name.replace(/AsAList$/, '')] = typedFor(kind, name.replace(/AsAList$/, ''), value);
  }
  return values;
}

function complete(kind: Kind, identity: string, values: Values): Values {
  const whole: Values = {};
  for (const name of kind.section.parameters.values()) {
    if (name === 'Identity' || name === 'Domain' || name === 'UseDnsSrvRouting') continue;
    whole[name] = values[name] ?? defaultOf(kind, { identity }, name, setting) ?? undocumented(kind, name);
  }
  return whole;
}

/** What no page tells has a value all the same. */
function undocumented(kind: Kind, name: string): CommandValue | null {
  const [written] = writtenBy(kind, name);
  const rule = written?.rule;
  if (rule?.kind === 'boolean') return false;
  if (rule?.kind === 'number') return 77;
  return rule?.kind === 'enum' ? (rule.values?.[0] ?? null) : null;
}
