// The knobs of a lab that a page shows, in their order.
import type { CSSProperties, PointerEventHandler } from 'react';
import type { LabState } from '../frame/use-lab.ts';
import { useLive } from '../frame/use-live.ts';
import type { AnyLab } from '../lab.ts';
import { Knob } from './Knob.tsx';
import type { Value } from './kinds.ts';
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
      style={{ '--columns': columnsFor(names.length) } as CSSProperties}
      onPointerDown={onPointerDown}
    >
      {names.map((name) => {
        const parameter = lab.parameters[name] as AnyLab['parameters'][string];
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

/** Columns of knobs on a wide lab: all in a row up to four, else rows of three or four, whichever leave fewer gaps. */
function columnsFor(knobs: number): number {
  if (knobs <= 4) return knobs;
  return knobs % 3 === 0 || knobs === 5 ? 3 : 4;
}
