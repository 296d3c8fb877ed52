// The timeline's keys, listed.
import { KEYS } from './keyboard.ts';

export function KeyHelp() {
  return (
    <dl className="help">
      {KEYS.map(({ keys, does }) => (
        <div key={keys}>
          <dt>{keys}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
