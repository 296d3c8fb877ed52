// Mistakes are told with the place where they stand.

/** What `make` gives; an error of its says the place first. @param place such as a chapter's file and line */
export function atPlace<T>(place: string | undefined, make: () => T): T {
  try {
    return make();
  } catch (error) {
    throw new Error(`${place}: ${(error as Error).message}`, { cause: error });
  }
}
