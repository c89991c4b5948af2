# Every column of this schema: class and level, whose it is, what for, for how long (SEC-DC-01). Held against the migrated database by `npm run check`;
# `node scripts/on-node-24.mjs scripts/columns.ts` prints what is missing. `plain`: the table’s own class, tells nothing of a person.
tables:
  {{schema}}.{{noun_}}:
    title: { zh: '{{zh}}', en: '{{en}}' }
    class: general
    level: 1
    owner: {{room}}-clerk
    purpose: { zh: '{{zh}}', en: '{{en}}' }
    retention: business
    plain: [node_id, id, unit_id, name, note, search, version]
