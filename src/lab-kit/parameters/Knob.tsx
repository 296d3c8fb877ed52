// One parameter's control: joined buttons for a few values, a slider for a range or for many values, a switch for on and off.
import { useId } from 'react';
import joined from './joined.module.css';
import type { Choice, OptionalRange, Parameter, Range, Stops, Toggle, Value } from './kinds.ts';
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
    case 'stops':
      return <StopsKnob {...(props as KnobProps<Stops, string | number>)} />;
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

/** How many columns of a wide lab the control of a parameter takes; 0 where it has a row of its own. */
export function columnsOf(parameter: Parameter): number {
  if (parameter.kind === 'stops' && parameter.marks !== undefined) return 0;
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

function RangeKnob({ value, onChange, ...knob }: KnobProps<Range | OptionalRange, number | null>) {
  const { parameter } = knob;
  const { min, max, step } = parameter;
  // A range that can be left out has one stop more, before its least value.
  const optional = parameter.kind === 'optional-range';
  return (
    <Slider
      {...knob}
      shows={display(parameter, value)}
      longest={[min, min + step, max, ...(optional ? [null] : [])]
        .map((end) => display(parameter, end))
        .join('\n')}
      scale={{ min: optional ? min - step : min, max, step }}
      ticks={10}
      position={value ?? min - step}
      onMove={(next) => onChange(optional && next < min ? null : next)}
    />
  );
}

function StopsKnob({ value, onChange, ...knob }: KnobProps<Stops, string | number>) {
  const { options, marks } = knob.parameter;
  const placeOf = (wanted: string | number) =>
    options.findIndex((option) => option.value === wanted);
  return (
    <Slider
      {...knob}
      shows={display(knob.parameter, value)}
      longest={options.map(({ label }) => label).join('\n')}
      long
      scale={{ min: 0, max: options.length - 1, step: 1 }}
      ticks={options.length - 1}
      marks={marks?.map(([marked, name]) => ({ position: placeOf(marked), name }))}
      position={placeOf(value)}
      onMove={(next) => onChange(options[next]?.value ?? value)}
    />
  );
}

interface SliderProps extends Pick<KnobProps<Parameter, Value>, 'name' | 'parameter' | 'applies'> {
  /** The value as it is written. */
  shows: string;
  /** Values that take the most room, a line each. */
  longest: string;
  /** Needs a whole row of a phone. */
  long?: boolean;
  scale: { readonly min: number; readonly max: number; readonly step: number };
  /** Into how many parts the ticks under it divide it. */
  ticks: number;
  /** Positions that are named under it, instead of ticks. */
  marks?: readonly { readonly position: number; readonly name: string }[] | undefined;
  position: number;
  onMove: (position: number) => void;
}

function Slider({
  name,
  parameter,
  applies,
  shows,
  longest,
  long,
  scale,
  ticks,
  marks,
  position,
  onMove,
}: SliderProps) {
  const id = useId();
  const { min, max, step } = scale;
  const share = (at: number) => `${((at - min) / (max - min)) * 100}%`;
  return (
    <div
      className={`${styles.knob} ${styles.range} ${marks ? styles.whole : long ? styles.long : ''}`}
      data-knob={name}
    >
      <label htmlFor={id}>{parameter.label}</label>
      <output htmlFor={id} data-longest={longest}>
        {shows}
      </output>
      <input
        id={id}
        type="range"
        min={min}
        max={max}
        step={step}
        value={position}
        disabled={!applies}
        aria-valuetext={shows}
        style={{ '--filled': share(position) } as React.CSSProperties}
        onChange={(event) => onMove(Number(event.target.value))}
      />
      {marks === undefined ? (
        <span
          className={styles.ticks}
          aria-hidden="true"
          style={{ '--parts': ticks } as React.CSSProperties}
        />
      ) : (
        <span className={styles.marks} aria-hidden="true">
          {marks.map((mark) => (
            <span key={mark.name} style={{ left: share(mark.position) }}>
              {mark.name}
            </span>
          ))}
        </span>
      )}
    </div>
  );
}

function ToggleKnob({ name, parameter, value, applies, onChange }: KnobProps<Toggle, boolean>) {
  const id = useId();
  return (
    <div className={styles.knob} data-knob={name}>
      <label htmlFor={id}>{parameter.label}</label>
      <output htmlFor={id} data-longest="off">
        {display(parameter, value)}
      </output>
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
