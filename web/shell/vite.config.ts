import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { compressedBeside } from './compressed-beside.ts';

/**
 * Ant Design makes its styles in the browser. Most of them carry the nonce given to ConfigProvider, a few (the scroll lock, the
 * measuring of scroll bars) do not know of it and would be refused by the page's policy: all of them take the page's own nonce.
 */
function nonceOnEveryStyle(): Plugin {
  const pageNonce = "document.querySelector('meta[property=csp-nonce]')?.nonce";
  return {
    name: 'nonce-on-every-style',
    transform(code, id) {
      if (!id.includes('@rc-component/util/') || !/dynamicCSS\.js/.test(id)) return undefined;
      return { code: code.replaceAll(/(?:option\.)?csp\?\.nonce/g, `(${pageNonce})`), map: null };
    },
  };
}

/** A text area that grows measures itself by an inline style attribute, which the policy refuses; the same by the style object is allowed. */
function measuredByStyleObject(): Plugin {
  return {
    name: 'measured-by-style-object',
    transform(code, id) {
      if (!id.includes('@rc-component/input/') && !id.includes('@rc-component/textarea/')) return undefined;
      return { code: code.replaceAll(/\.setAttribute\('style', (`[^`]*`)\);/g, '.style.cssText = $1;'), map: null };
    },
  };
}

/** The date picker is heavy and not on every page. */
const ofTheCalendar = (id: string): boolean =>
  /[\\/](@rc-component[\\/]picker|antd[\\/]es[\\/](date-picker|time-picker|calendar)|dayjs)[\\/]/.test(id) ||
  id.endsWith('form/day-picker.tsx');

/** The kit and the inputs it draws with; charts come with the first chart. */
const ofTheHouse = (id: string): boolean =>
  !ofTheCalendar(id) &&
  (/[\\/]node_modules[\\/](antd|@rc-component|@ant-design|@babel|@emotion|clsx|stylis|@tanstack)[\\/]/.test(id) ||
    (/[\\/]web[\\/]kit[\\/]/.test(id) && !/[\\/]chart[\\/]/.test(id)) ||
    /[\\/]web[\\/]shell[\\/]src[\\/](frame|house|rooms|desk)/.test(id) ||
    /[\\/](domains[\\/]\w+|risk-centre)[\\/](web|words)[.\w]*\.ts$/.test(id));

/** Pages for one origin and a policy without inline code: `__NONCE__` is put in by the server for each answer. */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [nonceOnEveryStyle(), measuredByStyleObject(), react(), compressedBeside()],
  html: { cspNonce: '__NONCE__' },
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    assetsDir: '_built',
    // Chromium of the browsers in offices, which trail behind.
    target: ['chrome99', 'firefox102', 'safari15.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    // One sheet of styles: the rooms' own are a few kilobytes, and every sheet is a request.
    cssCodeSplit: false,
    rolldownOptions: {
      output: {
        // Few requests: what the sign-in page needs, what every page behind it needs, and a piece for each screen.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 3 },
            { name: 'calendar', test: ofTheCalendar, priority: 1 },
            { name: 'house', test: ofTheHouse, priority: 2 },
          ],
        },
      },
    },
  },
});
