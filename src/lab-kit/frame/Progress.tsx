// How far a long run is, and a way to give it up.
import styles from './lab.module.css';
import type { RunState } from './use-run.ts';

interface ProgressProps {
  of: NonNullable<RunState['underWay']>;
  onCancel: () => void;
}

export function Progress({ of: { share, work }, onCancel }: ProgressProps) {
  return (
    <div className={styles['long-run']}>
      <label>
        {`Simulating ${work}`} <progress max={1} value={share} />
      </label>{' '}
      <span>{Math.floor(share * 100)}%</span>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
