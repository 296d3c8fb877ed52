// The knobs of a lab that a page shows, in their order.
import type { CSSProperties, PointerEventHandler } from 'react';
import type { LabState } from '../frame/use-lab.ts';
import { useLive } from '../frame/use-live.ts';
import type { AnyLab } from '../lab.ts';
import { columnsOf, Knob } from './Knob.tsx';
import type { Parameter, Value } from './kinds.ts';
import styles from './knobs.module.css';

interface KnobsProps {
  lab: AnyLab;
  /** The parameters that have a knob here. */
  names: readonly string[];
  state: LabState;
  onPointerDown: PointerEventHandler;
}

export function Knobs({ lab, names, state: { values, closed, set }, onPointerDown }: KnobsProps) {
  return (
    <div
      className={styles.knobs}
      data-shows="run"
      data-live="only"
      inert={!useLive()}
      style={
        {
          '--columns': columnsFor(names.map((name) => columnsOf(parameterOf(lab, name)))),
        } as CSSProperties
      }
      onPointerDown={onPointerDown}
    >
      {names.map((name) => {
        const parameter = parameterOf(lab, name);
        return (
          <Knob
            key={name}
            name={name}
            parameter={parameter}
            value={values[name] as Value}
            applies={!closed && (parameter.applies?.(values) ?? true)}
            onChange={(value) => set(name, value)}
          />
        );
      })}
    </div>
  );
}

const parameterOf = (lab: AnyLab, name: string) => lab.parameters[name] as Parameter;

/**
 * Columns of knobs on a wide lab: all in a row up to four, else rows of three or four, whichever leave fewer gaps.
 *
 * @param knobs how many columns each takes; 0 for one that has a row of its own
 */
function columnsFor(knobs: readonly number[]): number {
  const cells = knobs.reduce((sum, columns) => sum + columns, 0);
  if (cells <= 4) return Math.max(1, cells);
  return Math.max(...knobs) === 1 && (cells % 3 === 0 || cells === 5) ? 3 : 4;
}
