import { Go, LedgerPage, useMay, useWords } from '@opengoa/web-kit';

/** 定位终端. */
export default function TerminalList() {
  const { w } = useWords();
  const [fences, crossings] = [useMay('vehicles.fences'), useMay('vehicles.crossings')];
  return (
    <LedgerPage
      list="vehicles.terminals"
      acts={
        <>
          {fences && (
            <Go className="k-link" to="/vehicles/fences">
              {w({ zh: '电子围栏', en: 'Fences' })}
            </Go>
          )}{' '}
          {crossings && (
            <Go className="k-link" to="/vehicles/crossings">
              {w({ zh: '进出围栏', en: 'Crossings' })}
            </Go>
          )}{' '}
          <Go className="k-link" to="/vehicles/over-speeds">
            {w({ zh: '车速待核实', en: 'Speeds' })}
          </Go>{' '}
          <Go className="k-link" to="/vehicles/set-aside">
            {w({ zh: '待认定定位', en: 'Fixes set aside' })}
          </Go>{' '}
        </>
      }
      searchBy={['number', 'plate', 'state']}
      tones={{ state: { waiting: 'check', admitted: 'done', withdrawn: 'plain' } }}
      empty={{
        title: { zh: '还没有登记定位终端', en: 'No terminals yet' },
        todo: { zh: '在车辆页面“更多”里登记。', en: 'Register one on a vehicle’s page.' },
      }}
    />
  );
}
