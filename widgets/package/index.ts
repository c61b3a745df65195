/** What `ambassador-widgets` exports: classes, events, types, and who the club is. No side effects. */
export * from '../index.ts';
export { AmbassadorElement } from '../internal/ambassador-element.ts';
export type { Locale } from '../../api/contract/locales.ts';
export { setClub } from './club.ts';
