import type { Hono, Next } from 'hono';
import type { AppContext, AppDeps, AppEnv } from './env.ts';
import { admit } from './guard.ts';
import { roles, type Role } from './role.ts';

/** What answers. `next` leaves a request to the route of the same path that was mounted after this one. */
export type Handler = (c: AppContext, next: Next) => Response | Promise<Response>;

/** The path is there, the method is not (RFC 9110 §15.5.6). */
export class MethodNotAllowed extends Error {
  readonly allow: string;
  constructor(methods: string[]) {
    super('method not allowed');
    this.name = 'MethodNotAllowed';
    this.allow = methods.join(', ');
  }
}

/** A route says who may use it beside its path: there is no way to add one without. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  role: Role;
  handler: Handler;
}

/**
 * Adds routes. GET routes answer HEAD as well (Hono's own rule).
 * @throws {Error} when a route declares no known role: such an app does not start
 */
export function mount(app: Hono<AppEnv>, deps: AppDeps, routes: Route[]): void {
  for (const route of routes) {
    if (!roles.includes(route.role)) {
      throw new Error(
        `The route ${route.method} ${route.path} declares no role. Write role: 'public' or another one beside its path.`,
      );
    }
    app.on(route.method, route.path, guarded(deps, route));
  }
  // Registered last: reached only when the path is known and the method is not.
  for (const path of new Set(routes.map((route) => route.path))) {
    const methods = new Set(routes.filter((route) => route.path === path).map((route) => route.method));
    app.all(path, () => {
      throw new MethodNotAllowed([...methods].flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
    });
  }
}

/** On the route itself: no other spelling of a path comes round it. */
function guarded(deps: AppDeps, { role, handler }: Route): Handler {
  if (role === 'public') return handler;
  const checkRole = async (c: AppContext, next: Next): Promise<Response> => {
    await admit(c, deps, role);
    return handler(c, next);
  };
  // Whoever asks the application for its routes is told who may use them: a test does.
  return Object.assign(checkRole, { role });
}
