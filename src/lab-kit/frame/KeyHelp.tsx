// A lab's keys, listed.
import type { AnyLab } from '../lab.ts';
import { keysOf } from './keyboard.ts';

export function KeyHelp({ lab }: { lab: AnyLab }) {
  return (
    <dl className="help">
      {keysOf(lab).map(({ keys, does }) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
