// A handler as a listing that is cut where it waits, with a pointer at the line that comes next and when each ran.
import type { Nanos } from '@interleave/simulation';
import { readable } from '../../src/lab-kit/timeline/drawing/drawing.ts';
import styles from './event-loop.module.css';
import type { Handler, Line } from './handler.ts';

interface ListingProps {
  of: Handler;
  /** Where the playhead stands. */
  at: Nanos;
  /** From where on a question holds back what follows, or null. */
  hiddenFrom: Nanos | null;
}

export function Listing({ of: { title, about, head, lines }, at, hiddenFrom }: ListingProps) {
  const next = lines.findIndex(({ ran }) => ran.some(({ end }) => end > at));
  return (
    <table className={styles.listing}>
      <caption>
        <b>{title}</b> <span>{about}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">line</th>
          <th scope="col">when, ms</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            <Code>{head}</Code>
          </td>
          <td />
        </tr>
        {lines.map((line, i) => (
          <tr
            // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
            key={`${i}`}
            className={line.cuts === null ? '' : styles.cut}
            aria-current={i === next ? 'step' : undefined}
          >
            <td>
              {i === next && (
                <span className={styles.pointer} data-live="only">
                  <span className="visually-hidden">next: </span>
                </span>
              )}
              <span className={styles.inside}>
                {line.cuts !== null && <b>{`${line.cuts} `}</b>}
                <span>{line.code}</span>
              </span>
            </td>
            <td>
              <When line={line} at={at} hiddenFrom={hiddenFrom} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The word before a function's name is set in bold. */
function Code({ children }: { children: string }) {
  const [, word = '', rest = children] = /^(async )(.*)$/.exec(children) ?? [];
  return (
    <>
      {word !== '' && <b>{word}</b>}
      <span>{rest}</span>
    </>
  );
}

function When({ line: { ran, note }, at, hiddenFrom }: { line: Line } & Omit<ListingProps, 'of'>) {
  const told = ran.filter(({ start }) => hiddenFrom === null || start < hiddenFrom);
  return (
    <>
      {note !== '' && <span className={styles.note}>{`${note} `}</span>}
      {told.map(({ start, end }) => {
        const until = hiddenFrom === null || end <= hiddenFrom ? readable(end) : '';
        return (
          <span key={start} className={start <= at && at < end ? styles.now : styles.span}>
            {`${readable(start)}–${until}`}
          </span>
        );
      })}
    </>
  );
}
