import * as z from 'zod/mini';

/** Where a need came from. */
export const SourceSchema = z.enum([
  'statutory',
  'welfare-notice',
  'inspection-action',
  'inspection-recommendation',
  'self-evaluation',
  'appraisal',
  'local-authority',
  'sector-focus',
  'aspiration',
]);
export type Source = z.output<typeof SourceSchema>;
