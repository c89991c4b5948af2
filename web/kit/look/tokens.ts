/** Sizes in px: text, its line, and what is pressed. */
export const sizes = {
  normal: { fontPx: 14, linePx: 22, controlPx: 32, smallControlPx: 28, largeControlPx: 44 },
  /** Under the thumb. */
  phone: { fontPx: 14, linePx: 22, controlPx: 44, smallControlPx: 44, largeControlPx: 48 },
  /** 长辈版: main text of 18 pt, targets of 60 px. */
  large: { fontPx: 24, linePx: 36, controlPx: 60, smallControlPx: 60, largeControlPx: 60 },
} as const;
