import { define } from '../core.ts';
import { AmbassadorTestimonials } from './testimonials.ts';

define('ambassador-testimonials', AmbassadorTestimonials);

declare global {
  interface HTMLElementTagNameMap {
    'ambassador-testimonials': AmbassadorTestimonials;
  }
}
