import type { UserConfig } from 'vite';

/** What every build of the widgets shares; `widgets/build.ts` adds the entry of each file. */
const config: UserConfig = {
  root: import.meta.dirname,
  publicDir: false,
  logLevel: 'warn',
  // Every browser that we serve has `URL`.
  resolve: { alias: { 'url-parse': `${import.meta.dirname}/widgets/story-form/parts/native-url.ts` } },
  build: {
    target: 'es2022',
    write: false,
    // As a library: an application's dynamic imports would write <link> elements into the host page.
    lib: { entry: 'widgets/kit.ts', formats: ['es'] },
    // A library keeps its white space unless told otherwise.
    rolldownOptions: {
      preserveEntrySignatures: 'strict',
      treeshake: { propertyReadSideEffects: false },
      output: { minify: true },
    },
    reportCompressedSize: false,
  },
};

export default config;
