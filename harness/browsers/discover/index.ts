export * from './discover.ts';
export * from './found.ts';
export * from './host.ts';
export * from './identify.ts';
export * from './missing.ts';
export * from './preference.ts';
export * from './programs.ts';
export * from './select.ts';
export { playwrightFolder, thisMachine } from './this-machine.ts';
