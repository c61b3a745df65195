import { define } from '../core.ts';
import { AmbassadorStoryForm } from './story-form.ts';

define('ambassador-story-form', AmbassadorStoryForm);

declare global {
  interface HTMLElementTagNameMap {
    'ambassador-story-form': AmbassadorStoryForm;
  }
}
