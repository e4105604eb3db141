/** Ratings of one question that differ by this much or more must be reconciled. */
const FAR_APART = 2;

export const areFarApart = (values: readonly number[]): boolean =>
  Math.max(...values) - Math.min(...values) >= FAR_APART;

/** Two raters who differ must agree or be settled by a third; with a third the median stands. */
export const areDisputed = (values: readonly number[]): boolean => values.length === 2 && areFarApart(values);
