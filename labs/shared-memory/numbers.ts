// Counts of orders as they are read: with thousands apart, and very great ones rounded.

/** From here on nobody reads every digit. */
const GREAT = 1_000_000_000n;

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Every digit: "227,873,431,500". */
export const exact = (count: bigint): string => count.toLocaleString('en');

/** "1,680"; "2.28 × 10¹¹". */
export function inShort(count: bigint): string {
  if (count < GREAT) return exact(count);
  const [digits, power] = Number(count).toExponential(2).split('e+') as [string, string];
  const raised = [...power].map((digit) => RAISED[Number(digit)]).join('');
  return `${digits}\u00a0×\u00a010${raised}`;
}

/** "20 orders", "1 order", "2.28 × 10¹¹ orders". */
export const orders = (count: bigint): string =>
  `${inShort(count)}\u00a0order${count === 1n ? '' : 's'}`;

/** A share of a whole, in percent: 90 of 18n and 20n. */
export const percentOf = (part: bigint, whole: bigint): number =>
  whole === 0n ? 0 : Number((part * 100_000n) / whole) / 1000;
