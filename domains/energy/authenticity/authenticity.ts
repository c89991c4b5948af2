import { headsAcrossOffices } from '../sources/heads-across-offices.ts';
import { reportHeadShare } from '../sources/report-head-share.ts';
import { reportScaled } from '../sources/report-scaled.ts';
import { reportUnitSlip } from '../sources/report-unit-slip.ts';
import { unitOutsideItsMeters } from '../sources/unit-outside-its-meters.ts';

/** Kits that ask whether what is reported was measured (填报真实性). */
export const authenticityRisks = [
  unitOutsideItsMeters,
  reportHeadShare,
  reportScaled,
  reportUnitSlip,
  headsAcrossOffices,
] as const;
