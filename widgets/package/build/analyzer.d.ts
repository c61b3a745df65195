/** What we use of the analyzer that it has no types for; its own compiler is of a version that still has an API. */
declare module '@custom-elements-manifest/analyzer/index.js' {
  import type { Package } from 'custom-elements-manifest/schema';

  interface Node {
    kind: number;
  }
  interface SourceFile extends Node {
    statements: readonly Node[];
  }
  interface TypeAlias extends Node {
    name: Node & { text: string };
  }
  interface Host {
    fileExists(name: string): boolean;
    getSourceFile(name: string, ...rest: unknown[]): SourceFile | undefined;
  }
  interface Program {
    getSourceFile(name: string): SourceFile | undefined;
    getTypeChecker(): {
      getTypeAtLocation(node: Node): object;
      typeToString(type: object, enclosing: undefined, flags: number): string;
    };
  }

  export const ts: {
    ScriptTarget: { ES2022: number };
    ModuleKind: { ESNext: number };
    ModuleResolutionKind: { Bundler: number };
    TypeFormatFlags: { NoTruncation: number; InTypeAlias: number };
    createCompilerHost(options: object): Host;
    createProgram(names: string[], options: object, host: Host): Program;
    createSourceFile(name: string, text: string, target: number, setParents?: boolean): SourceFile;
    isTypeAliasDeclaration(node: Node): node is TypeAlias;
  };
  /** Describes the elements of some sources. */
  export function create(what: { modules: SourceFile[]; plugins: unknown[]; context: { dev: boolean } }): Package;
}

declare module '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js' {
  export function litPlugin(): unknown[];
}
