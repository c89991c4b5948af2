import { newId, sql, verb } from '@opengoa/kernel';
import { BackgroundKept, KeepBackground } from './contract.ts';

/** 更新地图底图: roads, water and districts of the place, as GeoJSON out of an office's own survey. The program asks no map service anywhere. */
export const keepBackground = verb('vehicles.keep-background', {
  title: { zh: '更新地图底图', en: 'Keep the map background' },
  input: KeepBackground,
  who: ['fleet-clerk'],
  facts: [BackgroundKept],
  refusals: [],
  load: async () => ({ id: newId() }),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: ({ id }, { name, features }, { actor }) => [
    BackgroundKept.of({
      object: { kind: 'vehicles.background', id },
      unit: actor.unit ?? '',
      body: { name, features: features.features.length },
    }),
  ],
  async also(tx, { id }, { features }) {
    await tx.run(
      sql`update vehicles.background set features = ${JSON.stringify(features.features)}::jsonb where id = ${id}`,
    );
    await tx.run(sql`delete from vehicles.background where id <> ${id}`);
  },
});
