/** The fixed words of a credential, as the standards write them. */

/** Order matters to the standard. The third defines the type of `credentialSchema`, without which nothing is signed. */
export const badgeContexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
] as const;

export const badgeTypes = ['VerifiableCredential', 'OpenBadgeCredential'] as const;

export const badgeSchema = {
  id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
  type: '1EdTechJsonSchemaValidator2019',
} as const;

/** Kinds of identity: the domain of a business is an extension of ours, the name is in the standard's list. */
export const identityTypes = { domain: 'ext:domain', name: 'name' } as const;

/** ISO 8601 in whole seconds: what a JWT can say, so that both forms of a badge say the same. */
export const signedTime = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
