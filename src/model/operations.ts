/*
 * What compiling takes, roughly, in elementary operations: by these counts it is done in steps of a few milliseconds.
 */

/** To add an entry of a row, with the objects that are made on the way. */
export const ENTRY = 100;

/** To look at one of many objects. */
export const LOOK = 10;
