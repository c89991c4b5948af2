/** The light door: what a room's `web.ts` imports. Nothing here pulls a component in. */
import type { Words } from '@opengoa/kernel/contract';
import type { ComponentType } from 'react';
import type { DoorName, ListName, Input, ReadName, VerbName } from './client/door-types.ts';

export type { DoorName, ListName };

/** What a screen is given. `export default function TripPage({ params }: ScreenProps<'id'>)` */
export interface ScreenProps<Param extends string = never> {
  readonly params: Readonly<Record<Param, string>>;
  /** The address's query, for what should survive a reload. */
  readonly query: Readonly<Record<string, string>>;
}

/** A module whose default export is a component, loaded when first needed. */
export type Loaded = () => Promise<{ default: ComponentType<never> }>;

export interface RoomPage {
  /** `/vehicles/trips/{id}`; the first part is the room's name. */
  readonly path: string;
  readonly title: Words;
  /** Name of the read, list or verb that opens this page; any one of several. Left out: everybody signed in. */
  readonly needs?: DoorName | readonly DoorName[];
  /** An entry of the navigation. */
  readonly nav?: boolean;
  /** Used out of the office: offered first in the bar under the thumb of a phone. */
  readonly thumb?: boolean;
  /** In the phone's bottom bar; the room's own when left out. */
  readonly icon?: IconName;
  /** Title of the page above in the breadcrumb, as its path; found from the path when left out. */
  readonly under?: string;
  readonly load: Loaded;
}

export interface NavGroup {
  readonly title: Words;
  readonly pages: readonly string[];
}

export type FieldKind =
  | 'text'
  | 'long-text'
  | 'number'
  | 'integer'
  | 'money'
  | 'day'
  | 'instant'
  | 'choice'
  | 'choices'
  | 'yes-no'
  | 'unit'
  | 'person'
  | 'pick'
  | 'picks'
  | 'files'
  | 'password';

/** One question of a form. The value goes into the verb's input under `name`. */
export interface Field {
  readonly name: string;
  readonly title: Words;
  /** choices gives a list of keys; money is typed in 元 and kept in fen; day is `YYYY-MM-DD`; instant is ISO with offset; unit, person and pick give an id, picks several. */
  readonly kind: FieldKind;
  /** Required unless said `false`. */
  readonly required?: boolean;
  readonly unitOfMeasure?: string;
  readonly choices?: Readonly<Record<string, Words>>;
  /** `pick`, `picks`: the list searched (`vehicles.vehicles`). */
  readonly list?: ListName;
  /** `pick`, `picks`, `unit`, `person`: fixed filters of that list (`{ 'f.state': 'free' }`). */
  readonly where?: Readonly<Record<string, string>>;
  /** `pick`, `picks`: the row's columns that name it, joined by a space; without it `name`, `title` or `plate` is looked for. */
  readonly label?: readonly string[];
  /** `text`: a read of `{ q }` that answers `{ choices: [{ value, label }] }`, offered as one types; what is typed whole is taken as well. */
  readonly suggests?: ReadName;
  /** `files`: the upload point they are brought by (`vehicles.paper`); the ids go into the input. */
  readonly point?: string;
  /** `files`: at most so many. Default 6. */
  readonly most?: number;
  readonly help?: Words;
  /** A day may begin with `'today'`; the form says that it filled it in. */
  readonly initial?: unknown;
  /** Smallest and largest number (in the unit typed) or day. Only shape is checked here; rules are the server's. */
  readonly from?: number | string;
  readonly to?: number | string;
  readonly maxLength?: number;
  /** One-press wordings for opinions. */
  readonly phrases?: readonly Words[];
  /** Asked only while this holds. */
  readonly when?: (values: Readonly<Record<string, unknown>>) => boolean;
  /** Never kept in a draft. */
  readonly sensitive?: boolean;
}

/** A field whose name is known: of a verb's input, a name that is not one fails the types. */
export interface NamedField<Name extends string = string> extends Field {
  readonly name: Name;
}

