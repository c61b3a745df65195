/** The client without its browser entry, whose first act is to write into the page's storage. */
declare module 'tus-js-client/lib.esm/upload.js' {
  import type { Upload, UploadOptions } from 'tus-js-client';
  const BaseUpload: typeof Upload & { readonly defaultOptions: UploadOptions };
  export default BaseUpload;
}
declare module 'tus-js-client/lib.esm/browser/httpStack.js' {
  import type { HttpStack } from 'tus-js-client';
  const XHRHttpStack: new () => HttpStack;
  export default XHRHttpStack;
}
declare module 'tus-js-client/lib.esm/noopUrlStorage.js' {
  import type { UrlStorage } from 'tus-js-client';
  const NoopUrlStorage: new () => UrlStorage;
  export default NoopUrlStorage;
}
