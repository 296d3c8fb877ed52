// What the tests of all engines ask of a browser: little enough for every one of them to give.

/** How the reader's browser is set. */
export interface Settings {
  readonly dark: boolean;
  readonly scripts: boolean;
}

/** A key by its name, as the page hears it. */
export type Key = 'Tab' | 'Enter' | 'Escape' | 'Space' | 'ArrowLeft' | 'ArrowRight';

/** A window with one page. Whatever it is asked has a time limit. */
export interface Tab {
  /** Loads a page. @param path from the root @param width of the window, px */
  open(path: string, width?: number): Promise<void>;

  /** Makes the window as wide as this, px; a page that was opened as on a phone stays narrower than 450. */
  resize(width: number): Promise<void>;

  /**
   * Runs a function in the page, which can use nothing from around it.
   *
   * @param selector finds the elements that it is given
   * @returns what it returns, or promises
   */
  look<T, A>(
    selector: string,
    look: (found: HTMLElement[], given: A) => T | Promise<T>,
    given: A,
  ): Promise<T>;

  press(key: Key): Promise<void>;

  /** With the mouse, on the first that the selector finds. */
  click(selector: string): Promise<void>;

  /** Lays the mouse on the middle of the first that the selector finds, and leaves it there. */
  hover(selector: string): Promise<void>;

  /** The page on A4, as PDF. @throws Error where the engine's driver has no command for it */
  print(): Promise<Uint8Array>;

  close(): Promise<void>;
}

/** How wide a window is that nobody asked to be of another width, px. */
export const WIDTH = 1280;

/** How long any one thing that a browser is asked may take, ms. */
export const LIMIT = 60_000;
