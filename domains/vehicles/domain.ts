import { room, talk } from '@opengoa/kernel';
import { changeDriver } from './fleet/change-driver.ts';
import { changeVehicle } from './fleet/change-vehicle.ts';
import { drivers, vehicles } from './fleet/fleet-lists.ts';
import { figures, oneVehicle } from './fleet/fleet-reads.ts';
import { registerDriver } from './fleet/register-driver.ts';
import { registerVehicle } from './fleet/register-vehicle.ts';
import { replaceOdometer } from './fleet/replace-odometer.ts';
import { retireVehicle } from './fleet/retire-vehicle.ts';
import { strikeVehicle } from './fleet/strike-vehicle.ts';
import { vehicleLabel } from './fleet/vehicle-label.ts';
import { vehicleSheet } from './fleet/vehicle-sheet.ts';
import { fleetSaves } from './fleet/vehicle-store.ts';
import { fuel } from './fuel/fuel-lists.ts';
import { fuelSaves } from './fuel/fuel-store.ts';
import { approveRepair } from './costs/approve-repair.ts';
import { assignFuelCard } from './costs/assign-fuel-card.ts';
import { cancelHire } from './costs/cancel-hire.ts';
import { cancelRepair } from './costs/cancel-repair.ts';
import { costs, expenses, hires, repairs, vehicleYears } from './costs/cost-lists.ts';
import { costSheet } from './costs/cost-sheet.ts';
import { costSaves } from './costs/cost-store.ts';
import { finishRepair } from './costs/finish-repair.ts';
import { hireCar } from './costs/hire-car.ts';
import { orderRepair } from './costs/order-repair.ts';
import { payRepair } from './costs/pay-repair.ts';
import { quoteRepair } from './costs/quote-repair.ts';
import { recordCost } from './costs/record-cost.ts';
import { refuseRepair } from './costs/refuse-repair.ts';
import { settleHire } from './costs/settle-hire.ts';
import { strikeCost } from './costs/strike-cost.ts';
import { costRefusals } from './costs/words.zh.ts';
import { approvePurchase } from './establishment/approve-purchase.ts';
import { proposePurchase } from './establishment/propose-purchase.ts';
import { refusePurchase } from './establishment/refuse-purchase.ts';
import { setSlots } from './establishment/set-slots.ts';
import { useRate } from './establishment/use-rate.ts';
import { transferVehicle } from './establishment/transfer-vehicle.ts';
import { driverEvents, duties, purchases, seals, services, slots } from './roster/life-lists.ts';
import { lifeSaves } from './roster/life-store.ts';
import { bookHire } from './old-books/book-hire.ts';
import { bookRepair } from './old-books/book-repair.ts';
import { bookTrips } from './old-books/book-trips.ts';
import { bookedSaves } from './old-books/booked-store.ts';
import { bookedTripSaves } from './old-books/booked-trip-store.ts';
import { hireSheet } from './old-books/hire-sheet.ts';
import { repairSheet } from './old-books/repair-sheet.ts';
import { strikeHire } from './old-books/strike-hire.ts';
import { strikeRepair } from './old-books/strike-repair.ts';
import { strikeTrip } from './old-books/strike-trip.ts';
import { tripSheet } from './old-books/trip-sheet.ts';
import { bookedRefusals } from './old-books/words.zh.ts';
import { driverSheet } from './fleet/driver-sheet.ts';
import { strikeDriver } from './fleet/strike-driver.ts';
import { fuelSheet } from './fuel/fuel-sheet.ts';
import { strikeFuel } from './fuel/strike-fuel.ts';
import { planDuty } from './roster/plan-duty.ts';
import { recordDriverEvent } from './roster/record-driver-event.ts';
import { licenceReminder } from './roster/remind-licences.ts';
import { strikeDuty } from './roster/strike-duty.ts';
import { lifeRefusals } from './roster/words.zh.ts';
import { addPaper } from './papers/add-paper.ts';
import { papersList } from './papers/paper-list.ts';
import { paperPoint } from './papers/paper-point.ts';
import { paperSaves } from './papers/paper-store.ts';
import { inspectionSaves } from './validity/inspection-saves.ts';
import { inspectionSheet } from './validity/inspection-sheet.ts';
import { recordInspection } from './validity/record-inspection.ts';
import { inspectionReminder, insuranceReminder } from './validity/remind-validity.ts';
import { strikeInspection } from './validity/strike-inspection.ts';
import { inspections, validities } from './validity/validity-lists.ts';
import { validityRefusals } from './validity/words.zh.ts';
import { planService } from './service/plan-service.ts';
import { recordService } from './service/record-service.ts';
import { serviceReminder } from './service/remind-services.ts';
import { serviceSheet } from './service/service-sheet.ts';
import { strikeService } from './service/strike-service.ts';
import { sealVehicle } from './service/seal-vehicle.ts';
import { recordFuel } from './fuel/record-fuel.ts';
import { dayPlan } from './plan/day-plan-read.ts';
import { keepPlace } from './places/keep-place.ts';
import { places } from './places/place-list.ts';
import { placeSaves } from './places/place-store.ts';
import { removePlace } from './places/remove-place.ts';
import { placeRefusals } from './places/words.zh.ts';
import { holidayUse, refuelOverTank, repairSplit } from './risks/gather-fleet.ts';
import { admitTerminal } from './positions/admit-terminal.ts';
import { offerTerminalCode } from './positions/offer-terminal-code.ts';
import { breakGlass } from './positions/break-glass.ts';
import { drawFence } from './positions/draw-fence.ts';
import { fenceSaves } from './positions/fence-store.ts';
import { followFindings } from './positions/follow-findings.ts';
import { forgetOldTracks, forgetTracks, tracksForgotten } from './positions/forget-tracks.ts';
import { followTrips } from './positions/follow-trips.ts';
import { jt808Door } from './positions/jt808/listen.ts';
import { keepBackground } from './positions/keep-background.ts';
import { openTrack } from './positions/open-track.ts';
import { crossingList, fences, terminals, viewings } from './positions/position-lists.ts';
import { positionSaves } from './positions/position-saves.ts';
import { positionsByMessage } from './positions/positions-by-message.ts';
import { receivePositionsVerb } from './positions/receive-positions.ts';
import { registerTerminal } from './positions/register-terminal.ts';
import { removeFence } from './positions/remove-fence.ts';
import { reopenTerminal } from './positions/reopen-terminal.ts';
import { terminalSaves } from './positions/terminal-store.ts';
import { background, track, tripTrack } from './positions/track-reads.ts';
import { viewingSaves } from './positions/viewing-store.ts';
import { whereabouts } from './positions/whereabouts.ts';
import { withdrawTerminal } from './positions/withdraw-terminal.ts';
import { positionRefusals } from './positions/words.zh.ts';
import { decideFixes } from './set-aside/decide-fixes.ts';
import { keepFrame } from './set-aside/keep-frame.ts';
import { setAside, unreadFrames } from './set-aside/set-aside-lists.ts';
import { setAsideSaves } from './set-aside/set-aside-saves.ts';
import { setAsideRefusals } from './set-aside/words.zh.ts';
import { noteOverSpeed, speedJob, speedSaves } from './speed/note-over-speed.ts';
import { overSpeeds } from './speed/speed-list.ts';
import { refuelDays } from './risks/gather-refuel-days.ts';
import { noParking } from './risks/gather-no-parking.ts';
import { overSpeed } from './risks/gather-speeds.ts';
import { exchangeSaves, exchangeSet, exchangeSets, makeExchangeSet } from './exchange-set/make-exchange-set.ts';
import { exchangeRefusals } from './exchange-set/words.zh.ts';
import { fuelOverStandard } from './risks/gather-fills.ts';
import { parkedAwayOvernight, tripWithoutTrack } from './risks/gather-tracks.ts';
import { usedOutsideApproval } from './risks/gather-trips.ts';
import { addTripSigner } from './trips/add-trip-signer.ts';
import { approveTrip } from './trips/approve-trip.ts';
import { beforeRequest } from './trips/before-request.ts';
import { board } from './trips/board.ts';
import { cancelTrip } from './trips/cancel-trip.ts';
import { departTrip } from './trips/depart-trip.ts';
import { dispatchTrip } from './trips/dispatch-trip.ts';
import { handTripOver } from './trips/hand-trip-over.ts';
import { proposals } from './trips/proposals.ts';
import { rateTrip } from './trips/rate-trip.ts';
import { refuseTrip } from './trips/refuse-trip.ts';
import { returnReminder } from './trips/remind-returns.ts';
import { requestTrip } from './trips/request-trip.ts';
import { returnTrip } from './trips/return-trip.ts';
import { reviseTrip } from './trips/revise-trip.ts';
import { sendTripBack } from './trips/send-trip-back.ts';
import { settleTrip } from './trips/settle-trip.ts';
import { drives, trips } from './trips/trip-lists.ts';
import { oneTrip } from './trips/trip-reads.ts';
import { tripSaves } from './trips/trip-store.ts';
import { tripAgenda } from './trips/trip-agenda.ts';
import { urgeTrip } from './trips/urge-trip.ts';
import { withdrawTrip } from './trips/withdraw-trip.ts';
import { refusals } from './words.zh.ts';

