import type { Badge, BadgeChange, BadgeReads, BadgeWrites, NewBadge } from '../domain/badges/ports.ts';
import { badgeColumns, toBadge } from './badge-rows.ts';
import { purgeReads, purgeWrites } from './cdn-purges.ts';
import { isPublished, keyReads, keyWrites } from './credential-keys.ts';
import { badgeReportReads, badgeReportWrites } from './badge-reports.ts';
import { inserted, literal, query, type Bound, type Executor } from './query.ts';
import { statusReads, statusWrites } from './status-lists.ts';

const byPublicId = query<{ publicId: string }>()((db, p) =>
  db.selectFrom('badge').select(badgeColumns).where('public_id', '=', p.publicId),
);
const byId = query<{ id: number }>()((db, p) => db.selectFrom('badge').select(badgeColumns).where('id', '=', p.id));

// Who looks a badge up to change it has its row until the end.
const toChange = {
  sqlite: { byPublicId, byId },
  postgres: {
    byPublicId: query<{ publicId: string }>()((db, p) =>
      db.selectFrom('badge').select(badgeColumns).where('public_id', '=', p.publicId).forUpdate(),
    ),
    byId: query<{ id: number }>()((db, p) =>
      db.selectFrom('badge').select(badgeColumns).where('id', '=', p.id).forUpdate(),
    ),
  },
};

const lockHolder = query<{ memberId: number }>()((db, p) =>
  db.selectFrom('member').select('id').where('id', '=', p.memberId).forNoKeyUpdate(),
);

/** On PostgreSQL, one at a time for one member: of two who issue at once the second sees the first one's badge. */
async function waitForHolder(on: Executor, memberId: number): Promise<void> {
  if (on.engine === 'postgres') await on.get(lockHolder, { memberId });
}

// 'person' comes after 'business' in the alphabet.
const ofMember = query<{ memberId: number }>()((db, p) =>
  db.selectFrom('badge').select(badgeColumns).where('member_id', '=', p.memberId).orderBy('kind', 'desc').orderBy('id'),
);

const unsigned = query<{ max: number }>()((db, p) =>
  db
    .selectFrom('badge')
    .select(badgeColumns)
    .where('status', '=', literal('active'))
    .where((eb) => eb.or([eb('signed_version', 'is', null), eb('signed_version', '<>', eb.ref('version'))]))
    .orderBy('id')
    .limit(p.max),
);

// One who left and came back has a badge of then, which nobody gets back.
const membersWithout = query<{ max: number }>()((db, p) =>
  db
    .selectFrom('member')
    .select('id')
    .where('status', '=', literal('active'))
    .where('suspended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('badge')
            .select('badge.id')
            .whereRef('badge.member_id', '=', 'member.id')
            .where('badge.kind', '=', literal('person'))
            .where((eb) => eb.or([eb('badge.end_reason', 'is', null), eb('badge.end_reason', '<>', literal('left'))])),
        ),
      ),
    )
    .orderBy('id')
    .limit(p.max),
);

const expired = query<{ now: number; max: number }>()((db, p) =>
  db
    .selectFrom('badge')
    .select(badgeColumns)
    .where('status', '=', literal('active'))
    .where('valid_until', '<=', p.now)
    .orderBy('valid_until')
    .limit(p.max),
);

const endingSoon = query<{ before: number; max: number }>()((db, p) =>
  db
    .selectFrom('badge')
    .select(badgeColumns)
    .where('status', '=', literal('active'))
    .where('kind', '=', literal('person'))
    .where('valid_until', '<', p.before)
    .where((eb) => eb.or([eb('reminded_at', 'is', null), eb('reminded_at', '<', eb.ref('valid_from'))]))
    .orderBy('valid_until')
    .limit(p.max),
);

const domainsDue = query<{ now: number; max: number }>()((db, p) =>
  db
    .selectFrom('badge')
    .select(badgeColumns)
    .where('status', '=', literal('active'))
    .where('kind', '=', literal('business'))
    .where('check_due_at', '<=', p.now)
    .orderBy('check_due_at')
    .limit(p.max),
);

const insert = query<NewBadge & { at: number }>()((db, p) =>
  db
    .insertInto('badge')
    .values({
      public_id: p.publicId,
      member_id: p.memberId,
      kind: p.kind,
      status: literal('waiting'),
      language: p.language,
      circle: p.circle,
      shows_name: p.showsName,
      shows_circle: p.showsCircle,
      name: p.name,
      domain: p.domain,
      created_at: p.at,
    })
    .returning('id'),
);

