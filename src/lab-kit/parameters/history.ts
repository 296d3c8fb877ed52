// A lab's steps in its page's history: one for each thing that its reader does in one go, however many changes that makes.

/** A drag is written when the hand rests (ms): browsers refuse many changes of an address a second. */
const WRITTEN_MS = 150;

/** Keys of a knob that come further apart than that are not of one go (ms). */
const REST_MS = 1000;

const MOVES_A_KNOB = /^(?:Arrow|Page|Home|End)/;

const SLIDER = '[type="range"]';
const KNOB = `${SLIDER}, [data-knob]`;

/** The events of a page by which a gesture begins and ends; a press of anything else is one by itself. */
export const HEARD = ['pointerdown', 'keydown', 'input', 'focusout'] as const;

/** Tells which changes are of one gesture: a drag of a slider, or a burst of keys on a knob. */
export class Gestures {
  /** The knob that is being moved, what by, and since when it rests (ms); null while every change is a gesture. */
  #knob: Element | null = null;
  #by = '';
  #last = 0;
  #counted = false;

  hear(event: Event): void {
    const { type, timeStamp } = event;
    const target = event.target as Element;
    const knob = target.closest(KNOB);
    const slider = target.matches(SLIDER) ? target : null;
    if (type === 'pointerdown') {
      this.#begin(slider, 'pointer');
    } else if (type === 'keydown') {
      const { key, altKey, ctrlKey, metaKey } = event as KeyboardEvent;
      const moves = MOVES_A_KNOB.test(key) && !altKey && !ctrlKey && !metaKey;
      this.#goOn(moves ? knob : null, 'keys', timeStamp);
    } else if (type === 'input') {
      // Moved without a key, as aids for reading do it.
      if (slider !== null) this.#goOn(slider, knob === this.#knob ? this.#by : 'keys', timeStamp);
    } else if (
      knob === this.#knob &&
      !knob?.contains((event as FocusEvent).relatedTarget as Node)
    ) {
      this.#begin(null, '');
    }
  }

  /** Whether a change that has just been made is the first of its gesture. Asked once for each. */
  begins(): boolean {
    const first = this.#knob === null || !this.#counted;
    this.#counted = true;
    return first;
  }

  #goOn(knob: Element | null, by: string, now: number) {
    const rested = by === 'keys' && now - this.#last > REST_MS;
    if (knob === null || knob !== this.#knob || by !== this.#by || rested) this.#begin(knob, by);
    this.#last = now;
  }

  #begin(knob: Element | null, by: string) {
    this.#knob = knob;
    this.#by = by;
    this.#counted = false;
  }
}

/** Writes addresses into the page's history. */
export class Written {
  #rest: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Makes a step of its own: Back leads to what was written before. */
  step(address: string): void {
    // In a frame a step would be one of the page around it, whose Back is its own.
    if (window.parent !== window) {
      this.replace(address);
    } else {
      this.#rest?.();
      this.forget();
      to('pushState', address);
    }
  }

  /** Goes on with the step that was made last. */
  replace(address: string): void {
    this.forget();
    this.#rest = () => {
      this.#rest = undefined;
      to('replaceState', address);
    };
    this.#timer = setTimeout(this.#rest, WRITTEN_MS);
  }

  /** What is not written yet is not wanted any more. */
  forget(): void {
    clearTimeout(this.#timer);
    this.#rest = undefined;
  }
}

function to(how: 'pushState' | 'replaceState', address: string) {
  try {
    history[how](null, '', address);
  } catch {
    // The browser takes no more for a while: the next change writes all of it.
  }
}
