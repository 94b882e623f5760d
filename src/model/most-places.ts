/** Beyond so many places, each somebody on something by one offer at one time, a problem takes more memory than there usually is. */
export const MOST_PLACES = 2_000_000;
