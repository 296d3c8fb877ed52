// What an atomic step must be: the fields of its kind, and what they may hold.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { fields, nameOf, oneOf, whole } from '../scenario/validate-fields.ts';
import type { AtomicStep } from './program.ts';

type Field =
  | 'variable'
  | 'lock'
  | 'amount'
  | 'value'
  | 'least'
  | 'most'
  | 'otherwise'
  | 'to'
  | 'rollback';

/** By kind of step: the fields that it needs, and those that it may have. */
const FIELDS: Readonly<
  Record<AtomicStep['kind'], { readonly needs: readonly Field[]; readonly may?: readonly Field[] }>
> = {
  load: { needs: ['variable'] },
  add: { needs: ['amount'] },
  store: { needs: ['variable'], may: ['value'] },
  'fetch-and-add': { needs: ['variable', 'amount'] },
  'test-and-set': { needs: ['variable'] },
  'compare-and-set': { needs: ['variable', 'value', 'otherwise'], may: ['least', 'most'] },
  if: { needs: ['otherwise'], may: ['variable', 'least', 'most'] },
  jump: { needs: ['to'] },
  lock: { needs: ['lock'], may: ['rollback'] },
  'try-lock': { needs: ['lock', 'otherwise'] },
  unlock: { needs: ['lock'] },
};

/**
 * @param steps how many its thread has
 * @throws ScenarioError for the first fault
 */
export function validateStep(path: string, step: AtomicStep, steps: number): void {
  if (typeof step !== 'object' || step === null || Array.isArray(step)) {
    throw new ScenarioError(path, step, 'an object with kind and what the kind needs');
  }
  oneOf(`${path}.kind`, step.kind, Object.keys(FIELDS));
  const { needs, may = [] } = FIELDS[step.kind];
  fields(path, `${path}.`, step, ['kind', ...needs, ...may]);
  const given = step as Readonly<Partial<Record<Field, unknown>>>;
  for (const field of [...needs, ...may]) {
    if (may.includes(field) && given[field] === undefined) continue;
    validateField(`${path}.${field}`, field, given[field], steps);
  }
  if (may.includes('least') && given.least === undefined && given.most === undefined) {
    throw new ScenarioError(path, 'neither least nor most', 'one of them, or both');
  }
  leastToMost(`${path}.least`, given);
}

function validateField(path: string, field: Field, value: unknown, steps: number): void {
  switch (field) {
    case 'variable':
    case 'lock':
      nameOf(path, value);
      return;
    case 'amount':
      wholeNumber(path, value);
      return;
    case 'otherwise':
    case 'to':
    case 'rollback':
      if (!whole(value, 0, steps)) {
        const allowed = `the index of a step, or ${steps} for the end`;
        throw new ScenarioError(path, value, allowed);
      }
      return;
    default:
      operand(path, value);
  }
}

function operand(path: string, value: unknown): void {
  if (typeof value !== 'object' || value === null) {
    if (Number.isSafeInteger(value)) return;
    const allowed = 'a whole number between -2^53 and 2^53, or { register: what is added to it }';
    throw new ScenarioError(path, value, allowed);
  }
  fields(path, `${path}.`, value, ['register']);
  wholeNumber(`${path}.register`, (value as { register: unknown }).register);
}

export function wholeNumber(path: string, value: unknown): void {
  if (Number.isSafeInteger(value)) return;
  throw new ScenarioError(path, value, 'a whole number between -2^53 and 2^53');
}

/** @throws ScenarioError where nothing can be within both bounds; what a register will hold is not known */
export function leastToMost(path: string, bounds: { least?: unknown; most?: unknown }): void {
  const { least, most } = bounds;
  if (typeof least !== 'number' || typeof most !== 'number' || least <= most) return;
  throw new ScenarioError(path, least, `at most ${most}, which is the most`);
}
