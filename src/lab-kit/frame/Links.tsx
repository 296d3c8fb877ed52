// The links of a lab: to its own page or its chapter, its address to copy, and the frame to embed it with.
import { type MouseEvent, useState } from 'react';
import type { AnyLab } from '../lab.ts';
import { type LinkState, ownAddress, roundest, writeLink } from '../parameters/link.ts';
import { chapterHref, href } from '../site.ts';
import labStyles from './lab.module.css';
import styles from './links.module.css';
import { useOf, useRest } from './playhead.ts';
import type { LabState } from './use-lab.ts';
import { useLive } from './use-live.ts';

/** Where a lab stands: in a chapter, on its own page, or on another site's. */
export type PageKind = 'chapter' | 'own' | 'embed';

/** What an embedded lab needs besides its present height, px: margins, and sentences that grow. */
const ROOM = 120;

interface LinksProps {
  lab: AnyLab;
  state: LabState;
  page: PageKind;
}

/** What a link to a lab as it stands says. */
export function useLinkState(
  { view: { clock } }: AnyLab,
  { values, pinned, playhead, end }: LabState,
): LinkState {
  const at = useRest(playhead);
  const opensHere = at === useOf(playhead, playhead.opensAt);
  const isSaid = clock !== undefined && !opensHere;
  return { values, compare: pinned, at: isSaid ? roundest(clock, at, end) : null };
}

export function Links({ lab, state, page }: LinksProps) {
  const [said, setSaid] = useState('');
  const [frame, setFrame] = useState<string | null>(null);
  const live = useLive();
  const link = useLinkState(lab, state);
  const query = writeLink(lab, link);
  const own = ownAddress(lab, link);

  const copy = async () => {
    const address = new URL(own, location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      setSaid('Link copied');
    } catch {
      // The browser keeps the clipboard to itself: the link is there to copy by hand.
      setSaid(address);
    }
  };
  const embed = ({ currentTarget }: MouseEvent) => {
    const height = currentTarget.closest('[data-lab]')?.clientHeight ?? 0;
    const address = new URL(`${href(`embed/${lab.id}/`)}${query}`, location.href).href;
    setFrame(
      frame === null
        ? `<iframe src="${address.replaceAll('&', '&amp;')}" title="${lab.title}, a lab of Interleave" width="100%" height="${Math.ceil((height + ROOM) / 50) * 50}" style="border:0"></iframe>`
        : null,
    );
  };
  return (
    <div className={styles.links}>
      {page === 'own' ? (
        <a href={chapterHref(lab.chapter)}>Read the chapter</a>
      ) : (
        <a href={own} target={page === 'embed' ? '_blank' : undefined} rel="noopener">
          Open as its own page
        </a>
      )}
      <button
        type="button"
        className={labStyles.link}
        data-live="only"
        inert={!live}
        onClick={copy}
      >
        Copy link
      </button>
      <button
        type="button"
        className={labStyles.link}
        data-live="only"
        inert={!live}
        aria-expanded={frame !== null}
        onClick={embed}
      >
        Embed
      </button>
      <output className={styles.said}>{said}</output>
      {frame !== null && (
        <label className={styles.frame}>
          Put this where the lab should stand. Add <code>theme=light</code> or{' '}
          <code>theme=dark</code> to its address to fix the theme.
          <textarea readOnly rows={4} value={frame} onFocus={(event) => event.target.select()} />
        </label>
      )}
    </div>
  );
}
