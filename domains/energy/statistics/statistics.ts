import { acceptStatement } from './accept-statement.ts';
import { answerCheck } from './answer-check.ts';
import { fillCell } from './fill-cell.ts';
import { openStatement } from './open-statement.ts';
import { openStatements } from './open-statements.ts';
import { recallStatement } from './recall-statement.ts';
import { reopenStatement } from './reopen-statement.ts';
import { refillStatement } from './refill-statement.ts';
import { returnStatement } from './return-statement.ts';
import { statements } from './statement-lists.ts';
import { oneStatement } from './statement-reads.ts';
import { revisionSaves } from './revision-store.ts';
import { statementSaves } from './statement-store.ts';
import { statementSums } from './statement-sums.ts';
import { submitStatement } from './submit-statement.ts';
import { statementRefusals } from './words.zh.ts';

/** What the monthly statistics form adds to the room. */
export const statistics = {
  verbs: [
    openStatement,
    refillStatement,
    fillCell,
    answerCheck,
    submitStatement,
    recallStatement,
    returnStatement,
    acceptStatement,
    reopenStatement,
  ],
  reads: [statements, oneStatement, statementSums],
  saves: [...statementSaves, ...revisionSaves],
  jobs: [openStatements],
  refusals: statementRefusals,
} as const;
