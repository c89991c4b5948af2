/** A browser and machine in a few words, from what the browser says of itself: `Chrome 126 · Windows`. What is not known is shown as it is. */
export function deviceOf(agent: unknown): string {
  if (typeof agent !== 'string' || agent === '') return '—';
  const browser = /(?:Edg|OPR|Firefox|Chrome|Version)\/(\d+)/.exec(agent);
  const names: readonly (readonly [RegExp, string])[] = [
    [/MicroMessenger/, '微信'],
    [/Edg\//, 'Edge'],
    [/Firefox\//, 'Firefox'],
    [/Chrome\//, 'Chrome'],
    [/Safari\//, 'Safari'],
  ];
  const machines: readonly (readonly [RegExp, string])[] = [
    [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS X/, 'macOS'],
    [/Linux/, 'Linux'],
  ];
  const name = names.find(([form]) => form.test(agent))?.[1];
  const machine = machines.find(([form]) => form.test(agent))?.[1];
  return name ? [`${name}${browser ? ` ${browser[1]}` : ''}`, machine].filter(Boolean).join(' · ') : agent.slice(0, 40);
}
