// The reader's own setting: the lab's knobs and its model, loaded when the first run has begun.
import type { Trace } from '@interleave/simulation';
import { useEffect, useMemo, useState } from 'react';
import { type AnyLab, presetValues } from '../lab-kit/lab.ts';
import { loadLab } from '../lab-kit/lab-of.ts';
import type { Parameter, Value, Values } from '../lab-kit/parameters/kinds.ts';
import { type Strip, stripOf } from './strip.ts';

/** The lab whose model every run of the opening is made by, and the preset that the reader's setting begins as. */
export const LAB = 'one-at-a-time';
const BEGINS_AS = 'four-cores';

export interface Yours {
  /** The knobs: a parameter with its name and its value. */
  readonly knobs: readonly (readonly [name: string, parameter: Parameter, value: Value])[];
  /** Whether a knob changes anything beside the others. */
  applies(parameter: Parameter): boolean;
  set(name: string, value: Value): void;
  readonly strip: Strip;
}

/**
 * What the reader sets; null until the lab is there, and 'lost' where its code does not come.
 *
 * @param wanted whether it will be needed soon
 */
export function useYours(wanted: boolean): Yours | 'lost' | null {
  const [lab, setLab] = useState<AnyLab | 'lost' | null>(null);
  const [changed, setChanged] = useState<Values>({});
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    loadLab(LAB).then(
      (loaded) => gone || setLab(loaded),
      (error: unknown) => {
        console.error(error);
        if (!gone) setLab('lost');
      },
    );
    return () => {
      gone = true;
    };
  }, [wanted]);
  return useMemo(() => {
    if (lab === null || lab === 'lost') return lab;
    const values = { ...presetValues(lab, BEGINS_AS), ...changed };
    return {
      knobs: parametersOf(lab).map(
        ([name, parameter]) => [name, parameter, values[name] as Value] as const,
      ),
      applies: ({ applies }) => applies?.(values) ?? true,
      set: (name, value) => setChanged((before) => ({ ...before, [name]: value })),
      strip: stripOf(lab.model.run(values) as Trace),
    };
  }, [lab, changed]);
}

/** The lab's parameters that the opening lets its reader set: threads only, since an event loop has no lanes of its own. */
function parametersOf({ parameters }: AnyLab): [string, Parameter][] {
  const { progress, pool, database, cores } = parameters;
  if (progress?.kind !== 'choice' || !pool || !database || !cores) {
    throw new Error(`Lab ${LAB} has other parameters than the opening sets.`);
  }
  const options = progress.options.filter(({ value }) => value !== 'loop');
  return [
    ['progress', { ...progress, options }],
    ['pool', pool],
    ['database', { ...database, label: 'Database, each' }],
    ['cores', cores],
  ];
}
