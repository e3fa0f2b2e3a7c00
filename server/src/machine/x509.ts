import { type BaseBlock, fromBER, GeneralizedTime, Integer, ObjectIdentifier, UTCTime } from 'asn1js';
import type { Certificate, ReadCertificates } from '../text/pem.ts';

export const readCertificates: ReadCertificates = (pem) => {
  try {
    // One after the other: what the library makes of one is large.
    return [...pem.matchAll(BLOCK)].flatMap(([, label, body = '']) => {
      const root = parsed(body);
      return (label === 'PKCS7' ? signedData(root) : [root]).map(toCertificate);
    });
  } catch (error) {
    // Whatever is not as the standard has it ends here, in our reading or in that of the library.
    if (error instanceof Error) return undefined;
    throw error;
  }
};

const BLOCK = /^-----BEGIN (?:X509 |TRUSTED )?(CERTIFICATE|PKCS7)-----$([\sA-Za-z0-9+/=]*)^-----END /gm;

function parsed(base64: string): BaseBlock {
  const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (char) => char.charCodeAt(0));
  const { offset, result } = fromBER(bytes);
  if (offset < 0) throw new Error(result.error);
  return result;
}

/** The certificates of PKCS #7: a content type, then content of version, digests, data, and the certificates. */
function signedData(root: BaseBlock): readonly BaseBlock[] {
  const [, content] = children(root);
  const [signed] = children(needed(content));
  return children(needed(tagged(needed(signed), 0)));
}

function toCertificate(root: BaseBlock): Certificate {
  const [body, signature] = children(root);
  const parts = children(needed(body));
  // The version is tagged, and absent in the first one.
  const [serial, , issuer, validity, subject] = tagged(needed(body), 0) ? parts.slice(1) : parts;
  const [from, to] = children(needed(validity));
  const algorithm = oid(needed(children(needed(signature))[0]));
  const extensions = extensionsOf(needed(body));
  const purposes = extensions.get('2.5.29.37');
  const alternative = extensions.get('2.5.29.17');
  const constraints = extensions.get('2.5.29.19');
  return {
    subject: nameOf(needed(subject)),
    issuer: nameOf(needed(issuer)),
    names: alternative ? children(alternative).flatMap(dnsName) : [],
    usages: purposes && children(purposes).map(oid),
    signatureAlgorithm: HASHES[algorithm] ?? algorithm,
    notBefore: day(needed(from)),
    notAfter: day(needed(to)),
    serialNumber: serial instanceof Integer ? hex(serial.valueBlock.valueHexView) : '',
    isAuthority: constraints !== undefined && children(constraints).some((one) => one.idBlock.tagNumber === 1),
  };
}

/** Extensions by object identifier: the identifier, perhaps whether it is critical, and the value within bytes. */
function extensionsOf(body: BaseBlock): ReadonlyMap<string, BaseBlock> {
  const list = tagged(body, 3);
  const [sequence] = list ? children(list) : [];
  return new Map(
    (sequence ? children(sequence) : []).flatMap((extension) => {
      const parts = children(extension);
      const [id, bytes] = [parts[0], parts.at(-1)];
      if (id === undefined || bytes === undefined) return [];
      const { offset, result } = fromBER(contentOf(bytes));
      return offset < 0 ? [] : [[oid(id), result] as const];
    }),
  );
}

/** Names that hosts have are tagged with 2. */
function dnsName(name: BaseBlock): readonly string[] {
  const { tagClass, tagNumber } = name.idBlock;
  return tagClass === CONTEXT && tagNumber === 2 ? [textOf(name)] : [];
}

/** `CN=sip.contoso.com, O=Contoso`, the most specific first, as Windows shows it. */
function nameOf(name: BaseBlock): string {
  const parts = children(name).flatMap((set) =>
    children(set).map((pair) => {
      const [type, value] = children(pair);
      const id = oid(needed(type));
      return `${ATTRIBUTES[id] ?? id}=${quoted(textOf(needed(value)))}`;
    }),
  );
  return parts.toReversed().join(', ');
}

function quoted(text: string): string {
  return /[,+="\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function day(time: BaseBlock): string {
  if (!(time instanceof UTCTime || time instanceof GeneralizedTime)) throw new Error('no time');
  const date = time.toDate();
  // The library makes a time that it cannot read one long before there were certificates.
  if (date.getUTCFullYear() < 1950) throw new Error('no time');
  return date.toISOString().slice(0, 10);
}

function oid(block: BaseBlock): string {
  if (!(block instanceof ObjectIdentifier)) throw new Error('no object identifier');
  return block.valueBlock.toString();
}

/** A text in whichever of its five forms. */
function textOf(block: BaseBlock): string {
  const value: unknown = 'valueBlock' in block && Reflect.get(Object(block.valueBlock), 'value');
  return typeof value === 'string' ? value : new TextDecoder().decode(contentOf(block));
}

function contentOf(block: BaseBlock): Uint8Array {
  const view: unknown = Reflect.get(Object(block.valueBlock), 'valueHexView');
  return view instanceof Uint8Array ? view : new Uint8Array();
}

function children(block: BaseBlock): readonly BaseBlock[] {
  const value: unknown = Reflect.get(Object(block.valueBlock), 'value');
  if (!Array.isArray(value)) throw new Error('no sequence');
  return value;
}

function tagged(block: BaseBlock, number: number): BaseBlock | undefined {
  return children(block).find(({ idBlock }) => idBlock.tagClass === CONTEXT && idBlock.tagNumber === number);
}

function needed<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('a part is missing');
  return value;
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const CONTEXT = 3;

const ATTRIBUTES: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'S',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '0.9.2342.19200300.100.1.25': 'DC',
};

/** The hashes of the signatures that authorities use, RSA and ECDSA. */
const HASHES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};
