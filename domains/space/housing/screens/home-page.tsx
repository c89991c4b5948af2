import { words } from '@opengoa/kernel/words';
import {
  area,
  Go,
  Ledger,
  money,
  number,
  Pairs,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  useMay,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { homeStates } from '../words.zh.ts';
import { homeTones, stayTones } from './tones.ts';

/** 周转住房: what it is, and the stays in it for those who may read them. */
export default function HomePage({ params }: ScreenProps<'id'>) {
  const { w } = useWords();
  const mayStays = useMay('space.stays');
  const known = useRead('space.home', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={10}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={it.name}
          status={{ tone: homeTones[it.state], words: homeStates[it.state] }}
          summary={`${it.address} · ${area(it.areaM2)} · ${it.unitName}`}
          may={it.may}
          object={it}
          tabs={[
            {
              key: 'home',
              title: words('住房资料', 'Home'),
              content: (
                <Section>
                  <Pairs
                    pairs={[
                      { term: words('管理单位', 'Kept by'), value: it.unitName },
                      { term: words('坐落', 'Address'), value: it.address || '—' },
                      { term: words('面积', 'Area'), value: area(it.areaM2) },
                      { term: words('居室', 'Rooms'), value: number(it.rooms, 0) },
                      {
                        term: words('月租金', 'Rent a month'),
                        value: it.rentFen === 0 ? w(words('不收', 'None')) : money(it.rentFen),
                      },
                      ...(it.room
                        ? [
                            {
                              term: words('台账房间', 'Room of the ledger'),
                              value: (
                                <Go className="k-link" to={`/space/rooms/${it.room}`}>
                                  {`${it.buildingName ?? ''} ${it.roomNumber ?? ''}`}
                                </Go>
                              ),
                            },
                          ]
                        : it.building
                          ? [
                              {
                                term: words('台账房屋', 'Building of the ledger'),
                                value: (
                                  <Go className="k-link" to={`/space/buildings/${it.building}`}>
                                    {it.buildingName ?? ''}
                                  </Go>
                                ),
                              },
                            ]
                          : []),
                      ...(it.note === '' ? [] : [{ term: words('备注', 'Note'), value: it.note, wide: true }]),
                    ]}
                  />
                </Section>
              ),
            },
            ...(mayStays
              ? [
                  {
                    key: 'stays',
                    title: words('历次入住', 'Stays'),
                    content: (
                      <Ledger
                        list="space.stays"
                        fixed={{ home_id: { is: it.id } }}
                        tones={{ state: stayTones }}
                        opens="page"
                        inside
                        bare
                      />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Shown>
  );
}
