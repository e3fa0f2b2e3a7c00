import type { Kind } from './map.ts';

/** What is drawn beside the name of a station, in a square of 18 pixels. */
export const ICONS: Readonly<Record<Kind, string>> = {
  organization: 'M3 16V2h8v14M11 7h4v9M5.5 5h3M5.5 8h3M5.5 11h3M1 16h16',
  policy: 'M3 2h12v14H3zM6 6l1 1 2-2M6 11l1 1 2-2M11 6h2M11 11h2',
  'sip-domain': 'M12 9a3 3 0 1 1-6 0 3 3 0 0 1 6 0v1.5a2 2 0 0 0 4 0V9a7 7 0 1 0-3 5.7',
  record: 'M3 2h9l3 3v11H3zM6 7h6M6 10h6M6 13h4',
  pool: 'M2 3h14v5H2zM2 10h14v5H2zM5 5.5h2M5 12.500h2',
  certificate: 'M2 2h14v9H2zM5 5h8M5 8h4M11 11v6l2-1.500 2 1.500v-6',
  firewall: 'M1 3h16v12H1zM1 7h16M1 11h16M6 3v4M12 3v4M9 7v4M6 11v4M12 11v4',
  gate: 'M9 1l7 3v5c0 4-3 6.500-7 8-4-1.500-7-4-7-8V4z',
  route: 'M2 14h6a3 3 0 0 0 0-6H6a3 3 0 0 1 0-6h9M12 0l3 2-3 2',
  'public-provider': 'M2 3h14v9H9l-4 4v-4H2z',
  'hosting-provider': 'M2 9h9M8 5l4 4-4 4M13 2h3v14h-3',
  cloud: 'M5 14a3.500 3.500 0 0 1 0-7 5 5 0 0 1 9.500 1A3 3 0 0 1 14 14z',
  tenant: 'M5 14a3.500 3.500 0 0 1 0-7 5 5 0 0 1 9.500 1A3 3 0 0 1 14 14zM9 9v3',
  partner:
    'M6 8a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM1 16v-2a4 4 0 0 1 4-4h2a4 4 0 0 1 4 4v2M12 2.500a3 3 0 0 1 0 5.500M13.500 10.500A4 4 0 0 1 17 14v2',
};
