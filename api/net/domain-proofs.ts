import type { DomainProofs } from '../domain/badges/ports.ts';

export function createDomainProofs(): DomainProofs {
  return { look: () => Promise.resolve('missing') };
}
