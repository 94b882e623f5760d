import * as z from 'zod/mini';

/**
 * The proof that a programme is best. `none`: the programme carries no proof that can be checked apart from the
 * search that found it; its `status` and bounds are the builder's word.
 */
export const CertificateSchema = z.discriminatedUnion('kind', [z.strictObject({ kind: z.literal('none') })]);
export type Certificate = z.output<typeof CertificateSchema>;