export default room(import.meta.dirname, {
  name: 'vehicles',
  title: { zh: '公务用车', en: 'Official vehicles' },
  verbs: [
    requestTrip,
    reviseTrip,
    approveTrip,
    refuseTrip,
    sendTripBack,
    addTripSigner,
    handTripOver,
    urgeTrip,
    withdrawTrip,
    dispatchTrip,
    departTrip,
    returnTrip,
    settleTrip,
    rateTrip,
    cancelTrip,
    registerVehicle,
    changeVehicle,
    replaceOdometer,
    retireVehicle,
    strikeVehicle,
    registerDriver,
    changeDriver,
    strikeDriver,
    recordFuel,
    strikeFuel,
    recordCost,
    strikeCost,
    assignFuelCard,
    orderRepair,
    quoteRepair,
    approveRepair,
    refuseRepair,
    finishRepair,
    payRepair,
    cancelRepair,
    hireCar,
    settleHire,
    cancelHire,
    bookRepair,
    strikeRepair,
    bookHire,
    strikeHire,
    bookTrips,
    strikeTrip,
    setSlots,
    proposePurchase,
    approvePurchase,
    refusePurchase,
    transferVehicle,
    planDuty,
    strikeDuty,
    recordDriverEvent,
    planService,
    recordService,
    strikeService,
    sealVehicle,
    recordInspection,
    strikeInspection,
    addPaper,
    registerTerminal,
    reopenTerminal,
    withdrawTerminal,
    offerTerminalCode,
    admitTerminal,
    receivePositionsVerb,
    keepFrame,
    decideFixes,
    makeExchangeSet,
    noteOverSpeed,
    keepPlace,
    removePlace,
    drawFence,
    removeFence,
    keepBackground,
    openTrack,
    breakGlass,
    forgetOldTracks,
  ],
  reads: [
    trips,
    drives,
    vehicles,
    drivers,
    fuel,
    terminals,
    places,
    fences,
    crossingList,
    setAside,
    overSpeeds,
    exchangeSets,
    exchangeSet,
    unreadFrames,
    viewings,
    oneTrip,
    beforeRequest,
    board,
    proposals,
    dayPlan,
    costs,
    repairs,
    hires,
    expenses,
    vehicleYears,
    slots,
    purchases,
    duties,
    driverEvents,
    services,
    seals,
    validities,
    inspections,
    papersList,
    useRate,
    oneVehicle,
    figures,
    whereabouts,
    track,
    tripTrack,
    background,
  ],
  saves: [
    ...tripSaves,
    ...fleetSaves,
    ...fuelSaves,
    ...costSaves,
    ...lifeSaves,
    ...inspectionSaves,
    ...paperSaves,
    ...bookedSaves,
    ...bookedTripSaves,
    ...terminalSaves,
    ...positionSaves,
    ...setAsideSaves,
    ...speedSaves,
    ...exchangeSaves,
    ...fenceSaves,
    ...placeSaves,
    ...viewingSaves,
    tracksForgotten,
  ],
  followers: [followTrips, followFindings],
  talks: {
    'vehicles.trip': talk('vehicles.trip', ({ number }: { number: string }) => number, '/vehicles/trips/'),
    'vehicles.vehicle': talk('vehicles.vehicle', ({ plate }: { plate: string }) => plate, '/vehicles/fleet/'),
  },
  agendas: [tripAgenda],
  reminders: [serviceReminder, returnReminder, licenceReminder, insuranceReminder, inspectionReminder],
  jobs: [forgetTracks, speedJob],
  uploads: [paperPoint],
  collects: [positionsByMessage],
  doors: [jt808Door],
  risks: [
    usedOutsideApproval,
    fuelOverStandard,
    refuelOverTank,
    refuelDays,
    holidayUse,
    repairSplit,
    tripWithoutTrack,
    parkedAwayOvernight,
    overSpeed,
    noParking,
  ],
  sheets: [
    vehicleSheet,
    costSheet,
    fuelSheet,
    repairSheet,
    hireSheet,
    tripSheet,
    driverSheet,
    inspectionSheet,
    serviceSheet,
  ],
  labelled: [vehicleLabel],
  refusals: {
    ...refusals,
    ...costRefusals,
    ...bookedRefusals,
    ...lifeRefusals,
    ...validityRefusals,
    ...positionRefusals,
    ...setAsideRefusals,
    ...exchangeRefusals,
    ...placeRefusals,
  },
});
