// All cases, by their public names. A new one is a file here and a line below.
import { charge } from './charge.ts';
import { counter } from './counter.ts';
import { rota } from './rota.ts';
import { seat } from './seat.ts';
import { stale } from './stale.ts';

export const CASES = { counter, seat, charge, stale, rota } as const;
export type CaseName = keyof typeof CASES;
