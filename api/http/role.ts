/**
 * Who may use a route. `staff` is whoever of the staff has signed in by code and has yet to show a passkey;
 * `moderator` is any of them who has shown it; `admin` is a moderator with that role.
 */
export const roles = ['public', 'member', 'staff', 'moderator', 'admin'] as const;
export type Role = (typeof roles)[number];
