/** The club of the benches: one partner, one secret that both sides of the wire know. */
export const publicUrl = 'https://club.example';
export const partnerOrigin = 'https://www.ville.example';
export const slug = 'ville';
export const secret = 'a secret of the bench, long enough to be one';
/** A badge that is there before the first request, where a bench asks for one. */
export const benchBadge = 'BenchBadgeBenchBadge22';
