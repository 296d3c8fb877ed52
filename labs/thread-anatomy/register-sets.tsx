// What the core holds, what is saved for each thread, and at a switch which way each of it goes.
import { type Anatomy, coreOf, hasEnded, isLine, NAMES, standingAt, switchIn } from './anatomy.ts';
import styles from './anatomy-registers.module.css';
import type { Core, Registers, Snapshot, Switch, Thread } from './parts.ts';
import type { Program } from './program.ts';
import shared from './thread-anatomy.module.css';
import { inBrief, nameOf, placeSaid, stackSaid, valueSaid } from './words.ts';

interface RegisterSetsProps {
  anatomy: Anatomy;
  at: number;
}

export function RegisterSets({ anatomy, at }: RegisterSetsProps) {
  const { threads, cores } = anatomy;
  const snapshot = standingAt(anatomy, at);
  const made = switchIn(snapshot);
  return (
    <div className={styles.registers}>
      <p className={styles.title}>
        <b>{made === undefined ? 'Registers' : 'The switch in step'}</b>{' '}
        {made !== undefined && <span className={shared.now}>{at}</span>}
        <span>{titleOf(anatomy, made)}</span>
      </p>
      <div className={styles.sets} data-cores={cores} data-threads={threads}>
        {cores === 1 && <Saved anatomy={anatomy} snapshot={snapshot} thread={0} />}
        {threads > cores && <Way snapshot={snapshot} thread={0} />}
        {snapshot.cores.map((_, core) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a core is its number
          <OnCore key={core} anatomy={anatomy} snapshot={snapshot} core={core} />
        ))}
        {threads > cores && (
          <>
            <Way snapshot={snapshot} thread={1} />
            <Saved anatomy={anatomy} snapshot={snapshot} thread={1} />
          </>
        )}
      </div>
    </div>
  );
}

function titleOf({ threads, cores }: Anatomy, made: Switch | undefined): string {
  if (made?.from === null) return 'nothing is saved of a thread that has ended';
  if (made !== undefined) return 'what is saved, and what is restored';
  return threads > cores ? 'what the core holds, and what is saved' : 'nothing has to be saved';
}

/** A thread's way between the core and its saved registers: an arrow with its verb while it is gone. */
function Way({ snapshot, thread }: { snapshot: Snapshot; thread: number }) {
  const made = switchIn(snapshot);
  const verb =
    made?.to === thread ? 'restored' : made !== undefined && made.saved !== null ? 'saved' : '';
  // A is at the left of the core, B at its right.
  const left = (verb === 'saved') === (thread === 0);
  return (
    <p
      className={styles.way}
      data-verb={verb === '' ? undefined : verb}
      data-heads={left ? 'left' : 'right'}
    >
      <span>{verb}</span>
    </p>
  );
}

function Saved({
  anatomy: { program },
  snapshot,
  thread,
}: {
  anatomy: Anatomy;
  snapshot: Snapshot;
  thread: number;
}) {
  const ended = hasEnded(snapshot, thread);
  const { saved } = snapshot.threads[thread] as Thread;
  const onCore = coreOf(snapshot, thread) !== -1;
  const note = ended ? 'has ended' : saved === null ? 'nothing yet' : onCore ? 'out of date' : '';
  return (
    <RegisterSet
      program={program}
      title={`saved for ${NAMES[thread]}`}
      note={note}
      kind={ended || saved === null ? 'void' : onCore ? 'stale' : 'kept'}
      registers={ended ? null : saved}
      written={false}
    />
  );
}

function OnCore({
  anatomy: { program, cores },
  snapshot,
  core,
}: {
  anatomy: Anatomy;
  snapshot: Snapshot;
  core: number;
}) {
  const { thread, registers } = snapshot.cores[core] as Core;
  const done = snapshot.done.filter(isLine).find((one) => one.core === core);
  return (
    <RegisterSet
      program={program}
      title={cores === 1 ? 'on the core' : `on core ${core + 1}`}
      note={thread === null ? 'of nobody' : `thread ${nameOf(thread)}`}
      kind={thread === null ? 'stale' : 'held'}
      registers={registers}
      written={done?.did === 'computed' || done?.did === 'returned'}
    />
  );
}

interface RegisterSetProps {
  program: Program;
  title: string;
  /** What is to be said of it besides, or ''. */
  note: string;
  /** On a core; saved and good; saved and overtaken; nothing. */
  kind: 'held' | 'kept' | 'stale' | 'void';
  registers: Registers | null;
  /** Whether the last step wrote the register r. */
  written: boolean;
}

function RegisterSet({ program, title, note, kind, registers, written }: RegisterSetProps) {
  return (
    <div className={styles.set} data-kind={kind}>
      <p>
        <span>{title}</span> <small>{note}</small>
      </p>
      <dl>
        <Register
          name={['instruction pointer', 'ip']}
          value={
            registers === null
              ? null
              : [
                  placeSaid(program, registers.instruction),
                  inBrief.place(program, registers.instruction),
                ]
          }
        />
        <Register
          name={['stack pointer', 'sp']}
          value={
            registers === null ? null : [stackSaid(registers.stack), inBrief.stack(registers.stack)]
          }
        />
        <Register
          name={['register r', 'r']}
          value={registers === null ? null : [valueSaid(registers.r)]}
          written={written}
        />
      </dl>
    </div>
  );
}

/** A word, and its short form for phones: readers who hear it hear the word. */
type Word = readonly [whole: string, short?: string];

function Register({
  name,
  value,
  written = false,
}: {
  name: Word;
  /** Null where there is nothing. */
  value: Word | null;
  written?: boolean;
}) {
  return (
    <div className={written ? shared.written : undefined}>
      <dt>
        <Shortened of={name} />
      </dt>
      <dd>
        <Shortened of={value ?? ['–']} />
      </dd>
    </div>
  );
}

function Shortened({ of: [whole, short] }: { of: Word }) {
  if (short === undefined) return <span>{whole}</span>;
  return (
    <>
      <span className={styles.long}>{whole}</span>
      <span className={styles.brief} aria-hidden="true">
        {short}
      </span>
    </>
  );
}
