import { room, talk } from '@opengoa/kernel';
import { account } from './accounts/account-reads.ts';
import { authenticityRisks } from './authenticity/authenticity.ts';
import { budgets } from './budget/budget.ts';
import { regulation } from './regulation/regulation.ts';
import { doubles } from './doubles/doubles-read.ts';
import { moveBuilding } from './tenure/move-building.ts';
import { tenureSaves } from './tenure/tenure-store.ts';
import { tenureRefusals } from './tenure/words.zh.ts';
import { projects } from './projects/projects.ts';
import { quota } from './quota/quota-read.ts';
import { meterTree } from './tree/tree-read.ts';
import { recordKitchenWaste } from './canteen/record-kitchen-waste.ts';
import { kitchenWaste } from './canteen/waste-read.ts';
import { wasteSaves } from './canteen/waste-store.ts';
import { canteenRefusals } from './canteen/words.zh.ts';
import { doubleRefusals } from './doubles/words.zh.ts';
import { attribution } from './attribution/attribution-reads.ts';
import { baselineSaves } from './baseline/baseline-store.ts';
import { fitBaseline } from './baseline/fit-baseline.ts';
import { refitBaselines } from './baseline/refit-baselines.ts';
import { buildingSaves } from './buildings/building-store.ts';
import { changeBuilding } from './buildings/change-building.ts';
import { declareChange } from './buildings/declare-change.ts';
import { buildingMonths } from './buildings/building-months.ts';
import { keepCalendar } from './buildings/keep-calendar.ts';
import { registerBuilding } from './buildings/register-building.ts';
import { buildings, months } from './buildings/building-lists.ts';
import { buildingSheet } from './buildings/building-sheet.ts';
import { ownInstitution } from './buildings/own-institution.ts';
import { oneBuilding } from './buildings/building-reads.ts';
import { estimateGaps } from './gaps/estimate-gaps.ts';
import { forecastDay } from './forecast/forecast-day.ts';
import { dayAheadRead } from './forecast/forecast-reads.ts';
import { forecastSaves } from './forecast/forecast-store.ts';
import { forecastTomorrow } from './forecast/forecast-tomorrow.ts';
import { forecastRefusals } from './forecast/words.zh.ts';
import { withdrawEstimates } from './gaps/withdraw-estimates.ts';
import { gaps } from './gaps/gap-reads.ts';
import { gapSaves } from './gaps/gap-store.ts';
import { changeGateway } from './gateways/change-gateway.ts';
import { gateways } from './gateways/gateway-lists.ts';
import { gatewaySaves } from './gateways/gateway-store.ts';
import { notePoll } from './gateways/note-poll.ts';
import { pollGateways } from './gateways/poll-gateways.ts';
import { registerGateway } from './gateways/register-gateway.ts';
import { completeness } from './figures/completeness.ts';
import { intervals } from './figures/intervals.ts';
import { load } from './figures/load.ts';
import { profile } from './figures/profile.ts';
import { doubts, meters } from './meters/meter-lists.ts';
import { hourlyImporter } from './import/hourly-importer.ts';
import { intervalImporter } from './import/interval-importer.ts';
import { meterSheet } from './meters/meter-sheet.ts';
import { oneMeter } from './meters/meter-reads.ts';
import { priceSaves } from './prices/price-store.ts';
import { setPrice } from './prices/set-price.ts';
import { recordSize } from './sizes/record-size.ts';
import { sizeSaves } from './sizes/size-store.ts';
import { sizeRefusals } from './sizes/words.zh.ts';
import { offHoursLoad } from './sources/off-hours-load.ts';
import { readingReset } from './sources/reading-reset.ts';
import { useOverBaseline } from './sources/use-over-baseline.ts';
import { setTariff } from './tariffs/set-tariff.ts';
import { split } from './tariffs/split-reads.ts';
import { tariffs } from './tariffs/tariff-lists.ts';
import { tariffSaves } from './tariffs/tariff-store.ts';
import { tariffRefusals } from './tariffs/words.zh.ts';
import { checkMeter, checkSaves } from './meters/check-meter.ts';
import { meterLabel } from './meters/meter-label.ts';
import { changeMeter } from './meters/change-meter.ts';
import { meterSaves } from './meters/meter-store.ts';
import { registerMeter } from './meters/register-meter.ts';
import { replaceMeter } from './meters/replace-meter.ts';
import { correctReading } from './readings/correct-reading.ts';
import { decideDoubt } from './readings/decide-doubt.ts';
import { packDays, packDaysJob } from './readings/pack-days.ts';
import { photoPoint } from './readings/photo-point.ts';
import { questionAll } from './readings/question-all.ts';
import { questionReadings } from './readings/question-readings.ts';
import { readingsByMessage } from './readings/readings-by-message.ts';
import { daySheet } from './readings/day-sheet.ts';
import { readingSheet } from './readings/reading-sheet.ts';
import { readMeter } from './readings/read-meter.ts';
import { readingSaves } from './readings/reading-store.ts';
import { receiveReadings } from './readings/receive-readings.ts';
import { statistics } from './statistics/statistics.ts';
import { receiveWeather } from './weather/receive-weather.ts';
import { weatherSaves } from './weather/weather-store.ts';
import { refusals } from './words.zh.ts';

