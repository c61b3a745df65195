/** What the core exports, in the order that the build gave it; made by `build.ts`. */
declare module 'virtual:parts' {
  const parts: readonly unknown[];
  export default parts;
}
