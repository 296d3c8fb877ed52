// Where the curves of this lab stand: first, once several requests are in flight; of one alone, under its drawing.
import type { Trace } from '@interleave/simulation';
import { useCallback, useRef } from 'react';
import { flushSync } from 'react-dom';
import { curves } from '../../src/lab-kit/figures/curves/curves.tsx';
import { currentRun, type Run } from '../../src/lab-kit/lab.ts';
import type { Value } from '../../src/lab-kit/parameters/kinds.ts';
import type { Figure } from '../../src/lab-kit/view.ts';
import { charts } from './chart.ts';
import type { Setting } from './request.ts';

const drawn = curves(charts);

const isAlone = (runs: readonly Run<Setting>[]) => currentRun(runs).values.flight === 1;

export const first: typeof drawn = {
  ...drawn,
  Draw: ({ stage }) => (isAlone(stage.runs) ? null : <drawn.Draw stage={stage} />),
};

/** The same as a figure of its own, without the tables: they are there once. */
export const last: Figure<Setting, Trace> = {
  id: 'curves-below',
  looksAhead: true,
  Draw({ stage }) {
    const place = useRef<HTMLDivElement>(null);
    const { set } = stage;
    const setAndFollow = useCallback(
      (name: string, value: Value) => {
        const lab = place.current?.closest('[data-lab]');
        flushSync(() => set(name, value));
        // It may stand first now: the focus, and with it the page, goes there.
        lab?.querySelector<HTMLElement>('figure [role="slider"]')?.focus();
      },
      [set],
    );
    if (!isAlone(stage.runs)) return null;
    return (
      <div ref={place}>
        <drawn.Draw stage={{ ...stage, set: setAndFollow }} />
      </div>
    );
  },
};
