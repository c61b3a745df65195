import { ofDocument, type ReactiveController } from '../core.ts';

/**
 * A controller that tells when the visitor comes back to the page: somebody who confirmed in
 * another tab sees the number move.
 */
export function pageReturn(returned: () => void): ReactiveController {
  const listener = () => {
    if (ofDocument('visibilityState') === 'visible') returned();
  };
  // The event bubbles from the document to the window, whose methods no element's name can hide.
  return {
    hostConnected: () => addEventListener('visibilitychange', listener),
    hostDisconnected: () => removeEventListener('visibilitychange', listener),
  };
}
