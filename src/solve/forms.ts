import type { LinearForm } from '../model/problem.js';

/** What a form is worth at a point. */
export const formValue = ({ columns, values }: LinearForm, x: Float64Array): number => {
  let value = 0;
  columns.forEach((j, k) => {
    value += values[k]! * x[j]!;
  });
  return value;
};

/** The same of a form that has a value for every column. */
export const dot = (values: Float64Array, x: Float64Array): number => {
  let value = 0;
  for (let j = 0; j < x.length; j += 1) value += values[j]! * x[j]!;
  return value;
};

/** Of a form that has a value for every column, those that are not 0, divided by what divides all of them. */
export function sparse(dense: Float64Array, divisor = 1): LinearForm {
  const columns = [...dense.keys()].filter((j) => dense[j] !== 0);
  return { columns, values: columns.map((j) => dense[j]! / divisor) };
}

/** The form over other numbers of its columns, without those that have none (-1). */
export function renumbered({ columns, values }: LinearForm, numbers: Int32Array): LinearForm {
  const kept = [...columns.keys()].filter((k) => numbers[columns[k]!]! >= 0);
  return { columns: kept.map((k) => numbers[columns[k]!]!), values: kept.map((k) => values[k]!) };
}
