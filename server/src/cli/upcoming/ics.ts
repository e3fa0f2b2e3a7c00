import { addDays } from '../../catalog/dates.ts';
import { textOf } from '../../text/message.ts';
import { fingerprintOf } from '../reports/fingerprint.ts';
import { whereabouts } from '../reports/places.ts';
import { numbers } from '../reports/reported.ts';
import type { EndingIn, UpcomingEnv, UpcomingReport } from './ending.ts';

/**
 * The days as a calendar (RFC 5545). An event is known by what ends and where, not by its day, so a calendar that is written anew moves
 * what has moved.
 */
export const upcomingCalendar: UpcomingReport = (endings, { version, today, bundle }) => {
  const number = numbers();
  const events = endings.flatMap((one) => {
    const key = JSON.stringify([one.place.path, one.kind, one.subject]);
    return event(one, { uid: fingerprintOf(number(key)), today, bundle });
  });
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//lync-federation//lync-federation ${version}//EN`,
    ...events,
    'END:VCALENDAR',
  ];
  return calendar.map((line) => `${folded(line)}\r\n`).join('');
};

function event(
  { day, kind, message, place }: EndingIn,
  { uid, today, bundle }: { readonly uid: string } & Pick<UpcomingEnv, 'today' | 'bundle'>,
): readonly string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${uid.replace(':', '-')}@lync-federation`,
    `DTSTAMP:${basic(today)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(day)}`,
    `DTEND;VALUE=DATE:${basic(addDays(day, 1))}`,
    `SUMMARY:${escaped(textOf(message, bundle))}`,
    `DESCRIPTION:${escaped(whereabouts(place))}`,
    `CATEGORIES:${kind.toUpperCase()}`,
    // Nobody is busy on that day because something ends.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function basic(date: string): string {
  return date.replaceAll('-', '');
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** A line of at most 75 bytes goes on, after a blank, in the next one; no character is cut. */
function folded(line: string): string {
  let [text, length] = ['', 0];
  for (const character of line) {
    const bytes = Buffer.byteLength(character);
    if (length + bytes > 75) [text, length] = [`${text}\r\n `, 1];
    text += character;
    length += bytes;
  }
  return text;
}
