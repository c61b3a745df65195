/**
 * Who may use a route. `staff` is whoever of the staff has signed in by code and has yet to show a passkey;
 * `partner` is somebody of a partner's, for whom the code is enough, and who sees that partner's pages alone; `moderator` is any of them who has shown it; `admin` is a moderator with that role.
 */
export const roles = ['public', 'member', 'partner', 'staff', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];
