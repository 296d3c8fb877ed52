// The code that puts a lab on another page: a frame, high enough for a narrow column, and the line that keeps it exactly
// as high as the lab.
import { useEffect, useState } from 'react';
import styles from './embedding.module.css';
import { LTI_RESIZE } from './frame-height.ts';
import { heightInFrame } from './measure.ts';

/** The narrowest column that the frame's height is for, px: that of a course in Moodle. */
const COLUMN = 600;
/** What a lab needs besides, as its sentences and rows change, px. */
const ROOM = 100;

/** For the page around: gives each frame the height that its lab tells. */
const FITTING = `<script>addEventListener("message",({data,source})=>{if(data.subject==="${LTI_RESIZE}")for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===source)f.style.height=data.height+2+"px"})</script>`;

type Theme = 'light' | 'dark' | '';

interface EmbedCodeProps {
  /** Of the lab's page for frames, set as the lab stands, without a theme. */
  readonly address: string;
  readonly title: string;
  /** What the page here shows, or '' where it follows the system. */
  readonly theme: Theme;
}

export function EmbedCode({ address, title, theme: shown }: EmbedCodeProps) {
  const [theme, setTheme] = useState(shown);
  const [height, setHeight] = useState<number | 'unknown' | null>(null);
  useEffect(() => {
    let isAsked = true;
    setHeight(null);
    heightInFrame(address, COLUMN)
      .catch(() => 'unknown' as const)
      .then((found) => isAsked && setHeight(found));
    return () => {
      isAsked = false;
    };
  }, [address]);

  const themed =
    theme === '' ? address : `${address}${address.includes('?') ? '&' : '?'}theme=${theme}`;
  const pixels = Math.ceil((Number(height) + ROOM) / 50) * 50;
  const frame = `<iframe src="${themed.replaceAll('&', '&amp;')}" title="${title}, a lab of Interleave" width="100%" height="${pixels}" style="border:1px solid #8888" loading="lazy" allow="clipboard-write"></iframe>`;
  return (
    <div className={styles.embedding}>
      <label className={styles.theme}>
        Theme{' '}
        <select value={theme} onChange={({ target }) => setTheme(target.value as Theme)}>
          <option value="">as the reader’s system</option>
          <option value="light">light</option>
          <option value="dark">dark</option>
        </select>
      </label>
      {height === null && <p role="status">Measuring the lab in a column of {COLUMN} px…</p>}
      {height === 'unknown' && (
        <p role="alert">The lab did not open in a frame here, so its height is not known.</p>
      )}
      {typeof height === 'number' && (
        <>
          <Code value={frame} rows={4}>
            Put this where the lab should stand. It is high enough for a column of {COLUMN} px and
            more. If your page puts it in a sandbox, the lab needs{' '}
            <code>allow-scripts allow-same-origin</code>, and its links <code>allow-popups</code>.
          </Code>
          <Code value={FITTING} rows={4}>
            Where your page may run a script, this line, once for all frames, keeps each exactly as
            high as its lab. Hosts that know iframe-resizer, LTI or H5P do so by themselves.
          </Code>
        </>
      )}
    </div>
  );
}

interface CodeProps {
  readonly value: string;
  readonly rows: number;
  readonly children: React.ReactNode;
}

function Code({ value, rows, children }: CodeProps) {
  return (
    <label>
      {children}
      <textarea readOnly rows={rows} value={value} onFocus={({ target }) => target.select()} />
    </label>
  );
}
