import { Refused, read, refuse } from '@opengoa/kernel';
import { WhatIfAnswer, WhatIfQuery } from './contract.ts';
import { capsInForce, type DraftCap, draftSet, readDraft } from './draft-caps.ts';
import { gatherSeated } from './gather-seated.ts';
import { tryCaps } from './try-caps.ts';

/** 标准推演: who would be over by a draft, by how much, and which moves would settle it. Nothing is kept, and nobody is moved. */
export const whatIf = read('space.what-if', {
  title: { zh: '标准推演', en: 'What if the standard changed' },
  query: WhatIfQuery,
  answer: WhatIfAnswer,
  who: ['space-clerk', 'leader', 'superior'],
  refusals: ['draft-unknown-rank'],
  async fetch(tx, { unit, caps }, context) {
    const { organisation, standards, today: day } = context;
    const drafted = readDraft(caps);
    if ('unknown' in drafted) throw new Refused(refuse('draft-unknown-rank', { what: drafted.unknown }));
    const draft = draftSet(standards, drafted.caps, day);
    const below = organisation.unitsBelow(unit);
    const seated = await gatherSeated(tx, below, day, context, draft);
    const tried = tryCaps(seated.rooms, seated.vacant, seated.toleranceM2, seated.leastShare);

    const nameOf = (id: string) => organisation.unit(id)?.name ?? '';
    const institution = (id: string) => organisation.institutionOf(id)?.id ?? id;
    const over = tried.over.map(({ room, ...each }) => {
      const its = institution(seated.unitOf.get(room)!);
      return { room, name: seated.nameOf.get(room) ?? '', unit: its, unitName: nameOf(its), ...each };
    });
    const byUnit = Map.groupBy(over, (each) => each.unit);
    const levels = [...new Set(below.flatMap((id) => organisation.unit(id)?.level ?? []))];
    const people = Map.groupBy(seated.people.values(), ({ level, rankKey }) => `${level}/${rankKey}`);
    const inForce = capsInForce(context, unit, day, levels);
    return {
      unit,
      unitName: nameOf(unit),
      day,
      caps: inForce.map(({ level, rank, capM2 }) => ({
        level,
        rank,
        nowM2: capM2,
        draftM2: draftOf(drafted.caps, level, rank) ?? capM2,
        people: people.get(`${level}/${rank}`)?.length ?? 0,
      })),
      rooms: tried.rooms,
      people: tried.people,
      notJudged: tried.notJudged,
      today: tried.today,
      draft: tried.draft,
      unsettled: tried.unsettled,
      moveCount: tried.moves.length,
      toleranceM2: seated.toleranceM2,
      leastShare: seated.leastShare,
      units: [...byUnit]
        .map(([id, rooms]) => ({
          unit: id,
          name: nameOf(id),
          rooms: rooms.length,
          excessM2: Math.round(rooms.reduce((sum, { excessM2 }) => sum + excessM2, 0) * 100) / 100,
          newRooms: rooms.filter(({ excessTodayM2 }) => excessTodayM2 <= seated.toleranceM2).length,
        }))
        .toSorted((a, b) => b.excessM2 - a.excessM2),
      over: over.slice(0, 1_000),
      moves: tried.moves.slice(0, 1_000).map((move) => {
        const to = move.kind === 'vacant' ? move.to : move.with;
        return {
          kind: move.kind,
          room: move.room,
          roomName: seated.nameOf.get(move.room) ?? '',
          to,
          toName: seated.nameOf.get(to) ?? '',
          savedM2: move.savedM2,
        };
      }),
    };
  },
  at: ({ unit }) => ({ unit }),
});

const draftOf = (caps: readonly DraftCap[], level: string, rank: string): number | undefined =>
  caps.find((cap) => cap.level === level && cap.rank === rank)?.capM2;
