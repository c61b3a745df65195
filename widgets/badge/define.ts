import { define } from '../core.ts';
import { AmbassadorBadge } from './badge.ts';

define('ambassador-badge', AmbassadorBadge);

declare global {
  interface HTMLElementTagNameMap {
    'ambassador-badge': AmbassadorBadge;
  }
}
