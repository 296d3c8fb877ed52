// Beside the field: the case in the words of real code, and, of the counter, how often an update is lost on a machine.
import { currentRun } from '../../src/lab-kit/lab.ts';
import { codeOf } from '../../src/lab-kit/stepped/words.ts';
import type { OwnStageProps } from './figure.ts';
import { MEASURED, type MeasuredRow, SOURCE } from './measured.ts';
import { exact, inShort, percentOf } from './numbers.ts';
import styles from './orders-aside.module.css';
import { brokenOrders, type Result } from './program.ts';

export function Aside({ stage }: OwnStageProps) {
  const { result, values } = currentRun(stage.runs);
  return (
    <div className={styles.aside}>
      <InCode of={result} />
      {values.case === 'counter' && <HowOften of={result} />}
    </div>
  );
}

interface OwnLine {
  readonly code: string;
  readonly yours: string;
}

/** The lines of a thread, each once: a loop repeats them. */
function linesOf({ program }: Result, thread: number): OwnLine[] {
  const all = (program.steps[thread] ?? []).map(({ yours }, i) => ({
    code: codeOf(program, thread, i),
    yours,
  }));
  return all.filter(({ code }, i) => all.findIndex((line) => line.code === code) === i);
}

/** The case in SQL, or as a handler has it. Threads of the same code are told once. */
function InCode({ of }: { of: Result }) {
  const { of: told, written, threads } = of.program;
  const own = threads.map(({ name }, thread) => ({ name, lines: linesOf(of, thread) }));
  const texts = new Set(own.map(({ lines }) => lines.map(({ yours }) => yours).join('\n')));
  const shown = texts.size === 1 ? own.slice(0, 1) : own;
  return (
    <section className={styles.code} aria-label="In your code">
      <p>
        <b>In your code</b> <span>{written.name}</span>
      </p>
      <p>{told.story}</p>
      {shown.map(({ name, lines }) => (
        <div key={name}>
          {shown.length > 1 && <p className={styles.thread}>{`thread ${name}`}</p>}
          <dl>
            {lines.map(({ code, yours }) => (
              <div key={code}>
                <dt>{code}</dt>
                <dd>{yours}</dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
      <p>{written.note}</p>
      <p className={styles.small}>
        <b>Assumed.</b> <span>{told.assumed}</span>
      </p>
    </section>
  );
}

function HowOften({ of }: { of: Result }) {
  const total = of.count.total ?? 0n;
  const broken = brokenOrders(of);
  const percent = percentOf(broken, total);
  const here: MeasuredRow = {
    what: 'in this lab, orders',
    least: percent,
    most: percent,
    lost:
      broken > 999_999n && broken < total
        ? `all but ${exact(total - broken)}`
        : `${inShort(broken)} of ${inShort(total)}`,
  };
  return (
    <table className={styles.often}>
      <caption>How often an update is lost</caption>
      <thead>
        <tr>
          <th scope="col">two threads</th>
          <th scope="col">0 to 100%</th>
          <th scope="col">lost</th>
        </tr>
      </thead>
      <tbody>
        {[here, ...MEASURED].map(({ what, least, most, lost }) => (
          <tr key={what}>
            <td>{what}</td>
            <td>
              <div className={styles.scale} aria-hidden="true">
                <div
                  style={{
                    insetInlineStart: `${least}%`,
                    inlineSize: `${most - least}%`,
                  }}
                />
              </div>
            </td>
            <td>{lost}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={3}>{SOURCE}</td>
        </tr>
      </tfoot>
    </table>
  );
}
