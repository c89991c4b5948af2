import { nearestHolders, read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { LicenceAnswer } from './contract.ts';
import { findLicence, licenceRooms } from './licence-store.ts';
import { licenceOffers, stateOf } from './licence.ts';

/** 使用凭证: its rooms, its terms, and what was handed back; the same page is printed. */
export const oneLicence = read('space.licence', {
  title: { zh: '使用凭证', en: 'A licence of use' },
  query: z.strictObject({ id: z.uuid() }),
  answer: LicenceAnswer,
  who: readers,
  async fetch(tx, { id }, { organisation }) {
    const { issuedAt, ...licence } = await findLicence(tx, id);
    const rooms = await licenceRooms(tx, id);
    const used = rooms.filter(({ backDay }) => backDay === null);
    const [keeper] = nearestHolders(organisation, 'space-clerk', licence.unit);
    const keepers = organisation.holdings.find(({ person, kind }) => person === keeper && kind === 'main');
    const post = keepers && organisation.post(keepers.post);
    const asked = licence.request
      ? await tx.maybe<{ number: string }>(sql`select number from space.request where id = ${licence.request}`)
      : undefined;
    return {
      ...licence,
      unitName: organisation.unit(licence.unit)?.name ?? '',
      issuedAt: issuedAt.toISOString(),
      issuer: (post && organisation.institutionOf(post.unit)?.name) ?? '',
      requestNumber: asked?.number ?? null,
      state: stateOf(rooms),
      rooms: rooms.map(({ keeper: _keeper, unit: _unit, people: _people, ...room }) => room),
      areaM2: Math.round(used.reduce((sum, { areaM2 }) => sum + areaM2, 0) * 100) / 100,
      vacateBy:
        used
          .flatMap(({ vacateBy }) => vacateBy ?? [])
          .toSorted()
          .at(0) ?? null,
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit, state }) => licenceOffers(unit, state),
});
