import { bidCollusion } from './bid-collusion.ts';
import { ledgerAnomalies } from './ledger-anomalies.ts';
import type { AnalysisMethod } from './method.ts';
import { reportTruthOfFiles } from './report-truth.ts';
import { energyBaselineOfFiles } from './energy-baseline.ts';
import { energyForecastOfFiles } from './energy-forecast.ts';
import { energyDrivers } from './energy-drivers.ts';
import { energyOffHours } from './energy-off-hours.ts';
import { energyThresholds } from './energy-thresholds.ts';
import { energyAnomalies } from './energy-anomalies.ts';
import { vehicleUse } from './vehicle-use.ts';
import { duplicateProjects } from './duplicate-projects.ts';
import { peopleCounts } from './people-counts.ts';
import { inspectionRounds } from './safety/inspection-rounds.ts';
import { overdueHazards } from './safety/overdue-hazards.ts';
import { equipmentDueOfFiles } from './safety/equipment-due.ts';
import { incidentPlaces } from './safety/incident-places.ts';
import { requestsInTime } from './services/requests-in-time.ts';
import { deskWaiting } from './services/desk-waiting.ts';
import { satisfaction } from './services/satisfaction.ts';
import { seldomAskedFor } from './services/seldom-asked-for.ts';
import { systemUse } from './systems/system-use.ts';
import { systemBenefit } from './systems/system-benefit.ts';
import { unreadData } from './systems/unread-data.ts';
import { budgetProjection } from './spending/budget-projection.ts';
import { invoiceRuns } from './spending/invoice-runs.ts';
import { receptionLimits } from './spending/reception-limits.ts';
import { runningCosts } from './spending/running-costs.ts';
import { perHeadTargets } from './reports/per-head-targets.ts';
import { unitChanges } from './reports/unit-changes.ts';
import { billsAndWeather } from './reports/bills-and-weather.ts';

/** Everything that can be run over files, in the order it is told. */
export const analysisMethods: readonly AnalysisMethod[] = [
  reportTruthOfFiles,
  bidCollusion,
  ledgerAnomalies,
  energyBaselineOfFiles,
  energyForecastOfFiles,
  energyDrivers,
  energyOffHours,
  energyThresholds,
  energyAnomalies,
  vehicleUse,
  duplicateProjects,
  peopleCounts,
  inspectionRounds,
  overdueHazards,
  incidentPlaces,
  requestsInTime,
  deskWaiting,
  satisfaction,
  seldomAskedFor,
  systemUse,
  systemBenefit,
  unreadData,
  budgetProjection,
  invoiceRuns,
  runningCosts,
  perHeadTargets,
  billsAndWeather,
  equipmentDueOfFiles,
  receptionLimits,
  unitChanges,
];
