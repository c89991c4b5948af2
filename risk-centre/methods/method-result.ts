/** The kernel's: rooms answer in the same way. */
export * from '@opengoa/kernel/method-result';
