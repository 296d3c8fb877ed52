// Beside the board: what its squares mean, how many of each there are, and what each remedy comes to over all orders.
import { useDeferredValue, useId } from 'react';
import { DataTable } from '../../src/lab-kit/frame/DataTable.tsx';
import { currentRun } from '../../src/lab-kit/lab.ts';
import { Patterns, patternOf } from '../../src/lab-kit/states/Patterns.tsx';
import type { StageProps } from '../../src/lab-kit/view.ts';
import styles from './board.module.css';
import { boardOf, isLeap, type Kind, ofKind, wayOf } from './board.ts';
import { hasBoard, type Made, type Setting } from './setting.ts';
import { overAllTable, remark } from './tables.ts';

export function Counts({ stage }: StageProps<Setting, Made, unknown>) {
  const { result, values } = currentRun(stage.runs);
  const settled = useDeferredValue(values);
  return (
    <div className={styles.counts}>
      {hasBoard(result) && <Legend made={result} />}
      <div aria-busy={settled !== values || undefined}>
        <DataTable table={overAllTable(settled)} />
        <small>{remark(settled)}</small>
      </div>
    </div>
  );
}

function Legend({ made: { explored, walk } }: { made: Made }) {
  const id = useId();
  const board = boardOf(explored);
  const count = (kind: Kind) => ofKind(board, kind).length;
  const impossible = count('impossible');
  const doomed = count('doomed');
  const deadlocks = count('deadlock');
  const unreachable = count('unreachable');
  const leaps = wayOf(walk).some(isLeap);
  return (
    <ul aria-label="What the squares mean">
      <li>
        <i className={styles.impossible} aria-hidden="true" />
        <p>
          <b>{`${impossible} impossible`}</b>{' '}
          <span>{`both would hold the same ${explored.which.case === 'threads' ? 'lock' : 'row'}`}</span>
        </p>
      </li>
      {doomed > 0 && (
        <li>
          <i className={styles.doomed} aria-hidden="true" />
          <p>
            <b>{`${doomed} doomed`}</b> <span>every way on leads to the deadlock</span>
          </p>
        </li>
      )}
      {deadlocks > 0 && (
        <li>
          <svg aria-hidden="true">
            <Patterns id={id} />
            <rect width="100%" height="100%" style={{ fill: patternOf(id, 'blocked') }} />
          </svg>
          <p>
            <b>{`${deadlocks} deadlock`}</b> <span>both wait for ever</span>
          </p>
        </li>
      )}
      {unreachable > 0 && (
        <li>
          <i className={styles.unreachable} aria-hidden="true" />
          <p>
            <b>{`${unreachable} unreachable`}</b> <span>no order leads there</span>
          </p>
        </li>
      )}
      <li>
        <i className={styles.path} aria-hidden="true" />
        <p>
          <b>the core’s path</b> <span>right when A moves, up when B moves</span>
        </p>
      </li>
      {leaps && (
        <li>
          <i className={styles.jump} aria-hidden="true" />
          <p>
            <b>a curve</b> <span>the thread jumps to another line</span>
          </p>
        </li>
      )}
    </ul>
  );
}
