import type { Calendar } from '../calendar/calendar.ts';
import { newId, type Id } from '../id.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Words } from '../words.ts';
import { personalKinds } from './channel.ts';
import { type ChannelKind, type NoticeChoice, type NoticeKind, usualChoice } from './contract.ts';
import { nextDigest, outsideQuiet } from './when-to-send.ts';

/** Something new for one person: a task that came into their hands, or a message in the bell. */
export interface Notice {
  /** The task or the message. */
  readonly source: Id;
  readonly person: Id;
  readonly kind: Exclude<NoticeKind, 'test' | 'code'>;
  /** Tasks: what kind, and where it lies. */
  readonly taskKind: string | null;
  readonly unit: Id | null;
  readonly title: Words;
  readonly summary: string;
  readonly opens: string | null;
  readonly object: Id | null;
}

export interface PlannedChannel {
  readonly id: Id;
  readonly unit: Id;
  readonly kind: ChannelKind;
  readonly kinds: readonly string[] | undefined;
  /** How many more may wait there. */
  readonly room: number;
}

export interface PlannedDelivery {
  readonly id: Id;
  readonly channel: Id;
  readonly channelUnit: Id;
  readonly person: Id | null;
  readonly notice: Notice;
  readonly title: Words;
  readonly merged: boolean;
  readonly urgent: boolean;
  readonly dueAt: Date;
}

export interface Planning {
  readonly now: Date;
  readonly organisation: Organisation;
  readonly calendar: Calendar;
  readonly choices: ReadonlyMap<Id, NoticeChoice>;
  /** `<person>/<channel>`: where a channel finds somebody. */
  readonly receivers: ReadonlySet<string>;
  readonly channels: readonly PlannedChannel[];
  /** `<person>/<channel>/<object>`: how often it was pushed today. */
  readonly pushed: ReadonlyMap<string, number>;
  readonly pushesADay: number;
  readonly urgentKinds: readonly string[];
}

/**
 * Which notice goes out on which channel, and when. Pure: the same notices give the same plan but for its ids.
 *
 * A case is pushed to a person so often a day as the standard says; what comes after that waits for the digest, unless the case changed hands: then there
 * is a new task, and its holder is told. Whoever stands in for a holder is told as well, and sees whose task it is.
 * @returns the deliveries, and for each channel how many had no room
 */
export function planNotices(
  notices: readonly Notice[],
  planning: Planning,
): { deliveries: readonly PlannedDelivery[]; leftOut: ReadonlyMap<Id, number> } {
  const deliveries: PlannedDelivery[] = [];
  const leftOut = new Map<Id, number>();
  const pushed = new Map(planning.pushed);
  const room = new Map(planning.channels.map((channel) => [channel.id, channel.room]));
  const inGroup = new Set<string>();

  const add = (delivery: Omit<PlannedDelivery, 'id'>): boolean => {
    const left = room.get(delivery.channel) ?? 0;
    if (left <= 0) {
      leftOut.set(delivery.channel, (leftOut.get(delivery.channel) ?? 0) + 1);
      return false;
    }
    room.set(delivery.channel, left - 1);
    deliveries.push({ id: newId(), ...delivery });
    return true;
  };

  const toPerson = (notice: Notice, person: Id, title: Words) => {
    const choice = planning.choices.get(person) ?? usualChoice;
    const how = choice.kinds[notice.kind];
    if (how === 'off') return;
    const urgent = notice.taskKind !== null && planning.urgentKinds.includes(notice.taskKind);
    for (const channel of planning.channels) {
      if (!planning.receivers.has(`${person}/${channel.id}`)) continue;
      const key = `${person}/${channel.id}/${notice.object ?? notice.source}`;
      const before = pushed.get(key) ?? 0;
      const merged = !urgent && (how === 'digest' || (notice.kind !== 'task' && before >= planning.pushesADay));
      const dueAt = urgent
        ? planning.now
        : merged
          ? nextDigest(planning.now, choice, planning.calendar)
          : outsideQuiet(planning.now, choice, planning.calendar);
      const added = add({
        channel: channel.id,
        channelUnit: channel.unit,
        person,
        notice,
        title,
        merged,
        urgent,
        dueAt,
      });
      if (added && !merged) pushed.set(key, before + 1);
    }
  };

  for (const notice of notices) {
    toPerson(notice, notice.person, notice.title);
    if (notice.kind === 'task')
      for (const { person } of planning.organisation.standInsFor(notice.person)) {
        const name = planning.organisation.personName(notice.person) ?? '';
        toPerson(notice, person, {
          zh: `（代${name}）${notice.title.zh}`,
          en: `(for ${name}) ${notice.title.en}`,
        });
      }
    const { unit } = notice;
    if (unit === null || notice.kind !== 'task') continue;
    for (const channel of planning.channels) {
      if (personalKinds.includes(channel.kind)) continue;
      if (!(channel.kinds ?? ['task']).includes(notice.kind)) continue;
      const key = `${channel.id}/${notice.source}`;
      // A task of three holders is one message to the room.
      if (inGroup.has(key) || !planning.organisation.covers(channel.unit, unit, true)) continue;
      inGroup.add(key);
      // A room of people has its quiet too; another system has none.
      const dueAt =
        channel.kind === 'webhook' ? planning.now : outsideQuiet(planning.now, usualChoice, planning.calendar);
      add({
        channel: channel.id,
        channelUnit: channel.unit,
        person: null,
        notice,
        title: notice.title,
        merged: false,
        urgent: false,
        dueAt,
      });
    }
  }
  return { deliveries, leftOut };
}
