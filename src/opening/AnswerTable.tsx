// The answers of the two runs in exact figures, behind a disclosure that needs no script.
import { DataTable } from '../lab-kit/frame/DataTable.tsx';
import labStyles from '../lab-kit/frame/lab.module.css';
import tables from '../lab-kit/frame/tables.module.css';
import styles from './opening.module.css';
import type { Runs } from './use-opening.ts';

const inSeconds = (answered: number | undefined) => ((answered ?? 0) / 1e9).toFixed(2);

export default function AnswerTable({ one, four }: Runs) {
  const rows = one.answered.map((answered, request) => [
    String(request + 1),
    inSeconds(answered),
    inSeconds(four.answered[request]),
  ]);
  return (
    <div className={`${labStyles.lab} ${styles.answers}`} data-pagefind-ignore>
      <details className={tables.tables}>
        <summary>{`Table of answers, ${rows.length} rows`}</summary>
        <div>
          <DataTable
            table={{
              caption: 'When each request is answered, in s',
              shown: 'asked',
              columns: [
                { label: 'request', numeric: true },
                { label: '1 core', numeric: true },
                { label: '4 cores', numeric: true },
              ],
              rows,
            }}
          />
        </div>
      </details>
    </div>
  );
}
