/** The kernel's: rooms reckon with it as well. */
export * from '@opengoa/kernel/gamma-distribution';