export default room(import.meta.dirname, {
  name: 'energy',
  title: { zh: '公共机构节能', en: 'Energy' },
  verbs: [
    registerBuilding,
    changeBuilding,
    declareChange,
    keepCalendar,
    setPrice,
    setTariff,
    recordSize,
    moveBuilding,
    registerMeter,
    changeMeter,
    replaceMeter,
    receiveReadings,
    readMeter,
    correctReading,
    checkMeter,
    questionReadings,
    decideDoubt,
    receiveWeather,
    fitBaseline,
    registerGateway,
    changeGateway,
    notePoll,
    estimateGaps,
    withdrawEstimates,
    packDays,
    forecastDay,
    recordKitchenWaste,
    ...statistics.verbs,
    ...budgets.verbs,
    ...projects.verbs,
    ...regulation.verbs,
  ],
  reads: [
    buildings,
    meters,
    months,
    doubts,
    oneBuilding,
    oneMeter,
    profile,
    load,
    completeness,
    gateways,
    buildingMonths,
    ownInstitution,
    gaps,
    account,
    intervals,
    dayAheadRead,
    tariffs,
    split,
    attribution,
    doubles,
    meterTree,
    kitchenWaste,
    quota,
    ...statistics.reads,
    ...budgets.reads,
    ...projects.reads,
    ...regulation.reads,
  ],
  saves: [
    ...buildingSaves,
    ...priceSaves,
    ...sizeSaves,
    ...tenureSaves,
    ...tariffSaves,
    ...meterSaves,
    ...checkSaves,
    ...readingSaves,
    ...gatewaySaves,
    ...gapSaves,
    ...weatherSaves,
    ...baselineSaves,
    ...forecastSaves,
    ...wasteSaves,
    ...statistics.saves,
    ...budgets.saves,
    ...projects.saves,
    ...regulation.saves,
  ],
  sheets: [buildingSheet, meterSheet, readingSheet, daySheet],
  jobs: [
    pollGateways,
    packDaysJob,
    questionAll,
    refitBaselines,
    forecastTomorrow,
    ...statistics.jobs,
    ...budgets.jobs,
    ...regulation.jobs,
  ],
  risks: [useOverBaseline, offHoursLoad, readingReset, ...authenticityRisks],
  importers: [hourlyImporter, intervalImporter],
  collects: [readingsByMessage, ...regulation.collects],
  tells: regulation.tells,
  uploads: [photoPoint],
  labelled: [meterLabel],
  talks: {
    'energy.building': talk('energy.building', ({ name }: { name: string }) => name, '/energy/buildings/'),
    'energy.meter': talk('energy.meter', ({ name }: { name: string }) => name, '/energy/meters/'),
  },
  refusals: {
    ...refusals,
    ...sizeRefusals,
    ...tenureRefusals,
    ...forecastRefusals,
    ...tariffRefusals,
    ...doubleRefusals,
    ...canteenRefusals,
    ...statistics.refusals,
    ...budgets.refusals,
    ...projects.refusals,
    ...regulation.refusals,
  },
});
export { importHourly, type HourlyImport, type HourlyPlace } from './import/import-hourly.ts';
