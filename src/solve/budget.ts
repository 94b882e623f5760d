/** Work that may still be spent, shared by all searches of a solve; a unit is a thousand elementary operations. */
export interface Budget {
  left: number;
  nodes: number;
  iterations: number;
  cuts: number;
}

export const OPERATIONS_PER_UNIT = 1000;
