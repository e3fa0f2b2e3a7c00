import type { Analysis } from '../analyze.ts';
import { catalog, type ProductId } from '../catalog/catalog.generated.ts';
import { addDays, daysBetween } from '../catalog/dates.ts';
import { regionOf } from '../catalog/providers.ts';
import { withFiles } from '../deployment/certificate-files.ts';
import { activeProviders } from '../deployment/public-providers.ts';
import { xmppPartners } from '../deployment/xmpp.ts';
import { each, type Leaf } from '../spec/model.ts';
import { code, type Message, prose, say } from '../text/message.ts';
import type { Range } from '../text/range.ts';

/** Something that a spec relies on, and the last day on which it can. */
export interface Ending {
  readonly day: string;
  /** From the day of the verdict on. */
  readonly days: number;
  readonly kind: 'certificate' | 'licence' | 'service' | 'support' | 'suppression';
  /** What ends, by the name that it has there; it stays where the day moves. */
  readonly subject: string;
  readonly message: Message;
  readonly at: Range;
}

/** The days that people look ahead: a month, a quarter, a year. */
export const HORIZONS = [30, 90, 365] as const;

/** What a spec needs to be looked ahead from. */
export type Ahead = Pick<Analysis, 'spec' | 'faults' | 'asOf' | 'suppressions' | 'options'>;

/** What ends within so many days after the day by which a spec is judged, the next first. */
export function upcoming(spec: Ahead, within: number): readonly Ending[] {
  const { asOf } = spec;
  const last = addDays(asOf, within);
  return [...certificates(spec), ...licences(spec), ...services(spec), ...support(spec), ...suppressed(spec)]
    .filter(({ day }) => asOf <= day && day <= last)
    .map((one) => ({ ...one, days: daysBetween(asOf, one.day) }))
    .toSorted((a, b) => a.days - b.days || a.at.start - b.at.start);
}

type Found = Omit<Ending, 'days'>;

/** What the files of certificates say of their ends counts as well. */
function certificates({ spec, options }: Ahead): readonly Found[] {
  return each(withFiles(spec, options.certificateFiles).spec.certificates).flatMap(
    ({ name, notAfter }): readonly Found[] =>
      name && notAfter
        ? [
            {
              day: notAfter.value,
              kind: 'certificate',
              subject: name.value,
              message: say`The certificate ${code(name.value)} expires.`,
              at: notAfter.at,
            },
          ]
        : [],
  );
}

function licences({ spec }: Ahead): readonly Found[] {
  const expires = spec.licensing?.picUsl?.expires;
  if (expires === undefined) return [];
  const { name } = catalog.licences['pic-usl'];
  return [
    {
      day: expires.value,
      kind: 'licence',
      subject: 'picUsl',
      message: say`The ${prose(name)} expires.`,
      at: expires.at,
    },
  ];
}

function services({ spec, faults, asOf }: Ahead): readonly Found[] {
  const ends = (subject: Leaf<string>, day: string): Found => ({
    day,
    kind: 'service',
    subject: subject.value,
    message: say`The service behind ${code(subject.value)} ends.`,
    at: subject.at,
  });
  return [
    ...activeProviders(spec, { catalog, asOf }).flatMap(({ entry, identity, known }) => {
      const day = known && (regionOf(known, entry.region?.value)?.unconfirmedLastDay ?? known.lastDay);
      return day === undefined ? [] : [ends(identity, day)];
    }),
    ...xmppPartners(spec, { catalog, faults }).flatMap(({ domain, service }) =>
      service ? [ends(domain, service.lastDay)] : [],
    ),
  ];
}

/** The products of the own servers; that of a partner is the partner's business. */
function support({ spec: { server } }: Ahead): readonly Found[] {
  const seen = new Set<ProductId>();
  return [server?.product, server?.edgeProduct].flatMap((product) => {
    if (product === undefined || seen.has(product.value)) return [];
    seen.add(product.value);
    const { name, extendedEnd, paidUpdatesUntil } = catalog.products[product.value];
    const found = { kind: 'support', subject: product.value, at: product.at } as const;
    return [
      ...(extendedEnd ? [{ ...found, day: extendedEnd, message: say`Support for ${prose(name)} ends.` }] : []),
      ...(paidUpdatesUntil
        ? [
            {
              ...found,
              day: paidUpdatesUntil,
              message: say`The security updates for ${prose(name)} that are paid for end.`,
            },
          ]
        : []),
    ];
  });
}

function suppressed({ suppressions }: Ahead): readonly Found[] {
  return suppressions.flatMap(({ rule, until, forbidden }): readonly Found[] =>
    until?.day === undefined || forbidden
      ? []
      : [
          {
            day: until.day,
            kind: 'suppression',
            subject: rule,
            message: say`The suppression of ${code(rule)} ends.`,
            at: until.at,
          },
        ],
  );
}
