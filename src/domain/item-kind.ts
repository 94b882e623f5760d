import * as z from 'zod/mini';

/** What sort of thing a catalogue item is. */
export const ItemKindSchema = z.enum([
  'online-module',
  'recorded-webinar',
  'live-webinar',
  'workshop',
  'course',
  'in-house-training',
  'publication',
  'quality-scheme',
  'resource',
  'membership',
  'subscription',
]);
export type ItemKind = z.output<typeof ItemKindSchema>;
