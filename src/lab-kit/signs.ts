// The signs of right and wrong, in the strokes of the site's other signs: paths in a box of 14 × 14.

export const TICK = 'M1.5 7.5 5.5 11.5 12.5 2.5';
export const CROSS = 'M2.5 2.5 11.5 11.5M11.5 2.5 2.5 11.5';
