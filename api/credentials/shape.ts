/**
 * What our own credentials look like, to the letter. Whatever is checked is first held against this: no foreign
 * graph, no unknown term and no other context ever reaches the code that canonises JSON-LD, whose work a stranger
 * could otherwise choose.
 */
import { z } from 'zod';
import { badgeContexts, badgeSchema, badgeTypes, identityTypes } from '../domain/badges/credential-words.ts';

const text = z.string().min(1).max(2000);
const url = z.url({ protocol: /^https?$/ }).max(2000);
const time = z.iso.datetime({ offset: false, precision: 0 });
const position = z.string().regex(/^(?:0|[1-9]\d{0,5})$/);
/** A bitstring of the length we use, compressed as badly as may be. */
const encodedList = z.string().regex(/^u[\w-]{1,30000}$/);

const one = <T extends string>(value: T) => z.tuple([z.literal(value)]);

const identity = z.strictObject({
  type: z.literal('IdentityObject'),
  hashed: z.literal(false),
  identityHash: text,
  identityType: z.enum(identityTypes),
});

const achievement = z.strictObject({
  id: url,
  type: one('Achievement'),
  name: text,
  description: text,
  criteria: z.strictObject({ id: url, narrative: text }),
  achievementType: z.literal('Membership'),
  inLanguage: z.string().regex(/^[a-z]{2,3}$/),
});

/** A badge, by the club with this name. */
const badge = (did: string) =>
  z.strictObject({
    '@context': z.tuple(badgeContexts.map((context) => z.literal(context)) as [z.ZodLiteral<string>]),
    id: url,
    type: z.tuple(badgeTypes.map((type) => z.literal(type)) as [z.ZodLiteral<string>]),
    name: text,
    issuer: z.strictObject({
      id: z.literal(did),
      type: one('Profile'),
      name: text,
      url,
      image: z.strictObject({ id: url, type: z.literal('Image') }),
    }),
    validFrom: time,
    validUntil: time,
    awardedDate: time,
    credentialSubject: z.strictObject({
      id: url,
      type: one('AchievementSubject'),
      identifier: z.array(identity).min(1).max(2).optional(),
      achievement,
    }),
    credentialStatus: z.strictObject({
      id: url,
      type: z.literal('BitstringStatusListEntry'),
      statusPurpose: z.literal('revocation'),
      statusListIndex: position,
      statusListCredential: url,
    }),
    credentialSchema: z.tuple([z.strictObject({ id: z.literal(badgeSchema.id), type: z.literal(badgeSchema.type) })]),
  });

/** A status list, by the club with this name. */
const statusList = (did: string) =>
  z.strictObject({
    '@context': one(badgeContexts[0]),
    id: url,
    type: z.tuple([z.literal('VerifiableCredential'), z.literal('BitstringStatusListCredential')]),
    issuer: z.literal(did),
    validFrom: time,
    validUntil: time,
    credentialSubject: z.strictObject({
      id: url,
      type: z.literal('BitstringStatusList'),
      encodedList,
      statusPurpose: z.literal('revocation'),
      ttl: z.int().positive(),
    }),
  });

const proof = z.strictObject({
  type: z.literal('DataIntegrityProof'),
  created: time,
  verificationMethod: z.string().max(300),
  cryptosuite: z.string(),
  proofPurpose: z.string(),
  proofValue: z.string().regex(/^z[1-9A-HJ-NP-Za-km-z]{64,96}$/),
});

const claims = {
  iss: z.string(),
  sub: z.string(),
  jti: z.string(),
  nbf: z.int(),
  exp: z.int(),
};

/** The shapes of what the club with this name signs. */
export function shapes(did: string) {
  const plain = badge(did);
  const proofs = { proof: z.tuple([proof]) };
  return {
    badge: plain.extend(proofs),
    statusList: statusList(did).extend(proofs),
    jwt: plain.extend(claims),
  };
}
export type Shapes = ReturnType<typeof shapes>;
