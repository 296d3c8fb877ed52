// The one listing with an instruction pointer for each thread: A's at the left, B's at the right.
import { Fragment } from 'react';
import { type Anatomy, coreOf, hasEnded, isLine, standingAt } from './anatomy.ts';
import styles from './anatomy-listing.module.css';
import type { Core, Place, Snapshot, Thread } from './parts.ts';
import shared from './thread-anatomy.module.css';
import { codeAt, nameOf } from './words.ts';

/** Where a thread goes on: as the core has it, or as it was saved; null when it has ended. */
function pointerOf(snapshot: Snapshot, thread: number): { place: Place; onCore: boolean } | null {
  if (hasEnded(snapshot, thread)) return null;
  const core = coreOf(snapshot, thread);
  if (core !== -1) {
    return { place: (snapshot.cores[core] as Core).registers.instruction, onCore: true };
  }
  const { saved } = snapshot.threads[thread] as Thread;
  return saved === null ? null : { place: saved.instruction, onCore: false };
}

export function Listing({ anatomy, at }: { anatomy: Anatomy; at: number }) {
  const { program, threads } = anatomy;
  const snapshot = standingAt(anatomy, at);
  const pointers = Array.from({ length: threads }, (_, thread) => pointerOf(snapshot, thread));
  const lines = snapshot.done.filter(isLine).map(({ at: { line } }) => line);
  return (
    <div className={styles.code}>
      <p className={shared.what}>
        {threads === 1 ? 'the code, and where A goes on' : 'the code, and where each goes on'}
      </p>
      <table className={styles.listing}>
        <tbody>
          {program.map(({ name, argument, lines: own }) => (
            <Fragment key={name}>
              <tr>
                <td />
                <td />
                <th scope="rowgroup" colSpan={2}>{`${name}(${argument}):`}</th>
                <td />
              </tr>
              {own.map(({ number, code }) => {
                const here = pointers.map((pointer) =>
                  pointer?.place.line === number ? pointer : null,
                );
                const [back] = here.flatMap((pointer) =>
                  pointer?.place.back ? [codeAt(program, pointer.place)] : [],
                );
                return (
                  <tr
                    key={number}
                    aria-current={here.some((one) => one?.onCore) ? 'step' : undefined}
                  >
                    <td>
                      <Pointer of={here[0]} thread={0} />
                    </td>
                    <td>{number}</td>
                    <td>{code}</td>
                    <td>
                      {lines.includes(number) && <span className={shared.now}>{at}</span>}
                      <span>{back === undefined ? '' : `then ${back}`}</span>
                    </td>
                    <td>
                      <Pointer of={here[1]} thread={1} />
                    </td>
                  </tr>
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A triangle at the line that comes next: solid on a core, hollow where it is only saved. */
function Pointer({ of, thread }: { of: { onCore: boolean } | null | undefined; thread: number }) {
  if (of === null || of === undefined) return null;
  return (
    <span className={styles.here} data-thread={nameOf(thread)} data-saved={!of.onCore || undefined}>
      <b>{nameOf(thread)}</b>
      <span className="visually-hidden">{of.onCore ? ' does this next' : ' goes on here'}</span>
      <svg width="10" height="14" aria-hidden="true">
        <path d="M1 1v12l8-6z" />
      </svg>
    </span>
  );
}
