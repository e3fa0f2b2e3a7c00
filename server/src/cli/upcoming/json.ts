import { textOf } from '../../text/message.ts';
import { forPrograms } from '../output.ts';
import { rangeFromOne } from '../reports/places.ts';
import type { UpcomingReport } from './ending.ts';

/** The list for programs. */
export const upcomingJson: UpcomingReport = (endings, { within, bundle }) =>
  forPrograms({
    version: 1,
    within,
    endings: endings.map(({ day, days, kind, subject, message, place, asOf }) => ({
      ...{ day, days, kind, subject, message: textOf(message, bundle), asOf },
      ...{ path: place.path, ...rangeFromOne(place).start },
    })),
  });
