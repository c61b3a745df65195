import { define } from '../core.ts';
import { AmbassadorCounter } from './counter.ts';

define('ambassador-counter', AmbassadorCounter);

declare global {
  interface HTMLElementTagNameMap {
    'ambassador-counter': AmbassadorCounter;
  }
}
