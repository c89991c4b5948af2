/** A setting that cannot work stops the start and is named (REL-29). */
export class SettingsRefused extends Error {}
