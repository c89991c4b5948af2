import { ConfigProvider, theme, type ConfigProviderProps } from 'antd';
import chinese from 'antd/es/locale/zh_CN.js';
import type { ReactNode } from 'react';
import { useWords } from '../words/i18n.ts';
import { useLook, usePhone } from './look.ts';
import { sizes } from './tokens.ts';

// The file is an ES module that Node's rules take for CommonJS; the bundler gives its default export.
const zhCN = chinese as unknown as NonNullable<ConfigProviderProps['locale']>;

/** Dialogs lie in the browser's top layer; what pops up inside one has to lie in it too. */
const popsUpIn = (trigger?: HTMLElement): HTMLElement => trigger?.closest('dialog') ?? document.body;

/** Ant Design in our look: quiet, dense, one accent; dark and large follow the person. */
export function KitProvider({ children, nonce }: { readonly children: ReactNode; readonly nonce?: string }) {
  const look = useLook();
  const { language } = useWords();
  const phone = usePhone();
  const size = look.large ? sizes.large : phone ? sizes.phone : sizes.normal;
  return (
    <ConfigProvider
      {...(language === 'zh' ? { locale: zhCN } : {})}
      {...(nonce ? { csp: { nonce } } : {})}
      getPopupContainer={popsUpIn}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      theme={{
        algorithm: look.dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
        token: {
          colorPrimary: look.dark ? '#5b93f0' : '#1d5fd1',
          colorPrimaryHover: look.dark ? '#7aa9f7' : '#174eb0',
          colorPrimaryActive: look.dark ? '#8fb6f8' : '#12408f',
          colorError: look.dark ? '#f0776e' : '#c0271d',
          colorWarning: look.dark ? '#e0a640' : '#9a6200',
          colorSuccess: look.dark ? '#6fbf7d' : '#217a3c',
          colorTextPlaceholder: look.dark ? '#9aa3af' : '#6b7480',
          colorTextLightSolid: look.dark ? '#0f1319' : '#ffffff',
          colorBorder: look.dark ? '#465260' : '#c5ccd5',
          colorBgContainer: look.dark ? '#171c23' : '#ffffff',
          colorBgElevated: look.dark ? '#1f262f' : '#ffffff',
          borderRadius: 4,
          fontSize: size.fontPx,
          lineHeight: size.linePx / size.fontPx,
          controlHeight: size.controlPx,
          controlHeightSM: size.smallControlPx,
          controlHeightLG: size.largeControlPx,
          fontFamily: 'var(--k-font)',
          motionDurationMid: '0.1s',
          motionDurationSlow: '0.15s',
        },
      }}
    >
      {children}
    </ConfigProvider>
  );
}
