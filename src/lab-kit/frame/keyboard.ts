// The keys of a lab: those of its figures, those of its clock, and the one that lists them all.
import type { KeyboardEvent } from 'react';
import type { AnyLab } from '../lab.ts';
import type { Values } from '../parameters/kinds.ts';
import { figuresOf, type Keys, type Stage } from '../view.ts';
import { changeSpeed } from './speed.ts';

/** What the figures of any lab see, as the frame hands it on. */
export type AnyStage = Stage<Values, unknown, unknown>;

const OF_THE_CLOCK: readonly Keys<AnyStage>[] = [
  {
    keys: ', .',
    does: 'step the playhead back or forward, from change to change',
    press: {
      ',': ({ playhead }) => playhead.stepBack(),
      '.': ({ playhead }) => playhead.stepForward(),
    },
  },
  {
    keys: 'Space',
    does: 'play or pause',
    press: { ' ': ({ playhead }) => playhead.togglePlay() },
  },
  {
    keys: '< >',
    does: 'play slower or faster',
    press: { '<': () => changeSpeed(-1), '>': () => changeSpeed(1) },
  },
];

const HELP = '?';

/** All keys of a lab, as they are listed. */
export function keysOf({ view }: AnyLab): readonly Pick<Keys<never>, 'keys' | 'does'>[] {
  return [
    ...figuresOf(view).flatMap(({ keys }) => keys ?? []),
    ...(view.clock === undefined ? [] : OF_THE_CLOCK),
    { keys: HELP, does: 'show or hide these keys' },
  ];
}

/** The letters and signs of all figures of a lab: they can be pressed anywhere in it, but where text is written. */
export function pressAnywhere({ view }: AnyLab, event: KeyboardEvent, stage: AnyStage): void {
  const isSign = event.key.length === 1 && event.key !== ' ';
  if (event.defaultPrevented || !isSign) return;
  if ((event.target as Element).closest('textarea') !== null) return;
  stage.press(
    event,
    figuresOf(view).flatMap(({ keys }) => keys ?? []),
  );
}

/** What a key does on a figure that has these keys of its own; undefined for one that goes on to the page. */
export function actionOf(
  { view }: AnyLab,
  event: KeyboardEvent,
  own: readonly Keys<AnyStage>[],
  toggleHelp: () => void,
): ((stage: AnyStage) => void) | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.key === HELP) return toggleHelp;
  // On a button the space bar presses that, and on a choice it takes it.
  if (event.key === ' ' && (event.target as Element).closest('button, input') !== null) {
    return undefined;
  }
  const all = [...own, ...(view.clock === undefined ? [] : OF_THE_CLOCK)];
  return all.find(({ press }) => Object.hasOwn(press, event.key))?.press[event.key];
}
