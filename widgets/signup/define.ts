import { define } from '../core.ts';
import { AmbassadorSignup } from './signup.ts';

define('ambassador-signup', AmbassadorSignup);

declare global {
  interface HTMLElementTagNameMap {
    'ambassador-signup': AmbassadorSignup;
  }
}
