// The links of a lab: to its own page or its chapter, its address to copy, and the frame to embed it with.
import { useState } from 'react';
import type { AnyLab } from '../lab.ts';
import { type LinkState, ownAddress, roundest, writeLink } from '../parameters/link.ts';
import { withTheme } from '../parameters/use-link.ts';
import { chapterHref, href } from '../site.ts';
import labStyles from './lab.module.css';
import styles from './links.module.css';
import { useOf, useRest } from './playhead.ts';
import type { LabState } from './use-lab.ts';
import { useLive } from './use-live.ts';

/** Where a lab stands: in a chapter, on its own page, or on another site's. */
export type PageKind = 'chapter' | 'own' | 'embed';

type EmbedCode = typeof import('../embedding/EmbedCode.tsx').EmbedCode;

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

/** The theme that the page has been given; '' where it follows the system. */
function themeHere(): 'light' | 'dark' | '' {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : '';
}

export function Links({ lab, state, page }: LinksProps) {
  const [said, setSaid] = useState('');
  const [EmbedCode, setEmbedCode] = useState<EmbedCode | null>(null);
  const live = useLive();
  const link = useLinkState(lab, state);
  const query = writeLink(lab, link);
  const own = ownAddress(lab, link);

  const copy = async () => {
    const { href: address } = new URL(
      `${href(`labs/${lab.id}/`)}${withTheme(query)}`,
      location.href,
    );
    try {
      await navigator.clipboard.writeText(address);
      setSaid('Link copied');
    } catch {
      // The browser keeps the clipboard to itself: the link is there to copy by hand.
      setSaid(address);
    }
  };
  const embed = async () => {
    if (EmbedCode !== null) {
      setEmbedCode(null);
      return;
    }
    try {
      const loaded = await import('../embedding/EmbedCode.tsx');
      setEmbedCode(() => loaded.EmbedCode);
    } catch {
      setSaid('The code to embed it did not load. Press “Embed” to try again.');
    }
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
        aria-expanded={EmbedCode !== null}
        onClick={embed}
      >
        Embed
      </button>
      <output className={styles.said}>{said}</output>
      {EmbedCode !== null && (
        <EmbedCode
          address={new URL(`${href(`embed/${lab.id}/`)}${query}`, location.href).href}
          title={lab.title}
          theme={themeHere()}
        />
      )}
    </div>
  );
}
