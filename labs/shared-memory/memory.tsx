// The memory between the listings: what is each thread's own outside, what is shared between, and an arrow for what the
// last move did. Of three threads, what is their own stands above what is shared.
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { OwnStageProps } from './figure.ts';
import { type Memory as Drawn, memoryOf, type Own, type Shared } from './memory-of.ts';
import styles from './shared-boxes.module.css';

export function Memory({ stage }: OwnStageProps) {
  const { program, walk } = currentRun(stage.runs).result;
  const at = useAt(stage.playhead);
  const memory = memoryOf(program, walk, at);
  const across = memory.own.length === 2;
  return (
    <div className={across ? styles.across : styles.down}>
      <p className={styles.instant}>{`after move ${at}`}</p>
      <dl className={styles.own}>
        {memory.own.map((own) => (
          <OwnCell key={own.thread} of={own} />
        ))}
      </dl>
      <dl className={styles.shared}>
        {memory.shared.map((shared) => (
          <SharedCell key={shared.name} of={shared} />
        ))}
      </dl>
      {across ? (
        <>
          <Ways memory={memory} thread={0} side="left" />
          <Ways memory={memory} thread={1} side="right" />
        </>
      ) : (
        <WaysDown memory={memory} />
      )}
    </div>
  );
}

const OwnCell = ({ of: { label, of, value, isNew } }: { of: Own }) => (
  <div className={isNew ? styles.written : undefined}>
    <dt>
      <span>{label}</span> <span>{of}</span>
    </dt>
    <dd>
      <span>{value ?? '–'}</span>
    </dd>
  </div>
);

const SharedCell = ({ of: { name, value, was } }: { of: Shared }) => (
  <div className={was === null ? undefined : styles.written}>
    <dt>
      <b>{name}</b>
      <span>, shared</span>
    </dt>
    <dd>
      <span>{value}</span> <small>{was === null ? '' : `was ${was}`}</small>
    </dd>
  </div>
);

/** px: from the top of a cell to the middle of its box, and from one cell to the next. */
const MIDDLE = 50;
const PITCH = 88;
/** px: an arrow's head. */
const HEAD = { long: 9, half: 5 };

interface WaysProps {
  memory: Drawn;
  thread: number;
  side: 'left' | 'right';
}

/** The ways from a thread to all that is shared, drawn as from the left; at the right they are mirrored. */
function Ways({ memory: { shared, way }, thread, side }: WaysProps) {
  const own = MIDDLE + ((shared.length - 1) * PITCH) / 2;
  const last = way?.thread === thread ? way : null;
  const goal = MIDDLE + (last?.shared ?? 0) * PITCH;
  return (
    <div className={styles.ways} data-side={side} aria-hidden="true">
      <svg aria-hidden="true">
        {shared.map(({ name }, i) => (
          <Turning key={name} from={own} to={MIDDLE + i * PITCH} />
        ))}
        {last !== null && (
          <g className={styles.last}>
            <Turning from={own} to={goal} />
            {last.writes ? (
              <Head x="100%" y={goal} points="right" />
            ) : (
              <Head x="0%" y={own} points="left" />
            )}
          </g>
        )}
      </svg>
      {last !== null && (
        <span data-under={goal > own || undefined} style={{ top: goal }}>
          {last.verb}
        </span>
      )}
    </div>
  );
}

/** Across, down or up halfway, and across. */
const Turning = ({ from, to }: { from: number; to: number }) => (
  <>
    <line x1="0" y1={from} x2="50%" y2={from} />
    <line x1="50%" y1={from} x2="50%" y2={to} />
    <line x1="50%" y1={to} x2="100%" y2={to} />
  </>
);

const HEADS = {
  right: `M0 0 l${-HEAD.long} ${-HEAD.half} v${2 * HEAD.half} z`,
  left: `M0 0 l${HEAD.long} ${-HEAD.half} v${2 * HEAD.half} z`,
  down: `M0 0 l${-HEAD.half} ${-HEAD.long} h${2 * HEAD.half} z`,
  up: `M0 0 l${-HEAD.half} ${HEAD.long} h${2 * HEAD.half} z`,
} as const;

const Head = ({ x, y, points }: { x: string; y: string | number; points: keyof typeof HEADS }) => (
  <svg x={x} y={y} overflow="visible" aria-hidden="true">
    <path d={HEADS[points]} />
  </svg>
);

/** The ways from three threads down to all that is shared. */
function WaysDown({ memory: { own, shared, way } }: { memory: Drawn }) {
  const x = (i: number, of: number) => `${((i + 0.5) / of) * 100}%`;
  const from = (thread: number) => x(thread, own.length);
  const to = (i: number) => x(i, shared.length);
  return (
    <div className={styles.ways} aria-hidden="true">
      <svg aria-hidden="true">
        {own.flatMap(({ thread }, i) =>
          shared.map(({ name }, j) => (
            <TurningDown key={`${thread} ${name}`} from={from(i)} to={to(j)} />
          )),
        )}
        {way !== null && (
          <g className={styles.last}>
            <TurningDown from={from(way.thread)} to={to(way.shared)} />
            {way.writes ? (
              <Head x={to(way.shared)} y="100%" points="down" />
            ) : (
              <Head x={from(way.thread)} y="0%" points="up" />
            )}
          </g>
        )}
      </svg>
      {way !== null && <span style={{ insetInlineStart: from(way.thread) }}>{way.verb}</span>}
    </div>
  );
}

/** Down halfway, across, and down. */
const TurningDown = ({ from, to }: { from: string; to: string }) => (
  <>
    <line x1={from} y1="0" x2={from} y2="50%" />
    <line x1={from} y1="50%" x2={to} y2="50%" />
    <line x1={to} y1="50%" x2={to} y2="100%" />
  </>
);
