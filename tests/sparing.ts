/**
 * How Node runs what a test starts. WebAssembly that is compiled twice, the second time well, earns that back within the
 * minutes of a test only where it runs most: V8's own budget for it is 13 million.
 */
export const sparing = ['--wasm-tiering-budget=1000000000'];
