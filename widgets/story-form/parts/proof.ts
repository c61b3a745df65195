/** The proof of work that asking for a code takes: loaded when somebody first touches that form. */
export { Proof } from '../../internal/proof/proof.ts';
