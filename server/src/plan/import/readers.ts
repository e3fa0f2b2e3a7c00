import { certificate } from './readers/certificate.ts';
import { certificateText } from './readers/certificate-text.ts';
import { clixml } from './readers/clixml.ts';
import { csv } from './readers/csv.ts';
import { dsc } from './readers/dsc.ts';
import { formatList } from './readers/format-list.ts';
import { graph } from './readers/graph.ts';
import { json } from './readers/json.ts';
import { nslookup } from './readers/nslookup.ts';
import type { Reader } from './readers/reader.ts';
import { records } from './readers/records.ts';
import { scubagear } from './readers/scubagear.ts';
import { topology } from './readers/topology.ts';
import { zone } from './readers/zone.ts';

/** The forms that are read file by file; the first that takes a file has it. */
export const readers: readonly Reader[] = [
  dsc,
  scubagear,
  graph,
  records,
  json,
  topology,
  clixml,
  certificate,
  certificateText,
  zone,
  nslookup,
  csv,
  formatList,
];

/** Scripts are no reader's: they run one after the other. */
export const SCRIPT = 'script';

/** The forms in which a deployment can be told. */
export const FORMATS: readonly string[] = [...readers.map(({ format }) => format), SCRIPT];
