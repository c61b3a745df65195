import { define } from '../core.ts';
import { AmbassadorConsole } from './console.ts';

define('ambassador-console', AmbassadorConsole);

declare global {
  interface HTMLElementTagNameMap {
    'ambassador-console': AmbassadorConsole;
  }
}