type Every<Shape> = Shape extends unknown ? keyof Shape & string : never;

/** Names of a verb's input. A door that is no verb (an act of files, a read) is not typed. */
export type FieldName<Name extends string> = Name extends VerbName ? Every<Input<Name>> : string;

/** A field by its two titles. */
export const field = <const Name extends string>(
  name: Name,
  zh: string,
  en: string,
  kind: FieldKind,
  more: Partial<Omit<Field, 'name'>> = {},
): NamedField<Name> => ({
  name,
  title: { zh, en },
  kind,
  ...more,
});

/** The object an act stands on: a row or an answer with its id. */
export type ActObject = Readonly<Record<string, unknown>> & { readonly id?: string };

export interface ActDialogProps {
  readonly verb: string;
  readonly object: ActObject;
  onDone(): void;
  onCancel(): void;
}

/** How a verb is offered: its button, and what is asked before it runs. */
export interface Act<Name extends string = string> {
  readonly title: Words;
  /** Its title on a thing that there is, where the same verb makes a new one and changes it: 设立公物仓, 修改公物仓. */
  readonly onThing?: Words;
  /** One primary per page; `danger` stands under 更多 and always asks. */
  readonly tone?: 'primary' | 'plain' | 'danger';
  /** Said in the dialog above the fields. */
  readonly about?: Words;
  readonly fields?: readonly NamedField<Name>[];
  /** Input known from the object; the fields' values are added to it. Default: `{}`. */
  readonly input?: (object: ActObject) => Readonly<Record<string, unknown>>;
  /** Shapes the verb's input where it is not simply the fields beside `input`. */
  readonly shape?: (values: Readonly<Record<string, unknown>>, object: ActObject) => unknown;
  /** Values the form begins with. */
  readonly initial?: (object: ActObject) => Readonly<Record<string, unknown>>;
  /** Asked before it runs, when there are no fields. Without fields and without this it runs at once. */
  readonly confirm?: Words;
  /** One letter pressed on the desk or a page: `a` approves, with the dialog. */
  readonly key?: string;
  /** The list from whose toolbar it is started, for an act that needs no object: `vehicles.vehicles`. */
  readonly starts?: ListName;
  /** Opens a page instead: `/vehicles/ask`, `/vehicles/trips/{id}/plan`. */
  readonly go?: string;
  /** Own dialog instead of the form. */
  readonly dialog?: Loaded;
  readonly done?: Words;
}

/** An act as it is offered: on a thing that there is it bears the title it has there. */
export const titledFor = (act: Act, { id }: ActObject): Act =>
  act.onThing === undefined || id === undefined ? act : { ...act, title: act.onThing };

/** Acts by the full name of their verb; a door that a row’s `may` names beside them may have one too. */
export type Acts = { readonly [Door in DoorName]?: ActOf<Door> };

/** Where an act shapes its own input the fields may be called anything; else each is a field of the verb's input. */
export type ActOf<Door extends string> =
  | (Act & { readonly shape: NonNullable<Act['shape']> })
  | (Act<FieldName<Door>> & { readonly shape?: undefined });

export type IconName =
  | 'desk'
  | 'hall'
  | 'car'
  | 'bolt'
  | 'shield'
  | 'building'
  | 'box'
  | 'coins'
  | 'broom'
  | 'person'
  | 'key'
  | 'record'
  | 'tree'
  | 'search'
  | 'bell'
  | 'moon'
  | 'sun'
  | 'text-size'
  | 'help'
  | 'menu'
  | 'close'
  | 'chevron'
  | 'more'
  | 'plus'
  | 'download'
  | 'upload'
  | 'columns'
  | 'filter'
  | 'bookmark'
  | 'check'
  | 'warning'
  | 'clock'
  | 'chart'
  | 'list'
  | 'ruler'
  | 'scan'
  | 'sort'
  | 'device'
  | 'eye'
  | 'swap'
  | 'language';

