// What stands for the columns of what a scenario lacks: making one of no length takes ten times as long as a short one.

export const NO_TIMES = new Float64Array(0);
export const NO_INDICES = new Int32Array(0);
export const NO_FLAGS = new Uint8Array(0);
