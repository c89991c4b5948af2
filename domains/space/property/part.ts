import { part } from '@opengoa/kernel';
import { amendServiceContract } from './amend-service-contract.ts';
import { amendmentSaves } from './amendment-store.ts';
import { answerRectification } from './answer-rectification.ts';
import { checkService } from './check-service.ts';
import { correctServiceCheck } from './correct-service-check.ts';
import { endRunOutContracts, endServiceContract } from './end-service-contract.ts';
import { contractReminder, rectificationReminder } from './property-reminders.ts';
import { checkList, contractList, eventList, oneServiceContract, rectificationList } from './property-reads.ts';
import { propertySaves } from './property-store.ts';
import { refuseContractAmendment } from './refuse-contract-amendment.ts';
import { refuseServiceContract } from './refuse-service-contract.ts';
import { registerServiceContract } from './register-service-contract.ts';
import { signContractAmendment } from './sign-contract-amendment.ts';
import { signServiceContract } from './sign-service-contract.ts';
import { verifyRectification } from './verify-rectification.ts';
import { propertyRefusals } from './words.zh.ts';

/** 物业服务: contracts, monthly checks, rectifications. */
export const property = part({
  verbs: [
    registerServiceContract,
    signServiceContract,
    refuseServiceContract,
    amendServiceContract,
    signContractAmendment,
    refuseContractAmendment,
    endServiceContract,
    checkService,
    correctServiceCheck,
    answerRectification,
    verifyRectification,
  ],
  reads: [contractList, checkList, rectificationList, eventList, oneServiceContract],
  saves: [...propertySaves, ...amendmentSaves],
  jobs: [endRunOutContracts],
  reminders: [contractReminder, rectificationReminder],
  refusals: propertyRefusals,
});
