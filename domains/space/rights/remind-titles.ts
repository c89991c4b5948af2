import { nearestHolders, sql, type DueThing, type Reminder } from '@opengoa/kernel';

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly building: string;
  readonly name: string;
  readonly what: string;
}

/** 权属争议未解决: whoever keeps the ledger, until it is settled. */
export const disputeReminder: Reminder = {
  name: 'dispute',
  title: { zh: '权属争议未解决', en: 'Open dispute of title' },
  verbs: ['space.settle-dispute'],
  async due(tx, { organisation }) {
    const rows = await tx.rows<Row>(sql`
      select id, unit_id as unit, building_id as building, building as name, against as what from space_read.dispute_v1 where state = 'open'
       order by opened_on limit 1000`);
    return rows.map(({ id, unit, building, name, what }): DueThing => ({
      object: { kind: 'space.dispute', id },
      unit,
      dueAt: null,
      summary: `${name} 与“${what}”的权属争议尚未解决`,
      holders: nearestHolders(organisation, 'space-clerk', unit),
      others: [],
      opens: `/space/buildings/${building}?tab=rights`,
    }));
  },
};

/** 缺少权属证件: a title that was recorded without its certificate; it goes when the right is ended and recorded with it. */
export const certificateReminder: Reminder = {
  name: 'certificate',
  title: { zh: '缺少权属证件', en: 'Title without a certificate' },
  verbs: ['space.end-right'],
  async due(tx, { organisation }) {
    const rows = await tx.rows<Row>(sql`
      select id, unit_id as unit, building_id as building, building as name, holder as what from space_read.right_v1 where lacks_certificate
       order by from_day limit 1000`);
    return rows.map(({ id, unit, building, name, what }): DueThing => ({
      object: { kind: 'space.right', id },
      unit,
      dueAt: null,
      summary: `${name} 登记在“${what}”名下，尚无权属证号`,
      holders: nearestHolders(organisation, 'space-clerk', unit),
      others: [],
      opens: `/space/buildings/${building}?tab=rights`,
    }));
  },
};
