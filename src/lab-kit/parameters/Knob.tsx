// One parameter's control: joined buttons for a few values, a slider for a range, a switch for on and off.
import { useId } from 'react';
import joined from './joined.module.css';
import type { Choice, OptionalRange, Parameter, Range, Toggle, Value } from './kinds.ts';
import styles from './knobs.module.css';
import { display } from './values.ts';

interface KnobProps<P extends Parameter, V extends Value> {
  name: string;
  parameter: P;
  value: V;
  /** Whether it can be used, and changes anything beside the other values. */
  applies: boolean;
  onChange: (value: Value) => void;
}

/** The control of any parameter, with its label and its value. */
export function Knob(props: KnobProps<Parameter, Value>) {
  const { parameter } = props;
  switch (parameter.kind) {
    case 'choice':
      return <ChoiceKnob {...(props as KnobProps<Choice, string | number>)} />;
    case 'toggle':
      return <ToggleKnob {...(props as KnobProps<Toggle, boolean>)} />;
    default:
      return <RangeKnob {...(props as KnobProps<Range | OptionalRange, number | null>)} />;
  }
}

/** Letters of all options together from which they need a whole row of a phone. */
const LONG = 20;

function ChoiceKnob({
  name,
  parameter,
  value,
  applies,
  onChange,
}: KnobProps<Choice, string | number>) {
  const group = useId();
  const long = parameter.options.reduce((sum, { label }) => sum + label.length, 0) > LONG;
  return (
    <div
      className={long ? `${styles.knob} ${styles.long}` : styles.knob}
      data-knob={name}
      role="radiogroup"
      aria-labelledby={group}
    >
      <span id={group} className={styles.name}>
        {parameter.label}
      </span>
      <div className={`${joined.joined} ${styles.options}`}>
        {parameter.options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={`${group}-${name}`}
              checked={option.value === value}
              disabled={!applies}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </div>
  );
}

function RangeKnob({
  name,
  parameter,
  value,
  applies,
  onChange,
}: KnobProps<Range | OptionalRange, number | null>) {
  const id = useId();
  const { label, min, max, step } = parameter;
  // A range that can be left out has one stop more, before its least value.
  const optional = parameter.kind === 'optional-range';
  const least = optional ? min - step : min;
  const position = value ?? least;
  return (
    <div className={`${styles.knob} ${styles.range}`} data-knob={name}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{display(parameter, value)}</output>
      <input
        id={id}
        type="range"
        min={least}
        max={max}
        step={step}
        value={position}
        disabled={!applies}
        aria-valuetext={display(parameter, value)}
        style={
          { '--filled': `${((position - least) / (max - least)) * 100}%` } as React.CSSProperties
        }
        onChange={(event) => {
          const next = Number(event.target.value);
          onChange(optional && next < min ? null : next);
        }}
      />
      <span className={styles.ticks} aria-hidden="true" />
    </div>
  );
}

function ToggleKnob({ name, parameter, value, applies, onChange }: KnobProps<Toggle, boolean>) {
  const id = useId();
  return (
    <div className={styles.knob} data-knob={name}>
      <label htmlFor={id}>{parameter.label}</label>
      <output htmlFor={id}>{display(parameter, value)}</output>
      <label className={`${styles.switch} ${joined.unseen}`}>
        <input
          id={id}
          type="checkbox"
          role="switch"
          aria-checked={value}
          checked={value}
          disabled={!applies}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span className={styles.track} aria-hidden="true" />
        <span className={styles.note}>{parameter.note}</span>
      </label>
    </div>
  );
}
