/** The nonce of this page's policy, for the styles that Ant Design makes in the browser. */
export const pageNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
