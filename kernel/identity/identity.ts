/**
 * The room of identity: who somebody is, what proves it, and for how long. Its doors are of two kinds. Officers' acts are verbs like any
 * other. Acts that prove somebody (`sessionDoors`) hash, count and change the cookie, and then run an internal verb under the identity
 * they proved.
 *
 * ```ts
 * const identity = openIdentity(kernel, { officerAddresses, oidc: oidcProviders(process.env.OPENGOA_OIDC) });
 * const caller = await findActor(identity, request.cookies[cookieName(secure)], request.ip, { background });
 * const answer = await openDoor(identity, sessionDoors.get('kernel.sign-in')!, request.body, { token, address, agent });
 * ```
 */
import { appointFirstOfficers } from '../rights/appoint-first-officers.ts';
import { confirmGrant } from '../rights/confirm-grant.ts';
import { endGrant } from '../rights/end-grant.ts';
import { grantRight } from '../rights/grant-right.ts';
import { bindIdentity, unbindIdentity } from './bind-identity.ts';
import { changePassword } from './change-password.ts';
import { claimFirstAdministrator, foundHouse } from './claim-first-administrator.ts';
import { countFailedSignIn } from './count-failed-sign-in.ts';
import { createAccount } from './create-account.ts';
import { createMachineKey, revokeMachineKey } from './create-machine-key.ts';
import { disableAccount, enableAccount } from './disable-account.ts';
import { endSession } from './end-session.ts';
import { confirmSecondFactor, enrolSecondFactor } from './enrol-second-factor.ts';
import { finishReset } from './finish-reset.ts';
import { disableUnusedAccounts, forgetOldTries, forgetTries } from './identity-jobs.ts';
import { identities, myIdentities } from './bound-identities.ts';
import { accounts, grants, machineKeys, mySessions, sessions } from './identity-lists.ts';
import { linkOidc, oidcFinish, oidcStart } from './oidc-sign-in.ts';
import { openSession } from './open-session.ts';
import { keepSecondFactor, offerSecondFactor, proveFactor, takeOffSecondFactor } from './second-factor.ts';
import type { AnySessionDoor } from './session-door.ts';
import { setPassword } from './set-password.ts';
import { showSecondFactor } from './show-second-factor.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';
import { startReset } from './start-reset.ts';
import { switchPost } from './switch-post.ts';
import { takePost } from './take-post.ts';

export { identitySaves } from './identity-saves.ts';
export { rightSaves } from '../rights/grant-store.ts';
export { identityRefusals, passwordFaultWords } from './words.ts';
export { openIdentity, type Identity, type IdentityOptions } from './open-identity.ts';
export { type Caller } from './actor-of-session.ts';
export { cookieName, cookieOptions, findActor, findMachine } from './find-actor.ts';
export { openDoor, type AnySessionDoor, type DoorAnswer, type DoorCaller } from './session-door.ts';
export { describeSession, type SessionDescribed } from './describe-session.ts';
export { awaitsFirstAdministrator, offerFirstAdministrator } from './claim-first-administrator.ts';
export { isRequestProof, requestProof } from './session-token.ts';
export { isMachineKeyForm } from './machine-key.ts';
export { oidcProviders, OidcProvider } from './oidc-client.ts';
export { WorkApp, workApps } from './work-app.ts';

export const identityVerbs = [
  createAccount,
  disableAccount,
  enableAccount,
  bindIdentity,
  unbindIdentity,
  startReset,
  takeOffSecondFactor,
  endSession,
  createMachineKey,
  revokeMachineKey,
  grantRight,
  confirmGrant,
  endGrant,
  appointFirstOfficers,
  openSession,
  countFailedSignIn,
  setPassword,
  offerSecondFactor,
  keepSecondFactor,
  proveFactor,
  takePost,
  linkOidc,
  foundHouse,
  forgetOldTries,
];

export const identityReads = [accounts, mySessions, sessions, grants, machineKeys, identities, myIdentities];

export const identityJobs = [disableUnusedAccounts, forgetTries];

/** Doors that prove somebody, served at `POST /api/verbs/<name>` beside the verbs. */
export const sessionDoors: ReadonlyMap<string, AnySessionDoor> = new Map(
  [
    signIn,
    signOut,
    showSecondFactor,
    enrolSecondFactor,
    confirmSecondFactor,
    changePassword,
    finishReset,
    switchPost,
    claimFirstAdministrator,
    oidcStart,
    oidcFinish,
  ].map((door: AnySessionDoor) => [door.name, door]),
);
export { codeAtStep, stepAt } from './one-time-code.ts';
