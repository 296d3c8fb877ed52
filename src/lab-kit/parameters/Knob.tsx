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

/** Letters of all options together from which they need a whole row of a phone, and from which more than one. */
const LONG = 20;
const LONGER = 40;

const letters = ({ options }: Choice) => options.reduce((sum, { label }) => sum + label.length, 0);

/** px, about: what a letter and the room around an option take, and the cell of a wide lab that they have to fit into. */
const LETTER = 8;
const AROUND = 18;
const CELL = 300;
const NEXT_CELL = 200;

/** How many columns of a wide lab the control of a parameter takes. */
export function columnsOf(parameter: Parameter): number {
  if (parameter.kind !== 'choice') return 1;
  const width = letters(parameter) * LETTER + parameter.options.length * AROUND;
  return width <= CELL ? 1 : 1 + Math.ceil((width - CELL) / NEXT_CELL);
}

function ChoiceKnob({
  name,
  parameter,
  value,
  applies,
  onChange,
}: KnobProps<Choice, string | number>) {
  const group = useId();
  const columns = columnsOf(parameter);
  const length = letters(parameter);
  return (
    <div
      className={[
        styles.knob,
        ...(length > LONG ? [styles.long] : []),
        ...(length > LONGER ? [styles.longer] : []),
        ...(columns > 1 ? [styles.broad] : []),
      ].join(' ')}
      style={{ '--broad': columns } as React.CSSProperties}
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
