import {
  CodeAccepted,
  CodeRequest,
  MeView,
  PasskeyOptions,
  PasskeyRequest,
  SessionRequest,
  SessionView,
  StaffCodeRequest,
  StaffMeView,
} from '../../contract/session.ts';
import { memberPaths, staffPaths } from '../../contract/paths.ts';
import { body, bodyErrors, ok, ourErrors, partnerErrors, problems, proofErrors, type Registry } from './parts.ts';

const codeErrors = ['code_invalid', 'code_expired'] as const;
const ended = { description: 'Signed out.' };

/** Signing in without a password, from a widget. */
export function describeSessions(add: Registry): void {
  add.registerPath({
    method: 'post',
    path: memberPaths.sessionCodes,
    summary: 'Ask for a six-digit code by mail',
    description: 'The answer is the same whoever the address belongs to, and however often it was asked for.',
    request: body(CodeRequest),
    responses: {
      202: ok(CodeAccepted, 'Taken. If the address is a member’s, a code is on its way.'),
      ...problems(...partnerErrors, ...bodyErrors, ...proofErrors, 'rate_limited', ...ourErrors),
    },
  });
  add.registerPath({
    method: 'post',
    path: memberPaths.sessions,
    summary: 'Sign in with a code',
    description: 'The token works from the origin that asked for it. Keep it in memory.',
    request: body(SessionRequest),
    responses: {
      201: ok(SessionView, 'Signed in.'),
      ...problems('origin_not_allowed', ...bodyErrors, ...codeErrors, 'rate_limited', ...ourErrors),
    },
  });
  add.registerPath({
    method: 'delete',
    path: memberPaths.session,
    summary: 'Sign out',
    responses: { 204: ended, ...problems('unauthenticated', 'origin_not_allowed', ...ourErrors) },
  });
  add.registerPath({
    method: 'get',
    path: memberPaths.me,
    summary: 'Who is signed in',
    responses: { 200: ok(MeView, 'A member, as they see themselves.'), ...problems('unauthenticated', ...ourErrors) },
  });
}

/** Signing in at the console: from the club's own origin, with a cookie. */
export function describeStaffSessions(add: Registry): void {
  add.registerPath({
    method: 'post',
    path: staffPaths.codes,
    summary: 'Console: ask for a code by mail',
    request: body(StaffCodeRequest),
    responses: {
      202: ok(CodeAccepted, 'Taken. If the address is of the staff, a code is on its way.'),
      ...problems('origin_not_allowed', ...bodyErrors, 'rate_limited', ...ourErrors),
    },
  });
  add.registerPath({
    method: 'post',
    path: staffPaths.sessions,
    summary: 'Console: sign in with a code, as far as the passkey',
    request: body(SessionRequest),
    responses: {
      201: ok(StaffMeView, 'A passkey is still to be shown, or made.'),
      ...problems('origin_not_allowed', ...bodyErrors, ...codeErrors, 'rate_limited', ...ourErrors),
    },
  });
  add.registerPath({
    method: 'get',
    path: staffPaths.session,
    summary: 'Console: who is signed in',
    responses: {
      200: ok(StaffMeView, 'The person and how far they are.'),
      ...problems('unauthenticated', ...ourErrors),
    },
  });
  add.registerPath({
    method: 'delete',
    path: staffPaths.session,
    summary: 'Console: sign out',
    responses: { 204: ended, ...problems('unauthenticated', 'origin_not_allowed', ...ourErrors) },
  });
  add.registerPath({
    method: 'post',
    path: staffPaths.passkeyOptions,
    summary: 'Console: what the browser is to ask a passkey',
    responses: {
      200: ok(PasskeyOptions, 'Options of WebAuthn, to make a first passkey or to show a known one.'),
      ...problems('unauthenticated', 'origin_not_allowed', ...ourErrors),
    },
  });
  add.registerPath({
    method: 'post',
    path: staffPaths.passkeys,
    summary: 'Console: show a passkey, or make the first',
    request: body(PasskeyRequest),
    responses: {
      200: ok(StaffMeView, 'Everything is open, under a new cookie.'),
      ...problems(
        'unauthenticated',
        'origin_not_allowed',
        ...bodyErrors,
        'passkey_invalid',
        'rate_limited',
        ...ourErrors,
      ),
    },
  });
}
