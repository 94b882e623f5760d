/** What a programme decides about one booking; all else follows from the request. */
export interface Choice {
  readonly item: string;
  readonly session?: string | undefined;
  /** Of self-paced bookings, when the request has terms. */
  readonly term?: string | undefined;
  readonly offer: string;
  readonly pot?: string | undefined;
  readonly learners: readonly string[];
}
