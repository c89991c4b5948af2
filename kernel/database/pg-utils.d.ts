declare module 'pg/lib/utils.js' {
  const utils: {
    /** A value in the text form that PostgreSQL reads; a Buffer stays one. Throws for what cannot be said. */
    prepareValue(value: unknown): string | Buffer | null;
  };
  export default utils;
}
