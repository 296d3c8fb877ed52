// What a reader does in one go is one step, whatever it changes on its way.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Gestures, Written } from './history.ts';

/** An element as far as gestures look at it. */
interface Fake {
  closest(): Fake | null;
  matches(): boolean;
  contains(other: unknown): boolean;
}

const slider = (): Fake => {
  const own: Fake = { closest: () => own, matches: () => true, contains: (other) => other === own };
  return own;
};

/** The options of a knob of joined buttons. */
const options = () => {
  const all: Fake[] = [];
  const knob: Fake = {
    closest: () => knob,
    matches: () => false,
    contains: (other) => all.includes(other as Fake),
  };
  for (let i = 0; i < 3; i += 1) all.push({ ...knob });
  return all as [Fake, Fake, Fake];
};

const elsewhere: Fake = { closest: () => null, matches: () => false, contains: () => false };

describe('gestures', () => {
  let now = 0;
  let gestures = new Gestures();
  beforeEach(() => {
    now = 0;
    gestures = new Gestures();
  });

  const hear = (type: string, target: Fake, more: object = {}) => {
    now += 10;
    gestures.hear({ type, target, timeStamp: now, ...more } as unknown as Event);
  };
  const key = (target: Fake, pressed = 'ArrowRight', more: object = {}) =>
    hear('keydown', target, { key: pressed, ...more });
  /** A change by a key, as it is heard. */
  const keyed = (target: Fake) => {
    key(target);
    hear('input', target);
    return gestures.begins();
  };
  const dragged = (target: Fake) => {
    hear('input', target);
    return gestures.begins();
  };

  test('a drag is one', () => {
    const knob = slider();
    hear('pointerdown', knob);
    expect([dragged(knob), dragged(knob), dragged(knob)]).toEqual([true, false, false]);
    hear('pointerdown', knob);
    expect([dragged(knob), dragged(knob)]).toEqual([true, false]);
  });

  test('a drag that rests in the hand goes on', () => {
    const knob = slider();
    hear('pointerdown', knob);
    expect(dragged(knob)).toBe(true);
    now += 10_000;
    expect(dragged(knob)).toBe(false);
  });

  test('the focus that leaves another knob does not end a drag', () => {
    const [before, knob] = [slider(), slider()];
    expect(keyed(before)).toBe(true);
    hear('pointerdown', knob);
    hear('focusout', before, { relatedTarget: knob });
    expect([dragged(knob), dragged(knob)]).toEqual([true, false]);
  });

  test('a burst of keys is one, until it rests', () => {
    const knob = slider();
    expect([keyed(knob), keyed(knob), keyed(knob)]).toEqual([true, false, false]);
    now += 900;
    expect(keyed(knob)).toBe(false);
    now += 1100;
    expect(keyed(knob)).toBe(true);
  });

  test('a burst of keys ends where the knob loses the focus', () => {
    const knob = slider();
    expect(keyed(knob)).toBe(true);
    hear('focusout', knob, { relatedTarget: elsewhere });
    expect(keyed(knob)).toBe(true);
  });

  test('keys after a drag of the same slider are another', () => {
    const knob = slider();
    hear('pointerdown', knob);
    expect(dragged(knob)).toBe(true);
    expect([keyed(knob), keyed(knob)]).toEqual([true, false]);
  });

  test('arrow keys from option to option are one, presses of options one each', () => {
    const [first, second, third] = options();
    key(first);
    hear('focusout', first, { relatedTarget: second });
    expect(gestures.begins()).toBe(true);
    key(second);
    hear('focusout', second, { relatedTarget: third });
    expect(gestures.begins()).toBe(false);
    hear('pointerdown', first);
    expect(gestures.begins()).toBe(true);
    hear('pointerdown', second);
    expect(gestures.begins()).toBe(true);
  });

  test('a press of a button or a letter is one by itself', () => {
    const knob = slider();
    expect(keyed(knob)).toBe(true);
    key(elsewhere, 'Enter');
    expect([gestures.begins(), gestures.begins()]).toEqual([true, true]);
    expect(keyed(knob)).toBe(true);
    key(knob, 'a');
    expect(gestures.begins()).toBe(true);
  });

  test('the keys that go back in the history are none of a knob’s', () => {
    const knob = slider();
    expect(keyed(knob)).toBe(true);
    key(knob, 'ArrowLeft', { altKey: true });
    expect(keyed(knob)).toBe(true);
  });
});

describe('what is written', () => {
  const made: string[] = [];
  const history = {
    pushState: (_: null, __: string, address: string) => made.push(`step ${address}`),
    replaceState: (_: null, __: string, address: string) => made.push(`now ${address}`),
  };
  beforeEach(() => {
    made.length = 0;
    vi.useFakeTimers();
    vi.stubGlobal('history', history);
    const window = {};
    vi.stubGlobal('window', Object.assign(window, { parent: window }));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('a step at once, what goes on with it when it rests', () => {
    const written = new Written();
    written.step('a');
    written.replace('b');
    written.replace('c');
    expect(made).toEqual(['step a']);
    vi.runAllTimers();
    expect(made).toEqual(['step a', 'now c']);
  });

  test('before the next step the last one is written to its end', () => {
    const written = new Written();
    written.step('a');
    written.replace('b');
    written.step('c');
    vi.runAllTimers();
    expect(made).toEqual(['step a', 'now b', 'step c']);
  });

  test('in a frame no step is made', () => {
    vi.stubGlobal('window', { parent: {} });
    const written = new Written();
    written.step('a');
    written.step('b');
    vi.runAllTimers();
    expect(made).toEqual(['now b']);
  });

  test('a browser that takes no more is no end of the lab', () => {
    vi.stubGlobal('history', {
      pushState() {
        throw new DOMException('too many', 'SecurityError');
      },
    });
    expect(() => new Written().step('a')).not.toThrow();
  });
});
