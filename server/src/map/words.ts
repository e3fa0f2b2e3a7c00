import { catalog } from '../catalog/catalog.generated.ts';
import type { Place } from '../spec/model.ts';
import { code, type Message, say } from '../text/message.ts';

/** The person's own name for something. */
export function named(name: string): Message {
  return { template: '{0}', values: [code(name)] };
}

/** How something is spoken: protocol and port, as the catalog has them where the spec says no other. */
export function spokenOn(id: keyof typeof catalog.ports, port: number = catalog.ports[id].firstPort): Message {
  const [protocol = ''] = catalog.ports[id].protocols;
  return say`${protocol.toUpperCase()} ${port}`;
}

/** Those places that a spec has. */
export function present(...places: readonly (Place | undefined)[]): readonly Place[] {
  return places.flatMap((place) => place ?? []);
}