export interface WebRoom {
  /** The folder's name, first part of its verbs and paths. */
  readonly name: string;
  readonly title: Words;
  readonly icon?: IconName;
  /** Headings within the room's entries of the navigation, and the paths below each; what is in none stands before them. */
  readonly groups?: readonly NavGroup[];
  /** Place in the navigation; smaller is higher. Default 100. */
  readonly order?: number;
  readonly pages: readonly RoomPage[];
  /** By the verb's full name. */
  readonly acts?: Acts;
  /** What the desk shows of an object of this kind: component of `{ id: string }` ({@link CaseProps}). */
  readonly cases?: Readonly<Record<string, Loaded>>;
  /** Where an object of a kind opens: `{ 'vehicles.trip': '/vehicles/trips/{id}' }`. */
  readonly opens?: Readonly<Record<string, string>>;
  /** Names of fact types and kinds, for timelines: `{ 'vehicles.TripDispatched': { zh: '已派车', en: 'Dispatched' } }`. */
  readonly facts?: Readonly<Record<string, Words>>;
  /** What a finding shows of its subject beside its evidence, by the kind of the subject: component of {@link EvidenceProps}. */
  readonly evidence?: Readonly<Record<string, Loaded>>;
  /** What the room’s codes are called where people read them: cases of its standards (`natural-gas`), fields of its evidence (`trip.leftAt`). */
  readonly codes?: Readonly<Record<string, Words>>;
  /** Loads what each page is for and how it is used: `() => import('./help.ts')`. */
  readonly help?: readonly LoadedHelp[];
  /** The first task of each role, in three to five steps. */
  readonly guides?: readonly Guide[];
  /** What the rights words that this room brings are called. */
  readonly roles?: Readonly<Record<string, Words>>;
}

/** A module whose default export says of pages, by their path, what they are for and how they are used, in one to four sentences. */
export type LoadedHelp = () => Promise<{ default: Readonly<Record<string, readonly Words[]>> }>;

/** One step: where it is done, which control it is done with, and what shows the person's own page that it was. */
export interface GuideStep {
  readonly key: string;
  readonly title: Words;
  readonly go: string;
  /** Words on the button, tab or field to be pointed at. */
  readonly control?: Words;
  /** Ticked by doing this verb, or by having been on the page. */
  readonly done: { readonly verb: string } | { readonly page: string };
}

export interface Guide {
  readonly key: string;
  readonly title: Words;
  /** For whoever has one of these roles; the first that fits is shown first. */
  readonly roles: readonly string[];
  readonly steps: readonly GuideStep[];
}

/** The open case on the desk: what it needs to be decided without leaving. */
export interface CaseProps {
  readonly id: string;
}

/** The subject of a finding over the days it is about; `[from, to)`. */
export interface EvidenceProps {
  readonly id: string;
  readonly period: readonly [string, string];
}

/** What one folder of a room brings to the pages. */
export interface WebPart extends Partial<Pick<WebRoom, Brought>> {
  readonly help?: LoadedHelp;
  /** Heading below which the entries of its pages stand; parts with the same heading stand together. Left out: before all headings. */
  readonly group?: Words;
}

/** A room told folder by folder. */
export interface WebRoomInParts extends Pick<WebRoom, 'name' | 'title' | 'icon' | 'order' | 'roles'> {
  readonly parts: readonly WebPart[];
}

type Brought = 'pages' | 'acts' | 'cases' | 'opens' | 'facts' | 'evidence' | 'codes' | 'guides';

/** `export const roomsOnThePage = webPart({ … })` in the `web-part.ts` of a room's folder: named in the `parts` of its `web.ts`, and nowhere else. */
export const webPart = (brings: WebPart): WebPart => brings;

