import { each, keyRange, type Located, type Spec } from '../spec/model.ts';
import type { AliasRecord, HostRecord } from '../spec/spec.generated.ts';
import { bitsOf } from '../text/address.ts';
import { hostKey } from '../text/host.ts';
import { code, codes, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';
import { append, remove, set } from '../yaml/edit.ts';
import type { WorldDifference } from './difference.ts';
import { FAMILIES } from './needed.ts';
import type { Lookup } from './recording.generated.ts';
import { inView, type Name, recordsOf } from './records-of.ts';
import type { Seen } from './seen.ts';
import type { View } from './subjects.ts';

/** A name, and the place in the spec because of which it was looked up. */
export interface PlacedName extends Name {
  readonly at: Range;
}

/** A name with addresses of its own, an alias, or nothing: in the spec, and in the world. */
export function nameDifferences(spec: Spec, about: PlacedName, seen: Seen): readonly WorldDifference[] {
  const { view, name, at } = about;
  const [host] = recordsOf(each(spec.dns?.hosts), about);
  const [alias] = recordsOf(each(spec.dns?.aliases), about);
  const looked = [...FAMILIES, 'CNAME' as const].flatMap((type) => seen.found(view, name, type) ?? []);
  if (looked.length === 0) return [];
  const target = looked.flatMap(({ aliases }) => aliases.filter((one) => one.name === name))[0]?.target;
  const base = { identity: name, at: (host ?? alias)?.name?.at ?? at };
  const isDrift = spec.dns?.hosts !== undefined || spec.dns?.aliases !== undefined;
  if (target !== undefined) return aliasSeen({ target, host, alias, view, base, isDrift });
  const addresses = [...new Set(looked.flatMap((one) => one.addresses ?? []).map((one) => one.address))];
  const whole = FAMILIES.every((type) => looked.some((one) => one.type === type));
  if (alias) {
    const missing = { ...base, object: 'CNAME', declared: alias.target?.value, isDrift: true } as const;
    if (addresses.length > 0)
      return [
        {
          ...missing,
          is: 'changed',
          live: addresses,
          message: say`DNS has addresses for ${code(name)}, ${codes(addresses)}, where the spec has an alias.`,
          edits: [remove(alias.path), append(['dns', 'hosts'], { name, addresses, ...inView(view) })],
        },
      ];
    return looked.some(({ type }) => type === 'CNAME')
      ? [
          {
            ...missing,
            is: 'missing',
            live: undefined,
            message: say`No name server shows the alias ${code(name)}.`,
            edits: [remove(alias.path)],
          },
        ]
      : [];
  }
  if (host) return addressesSeen(host, { addresses, looked, whole, base });
  if (addresses.length === 0) return [];
  return [
    {
      ...base,
      is: 'surplus',
      object: 'A',
      declared: undefined,
      live: addresses,
      message: say`DNS has ${codes(addresses)} for ${code(name)}, which the spec does not name.`,
      edits: [append(['dns', 'hosts'], { name, addresses, ...inView(view) })],
      isDrift: spec.dns?.hosts !== undefined,
    },
  ];
}

interface AliasSeen {
  readonly target: string;
  readonly host: Located<HostRecord> | undefined;
  readonly alias: Located<AliasRecord> | undefined;
  readonly view: View;
  readonly base: { readonly identity: string; readonly at: Range };
  readonly isDrift: boolean;
}

function aliasSeen({ target, host, alias, view, base, isDrift }: AliasSeen): readonly WorldDifference[] {
  const { identity: name } = base;
  const told = { ...base, object: 'CNAME', live: target } as const;
  if (alias?.target) {
    if (hostKey(alias.target.value) === target) return [];
    return [
      {
        ...told,
        is: 'changed',
        setting: 'target',
        declared: alias.target.value,
        at: alias.target.at,
        message: say`DNS has ${code(name)} as an alias of ${code(target)}, not of ${code(alias.target.value)}.`,
        edits: [set([...alias.path, 'target'], target)],
        isDrift: true,
      },
    ];
  }
  const added = append(['dns', 'aliases'], { name, target, ...inView(view) });
  if (host)
    return [
      {
        ...told,
        is: 'changed',
        declared: each(host.addresses).map(({ value }) => value),
        message: say`DNS has ${code(name)} as an alias of ${code(target)}, where the spec has addresses.`,
        edits: [remove(host.path), added],
        isDrift: true,
      },
    ];
  return [
    {
      ...told,
      is: 'surplus',
      declared: undefined,
      message: say`DNS has ${code(name)} as an alias of ${code(target)}, which the spec does not name.`,
      edits: [added],
      isDrift,
    },
  ];
}

interface AddressesSeen {
  readonly addresses: readonly string[];
  readonly looked: readonly Lookup[];
  /** Both families were looked up. */
  readonly whole: boolean;
  readonly base: { readonly identity: string; readonly at: Range };
}

/** Of a family that nobody could look up nothing is known. */
function addressesSeen(
  host: Located<HostRecord>,
  { addresses, looked, whole, base }: AddressesSeen,
): readonly WorldDifference[] {
  const stated = each(host.addresses).map(({ value }) => value);
  const isLooked = (address: string) =>
    looked.some(({ type }) => (type === 'AAAA') === address.includes(':') && type !== 'CNAME');
  const gone = stated.filter((one) => isLooked(one) && !addresses.some((other) => bitsOf(one) === bitsOf(other)));
  const come = addresses.filter((one) => !stated.some((other) => bitsOf(one) === bitsOf(other)));
  if (gone.length + come.length === 0) return [];
  const told = { ...base, object: 'A', declared: stated, isDrift: true } as const;
  const left = [...stated.filter((one) => !gone.includes(one)), ...come];
  if (left.length === 0 && whole)
    return [
      {
        ...told,
        is: 'missing',
        live: undefined,
        message: say`No name server shows an address of ${code(base.identity)}.`,
        edits: [remove(host.path)],
      },
    ];
  return [
    {
      ...told,
      is: 'changed',
      setting: 'addresses',
      live: left,
      at: host.addresses ? keyRange(host.addresses) : base.at,
      message: say`DNS has ${codes(left)} for ${code(base.identity)}, not ${codes(stated)}.`,
      edits: [set([...host.path, 'addresses'], [...left])],
    },
  ];
}
