/**
 * What proves a domain: a line in its DNS, or a file on its site, that says the badge's public id. The id is no
 * secret, and need not be: it says *which* claim the domain agrees to. Another member who claims the same domain has
 * another id, and only who controls the domain can publish one.
 */
export const proofFilePath = '/.well-known/ambassador-badge.txt';

/** Name of the TXT record. */
export const proofRecordName = (domain: string): string => `_ambassador.${domain}`;

/** Value of the TXT record. */
export const proofRecordValue = (word: string): string => `ambassador-badge=${word}`;

/** Address of the file. Each of its lines is the word of one badge. */
export const proofFile = (domain: string): string => `https://${domain}${proofFilePath}`;