function joined({ parts, ...room }: WebRoomInParts): WebRoom {
  const groups = new Map<string, NavGroup>();
  for (const { group, pages = [] } of parts) {
    const entries = pages.filter(({ nav }) => nav === true).map(({ path }) => path);
    if (!group || entries.length === 0) continue;
    const { title, pages: before } = groups.get(group.zh) ?? { title: group, pages: [] };
    groups.set(group.zh, { title, pages: [...before, ...entries] });
  }
  const of = (name: Exclude<Brought, 'pages' | 'guides'>) =>
    Object.assign({}, ...parts.map((each) => each[name])) as never;
  return {
    ...room,
    ...(groups.size > 0 ? { groups: [...groups.values()] } : {}),
    pages: parts.flatMap(({ pages = [] }) => pages),
    guides: parts.flatMap(({ guides = [] }) => guides),
    acts: of('acts'),
    cases: of('cases'),
    opens: of('opens'),
    facts: of('facts'),
    evidence: of('evidence'),
    codes: of('codes'),
    help: parts.flatMap(({ help }) => help ?? []),
  };
}

/** `export default webRoom({ name: 'vehicles', title: { zh: '公务用车', en: 'Vehicles' }, pages: [ … ] })` in the room's `web.ts`. */
export const webRoom = (room: WebRoom | WebRoomInParts): WebRoom => ('parts' in room ? joined(room) : room);

const rooms: WebRoom[] = [];

/** Called once by the shell with every room it found. */
export function enterRooms(found: readonly WebRoom[]): void {
  rooms.splice(0, rooms.length, ...found);
  rooms.sort((a, b) => (a.order ?? 100) - (b.order ?? 100) || a.name.localeCompare(b.name));
}

export const roomsNow = (): readonly WebRoom[] => rooms;

function named<T>(
  of: (room: WebRoom) => Readonly<Record<string, T | undefined>> | undefined,
  name: string,
): T | undefined {
  for (const room of rooms) {
    const from = of(room);
    const found = from && Object.hasOwn(from, name) ? from[name] : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

export const actOf = (verb: string): Act | undefined => named((room) => room.acts, verb);
export const caseOf = (kind: string): Loaded | undefined => named((room) => room.cases, kind);
export const evidenceOf = (kind: string): Loaded | undefined => named((room) => room.evidence, kind);
export const factWords = (type: string): Words | undefined => named((room) => room.facts, type);

/** What a room calls one of its codes. */
export function codeWords(room: string, code: string): Words | undefined {
  const codes = rooms.find((each) => each.name === room)?.codes;
  return codes && Object.hasOwn(codes, code) ? codes[code] : undefined;
}

/** `/vehicles/trips/{id}` with an object's values put in; `{opens}` alone is an address of its own. */
export function fillPath(path: string, values: Readonly<Record<string, unknown>>): string {
  const whole = /^\{(\w+)\}$/.exec(path)?.[1];
  if (whole !== undefined) return String(values[whole] ?? '');
  return path.replaceAll(/\{(\w+)\}/g, (_place, name: string) => encodeURIComponent(String(values[name] ?? '')));
}

const pattern = (path: string) =>
  new RegExp(`^${path.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`).replaceAll(/\{\w+\}/g, '[^/]+')}$`);

/** The page at an address: the one with exactly this path, or the first that it fits. */
export function pageAt(address: string): { readonly room: WebRoom; readonly page: RoomPage } | undefined {
  const path = address.replace(/[?#].*$/, '');
  for (const room of rooms) {
    const page =
      room.pages.find((each) => each.path === path) ?? room.pages.find((each) => pattern(each.path).test(path));
    if (page) return { room, page };
  }
  return undefined;
}

/** Where an object opens, if a room says so. */
export function pathOf(kind: string, id: string): string | undefined {
  const path = named((room) => room.opens, kind);
  return path === undefined ? undefined : fillPath(path, { id });
}

/** Whether one of a page's needs is open to this session. */
export const isOpen = (needs: string | readonly string[] | undefined, may: readonly string[]): boolean =>
  needs === undefined || (typeof needs === 'string' ? [needs] : needs).some((name) => may.includes(name));
