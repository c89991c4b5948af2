import type { Context, Id } from '@opengoa/kernel';

/** 财政局 办公室: a division with the institution that it belongs to; there are many offices called 办公室. */
export function unitInFull({ organisation }: Pick<Context, 'organisation'>, unit: Id): string {
  const names = [organisation.institutionOf(unit)?.name, organisation.unit(unit)?.name];
  return [...new Set(names.filter((name) => name !== undefined))].join(' ');
}
