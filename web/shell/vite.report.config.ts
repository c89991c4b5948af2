import { defineConfig } from 'vite';
import { compressedBeside } from './compressed-beside.ts';

/** The page behind a label: one script and one sheet of styles, a few kilobytes, without the parts of the house. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [compressedBeside()],
  html: { cspNonce: '__NONCE__' },
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    assetsDir: '_built',
    target: ['chrome99', 'firefox102', 'safari15.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: `${import.meta.dirname}/report.html` },
  },
});
