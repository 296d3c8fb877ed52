// Of two runs that are stepped through: which is drawn whole, and where both are.
import legs from '../../frame/legs.module.css';
import { currentRun, type Run } from '../../lab.ts';

export function Legs({ runs }: { readonly runs: readonly Run<unknown>[] }) {
  if (runs.length < 2) return null;
  return (
    <p className={legs.legs}>
      <span>
        Drawn whole: <b>{currentRun(runs).tag}</b>. Below, the steps of both, on one clock.
      </span>
    </p>
  );
}
