// What the build supplies (web/tool), for the type checker.
declare module 'build:wasm' {
  const engine: string;
  export default engine;
}
declare module 'build:worker' {
  const source: string;
  export default source;
}
declare module 'go:wasm_exec' {}

// What Go's wasm_exec.js puts on the global object.
declare class Go {
  importObject: WebAssembly.Imports;
  exit: (code?: number) => void;
  run(instance: WebAssembly.Instance): Promise<void>;
}
declare var fs: { writeSync(fd: number, buf: Uint8Array): number };
