import type { IconName } from '../room.ts';

/** One stroke each on a 20-unit square, drawn for this program. */
const strokes: Readonly<Record<IconName, string>> = {
  desk: 'M3 5h14v9H3zM7 17h6M10 14v3M6 9l2 2 4-4',
  hall: 'M3 17V8l7-4 7 4v9M8 17v-5h4v5',
  car: 'M3 12l1.6-4.5h10.8L17 12v3.5h-2M3 12v3.5h2M3 12h14M5 15.5a1.5 1.5 0 103 0 1.5 1.5 0 10-3 0M12 15.5a1.5 1.5 0 103 0 1.5 1.5 0 10-3 0M8 15.5h4',
  bolt: 'M11 2.5L4.5 11.5H9l-.5 6 6.5-9H10.5z',
  shield: 'M10 2.5l6 2.2v4.6c0 4-2.6 6.8-6 8.2-3.4-1.4-6-4.2-6-8.2V4.7zM7.5 10l2 2 3.3-3.6',
  building: 'M4 17.5V3h8v14.5M12 8h4v9.5M2.5 17.5h15M6.5 6h3M6.5 9h3M6.5 12h3',
  box: 'M3 6l7-3 7 3v8l-7 3-7-3zM3 6l7 3 7-3M10 9v8',
  coins:
    'M3 6c0-1.4 2.5-2.5 5.5-2.5S14 4.600 14 6s-2.500 2.500-5.500 2.500S3 7.400 3 6zM3 6v4c0 1.400 2.500 2.500 5.500 2.500M3 10v4c0 1.400 2.500 2.500 5.500 2.500M10 13a4 2 0 108 0 4 2 0 10-8 0M10 13v2.500c0 1.100 1.800 2 4 2s4-.900 4-2V13',
  broom: 'M13 3l-4 7M6 10l7 3.500-2 4H4c1.500-2 2-4 2-7.500zM8 15.500l-.700 2',
  person:
    'M6.500 6.500a3.500 3.500 0 107 0 3.500 3.500 0 10-7 0M3 17.500c.500-3.500 3.200-5.500 7-5.500s6.500 2 7 5.500',
  key: 'M3 13.500a3.500 3.500 0 107 0 3.500 3.500 0 10-7 0M9 11l8-8M14 6l2 2M12 8l1.500 1.500',
  record: 'M5 2.500h7l3.500 3.500v11.500H5zM12 2.500V6h3.500M7.500 9.500h5M7.500 12h5M7.500 14.500h3',
  tree: 'M8 3h4v3H8zM3 13h4v3H3zM13 13h4v3h-4zM10 6v4M5 13v-3h10v3',
  search: 'M4 9a5 5 0 1010 0A5 5 0 104 9M13 12.500l4 4',
  bell: 'M5 14V9a5 5 0 0110 0v5l1.500 1.500h-13zM8.500 17.500h3',
  moon: 'M16.500 11.500A7 7 0 118.500 3.500a5.500 5.500 0 008 8z',
  sun: 'M7 10a3 3 0 106 0 3 3 0 10-6 0M10 2v2M10 16v2M2 10h2M16 10h2M4.300 4.300l1.500 1.500M14.200 14.200l1.500 1.500M4.300 15.700l1.500-1.500M14.200 5.800l1.500-1.500',
  'text-size': 'M2.500 16L7 4.500h1L12.500 16M4 12.500h7M13 16l2.300-6h.900l2.300 6M13.700 14h4',
  help: 'M2.500 10a7.500 7.500 0 1015 0 7.500 7.500 0 10-15 0M7.800 7.800a2.200 2.200 0 114 1.300c-.700.900-1.800 1.100-1.800 2.400M10 14v.200',
  menu: 'M3 5h14M3 10h14M3 15h14',
  close: 'M5 5l10 10M15 5L5 15',
  chevron: 'M7 4l6 6-6 6',
  more: 'M4.500 10h.100M10 10h.100M15.500 10h.100',
  plus: 'M10 4v12M4 10h12',
  download: 'M10 3v9M6.500 8.500L10 12l3.500-3.500M3.500 16.500h13',
  upload: 'M10 13V4M6.500 7.500L10 4l3.500 3.500M3.500 16.500h13',
  columns: 'M3 4h14v12H3zM8 4v12M12.500 4v12',
  filter: 'M3 4h14l-5.500 6.500V16l-3-1.500v-4z',
  bookmark: 'M5.500 3h9v14L10 13.500 5.500 17z',
  check: 'M4 10.500l4 4 8-9',
  warning: 'M10 3l8 14H2zM10 8v4.500M10 14.800v.200',
  clock: 'M2.500 10a7.500 7.500 0 1015 0 7.500 7.500 0 10-15 0M10 5.500V10l3 2',
  chart: 'M3 3v14h14M6 13l3.500-4 3 2.500L17 6',
  list: 'M7 5h10M7 10h10M7 15h10M3.500 5h.100M3.500 10h.100M3.500 15h.100',
  ruler: 'M3 13L13 3l4 4L7 17zM6 10l1.500 1.500M8.500 7.500L10 9M11 5l1.500 1.500',
  scan: 'M3 7V3h4M13 3h4v4M17 13v4h-4M7 17H3v-4M3 10h14',
  sort: 'M6 4v12M3.500 13.500L6 16l2.500-2.500M14 16V4M11.500 6.500L14 4l2.500 2.500',
  eye: 'M2 10c2-3.500 4.700-5 8-5s6 1.500 8 5c-2 3.500-4.700 5-8 5s-6-1.500-8-5zM7.500 10a2.500 2.500 0 105 0 2.500 2.500 0 10-5 0',
  swap: 'M4 7h11M12 4l3 3-3 3M16 13H5M8 10l-3 3 3 3',
  language:
    'M2.500 10a7.500 7.500 0 1015 0 7.500 7.500 0 10-15 0M2.500 10h15M10 2.500c4 4 4 11 0 15M10 2.500c-4 4-4 11 0 15',
  device: 'M5 3h10v14H5zM8 6h4M9 14h2',
};

/** Decoration beside words; where it stands alone its button carries the name. */
export function Icon({ name, size = 18 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      className="k-icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={strokes[name]} />
    </svg>
  );
}
