/** A fixed sequence that looks random, between 1/2 and 1: it tells apart what would otherwise be equal. */
export const scatter = (index: number): number =>
  0.5 + ((Math.imul(index + 1, 0x9e3779b1) >>> 8) & 0xffff) / 0x20000;
