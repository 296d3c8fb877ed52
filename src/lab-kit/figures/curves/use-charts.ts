// The charts of a lab's setting, a step behind it: the run itself is shown first, then what many runs come to.
import { useDeferredValue, useMemo } from 'react';
import type { Chart } from '../../extras.ts';
import type { AnyLab } from '../../lab.ts';
import type { Values } from '../../parameters/parameters.ts';

/** @param knobs the parameters that can be turned: a curve over another would lead nowhere */
export function useCharts(lab: AnyLab, values: Values, knobs: readonly string[]) {
  const settled = useDeferredValue(values);
  const charts = useMemo(
    (): readonly Chart[] =>
      (lab.charts?.(settled) ?? []).filter(({ x }) => knobs.includes(x.parameter)),
    [lab, settled, knobs],
  );
  return { charts, settled, behind: settled !== values };
}