type Changed = Required<BadgeChange> & Pick<Badge, 'id' | 'version' | 'credential' | 'jwt'>;

const change = query<Changed>()((db, p: Bound<Changed>) =>
  db
    .updateTable('badge')
    .set({
      status: p.status,
      language: p.language,
      circle: p.circle,
      shows_name: p.showsName,
      shows_circle: p.showsCircle,
      name: p.name,
      domain: p.domain,
      awarded_at: p.awardedAt,
      valid_from: p.validFrom,
      valid_until: p.validUntil,
      ended_at: p.endedAt,
      end_reason: p.endReason,
      list: p.list,
      position: p.position,
      reminded_at: p.remindedAt,
      proven_at: p.provenAt,
      checked_at: p.checkedAt,
      missing_since: p.missingSince,
      check_due_at: p.checkDueAt,
      version: p.version,
      credential: p.credential,
      jwt: p.jwt,
    })
    .where('id', '=', p.id),
);

const keepSigned = query<{ id: number; version: number; credential: string; jwt: string; keyId: string }>()((db, p) =>
  db
    .updateTable('badge')
    .set({ credential: p.credential, jwt: p.jwt, signed_key: p.keyId, signed_version: p.version })
    .where('id', '=', p.id)
    .where('version', '=', p.version)
    .where('status', '=', literal('active')),
);

const forget = query<{ memberId: number }>()((db, p) =>
  db.updateTable('badge').set({ name: null, domain: null }).where('member_id', '=', p.memberId),
);
const forgetReports = query<{ memberId: number }>()((db, p) =>
  db
    .deleteFrom('badge_report')
    .where('badge_id', 'in', (eb) => eb.selectFrom('badge').select('badge.id').where('member_id', '=', p.memberId)),
);

/** What is left of the badges of somebody who leaves names nobody: an address that says it has ended. */
export async function forgetBadgesOf(on: Executor, memberId: number): Promise<void> {
  await on.run(forget, { memberId });
  await on.run(forgetReports, { memberId });
}

export function badgeReads(on: Executor): BadgeReads {
  const all = (rows: Promise<Parameters<typeof toBadge>[0][]>) =>
    rows.then((found) => found.map((row) => toBadge(row)));
  return {
    byPublicId: async (publicId) => optional(await on.get(byPublicId, { publicId })),
    byId: async (id) => optional(await on.get(byId, { id })),
    ofMember: (memberId) => all(on.all(ofMember, { memberId })),
    unsigned: (max) => all(on.all(unsigned, { max })),
    membersWithout: async (max) => (await on.all(membersWithout, { max })).map(({ id }) => id),
    expired: (now, max) => all(on.all(expired, { now, max })),
    endingSoon: (before, max) => all(on.all(endingSoon, { before, max })),
    domainsDue: (now, max) => all(on.all(domainsDue, { now, max })),
    ...statusReads(on),
    ...keyReads(on),
    ...badgeReportReads(on),
    ...purgeReads(on),
  };
}

export function badgeWrites(on: Executor): BadgeWrites {
  return {
    find: async (publicId) => optional(await on.get(toChange[on.engine].byPublicId, { publicId })),
    async ofMember(memberId) {
      await waitForHolder(on, memberId);
      return (await on.all(ofMember, { memberId })).map((row) => toBadge(row));
    },
    insert: async (badge, at) => inserted(await on.get(insert, { ...badge, at })),
    async change(id, changes, { resign } = { resign: false }) {
      const row = await on.get(toChange[on.engine].byId, { id });
      if (!row) return;
      const badge = { ...toBadge(row), ...changes };
      // What is no longer valid says nothing of anybody.
      if (badge.status === 'ended') Object.assign(badge, { credential: null, jwt: null, name: null });
      await on.run(change, { ...badge, version: badge.version + Number(resign) });
    },
    async keepSigned(id, version, signed) {
      if (!(await isPublished(on, signed.keyId))) return false;
      return (await on.run(keepSigned, { id, version, ...signed })) === 1;
    },
    ...statusWrites(on),
    ...keyWrites(on),
    ...badgeReportWrites(on),
    ...purgeWrites(on),
  };
}

function optional(row: Parameters<typeof toBadge>[0] | undefined): Badge | undefined {
  return row && toBadge(row);
}
