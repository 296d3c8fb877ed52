// Whether what was drawn at build has come to life: until then nothing on it can be used, and it says so.
import { useSyncExternalStore } from 'react';

const neverChanges = () => () => {};

/** False in the page as it was built, and while React takes it over; true from then on. */
export const useLive = (): boolean =>
  useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
