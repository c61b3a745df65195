/**
 * What the Open Badges 3.0 schema enforces of a badge, as facts: which members must be there, of which form, and
 * where nothing else may be.
 */
const text = { type: 'string' };
const url = { type: 'string', pattern: '^(?:https?|did|urn):\\S+$' };
const webAddress = { type: 'string', pattern: '^https?://\\S+$' };
const time = {
  type: 'string',
  pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)$',
};
const typed = (...types: string[]) => ({
  type: 'array',
  allOf: types.map((type) => ({ contains: { const: type } })),
});
const strings = { type: 'array', items: text };

const image = {
  type: 'object',
  required: ['id', 'type'],
  properties: { id: url, type: { const: 'Image' }, caption: text },
  additionalProperties: false,
};

const identity = {
  type: 'object',
  required: ['type', 'hashed', 'identityHash', 'identityType'],
  properties: {
    type: { const: 'IdentityObject' },
    hashed: { type: 'boolean' },
    identityHash: text,
    // Words of the standard's own list that we use, or an extension.
    identityType: {
      anyOf: [{ enum: ['name', 'emailAddress', 'identifier'] }, { type: 'string', pattern: '^ext:[a-z]+$' }],
    },
    salt: text,
  },
  additionalProperties: false,
};

const achievement = {
  type: 'object',
  required: ['id', 'type', 'name', 'description', 'criteria'],
  properties: {
    id: url,
    type: typed('Achievement'),
    name: text,
    description: text,
    // The schema lets an empty one pass; the validator does not.
    criteria: {
      type: 'object',
      minProperties: 1,
      properties: { id: url, narrative: text },
      additionalProperties: false,
    },
    achievementType: { const: 'Membership' },
    inLanguage: { type: 'string', pattern: '^[a-z]{2,4}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|\\d{3}))?$' },
    image,
  },
};

export const openBadgeSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  type: 'object',
  required: ['@context', 'id', 'type', 'issuer', 'validFrom', 'credentialSubject', 'proof'],
  properties: {
    '@context': {
      ...strings,
      items: [
        { const: 'https://www.w3.org/ns/credentials/v2' },
        { const: 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json' },
        { const: 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json' },
      ],
      minItems: 3,
    },
    id: webAddress,
    type: { ...typed('VerifiableCredential', 'OpenBadgeCredential'), minItems: 2 },
    name: text,
    issuer: {
      type: 'object',
      required: ['id', 'type'],
      properties: {
        id: { type: 'string', pattern: '^did:web:' },
        type: typed('Profile'),
        name: text,
        url: webAddress,
        image,
      },
    },
    validFrom: time,
    validUntil: time,
    awardedDate: time,
    credentialSubject: {
      type: 'object',
      required: ['type', 'achievement'],
      // Either of them, says the validator.
      anyOf: [{ required: ['id'] }, { required: ['identifier'] }],
      properties: {
        id: url,
        type: typed('AchievementSubject'),
        identifier: { type: 'array', items: identity, minItems: 1 },
        achievement,
      },
    },
    credentialSchema: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'type'],
        properties: { id: webAddress, type: { const: '1EdTechJsonSchemaValidator2019' } },
      },
    },
    credentialStatus: {
      type: 'object',
      required: ['id', 'type'],
      properties: {
        id: { type: 'string', pattern: '^https?://[^#]+#\\d+$' },
        type: { const: 'BitstringStatusListEntry' },
        statusPurpose: { const: 'revocation' },
        statusListIndex: { type: 'string', pattern: '^\\d+$' },
        statusListCredential: webAddress,
      },
    },
    proof: {
      type: 'array',
      items: {
        type: 'object',
        required: ['type', 'cryptosuite', 'created', 'proofPurpose', 'proofValue', 'verificationMethod'],
        properties: {
          type: { const: 'DataIntegrityProof' },
          cryptosuite: { const: 'eddsa-rdfc-2022' },
          created: time,
          proofPurpose: { const: 'assertionMethod' },
          proofValue: { type: 'string', pattern: '^z' },
          verificationMethod: { type: 'string', pattern: '^did:web:[^#]+#(?!z)' },
        },
      },
    },
  },
};
